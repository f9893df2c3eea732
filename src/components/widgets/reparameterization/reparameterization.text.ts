import type { Localised } from '../shared/text';
import type { Params, PresetName } from './reparameterization.params';

export type GradientWords = Readonly<
  Record<
    | 'aim'
    | 'exactness'
    | 'placePlot'
    | 'pathPlot'
    | 'scorePlot'
    | 'meanPlot'
    | 'axisZ'
    | 'axisPlace'
    | 'axisPath'
    | 'axisScore'
    | 'axisEstimate'
    | 'axisMean'
    | 'axisN'
    | 'density'
    | 'samplesName'
    | 'exact'
    | 'pathwise'
    | 'score'
    | 'muHandle'
    | 'sigmaHandle'
    | 'handleMu'
    | 'handleSigma'
    | 'f'
    | `f_${Params['f']}`
    | 'mu'
    | 'sigma'
    | 'baseline'
    | `baseline_${Params['baseline']}`
    | 'samples'
    | 'dimensions'
    | 'by'
    | `by_${Params['by']}`
    | 'draw'
    | 'means'
    | 'noisier'
    | 'quieter'
    | 'blind'
    | 'quick'
    | 'far'
    | 'need'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'breakHead'
    | 'break'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'note'
    | 'outside'
    | 'tableQuantity'
    | 'tableMean'
    | 'tableError'
    | 'tableMeasured'
    | 'tableExact'
    | 'tableNeed'
    | 'tableBaseline'
    | 'tableRatio'
    | 'numberExact'
    | 'numberPathMean'
    | 'numberScoreMean'
    | 'numberPath'
    | 'numberScore'
    | 'numberRatio'
    | `preset_${PresetName}`,
    string
  >
>;

