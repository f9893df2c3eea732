import type { Localised } from '../shared/text';
import type { Method } from './costs';
import type { Params, PresetName } from './flops-meter.params';

type Option = Params['distribution'] | Params['net'];

export type MeterWords = Readonly<
  Record<
    | 'aim'
    | 'stepPlot'
    | 'intervalPlot'
    | 'axisSparsity'
    | 'axisInterval'
    | 'axisCost'
    | 'handle'
    | 'handleValue'
    | 'forward'
    | 'steps'
    | 'overStatic'
    | 'whole'
    | 'method'
    | 'step'
    | 'run'
    | 'use'
    | 'formulas'
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
    | `name_${Method}`
    | `option_${Option}`
    | `preset_${PresetName}`,
    string
  >
>;

export const flopsMeterText = {
  en: {
    aim: 'Find out how rarely RigL must look at the dense gradient for its cost to be forgotten, and why SNFS cannot be cheap however sparse it is.',
    stepPlot:
      'Operations of a training step over those of a dense one, by sparsity, for static training, RigL and SNFS.',
    intervalPlot: 'Operations of a step of RigL by the interval between exchanges.',
    axisSparsity: 'S, share of weights left out',
    axisInterval: 'ΔT, steps between exchanges',
    axisCost: 'operations of a step over dense',
    handle: 'sparsity',
    handleValue: 'S = {s}',
    forward: 'A forward pass costs f_S = {f} f_D.',
    steps: 'A step costs, over a dense one: static {static}, RigL {rigl}, SNFS {snfs}.',
    overStatic: 'RigL is {p}% dearer than static.',
    whole:
      'A run of {steps} steps: RigL {rigl}, gradual pruning {pruning}, a lottery ticket with its search {ticket} of the dense one.',
    method: 'method',
    step: 'a step',
    run: 'a whole run',
    use: 'using the network',
    formulas:
      'Put in: static 3 f_S = {static}; SNFS 2 f_S + f_D = {snfs}; RigL (3 f_S ΔT + 2 f_S + f_D) / (ΔT + 1) = {rigl}; dense 3 f_D = 3, all in units of f_D.',
    predictHead: 'Predict.',
    predict:
      'At 99% sparsity a static step costs a hundredth of a dense one. What does a step of SNFS cost, which needs the gradient of every weight? And RigL with ΔT = 1?',
    tryHead: 'Try.',
    try: 'Set ΔT to 1 and raise it until RigL is less than 10% dearer than static. Then drag S to 0.99 and look again: the sparser the network, the more a dense gradient weighs.',
    explainHead: 'Explain, then compare',
    explain1:
      'A forward pass costs f; the backward pass costs f for the gradient by the inputs and f for that by the weights. In SNFS the last is dense at every step, so a step never costs less than a third of a dense one.',
    explain2:
      'RigL needs it once in ΔT + 1 steps. The surcharge over static is about (f_D − f_S) / (3 f_S ΔT): it grows as the network gets sparser and falls as ΔT grows.',
    explain3:
      'Operations are not seconds. A sparse product takes longer for each operation than a dense one; masks on dense products save nothing at all.',
    note: 'A multiply-add counts as 2. Left out are biases, the optimiser and the search for the largest entries. α does not matter to the cost. Gradual pruning here goes by the cubic schedule in forty cuts from the first step to T_end; the ticket has five rounds of pruning. “Uniform” makes the first layer sparse too.',
    sparsity: 'S, sparsity',
    every: 'ΔT steps between exchanges',
    end: 'T_end share of the run',
    distribution: 'connections among layers',
    net: 'network',
    name_dense: 'dense',
    name_static: 'static, SET',
    name_rigl: 'RigL',
    name_snfs: 'SNFS',
    name_pruning: 'gradual pruning',
    name_ticket: 'lottery ticket',
    option_erk: 'Erdős–Rényi kernel',
    option_uniform: 'uniform',
    option_lenet: 'LeNet-300-100',
    option_resnet: 'ResNet-50',
    option_small: 'a small convolutional network',
    preset_resnet: 'ResNet-50, 80%, ERK',
    preset_resnetUniform: 'ResNet-50, 80%, uniform',
    preset_lenet: 'LeNet-300-100, 95%',
    preset_restless: 'an exchange at every step',
    preset_extreme: 'LeNet-300-100, 99%',
  },
  ru: {
    aim: 'Выясните, как редко RigL должен смотреть на плотный градиент, чтобы о его цене можно было забыть, и почему SNFS не бывает дешёвым, как ни разрежай сеть.',
    stepPlot:
      'Операции шага обучения в долях плотного в зависимости от разреженности: статическое обучение, RigL и SNFS.',
    intervalPlot: 'Операции шага RigL в зависимости от интервала между обменами.',
    axisSparsity: 'S, доля убранных весов',
    axisInterval: 'ΔT, шагов между обменами',
    axisCost: 'операции шага в долях плотного',
    handle: 'разреженность',
    handleValue: 'S = {s}',
    forward: 'Прямой проход стоит f_S = {f} f_D.',
    steps: 'Шаг стоит в долях плотного: статический {static}, RigL {rigl}, SNFS {snfs}.',
    overStatic: 'RigL дороже статического на {p} %.',
    whole:
      'Прогон в {steps} шагов в долях плотного: RigL {rigl}, постепенное прореживание {pruning}, лотерейный билет вместе с поиском {ticket}.',
    method: 'метод',
    step: 'шаг',
    run: 'весь прогон',
    use: 'работа сети',
    formulas:
      'С числами: статическое 3 f_S = {static}; SNFS 2 f_S + f_D = {snfs}; RigL (3 f_S ΔT + 2 f_S + f_D) / (ΔT + 1) = {rigl}; плотное 3 f_D = 3; всё в единицах f_D.',
    predictHead: 'Предскажите.',
    predict:
      'При разреженности 99 % статический шаг стоит сотую часть плотного. Сколько стоит шаг SNFS, которому нужен градиент каждого веса? А RigL с ΔT = 1?',
    tryHead: 'Попробуйте.',
    try: 'Поставьте ΔT = 1 и увеличивайте, пока RigL не станет дороже статического меньше чем на 10 %. Затем сдвиньте S к 0,99 и взгляните снова: чем разреженнее сеть, тем весомее плотный градиент.',
    explainHead: 'Объясните, затем сверьте',
    explain1:
      'Прямой проход стоит f, обратный — f за градиент по входам и f за градиент по весам. В SNFS последний плотен на каждом шаге, и шаг никогда не дешевле трети плотного.',
    explain2:
      'RigL вычисляет его раз в ΔT + 1 шагов. Надбавка к статическому — около (f_D − f_S) / (3 f_S ΔT): она растёт с разреженностью и падает с ростом ΔT.',
    explain3:
      'Операции — не секунды. Разреженное произведение тратит на операцию больше времени, чем плотное, а маски поверх плотных произведений не экономят ничего.',
    note: 'Умножение со сложением считается за 2. Не учтены смещения, оптимизатор и поиск наибольших значений. От α цена не зависит. Постепенное прореживание идёт здесь по кубическому расписанию в сорок приёмов от первого шага до T_end; у билета пять раундов. «Равномерно» разрежает и первый слой.',
    sparsity: 'S, разреженность',
    every: 'ΔT, шагов между обменами',
    end: 'T_end, доля прогона',
    distribution: 'связи по слоям',
    net: 'сеть',
    name_dense: 'плотное',
    name_static: 'статическое, SET',
    name_rigl: 'RigL',
    name_snfs: 'SNFS',
    name_pruning: 'постепенное прореживание',
    name_ticket: 'лотерейный билет',
    option_erk: 'Эрдёш — Реньи с ядром',
    option_uniform: 'равномерно',
    option_lenet: 'LeNet-300-100',
    option_resnet: 'ResNet-50',
    option_small: 'малая свёрточная сеть',
    preset_resnet: 'ResNet-50, 80 %, ERK',
    preset_resnetUniform: 'ResNet-50, 80 %, равномерно',
    preset_lenet: 'LeNet-300-100, 95 %',
    preset_restless: 'обмен на каждом шаге',
    preset_extreme: 'LeNet-300-100, 99 %',
  },
} as const satisfies Localised<MeterWords>;
