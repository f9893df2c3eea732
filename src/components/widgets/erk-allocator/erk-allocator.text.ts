import type { Localised } from '../shared/text';
import type { Params, PresetName } from './erk-allocator.params';

type Option = Params['distribution'] | Params['net'];

export type ErkWords = Readonly<
  Record<
    | 'aim'
    | 'densityPlot'
    | 'costPlot'
    | 'axisLayer'
    | 'axisDensity'
    | 'axisSparsity'
    | 'axisCost'
    | 'handle'
    | 'handleValue'
    | 'budget'
    | 'uniformSays'
    | 'noneFull'
    | 'full'
    | 'fullCount'
    | 'costs'
    | 'costsAlike'
    | 'alike'
    | 'epsilon'
    | 'costShare'
    | 'first'
    | 'last'
    | 'fullLayers'
    | 'layer'
    | 'weights'
    | 'positions'
    | 'density'
    | 'kept'
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
    | `name_${Params['distribution']}`
    | `option_${Option}`
    | `preset_${PresetName}`,
    string
  >
>;

export const erkAllocatorText = {
  en: {
    aim: 'Find out which layers an Erdős–Rényi allocation fills up, what happens to its scale ε when one is full, and what the favour to small layers costs.',
    densityPlot: 'Density of each layer, by the chosen way and, dotted, uniform.',
    costPlot:
      'Operations of a forward pass over those of the dense network, by sparsity, for three ways of sharing out.',
    axisLayer: 'layer, from the input',
    axisDensity: 'density',
    axisSparsity: 'S, share of weights left out',
    axisCost: 'operations over dense',
    handle: 'sparsity',
    handleValue: 'S = {s}',
    budget: '{n} of {all} weights are kept at S = {s}%.',
    uniformSays: 'Every layer has the same density.',
    noneFull: 'No layer is full; ε = {e}.',
    full: 'Full: {which}. Without the limit ε would be {first}, and one layer would get density {most}; what it cannot hold goes to the others, and ε rises to {e}.',
    fullCount: '{n} of {of} layers',
    costs: 'A forward pass costs {c}% of the dense one, {r} times what the share of weights suggests.',
    costsAlike:
      'A forward pass costs {c}% of the dense one, as the share of weights suggests: every weight is used at one position.',
    alike: 'all three ways',
    epsilon: 'ε',
    costShare: 'operations over dense',
    first: 'density of the first layer',
    last: 'density of the last layer',
    fullLayers: 'full layers',
    layer: 'layer',
    weights: 'weights',
    positions: 'positions',
    density: 'density',
    kept: 'kept',
    predictHead: 'Predict.',
    predict:
      'LeNet-300-100 has layers of 235,200, 30,000 and 1,000 weights. Nine of ten are to go. Which layer will be the densest, and can it hold what it is due?',
    tryHead: 'Try.',
    try: 'Drag S from 0.9 to 0.95 and watch when the last layer stops being full. Then take ResNet-50 and change the way of sharing out at the same S: what does the forward pass cost?',
    explainHead: 'Explain, then compare',
    explain1:
      'A layer wants connections in proportion to the sum of its inputs and outputs, but has room for their product. Small layers reach their limit first.',
    explain2:
      'A full layer leaves over what it cannot hold. The budget is kept only if ε is solved again for the others, so it rises, and may fill another.',
    explain3:
      'In a convolution one weight works at many positions. The small early layers of ResNet-50 have the most positions, and ERK keeps them dense: that is where the operations come from.',
    note: 'Biases and normalisation are not counted. Counts are rounded up layer by layer; the curves are drawn without rounding. “Uniform” here makes the first layer sparse too; in the paper it stays dense.',
    name_uniform: 'uniform',
    name_er: 'ER',
    name_erk: 'ERK',
    sparsity: 'S, sparsity',
    distribution: 'way of sharing out',
    net: 'network',
    option_erk: 'Erdős–Rényi kernel',
    option_er: 'Erdős–Rényi',
    option_uniform: 'uniform',
    option_lenet: 'LeNet-300-100',
    option_resnet: 'ResNet-50',
    option_small: 'a small convolutional network',
    preset_lenet: 'LeNet-300-100, 90%',
    preset_lenetUniform: 'LeNet-300-100, 90%, uniform',
    preset_lenetExtreme: 'LeNet-300-100, 99%',
    preset_resnet: 'ResNet-50, 80%, ERK',
    preset_resnetEr: 'ResNet-50, 80%, ER',
    preset_resnetUniform: 'ResNet-50, 80%, uniform',
  },
  ru: {
    aim: 'Выясните, какие слои распределение Эрдёша — Реньи заполняет целиком, что при этом делается с множителем ε и чего стоит щедрость к малым слоям.',
    densityPlot: 'Плотность каждого слоя при выбранном распределении и, пунктиром, равномерная.',
    costPlot:
      'Операции прямого прохода в долях плотной сети в зависимости от разреженности при трёх распределениях.',
    axisLayer: 'слой, считая от входа',
    axisDensity: 'плотность',
    axisSparsity: 'S, доля убранных весов',
    axisCost: 'операции в долях плотной',
    handle: 'разреженность',
    handleValue: 'S = {s}',
    budget: 'При S = {s} % остаётся весов: {n} из {all}.',
    uniformSays: 'Плотность у всех слоёв одна.',
    noneFull: 'Заполненных слоёв нет; ε = {e}.',
    full: 'Заполнены целиком: {which}. Без предела было бы ε = {first}, и одному слою досталась бы плотность {most}; лишнее переходит к остальным, и ε вырастает до {e}.',
    fullCount: 'слоёв {n} из {of}',
    costs: 'Прямой проход стоит {c} % плотного, в {r} раза больше, чем подсказывает доля весов.',
    costsAlike:
      'Прямой проход стоит {c} % плотного, как и подсказывает доля весов: каждый вес применяется в одной позиции.',
    alike: 'все три распределения',
    epsilon: 'ε',
    costShare: 'операции в долях плотной',
    first: 'плотность первого слоя',
    last: 'плотность последнего слоя',
    fullLayers: 'заполненных слоёв',
    layer: 'слой',
    weights: 'весов',
    positions: 'позиций',
    density: 'плотность',
    kept: 'оставлено',
    predictHead: 'Предскажите.',
    predict:
      'В слоях LeNet-300-100 235 200, 30 000 и 1000 весов. Убрать надо девять из десяти. Какой слой окажется самым плотным и вместит ли он то, что ему причитается?',
    tryHead: 'Попробуйте.',
    try: 'Сдвиньте S от 0,9 к 0,95 и заметьте, когда последний слой перестаёт быть заполненным. Затем возьмите ResNet-50 и меняйте распределение при том же S: чего стоит прямой проход?',
    explainHead: 'Объясните, затем сверьте',
    explain1:
      'Связей слою причитается пропорционально сумме его входов и выходов, а места у него на их произведение. Малые слои доходят до предела первыми.',
    explain2:
      'Заполненный слой отдаёт то, чего не вмещает. Бюджет соблюдён, только если ε найдено заново для остальных: оно растёт и может заполнить ещё один.',
    explain3:
      'В свёртке один вес работает во многих позициях. У малых ранних слоёв ResNet-50 позиций больше всего, а ERK оставляет их плотными: отсюда и операции.',
    note: 'Смещения и нормировка не считаются. Число связей округляется вверх в каждом слое, кривые нарисованы без округления. «Равномерно» здесь разрежает и первый слой; в статье он остаётся плотным.',
    name_uniform: 'равномерно',
    name_er: 'ER',
    name_erk: 'ERK',
    sparsity: 'S, разреженность',
    distribution: 'распределение',
    net: 'сеть',
    option_erk: 'Эрдёш — Реньи с ядром',
    option_er: 'Эрдёш — Реньи',
    option_uniform: 'равномерно',
    option_lenet: 'LeNet-300-100',
    option_resnet: 'ResNet-50',
    option_small: 'малая свёрточная сеть',
    preset_lenet: 'LeNet-300-100, 90 %',
    preset_lenetUniform: 'LeNet-300-100, 90 %, равномерно',
    preset_lenetExtreme: 'LeNet-300-100, 99 %',
    preset_resnet: 'ResNet-50, 80 %, ERK',
    preset_resnetEr: 'ResNet-50, 80 %, ER',
    preset_resnetUniform: 'ResNet-50, 80 %, равномерно',
  },
} as const satisfies Localised<ErkWords>;