export const reparameterizationText = {
  en: {
    exactness: 'Gradient and variances are exact; the means are of samples, with their draw of the noise.',
    aim: 'Find out what one sample tells about the gradient of a mean, by two estimates that agree on average.',
    placePlot: 'The function f, the density of z and some samples, which move with μ and σ.',
    pathPlot: 'Histogram of single-sample pathwise gradients.',
    scorePlot: 'Histogram of single-sample score-function gradients on the same axis.',
    meanPlot: 'Means of the first n gradients of each kind against n.',
    axisZ: 'z₁ = μ + σε',
    axisPlace: 'f(z₁), and the density of z₁',
    axisPath: 'pathwise: share of samples',
    axisScore: 'score function: share of samples',
    axisEstimate: 'gradient from one sample',
    axisMean: 'mean of the first n',
    axisN: 'n (equal ratios)',
    density: 'N(μ, σ²)',
    samplesName: 'same ε, other z',
    exact: 'exact',
    pathwise: 'pathwise',
    score: 'score function',
    muHandle: 'μ, the mean',
    sigmaHandle: 'σ, from the mean to the handle',
    handleMu: 'μ = {n}',
    handleSigma: 'σ = {n}',
    f: 'f, of which the mean is moved',
    f_square: 'z² (smooth)',
    f_bend: '|z| (a bend)',
    f_wave: 'sin 5z (turns quickly)',
    f_step: '1 if z > 0 (a jump)',
    mu: 'μ mean',
    sigma: 'σ standard deviation',
    baseline: 'b baseline of the score function',
    baseline_none: '0, none',
    baseline_mean: 'the mean of f',
    baseline_best: 'the best constant',
    samples: 'n samples',
    dimensions: 'D coordinates (f is a sum over them)',
    by: 'gradient by',
    by_mu: 'μ of the first coordinate',
    by_sigma: 'σ of the first coordinate',
    draw: 'noise, number of the draw',
    means: 'Exact gradient {g}. Means of {n} samples: pathwise {p} ± {pe}, score function {s} ± {se}.',
    noisier:
      'Variance of one sample: {pv} against {sv}, so the score function needs {ratio} times the samples.',
    quieter:
      'Variance of one sample: {pv} against {sv}. Here the pathwise estimate is the worse one: it needs {ratio} times the samples.',
    blind:
      'Every pathwise sample is 0: the slope of a step is 0 wherever it exists, and the jump, which does all the work, is not seen. More samples do not help; this estimate is wrong. The score function sees it (variance {sv}).',
    quick: 'f turns within one σ: its slopes are large and cancel.',
    far: 'With D = {d}, the other coordinates shake f and so every score-function sample; the pathwise one does not feel them.',
    need: 'For a standard error of a tenth of the gradient: {np} samples pathwise, {ns} by the score function.',
    predictHead: 'Predict.',
    predict:
      'Both histograms have one mean. Which is wider for z² at μ = 1, σ = 1, and what will the best baseline do to it?',
    tryHead: 'Try.',
    try: 'Drag μ (●) and σ (○). Then take the best baseline, then D = 32. Watch the ratio of variances.',
    breakHead: 'Break it.',
    break: 'Find a function for which the pathwise estimate is worse, and one for which it is wrong.',
    explainHead: 'Explain, then compare',
    explain1:
      'Pathwise: f′(z), the slope itself. Score function: (f(z) − b) ε/σ, a height times a sign: it learns the slope only by comparing many samples. For f = z² the variances are 4σ² and (μ⁴ + 18μ²σ² + 15σ⁴)/σ² − 4μ²: 4 and 30 at μ = σ = 1.',
    explain2:
      'The score has mean 0, so a baseline changes the variance only. The best constant brings 30 down to 14; what the other coordinates add it cannot take away.',
    explain3:
      'f′ does not see a jump. Of a fast wave the slopes are large and cancel (ωσ well above 1). A bend does no harm: it is met with probability 0.',
    note: 'Both histograms use the same noise and the same axis (exact gradient ± 3.5 standard deviations of the wider one); each has its own height.',
    outside: '{p} of {n} pathwise and {s} of {n} score-function samples lie beyond its ends.',
    tableQuantity: 'quantity',
    tableMean: 'mean',
    tableError: 'standard error of the mean',
    tableMeasured: 'variance of one sample, measured',
    tableExact: 'variance of one sample, exact',
    tableNeed: 'samples for an error of a tenth',
    tableBaseline: 'baseline b',
    tableRatio: 'ratio of exact variances, score function to pathwise',
    numberExact: 'exact gradient',
    numberPathMean: 'mean, pathwise',
    numberScoreMean: 'mean, score function',
    numberPath: 'variance, pathwise',
    numberScore: 'variance, score function',
    numberRatio: 'ratio of variances',
    preset_square: 'z², no baseline',
    preset_baseline: 'z², best baseline',
    preset_wide: 'z² in 32 dimensions',
    preset_step: 'a step: pathwise is wrong',
    preset_wave: 'a wave: pathwise is worse',
  },
  ru: {
    exactness: 'Градиент и дисперсии точны; средние — по точкам, шум взят по его номеру.',
    aim: 'Выясните, что одна точка говорит о градиенте среднего по двум оценкам, которые в среднем совпадают.',
    placePlot: 'Функция f, плотность z и несколько точек, которые движутся вместе с μ и σ.',
    pathPlot: 'Гистограмма репараметризованных градиентов, каждый по одной точке.',
    scorePlot: 'Гистограмма градиентов через логарифм плотности, на той же оси.',
    meanPlot: 'Средние первых n градиентов каждого вида в зависимости от n.',
    axisZ: 'z₁ = μ + σε',
    axisPlace: 'f(z₁) и плотность z₁',
    axisPath: 'вдоль пути: доля точек',
    axisScore: 'через логарифм плотности: доля точек',
    axisEstimate: 'градиент по одной точке',
    axisMean: 'среднее первых n',
    axisN: 'n (равные отношения)',
    density: 'N(μ, σ²)',
    samplesName: 'те же ε, другие z',
    exact: 'точный',
    pathwise: 'вдоль пути',
    score: 'через log p',
    muHandle: 'μ, среднее',
    sigmaHandle: 'σ, от среднего до ручки',
    handleMu: 'μ = {n}',
    handleSigma: 'σ = {n}',
    f: 'f, среднее которой сдвигают',
    f_square: 'z² (гладкая)',
    f_bend: '|z| (излом)',
    f_wave: 'sin 5z (быстро меняется)',
    f_step: '1 при z > 0 (скачок)',
    mu: 'μ среднее',
    sigma: 'σ стандартное отклонение',
    baseline: 'b, что вычитают из f',
    baseline_none: '0, ничего',
    baseline_mean: 'среднее f',
    baseline_best: 'лучшая постоянная',
    samples: 'n точек',
    dimensions: 'D координат (f — сумма по ним)',
    by: 'градиент по',
    by_mu: 'μ первой координаты',
    by_sigma: 'σ первой координаты',
    draw: 'номер шума',
    means:
      'Точный градиент {g}. Средние по {n} точкам: вдоль пути {p} ± {pe}, через логарифм плотности {s} ± {se}.',
    noisier: 'Дисперсия одной оценки: {pv} против {sv}, второй оценке нужно в {ratio} раза больше точек.',
    quieter:
      'Дисперсия одной оценки: {pv} против {sv}. Здесь хуже оценка вдоль пути: ей нужно в {ratio} раза больше точек.',
    blind:
      'Все оценки вдоль пути равны 0: у ступеньки наклон 0 везде, где он есть, а скачок, в котором всё дело, не виден. Больше точек не поможет: оценка неверна. Вторая скачок видит (дисперсия {sv}).',
    quick: 'f меняется в пределах одной σ: наклоны велики и взаимно гасятся.',
    far: 'При D = {d} остальные координаты раскачивают f и с ней каждую оценку через логарифм плотности; оценка вдоль пути их не чувствует.',
    need: 'Чтобы стандартная ошибка была десятой частью градиента, нужно точек: {np} вдоль пути, {ns} через логарифм плотности.',
    predictHead: 'Предскажите.',
    predict:
      'Среднее у гистограмм одно. Какая шире для z² при μ = 1, σ = 1 и что с ней сделает лучшая постоянная?',
    tryHead: 'Попробуйте.',
    try: 'Тащите μ (●) и σ (○). Затем возьмите лучшую постоянную, затем D = 32. Следите за отношением дисперсий.',
    breakHead: 'Сломайте.',
    break: 'Найдите функцию, для которой оценка вдоль пути хуже, и функцию, для которой она неверна.',
    explainHead: 'Объясните, потом сравните',
    explain1:
      'Вдоль пути: f′(z), сам наклон. Через логарифм плотности: (f(z) − b) ε/σ, высота, умноженная на знак; наклон она узнаёт, лишь сравнив много точек. Для f = z² дисперсии равны 4σ² и (μ⁴ + 18μ²σ² + 15σ⁴)/σ² − 4μ²: 4 и 30 при μ = σ = 1.',
    explain2:
      'Среднее производной логарифма плотности равно 0, поэтому вычитание b меняет только дисперсию. Лучшая постоянная снижает 30 до 14; разброса от остальных координат ей не убрать.',
    explain3:
      'f′ не видит скачка. У быстрой волны наклоны велики и гасят друг друга (ωσ заметно больше 1). Излом не вредит: вероятность попасть в него 0.',
    note: 'Шум и ось у гистограмм общие (точный градиент ± 3,5 стандартного отклонения более широкой), высота у каждой своя.',
    outside: 'За её края вышли {p} из {n} оценок вдоль пути и {s} из {n} через логарифм плотности.',
    tableQuantity: 'величина',
    tableMean: 'среднее',
    tableError: 'стандартная ошибка среднего',
    tableMeasured: 'дисперсия одной оценки, измеренная',
    tableExact: 'дисперсия одной оценки, точная',
    tableNeed: 'точек для ошибки в одну десятую',
    tableBaseline: 'вычитаемое b',
    tableRatio: 'отношение точных дисперсий, второй к первой',
    numberExact: 'точный градиент',
    numberPathMean: 'среднее вдоль пути',
    numberScoreMean: 'среднее через log p',
    numberPath: 'дисперсия вдоль пути',
    numberScore: 'дисперсия через log p',
    numberRatio: 'отношение дисперсий',
    preset_square: 'z², ничего не вычтено',
    preset_baseline: 'z², лучшая постоянная',
    preset_wide: 'z² в 32 измерениях',
    preset_step: 'ступенька: вдоль пути неверно',
    preset_wave: 'волна: вдоль пути хуже',
  },
} satisfies Localised<GradientWords>;
