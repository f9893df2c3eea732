import type { Localised } from '../shared/text';
import type { Params, PresetName } from './kl-explorer.params';

export type KlWords = Readonly<
  Record<
    | 'aim'
    | 'densities'
    | 'terms'
    | 'klPlot'
    | 'likelihoodPlot'
    | 'axisX'
    | 'axisDensity'
    | 'axisTerms'
    | 'axisMean'
    | 'axisKl'
    | 'axisLikelihood'
    | 'p'
    | 'q'
    | 'forwardTerm'
    | 'reverseTerm'
    | 'forwardName'
    | 'reverseName'
    | 'expectedName'
    | 'sampledName'
    | 'rightHandle'
    | 'qHandle'
    | 'handleValue'
    | keyof Params
    | 'fit'
    | 'fitForward'
    | 'fitReverse'
    | 'both'
    | 'masses'
    | 'state_equal'
    | 'state_cover'
    | 'state_seek'
    | 'state_bridge'
    | 'state_free'
    | 'likelihood'
    | 'missed'
    | 'wasted'
    | 'nats'
    | 'predictHead'
    | 'predict'
    | 'tryHead'
    | 'try'
    | 'explainHead'
    | 'explain1'
    | 'explain2'
    | 'explain3'
    | 'explain4'
    | 'note'
    | 'exact'
    | `preset_${PresetName}`,
    string
  >
>;

