import type { Localised } from '../shared/text';
import type { Rule } from './bilinear-game.loop';
import type { PresetName } from './bilinear-game.params';

export type GameWords = Readonly<
  Record<
    | 'aim'
    | 'plane'
    | 'chart'
    | 'axisX'
    | 'axisY'
    | 'axisStep'
    | 'axisRadius'
    | 'handle'
    | 'handleRole'
    | 'handleHelp'
    | 'position'
    | 'rate'
    | 'x0'
    | 'y0'
    | 'weight'
    | 'weightOff'
    | 'steps'
    | 'show'
    | 'show_three'
    | `rule_${Rule}`
    | `short_${Rule}`
    | 'idle'
    | 'before'
    | 'atRest'
    | 'flies'
    | 'circles'
    | 'rests'
    | 'diverged'
    | 'divergedLook'
    | 'divergedPenalty'
    | 'still'
    | 'chartEmpty'
    | 'predictHead'
    | 'predict'
    | 'runHead'
    | 'run'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'explain4'
    | 'note'
    | 'changeNote'
    | 'tableRule'
    | 'tableSteps'
    | 'tableGradients'
    | 'tableRadius'
    | 'tableMeasured'
    | 'tablePredicted'
    | `preset_${PresetName}`,
    string
  >
>;

