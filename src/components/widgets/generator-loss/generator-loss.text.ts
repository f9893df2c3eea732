import type { Localised } from '../shared/text';
import type { LossName } from './curves';
import type { PresetName } from './generator-loss.params';

export type LossWords = Readonly<
  Record<
    | 'aim'
    | 'lossPlot'
    | 'slopePlot'
    | 'axisA'
    | 'axisLoss'
    | 'axisSlope'
    | 'handle'
    | 'handleValue'
    | 'a'
    | 'minimax'
    | 'nonSaturating'
    | 'leastSquares'
    | 'linear'
    | `short_${LossName}`
    | 'alsoShow'
    | 'stateRejected'
    | 'stateUndecided'
    | 'stateBelieved'
    | 'slopes'
    | 'steeper'
    | 'equal'
    | 'flatter'
    | 'other'
    | 'tableA'
    | 'tableLoss'
    | 'tableSlope'
    | 'tableRatio'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'explainHead'
    | 'explain'
    | 'vanish1'
    | 'vanish2'
    | 'vanish3'
    | 'vanish4'
    | 'note'
    | `preset_${PresetName}`,
    string
  >
>;

export const generatorLossText = {
  en: {
    aim: 'Find out which of the two losses still pulls a sample that the judge has rejected, and where they change places.',
    lossPlot: 'Generator losses of one sample over the logit that the judge gives it.',
    slopePlot: 'Slopes of these losses over the same logit.',
    axisA: 'logit a of the sample',
    axisLoss: 'loss of the sample',
    axisSlope: 'slope dL/da',
    handle: 'logit a of the sample',
    handleValue: 'a = {a}, D = {d}',
    a: 'a logit of the sample',
    minimax: 'saturating, log(1 − D)',
    nonSaturating: 'non-saturating, −log D',
    leastSquares: 'Least squares, (a − 1)²',
    linear: 'Wasserstein and hinge, −a (one function)',
    short_minimax: 'saturating',
    short_nonSaturating: 'non-saturating',
    short_leastSquares: 'LSGAN',
    short_linear: 'Wasserstein, hinge',
    alsoShow: 'Show too',
    stateRejected: 'The judge has rejected this sample: D = {d}.',
    stateUndecided: 'The judge is nearly undecided: D = {d}.',
    stateBelieved: 'The judge takes this sample for data: D = {d}.',
    slopes: 'Slope of the saturating loss {mm}, of the non-saturating one {ns}',
    steeper: 'which is {ratio} times as steep (e⁻ᵃ).',
    equal: 'which is just as steep (e⁻ᵃ = 1).',
    flatter: 'which is {ratio} of that (e⁻ᵃ): here it is the one that vanishes.',
    other: '{name}: loss {loss}, slope {slope}.',
    tableA: 'a',
    tableLoss: 'loss, {name}',
    tableSlope: 'slope, {name}',
    tableRatio: 'ratio of the slopes',
    predictHead: 'Predict.',
    predict:
      'At a = −4 the judge gives the sample D = 0.018, and the non-saturating loss pulls 54.6 times as hard as the saturating one. By what factor at a = −8? And on which side of the axis is it the other way round?',
    tryHead: 'Try.',
    try: 'Drag the point on the axis (arrow keys move it by 0.1) to both ends and to the place where both curves are equally steep.',
    explainHead: 'Explain, then compare',
    explain:
      'Early in training nearly every sample is rejected. Why does one of the losses then leave the generator almost without a gradient, although its value there is the lowest the judge could force on it?',
    vanish1:
      'Saturating: the slope −σ(a) vanishes where the judge rejects, a → −∞. Those are the samples that most need to move.',
    vanish2:
      'Non-saturating: the slope σ(a) − 1 vanishes where the judge believes, a → +∞. Nothing is left to gain there. The ratio of the two slopes is (1 − σ)/σ = e⁻ᵃ.',
    vanish3:
      'Wasserstein and hinge: the slope is −1 everywhere; it vanishes nowhere, and the score has no upper end.',
    vanish4:
      'Least squares: the slope 2(a − 1) grows with the distance and vanishes at a = 1 only; beyond it the sample is pushed back.',
    note: 'Curves and numbers: the loss functions of the course and their gradients by automatic differentiation, in 64 bits. Curves that leave the picture are cut at its edge. For least squares, Wasserstein and hinge a is the judge’s output itself, no sigmoid follows.',
    preset_rejected: 'rejected, a = −4',
    preset_undecided: 'undecided, a = 0',
    preset_believed: 'taken for data, a = 4',
    preset_all: 'all losses, a = −4',
  },
  ru: {
    aim: 'Выясните, какая из двух функций потерь ещё тянет точку, которую судья уже отверг, и где они меняются ролями.',
    lossPlot: 'Потери генератора на одной точке в зависимости от логита, который даёт ей судья.',
    slopePlot: 'Наклоны этих потерь по тому же логиту.',
    axisA: 'логит a точки',
    axisLoss: 'потеря на точке',
    axisSlope: 'наклон dL/da',
    handle: 'логит a точки',
    handleValue: 'a = {a}, D = {d}',
    a: 'a логит точки',
    minimax: 'насыщающаяся, log(1 − D)',
    nonSaturating: 'ненасыщающаяся, −log D',
    leastSquares: 'Наименьшие квадраты, (a − 1)²',
    linear: 'Вассерштейн и hinge, −a (одна и та же функция)',
    short_minimax: 'насыща\u00adющаяся',
    short_nonSaturating: 'ненасыща\u00adющаяся',
    short_leastSquares: 'LSGAN',
    short_linear: 'Вассерштейн, hinge',
    alsoShow: 'Показать ещё',
    stateRejected: 'Судья отверг эту точку: D = {d}.',
    stateUndecided: 'Судья почти не решил: D = {d}.',
    stateBelieved: 'Судья принимает точку за данные: D = {d}.',
    slopes: 'Наклон насыщающейся потери {mm}, ненасыщающейся {ns}',
    steeper: 'то есть круче в {ratio} раза (e⁻ᵃ).',
    equal: 'то есть такой же (e⁻ᵃ = 1).',
    flatter: 'то есть {ratio} от того (e⁻ᵃ): здесь исчезает как раз он.',
    other: '{name}: потеря {loss}, наклон {slope}.',
    tableA: 'a',
    tableLoss: 'потеря, {name}',
    tableSlope: 'наклон, {name}',
    tableRatio: 'отношение наклонов',
    predictHead: 'Предскажите.',
    predict:
      'При a = −4 судья даёт точке D = 0,018, и ненасыщающаяся потеря тянет в 54,6 раза сильнее насыщающейся. Во сколько раз при a = −8? И с какой стороны оси всё наоборот?',
    tryHead: 'Попробуйте.',
    try: 'Перетащите точку на оси (стрелки сдвигают её на 0,1) к обоим краям и туда, где наклоны равны.',
    explainHead: 'Объясните, потом сравните',
    explain:
      'В начале обучения судья отвергает почти все точки. Почему одна из потерь оставляет тогда генератор почти без градиента?',
    vanish1:
      'Насыщающаяся: наклон −σ(a) исчезает там, где судья отвергает, a → −∞. Сдвинуться нужно как раз этим точкам.',
    vanish2:
      'Ненасыщающаяся: наклон σ(a) − 1 исчезает там, где судья верит, a → +∞. Добиваться там уже нечего. Отношение наклонов равно (1 − σ)/σ = e⁻ᵃ.',
    vanish3: 'Вассерштейн и hinge: наклон всюду −1, он не исчезает нигде, а оценка сверху не ограничена.',
    vanish4:
      'Наименьшие квадраты: наклон 2(a − 1) растёт с расстоянием и исчезает только при a = 1; дальше точку толкает назад.',
    note: 'Кривые и числа: функции потерь самого курса и их градиенты автоматическим дифференцированием, 64 бита. Кривые, которые выходят за край, обрезаны. У наименьших квадратов, Вассерштейна и hinge a — сам выход судьи, сигмоиды за ним нет.',
    preset_rejected: 'отвергнута, a = −4',
    preset_undecided: 'судья не решил, a = 0',
    preset_believed: 'принята за данные, a = 4',
    preset_all: 'все потери, a = −4',
  },
} satisfies Localised<LossWords>;
