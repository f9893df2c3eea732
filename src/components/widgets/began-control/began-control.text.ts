import type { Localised } from '../shared/text';
import type { PresetName } from './began-control.params';

export type BeganWords = Readonly<
  Record<
    | 'aim'
    | 'traces'
    | 'plane'
    | 'axisError'
    | 'axisStep'
    | 'axisK'
    | 'axisX'
    | 'axisY'
    | 'real'
    | 'traceReal'
    | 'traceFake'
    | 'traceTarget'
    | 'traceM'
    | 'planeEmpty'
    | 'blind'
    | 'target'
    | 'fake'
    | 'convergence'
    | 'k'
    | 'data'
    | 'samples'
    | 'beforeRun'
    | 'gamma'
    | 'lambdaK'
    | 'lambdaOff'
    | 'control'
    | 'control_on'
    | 'control_zero'
    | 'control_one'
    | 'dataName'
    | 'data_moons'
    | 'data_ring'
    | 'data_line'
    | 'rateG'
    | 'rateD'
    | 'bottleneck'
    | 'stepsPerFrame'
    | 'steps'
    | 'before'
    | 'ratio'
    | 'held'
    | 'generatorAhead'
    | 'judgeAhead'
    | 'kRises'
    | 'kFalls'
    | 'kFloor'
    | 'kCeiling'
    | 'heldZero'
    | 'heldOne'
    | 'blownUp'
    | 'distance'
    | 'diverged'
    | 'divergedRates'
    | 'finished'
    | 'sideA'
    | 'sideB'
    | 'predictHead'
    | 'predict'
    | 'runHead'
    | 'run'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'note'
    | 'restartNote'
    | 'tableQuantity'
    | 'tableRatio'
    | 'tableW1'
    | 'tableFloor'
    | 'poster'
    | `preset_${PresetName}`,
    string
  >
>;