export const klExplorerText = {
  en: {
    aim: 'Find out which normal q is nearest to a p with two heaps if log(p/q) is averaged under p, and which if log(q/p) is averaged under q.',
    densities: 'The density p, a sample of it as a histogram, and the normal q.',
    terms: 'The integrands of both divergences over the same line.',
    klPlot: 'Both divergences over the mean of q, its width held.',
    likelihoodPlot: 'Mean log-likelihood of the sample over the mean of q, and what it tends to.',
    axisX: 'x',
    axisDensity: 'density; thin steps: the sample',
    axisTerms: 'integrands (nats per unit of x)',
    axisMean: 'mean of q',
    axisKl: 'KL (nats)',
    axisLikelihood: 'mean log q (nats)',
    p: 'p',
    q: 'q',
    forwardTerm: 'p log(p/q)',
    reverseTerm: 'q log(q/p)',
    forwardName: 'KL(p ‖ q)',
    reverseName: 'KL(q ‖ p)',
    expectedName: '−H − KL(p ‖ q)',
    sampledName: 'sample',
    rightHandle: 'mean of the right heap of p',
    qHandle: 'mean of q',
    handleValue: 'x = {x}',
    leftAt: 'mean of the left heap of p',
    rightAt: 'mean of the right heap of p',
    share: 'weight of the left heap',
    width: 'σ of a heap of p',
    qAt: 'mean of q',
    qWidth: 'σ of q',
    n: 'values drawn from p',
    seed: 'seed of the draw',
    fit: 'Fit q',
    fitForward: 'Least KL(p ‖ q)',
    fitReverse: 'Descend KL(q ‖ p) from here',
    both: 'KL(p ‖ q) = {forward} nats, KL(q ‖ p) = {reverse} nats.',
    masses:
      'p has {missed}% of its mass where q is less than a tenth of it; q has {wasted}% of its own where p is less than a tenth of q.',
    state_equal: 'q is p.',
    state_cover: 'No normal has a smaller KL(p ‖ q): q has p’s mean and deviation and covers all of it.',
    state_seek: 'KL(q ‖ p) falls in no direction from here: q sits on one heap.',
    state_bridge: 'KL(q ‖ p) falls in no direction from here either: a poor minimum that spans the gap.',
    state_free: 'q is the best for neither.',
    likelihood:
      'Mean log q over {n} values drawn from p: {mean} ± {error} (standard error); −H(p) − KL(p ‖ q) = {expected}. It is largest for the sample’s own mean {bestAt} and deviation {bestWidth}.',
    missed: 'p where q < p/10',
    wasted: 'q where p < q/10',
    nats: '{n} nats',
    predictHead: 'Predict.',
    predict:
      'q stands wide over both heaps. Where would you put it so that it never stands where p is nearly zero?',
    tryHead: 'Try.',
    try: 'Press “Descend KL(q ‖ p) from here”, then drag q to x = 3, make it narrow (σ = 0.5) and press again. How many answers can you find? And how many has “Least KL(p ‖ q)”?',
    explainHead: 'Explain, then compare',
    explain1:
      'KL(p ‖ q) averages log(p/q) over p: a place where p has mass and q has none costs without bound, a place where only q has mass costs nothing. So the best q covers all of p, the empty middle too.',
    explain2:
      'KL(q ‖ p) averages over q: now q pays for every place where p is nearly zero, and a heap that it leaves out costs nothing. So q sits on one heap; which one, the start decides.',
    explain3:
      'A normal fitted to one heap of weight w has KL(q ‖ p) ≈ log(1/w): 0.51 for w = 0.6, 0.92 for w = 0.4. Between them lies a third, poor minimum that spans the gap, at 1.14.',
    explain4:
      'Data are draws from p, so their mean log q tends to −H(p) − KL(p ‖ q). H(p) does not depend on q: likelihood is the forward direction, and it covers.',
    note: 'The integrands’ axis is cut where it would hide the rest, and what lies beyond ±6 counts in the numbers; areas below zero count as negative. Fits are rounded to 0.001. The histogram has bins of 0.5.',
    exact: 'The divergences hold no chance: their differences are exact to the digits shown.',
    preset_cover: 'least KL(p ‖ q): covers',
    preset_seek: 'least KL(q ‖ p): the left heap',
    preset_other: 'a minimum of KL(q ‖ p): the right heap',
    preset_bridge: 'a poor minimum of KL(q ‖ p)',
    preset_single: 'p has one heap',
  },
  ru: {
    aim: 'Выясните, какое нормальное q ближе всего к p с двумя горбами, если log(p/q) усредняют по p, и какое, если log(q/p) усредняют по q.',
    densities: 'Плотность p, выборка из неё в виде гистограммы и нормальная плотность q.',
    terms: 'Подынтегральные выражения обоих расхождений на той же прямой.',
    klPlot: 'Оба расхождения в зависимости от среднего q при неизменной ширине.',
    likelihoodPlot: 'Средний логарифм правдоподобия выборки в зависимости от среднего q и его предел.',
    axisX: 'x',
    axisDensity: 'плотность; тонкие ступени — выборка',
    axisTerms: 'под интегралом (наты на единицу x)',
    axisMean: 'среднее q',
    axisKl: 'KL (наты)',
    axisLikelihood: 'среднее log q (наты)',
    p: 'p',
    q: 'q',
    forwardTerm: 'p log(p/q)',
    reverseTerm: 'q log(q/p)',
    forwardName: 'KL(p ‖ q)',
    reverseName: 'KL(q ‖ p)',
    expectedName: '−H − KL(p ‖ q)',
    sampledName: 'выборка',
    rightHandle: 'среднее правого горба p',
    qHandle: 'среднее q',
    handleValue: 'x = {x}',
    leftAt: 'среднее левого горба p',
    rightAt: 'среднее правого горба p',
    share: 'вес левого горба',
    width: 'σ горба p',
    qAt: 'среднее q',
    qWidth: 'σ у q',
    n: 'значений из p',
    seed: 'зерно выборки',
    fit: 'Подобрать q',
    fitForward: 'Наименьшее KL(p ‖ q)',
    fitReverse: 'Спуск по KL(q ‖ p) отсюда',
    both: 'KL(p ‖ q) = {forward} ната, KL(q ‖ p) = {reverse} ната.',
    masses:
      'У p {missed}% массы лежит там, где q меньше её десятой части; у q {wasted}% массы — там, где p меньше десятой части q.',
    state_equal: 'q совпадает с p.',
    state_cover:
      'Меньшего KL(p ‖ q) нет ни у одного нормального: у q среднее и отклонение p, и оно накрывает всё.',
    state_seek: 'KL(q ‖ p) отсюда никуда не убывает: q сидит на одном горбе.',
    state_bridge: 'И отсюда KL(q ‖ p) никуда не убывает: плохой минимум, перекинутый через провал.',
    state_free: 'Ни для одного из расхождений q не лучшее.',
    likelihood:
      'Среднее log q по {n} значениям из p: {mean} ± {error} (стандартная ошибка); −H(p) − KL(p ‖ q) = {expected}. Наибольшее оно при среднем {bestAt} и отклонении {bestWidth} самой выборки.',
    missed: 'p там, где q < p/10',
    wasted: 'q там, где p < q/10',
    nats: '{n} нат',
    predictHead: 'Предскажите.',
    predict:
      'q широко накрывает оба горба. Куда бы вы его поставили, чтобы оно не стояло там, где p почти ноль?',
    tryHead: 'Попробуйте.',
    try: 'Нажмите «Спуск по KL(q ‖ p) отсюда», затем перетащите q в x = 3, сделайте узким (σ = 0,5) и нажмите снова. Сколько ответов вы найдёте? А сколько их у «Наименьшее KL(p ‖ q)»?',
    explainHead: 'Объясните, затем сравните',
    explain1:
      'KL(p ‖ q) усредняет log(p/q) по p: место, где у p есть масса, а у q нет, стоит сколь угодно дорого, а место, где масса есть только у q, не стоит ничего. Лучшее q поэтому накрывает всё p, вместе с пустой серединой.',
    explain2:
      'KL(q ‖ p) усредняет по q: теперь q платит за каждое место, где p почти ноль, а пропущенный горб ничего не стоит. Поэтому q садится на один горб; на какой — решает начало.',
    explain3:
      'У нормального на горбе веса w KL(q ‖ p) ≈ log(1/w): 0,51 при w = 0,6 и 0,92 при w = 0,4. Между ними есть третий, плохой минимум через провал, 1,14.',
    explain4:
      'Данные взяты из p, и их среднее log q стремится к −H(p) − KL(p ‖ q). H(p) от q не зависит: правдоподобие — это прямое направление, и оно накрывает.',
    note: 'Ось подынтегральных выражений обрезана там, где заслонила бы остальное, а то, что дальше ±6, в числах учтено; площади ниже нуля отрицательны. Подобранные числа округлены до 0,001. Ширина столбца гистограммы 0,5.',
    exact: 'В расхождениях нет случайности: разности точны до показанных цифр.',
    preset_cover: 'наименьшее KL(p ‖ q): накрывает',
    preset_seek: 'наименьшее KL(q ‖ p): левый горб',
    preset_other: 'минимум KL(q ‖ p): правый горб',
    preset_bridge: 'плохой минимум KL(q ‖ p)',
    preset_single: 'у p один горб',
  },
} satisfies Localised<KlWords>;
