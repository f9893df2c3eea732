import type { Localised } from '../shared/text';
import type { PlaceState } from './exchange';
import type { Params, PresetName } from './grow-step.params';

type Option = Params['stage'] | Params['method'] | Params['regrowth'];

export type GrowWords = Readonly<
  Record<
    | 'aim'
    | 'matrix'
    | 'rowHead'
    | 'output'
    | 'input'
    | 'mark'
    | 'gradientOf'
    | 'lossPlot'
    | 'axisFraction'
    | 'axisLoss'
    | 'handle'
    | 'handleValue'
    | 'curveDrop'
    | 'curveRigl'
    | 'curveSet'
    | 'there'
    | 'there_one'
    | 'nothing'
    | 'asked'
    | 'dropped_one'
    | 'dropped_few'
    | 'dropped'
    | 'look'
    | 'lookSet'
    | 'grown_one'
    | 'grown_few'
    | 'grown'
    | 'back'
    | 'guess'
    | 'after'
    | 'noRoom'
    | 'lossStart'
    | 'lossDrop'
    | 'lossGrow'
    | 'lossStep'
    | 'place'
    | 'weight'
    | 'gradient'
    | 'state'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'note'
    | keyof Params
    | `state_${PlaceState}`
    | `option_${Option}`
    | `preset_${PresetName}`,
    string
  >
>;