export const beganControlText = {
  en: {
    aim: 'Find out what BEGAN’s controller holds constant, which side runs away when it is switched off, and what its measure of convergence does not see.',
    traces:
      'Errors of the auto-encoder on data and on samples, with γ times the former and M, on a logarithmic axis; below, k.',
    plane: 'Data as circles, samples of the generator as crosses.',
    axisError: 'error of the auto-encoder (mean 1-norm)',
    axisStep: 'steps of each player',
    axisK: 'k, weight of samples in D’s loss',
    axisX: 'x₁',
    axisY: 'x₂',
    real: 'L(x)',
    traceReal: 'L(x) on data',
    traceFake: 'L(G(z)) on samples',
    traceTarget: 'γ L(x), the aim',
    traceM: 'M',
    planeEmpty: 'Data and samples appear here after Run.',
    target: 'γ L(x)',
    fake: 'L(G(z))',
    convergence: 'M',
    k: 'k',
    data: 'data',
    samples: 'samples of G',
    beforeRun: 'Traces appear after Run.',
    gamma: 'γ ratio that is aimed at',
    lambdaK: 'λₖ gain of the controller',
    lambdaOff: 'The controller is off: k is held.',
    control: 'control of k',
    control_on: 'on',
    control_zero: 'off, k = 0',
    control_one: 'off, k = 1',
    dataName: 'data',
    data_moons: 'two moons',
    data_ring: 'ring of eight',
    data_line: 'line',
    rateG: 'η learning rate of G',
    rateD: 'η learning rate of D',
    bottleneck: 'units in the bottleneck of D',
    stepsPerFrame: 'steps for one picture',
    steps: 'steps in all',
    before: 'Before training: neither network knows anything, and k = 0.',
    ratio: 'L(G(z)) / L(x) = {ratio}, aimed at γ = {gamma} (means of the latest {n} pictures); k = {k}.',
    held: 'The balance is held.',
    generatorAhead: 'The generator is ahead: its samples are reconstructed better than γ allows.',
    judgeAhead: 'The judge is ahead: samples are reconstructed worse than γ asks.',
    kRises: 'So k rises, and the judge turns against the samples.',
    kFalls: 'So k falls, and the judge goes back to the data.',
    kFloor: 'k has come to 0 and can fall no further: the controller has nothing left to take back.',
    kCeiling: 'k has come to 1 and can rise no further.',
    heldZero:
      'k is held at 0: the judge is a plain auto-encoder that never sees a sample, and nothing pushes the samples apart.',
    heldOne:
      'k is held at 1: the judge gains from each bit of error on the samples as much as it loses on the data.',
    blownUp: 'It blows both errors up: L(x) = {real}.',
    distance: 'W₁ of samples to data is {w1}; fresh data reach {floor}.',
    blind:
      'M fell from {before} to {now}, and yet the samples are far from the data: M compares no sample with any of them, it only asks how well both are reconstructed.',
    diverged:
      'The errors grew without bound: with k held at 1 the judge’s loss has no minimum, and it lowers it for ever by reconstructing samples ever worse. k is not a detail of BEGAN; without its controller the loss is not BEGAN’s.',
    divergedRates:
      'The errors grew without bound, though k was not held at 1: at these learning rates the players overshoot each other. Take a smaller η for both.',
    finished: 'The run has ended. Next: the same seed with the control off (the preset, or “Compare”).',
    sideA: 'A',
    sideB: 'B',
    predictHead: 'Predict.',
    predict:
      'The judge is an auto-encoder with error L on a point. It minimises L(x) − k L(G(z)), the generator L(G(z)); a controller moves k. What will it hold constant? And with k held at 0, or at 1, who runs away from whom?',
    runHead: 'Run.',
    run: 'Watch L(G(z)) come to the dashed γ L(x), and k find its own value. Then the presets with the control off. Then the preset “ring of eight”: read M, and look at the samples. At last two values of γ, side by side with “Compare”: which has the more varied samples?',
    explainHead: 'Explain, then compare',
    explain1:
      'k grows by λₖ (γ L(x) − L(G(z))) a step. It can rest only where L(G(z)) = γ L(x): this ratio is what is held, not k and not the errors. Over the last fifth of a run (seed 0) it is within 0.1 of γ, for γ = 0.3, 0.5 and 0.8 alike.',
    explain2:
      'Off at 0, the generator wins: it puts its samples where the auto-encoder happens to be best, far below what γ asks for. Off at 1, the judge wins and ruins itself: both errors grow tenfold and more.',
    explain3:
      'M = L(x) + |γ L(x) − L(G(z))| is small when the data are reconstructed and the balance holds. It knows nothing of coverage. On the ring it falls to a fifth and less while the samples collapse and W₁ grows.',
    note: 'L(x) and L(G(z)): over 1,024 data points and 1,024 samples of fixed noise, after the step. k and M: of the judge’s own latest batch of 256. Nothing is smoothed in the chart; values below 0.01 are cut at the edge.',
    restartNote:
      'γ, λₖ, the control and the rates take effect in the next picture of a run; other data or another bottleneck begin anew.',
    tableQuantity: 'quantity',
    tableRatio: 'L(G(z)) / L(x)',
    tableW1: 'sliced W₁ of samples to data',
    tableFloor: 'the same of fresh data, mean ± spread',
    poster: 'A stored run of this figure: seed {seed}, step {step}, preset “{preset}”.',
    preset_balance: 'control on, γ = 0.5',
    preset_zero: 'control off, k = 0',
    preset_one: 'control off, k = 1',
    preset_varied: 'γ = 0.8',
    preset_uniform: 'γ = 0.3',
    preset_ring: 'ring of eight: M misleads',
  },
  ru: {
    aim: 'Выясните, что регулятор BEGAN держит постоянным, какая сторона убегает, если его выключить, и чего не видит его мера сходимости.',
    traces:
      'Ошибки автокодировщика на данных и на образцах, γ-кратная первая и M, ось логарифмическая; внизу k.',
    plane: 'Данные — кружки, образцы генератора — крестики.',
    axisError: 'ошибка автокодировщика (средняя 1-норма)',
    axisStep: 'шаги каждого игрока',
    axisK: 'k — вес образцов в потере D',
    axisX: 'x₁',
    axisY: 'x₂',
    real: 'L(x)',
    traceReal: 'L(x) на данных',
    traceFake: 'L(G(z)) на образцах',
    traceTarget: 'γ L(x) — цель',
    traceM: 'M',
    planeEmpty: 'Данные и образцы появятся здесь после запуска.',
    target: 'γ L(x)',
    fake: 'L(G(z))',
    convergence: 'M',
    k: 'k',
    data: 'данные',
    samples: 'образцы G',
    beforeRun: 'Кривые появятся после запуска.',
    gamma: 'γ заданное отношение',
    lambdaK: 'λₖ усиление регулятора',
    lambdaOff: 'Регулятор выключен, k закреплено.',
    control: 'управление k',
    control_on: 'включено',
    control_zero: 'выключено, k = 0',
    control_one: 'выключено, k = 1',
    dataName: 'данные',
    data_moons: 'две луны',
    data_ring: 'кольцо из восьми',
    data_line: 'отрезок',
    rateG: 'η скорость обучения G',
    rateD: 'η скорость обучения D',
    bottleneck: 'нейронов в узком месте D',
    stepsPerFrame: 'шагов на одну картинку',
    steps: 'всего шагов',
    before: 'До обучения: обе сети ничего не умеют, k = 0.',
    ratio: 'L(G(z)) / L(x) = {ratio}, задано γ = {gamma} (средние по {n} последним картинкам); k = {k}.',
    held: 'Равновесие держится.',
    generatorAhead: 'Впереди генератор: его образцы восстанавливаются лучше, чем разрешает γ.',
    judgeAhead: 'Впереди судья: образцы восстанавливаются хуже, чем требует γ.',
    kRises: 'Поэтому k растёт, и судья принимается за образцы.',
    kFalls: 'Поэтому k падает, и судья возвращается к данным.',
    kFloor: 'k дошло до 0 и ниже не опустится: регулятору больше нечего убавить.',
    kCeiling: 'k дошло до 1 и выше не поднимется.',
    heldZero:
      'k закреплено на 0: судья — обычный автокодировщик, образцов он не видит, и ничто не разгоняет их в стороны.',
    heldOne:
      'k закреплено на 1: ошибка на образцах приносит судье столько же, сколько стоит ошибка на данных.',
    blownUp: 'Он раздувает обе ошибки: L(x) = {real}.',
    distance: 'W₁ от образцов до данных — {w1}; у свежих данных {floor}.',
    blind:
      'M упала с {before} до {now}, а образцы всё равно далеко от данных: M не сравнивает с ними ни одного образца, она лишь спрашивает, насколько хорошо восстановлены те и другие.',
    diverged:
      'Ошибки выросли без предела: при k = 1 у потери судьи нет минимума, и он уменьшает её без конца, восстанавливая образцы всё хуже. k — не мелочь: без регулятора это уже не BEGAN.',
    divergedRates:
      'Ошибки выросли без предела, хотя k не закреплено на 1: при таких скоростях игроки проскакивают друг мимо друга. Возьмите η поменьше для обоих.',
    finished:
      'Прогон окончен. Дальше: то же зерно с выключенным регулятором (среди опытов или кнопкой «Сравнить»).',
    sideA: 'A',
    sideB: 'B',
    predictHead: 'Предскажите.',
    predict:
      'Судья — автокодировщик, L — его ошибка на точке. Он минимизирует L(x) − k L(G(z)), генератор — L(G(z)), а регулятор двигает k. Что он будет держать постоянным? И если закрепить k = 0 или k = 1, кто от кого убежит?',
    runHead: 'Запустите.',
    run: 'Следите, как L(G(z)) приходит к штриховой γ L(x), а k находит своё значение. Потом опыты с выключенным регулятором. Потом опыт «кольцо из восьми»: прочтите M и посмотрите на образцы. Наконец два значения γ рядом, кнопкой «Сравнить»: у какого образцы разнообразнее?',
    explainHead: 'Объясните, потом сравните',
    explain1:
      'За шаг k прибавляет λₖ (γ L(x) − L(G(z))). Остановиться оно может только там, где L(G(z)) = γ L(x): постоянным держится это отношение, а не k и не ошибки. В последней пятой прогона (зерно 0) оно отличается от γ меньше чем на 0,1 — и при γ = 0,3, и при 0,5, и при 0,8.',
    explain2:
      'При k = 0 выигрывает генератор: он кладёт образцы туда, где автокодировщик случайно лучше всего, и отношение намного меньше заданного. При k = 1 выигрывает судья и губит себя: обе ошибки растут в десятки раз и больше.',
    explain3:
      'M = L(x) + |γ L(x) − L(G(z))| мала, когда данные восстановлены и равновесие держится. Об охвате данных она не знает ничего. На кольце она падает до пятой доли и ниже, а образцы схлопываются и W₁ растёт.',
    note: 'L(x) и L(G(z)) — по 1024 точкам данных и 1024 образцам из неизменного шума, после шага. k и M — по последнему пакету судьи (256). На графике ничего не сглажено; значения ниже 0,01 обрезаны по краю.',
    restartNote:
      'γ, λₖ, управление и скорости действуют со следующей картинки; другие данные или узкое место начинают прогон заново.',
    tableQuantity: 'величина',
    tableRatio: 'L(G(z)) / L(x)',
    tableW1: 'W₁ по срезам от образцов до данных',
    tableFloor: 'то же у свежих данных, среднее ± разброс',
    poster: 'Сохранённый прогон этого рисунка: зерно {seed}, шаг {step}, опыт «{preset}».',
    preset_balance: 'регулятор включён, γ = 0,5',
    preset_zero: 'выключен, k = 0',
    preset_one: 'выключен, k = 1',
    preset_varied: 'γ = 0,8',
    preset_uniform: 'γ = 0,3',
    preset_ring: 'кольцо из восьми: M обманывает',
  },
} satisfies Localised<BeganWords>;