export const bilinearGameText = {
  en: {
    aim: 'Find out why a game with a perfect solution need not reach it, and which two changes of the rule make it come to rest.',
    plane:
      'The plane of both players: generator x across, judge y up; arrows show where gradient steps lead.',
    chart: 'Distance from the equilibrium by step, on a logarithmic axis.',
    axisX: 'x, the generator (lowers xy)',
    axisY: 'y, the judge (raises xy)',
    axisStep: 'step',
    axisRadius: 'distance from (0, 0)',
    handle: 'Start of both players',
    handleRole: 'point in the plane',
    handleHelp: 'Arrow keys move by 0.1, with Shift by 0.5.',
    position: 'x {x}, y {y}',
    rate: 'η learning rate of both',
    x0: 'x₀ start of the generator',
    y0: 'y₀ start of the judge',
    weight: 'γ zero-centred penalty',
    weightOff: 'Only the rule with the penalty has it.',
    steps: 'steps in all',
    show: 'Rule',
    show_three: 'Three side by side, no penalty',
    rule_simultaneous: 'Simultaneous steps',
    rule_alternating: 'Alternating steps',
    rule_extragradient: 'Extragradient',
    rule_penalized: 'Simultaneous with penalty',
    short_simultaneous: 'simultaneous',
    short_alternating: 'alternating',
    short_extragradient: 'extragradient',
    short_penalized: 'with penalty',
    idle: 'V = xy: the arrows show where gradient steps lead. The only equilibrium is the cross at (0, 0). The ring is the start: drag it.',
    before: 'At the start, {radius} from the equilibrium.',
    atRest: 'Both players start at the equilibrium: nothing moves them, under any rule.',
    flies: '{rule}: distance {radius}, × {factor} a step: it flies off.',
    circles: '{rule}: distance {radius}, × {factor} a step in the long run: it circles for ever.',
    rests: '{rule}: distance {radius}, × {factor} a step: it comes to rest.',
    diverged:
      'The orbit is more than a thousand away from the equilibrium. No smaller learning rate cures simultaneous steps: √(1 + η²) is above 1 for every η. Try another rule.',
    divergedLook:
      'The orbit is more than a thousand away from the equilibrium: above η = 1 the trial step overshoots, and √(1 − η² + η⁴) is above 1. Here a smaller learning rate helps.',
    divergedPenalty:
      'The orbit is more than a thousand away from the equilibrium: with η above γ the penalty is too weak for such steps, since √(1 − ηγ + η²) is above 1. Lower η or raise γ.',
    still:
      'The first {n} steps of a stored run of this figure, from the ring: η = {rate}, {rule}. Where will they lead?',
    chartEmpty: 'Distances by step appear here after Run.',
    predictHead: 'Predict.',
    predict:
      'The arrows go round in circles, and every step follows them exactly. In the first half turn three rules begin to part. Which of them, taking small steps for ever, will circle, which come to rest, which fly off?',
    runHead: 'Run.',
    run: 'Read the three distances. Then choose “tiny steps”: does a quarter of the learning rate help? Then “bold steps”, and at last “with a penalty”. Drag the ring while it runs. “Compare” sets two rules or two rates side by side.',
    explainHead: 'Explain, then compare',
    explain1:
      'Simultaneous: a straight step along the tangent of a circle ends outside it, by √(1 + η²). A smaller η only takes longer.',
    explain2:
      'Alternating: the judge answers to the generator’s new place, which turns the step inwards by just as much: x² − ηxy + y² stays the same. The orbit is closed but does not come in.',
    explain3:
      'Extragradient: with the gradient from the trial point the step aims inside the circle, by √(1 − η² + η⁴), below 1 for η < 1 and above it for bold steps.',
    explain4:
      'The penalty γy² / 2 on the judge’s slope pulls y to 0 in every step. It changes the game, and not the equilibrium: there y = 0 already. A GAN trains like the first two rules; that its losses never settle is no accident.',
    note: 'Points are joined by straight lines. Orbits that leave the square are cut at its edge, and followed until they are a thousand away. The arrows have equal length, whatever the gradient. In the chart of distances names are moved apart where they would meet. Nothing here is left to chance: one start gives one run, so a difference of two sides has no spread.',
    changeNote: 'Another start, rule, η or γ begins the orbits anew, also while they run.',
    tableRule: 'rule',
    tableSteps: 'steps',
    tableGradients: 'gradients computed',
    tableRadius: 'distance',
    tableMeasured: 'factor a step, measured',
    tablePredicted: 'factor a step, from the eigenvalues',
    preset_three: 'three rules, η = 0.2',
    preset_tiny: 'tiny steps, simultaneous',
    preset_bold: 'bold steps, η = 1.1',
    preset_cured: 'with a penalty',
  },
  ru: {
    aim: 'Выясните, почему игра, у которой есть точное решение, может к нему не прийти, и какие два изменения правила её успокаивают.',
    plane:
      'Плоскость обоих игроков: генератор x по горизонтали, судья y по вертикали; стрелки показывают, куда ведут шаги по градиенту.',
    chart: 'Расстояние до равновесия по шагам, ось логарифмическая.',
    axisX: 'x — генератор (уменьшает xy)',
    axisY: 'y — судья (увеличивает xy)',
    axisStep: 'шаг',
    axisRadius: 'расстояние до (0, 0)',
    handle: 'Начало обоих игроков',
    handleRole: 'точка на плоскости',
    handleHelp: 'Стрелки сдвигают на 0,1, с Shift — на 0,5.',
    position: 'x {x}, y {y}',
    rate: 'η скорость обучения обоих',
    x0: 'x₀ начало генератора',
    y0: 'y₀ начало судьи',
    weight: 'γ штраф с центром в нуле',
    weightOff: 'Есть только у правила со штрафом.',
    steps: 'всего шагов',
    show: 'Правило',
    show_three: 'Три рядом, без штрафа',
    rule_simultaneous: 'Одновременные шаги',
    rule_alternating: 'Шаги по очереди',
    rule_extragradient: 'Экстраградиент',
    rule_penalized: 'Одновременные шаги со штрафом',
    short_simultaneous: 'одновременно',
    short_alternating: 'по очереди',
    short_extragradient: 'экстраградиент',
    short_penalized: 'со штрафом',
    idle: 'V = xy: стрелки показывают, куда ведут шаги по градиенту. Единственное равновесие — крест в (0, 0). Кольцо — начало, его можно перетащить.',
    before: 'В начале, на расстоянии {radius} от равновесия.',
    atRest: 'Оба игрока начинают в равновесии: их не сдвинет ни одно правило.',
    flies: '{rule}: расстояние {radius}, × {factor} за шаг — улетает.',
    circles: '{rule}: расстояние {radius}, в пределе × {factor} за шаг — кружит без конца.',
    rests: '{rule}: расстояние {radius}, × {factor} за шаг — успокаивается.',
    diverged:
      'Орбита дальше тысячи от равновесия. Никакая меньшая скорость обучения одновременные шаги не исправит: √(1 + η²) больше 1 при любом η. Попробуйте другое правило.',
    divergedLook:
      'Орбита дальше тысячи от равновесия: при η больше 1 пробный шаг слишком длинен, и √(1 − η² + η⁴) больше 1. Здесь меньшая скорость обучения помогает.',
    divergedPenalty:
      'Орбита дальше тысячи от равновесия: при η больше γ штраф слишком слаб для таких шагов, √(1 − ηγ + η²) больше 1. Уменьшите η или увеличьте γ.',
    still:
      'Первые шаги ({n}) сохранённого прогона этого рисунка, начиная от кольца: η = {rate}, {rule}. Куда они приведут?',
    chartEmpty: 'Расстояния по шагам появятся здесь после запуска.',
    predictHead: 'Предскажите.',
    predict:
      'Стрелки идут по кругу, и каждый шаг точно следует им. За первые пол-оборота три правила начинают расходиться. Какое из них, если шаги малы и их сколько угодно, будет кружить, какое успокоится, какое улетит?',
    runHead: 'Запустите.',
    run: 'Прочтите три расстояния. Затем выберите «крошечные шаги»: помогает ли вчетверо меньшая скорость? Потом «смелые шаги» и наконец «со штрафом». Кольцо можно тащить на ходу. «Сравнить» ставит рядом два правила или две скорости.',
    explainHead: 'Объясните, потом сравните',
    explain1:
      'Одновременно: прямой шаг по касательной к окружности кончается снаружи, в √(1 + η²) раз дальше. Меньшее η лишь отнимает больше времени.',
    explain2:
      'По очереди: судья отвечает на новое место генератора, и это поворачивает шаг внутрь ровно на столько же: x² − ηxy + y² не меняется. Орбита замкнута, но к центру не идёт.',
    explain3:
      'Экстраградиент: с градиентом из пробной точки шаг направлен внутрь окружности, множитель √(1 − η² + η⁴) меньше 1 при η < 1 и больше при смелых шагах.',
    explain4:
      'Штраф γy² / 2 на наклон судьи на каждом шаге тянет y к 0. Он меняет игру, но не равновесие: там y и так 0. GAN учится по первым двум правилам, и что его потери не успокаиваются — не случайность.',
    note: 'Точки соединены отрезками. Орбиты обрезаны по краю квадрата, а следят за ними до расстояния в тысячу. Стрелки одной длины, каков бы ни был градиент. Названия линий расстояния раздвинуты там, где столкнулись бы. Случайного здесь нет: одному началу отвечает один прогон, и у разности двух сторон нет разброса.',
    changeNote: 'Другое начало, правило, η или γ начинают орбиты заново, в том числе на ходу.',
    tableRule: 'правило',
    tableSteps: 'шагов',
    tableGradients: 'вычислено градиентов',
    tableRadius: 'расстояние',
    tableMeasured: 'множитель за шаг, измерен',
    tablePredicted: 'множитель за шаг, по собственным числам',
    preset_three: 'три правила, η = 0,2',
    preset_tiny: 'крошечные шаги, одновременно',
    preset_bold: 'смелые шаги, η = 1,1',
    preset_cured: 'со штрафом',
  },
} satisfies Localised<GameWords>;