export const growStepText = {
  en: {
    aim: 'Follow one exchange of connections number by number, guess which will be grown, and find out what growing does to the loss at once and after one step.',
    matrix: 'Weights of a layer with 5 inputs and 4 outputs; from the look on, gradients below them.',
    rowHead: 'output',
    output: 'output {n}',
    input: 'x{n}',
    mark: 'guess that output {row}, input {column} is grown',
    gradientOf: 'g {g}',
    lossPlot:
      'Loss by the share exchanged: after the drop, and after one step down the gradient, grown by gradient or by lot.',
    axisFraction: 'f, share exchanged',
    axisLoss: 'loss (nats)',
    handle: 'share exchanged',
    handleValue: 'f = {f}',
    curveDrop: 'after the drop',
    curveRigl: 'grown by gradient, after a step',
    curveSet: 'grown by lot, after a step',
    there: '{n} connections, loss {loss} nats.',
    there_one: '1 connection, loss {loss} nats.',
    nothing: 'Nothing is exchanged: f times the number of connections is below 1.',
    asked: 'The share f = {f} of {all} connections is k = {k}.',
    dropped_one: '1 connection is dropped, the weakest; the loss goes from {before} to {after}.',
    dropped_few: '{n} connections are dropped, the weakest; the loss goes from {before} to {after}.',
    dropped: '{n} connections are dropped, the weakest; the loss goes from {before} to {after}.',
    look: 'The gradient is now known at every place. Mark the {k} that you expect to be grown.',
    lookSet: 'SET does not look at the gradient: it will draw {k} free places by lot.',
    grown_one: '1 connection is grown; the loss is {after}.',
    grown_few: '{n} connections are grown; the loss is {after}.',
    grown: '{n} connections are grown; the loss is {after}.',
    back: 'Come back at once: {n}.',
    guess: 'Of your {n} guesses {right} came true.',
    after:
      'One step of η = {eta} brings the loss to {loss}. The new connections were promised to take off η Σ g² = {promised}, and took off {gained}.',
    noRoom:
      '{k} connections are to be grown, but fewer places are free when those just dropped may not come back. Lower f or let them come back.',
    lossStart: 'loss at the start',
    lossDrop: 'after the drop',
    lossGrow: 'after growing',
    lossStep: 'after a step',
    place: 'place',
    weight: 'weight',
    gradient: 'gradient',
    state: 'state',
    predictHead: 'Predict.',
    predict:
      'Four of ten connections are to move. Which go? Where will new ones come, and by how much will the loss change at the moment when they come?',
    tryHead: 'Try.',
    try: 'Go through the stages. At the look, mark your guesses in the table of weights, then grow. Then do the same by lot (SET) and compare the losses after a step.',
    explainHead: 'Explain, then compare',
    explain1:
      'A new connection has weight 0 and adds nothing to any output, so growing leaves the loss where the drop has put it. The gain comes with the step: about η g² for each.',
    explain2:
      'The last input is 0 in every example. Its gradients are 0, and RigL never grows there; SET does, and such a connection learns nothing.',
    explain3:
      'The promise is of first order and per place: with a large step or several places that tell the same, less is kept than was promised.',
    note: 'A softmax layer and a batch of 40 examples in four classes, drawn from the seed; losses and gradients are computed, not drawn. Those just dropped may be grown again; in the official code such a one keeps its weight.',
    stage: 'stage',
    fraction: 'f, share exchanged',
    method: 'grow',
    regrowth: 'those just dropped',
    seed: 'seed of layer and batch',
    state_none: 'none',
    state_there: 'there',
    state_dropped: 'dropped',
    state_grown: 'new',
    state_regrown: 'back',
    option_start: '1 start',
    option_drop: '2 drop',
    option_look: '3 look at the gradient',
    option_grow: '4 grow',
    option_step: '5 one step',
    option_rigl: 'by gradient (RigL)',
    option_set: 'by lot (SET)',
    option_keep: 'may come back with their weight',
    option_zero: 'may come back with weight 0',
    option_never: 'may not come back',
    preset_start: 'before the exchange',
    preset_guessing: 'guess what is grown',
    preset_rigl: 'RigL to the end',
    preset_set: 'SET to the end',
    preset_everything: 'everything exchanged',
    preset_never: 'none may come back',
  },
  ru: {
    aim: 'Проследите один обмен связями число за числом, угадайте, какие вырастут, и выясните, что рост делает с потерями сразу и что — после одного шага.',
    matrix: 'Веса слоя с 5 входами и 4 выходами; начиная с третьей стадии под ними градиенты.',
    rowHead: 'выход',
    output: 'выход {n}',
    input: 'x{n}',
    mark: 'предположить рост: выход {row}, вход {column}',
    gradientOf: 'g {g}',
    lossPlot:
      'Потери в зависимости от доли обмена: после удаления и после одного шага по градиенту, при росте по градиенту и наугад.',
    axisFraction: 'f, доля обмена',
    axisLoss: 'потери (наты)',
    handle: 'доля обмена',
    handleValue: 'f = {f}',
    curveDrop: 'после удаления',
    curveRigl: 'рост по градиенту, после шага',
    curveSet: 'рост наугад, после шага',
    there: 'Связей {n}, потери {loss} ната.',
    there_one: 'Связь 1, потери {loss} ната.',
    nothing: 'Обмена нет: f, умноженное на число связей, меньше 1.',
    asked: 'Доля f = {f} от {all} связей — это k = {k}.',
    dropped_one: 'Убрана 1 связь, слабейшая; потери меняются с {before} на {after}.',
    dropped_few: 'Убраны {n} связи, слабейшие; потери меняются с {before} на {after}.',
    dropped: 'Убрано {n} связей, слабейших; потери меняются с {before} на {after}.',
    look: 'Теперь градиент известен в каждом месте. Отметьте, где ждёте роста; мест {k}.',
    lookSet: 'SET на градиент не смотрит: свободные места он выберет случайно, числом {k}.',
    grown_one: 'Выросла 1 связь; потери {after}.',
    grown_few: 'Выросли {n} связи; потери {after}.',
    grown: 'Выросло {n} связей; потери {after}.',
    back: 'Тут же вернулось: {n}.',
    guess: 'Ваших предположений {n}, сбылось {right}.',
    after:
      'Один шаг с η = {eta} приводит потери к {loss}. Новые связи обещали снять η Σ g² = {promised}, сняли {gained}.',
    noRoom:
      'Вырасти должно {k} связей, но свободных мест меньше, раз только что убранным возвращаться нельзя. Уменьшите f или позвольте им вернуться.',
    lossStart: 'потери в начале',
    lossDrop: 'после удаления',
    lossGrow: 'после роста',
    lossStep: 'после шага',
    place: 'место',
    weight: 'вес',
    gradient: 'градиент',
    state: 'состояние',
    predictHead: 'Предскажите.',
    predict:
      'Переместиться должны четыре связи из десяти. Какие уйдут? Где появятся новые и насколько изменятся потери в тот миг, когда они появятся?',
    tryHead: 'Попробуйте.',
    try: 'Пройдите по стадиям. На третьей отметьте предположения в таблице весов, затем вырастите связи. Потом то же наугад (SET): сравните потери после шага.',
    explainHead: 'Объясните, затем сверьте',
    explain1:
      'У новой связи вес 0, ни к одному выходу она ничего не прибавляет, и рост оставляет потери там, куда их привело удаление. Выигрыш приходит с шагом: около η g² на каждую.',
    explain2:
      'Последний вход равен 0 во всех примерах. Градиенты при нём равны 0, и RigL никогда там не растит; SET растит, и такая связь ничему не учится.',
    explain3:
      'Обещание — первого порядка и для каждого места отдельно: при большом шаге или при местах, говорящих одно и то же, сбывается меньше обещанного.',
    note: 'Слой с softmax и пакет из 40 примеров четырёх классов, взятые по зерну; потери и градиенты вычислены, а не нарисованы. Только что убранные связи могут вырасти снова; в официальном коде такая связь хранит свой вес.',
    stage: 'стадия',
    fraction: 'f, доля обмена',
    method: 'растить',
    regrowth: 'только что убранные',
    seed: 'зерно слоя и пакета',
    state_none: 'нет',
    state_there: 'есть',
    state_dropped: 'убрана',
    state_grown: 'новая',
    state_regrown: 'вернулась',
    option_start: '1 начало',
    option_drop: '2 удаление',
    option_look: '3 взгляд на градиент',
    option_grow: '4 рост',
    option_step: '5 один шаг',
    option_rigl: 'по градиенту (RigL)',
    option_set: 'наугад (SET)',
    option_keep: 'могут вернуться со своим весом',
    option_zero: 'могут вернуться с весом 0',
    option_never: 'вернуться не могут',
    preset_start: 'до обмена',
    preset_guessing: 'угадайте, что вырастет',
    preset_rigl: 'RigL до конца',
    preset_set: 'SET до конца',
    preset_everything: 'обмен всего',
    preset_never: 'возвращаться нельзя',
  },
} as const satisfies Localised<GrowWords>;
