import type { Localised } from '../shared/text';
import type { PresetName } from './optimal-discriminator.params';

export type JudgeWords = Readonly<
  Record<
    | 'aim'
    | 'densities'
    | 'judges'
    | 'pulls'
    | 'jsPlot'
    | 'w1Plot'
    | 'axisX'
    | 'axisDensity'
    | 'axisJudge'
    | 'axisPulls'
    | 'axisDistance'
    | 'axisJs'
    | 'axisW1'
    | 'data'
    | 'model'
    | 'judge'
    | 'critic'
    | 'log2'
    | 'minimax'
    | 'nonSaturating'
    | 'criticLoss'
    | 'dataHandle'
    | 'modelHandle'
    | 'handleValue'
    | 'dataAt'
    | 'modelAt'
    | 'gap'
    | 'dataWidth'
    | 'modelWidth'
    | 'shape'
    | 'shape_gaussian'
    | 'shape_box'
    | 'apart'
    | 'equal'
    | 'overlap'
    | 'pullNumbers'
    | 'allFlat'
    | 'onlyCritic'
    | 'tailsPull'
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
    | 'accuracy'
    | 'tableQuantity'
    | 'tableValue'
    | 'tableJs'
    | 'tableKlDataModel'
    | 'tableKlModelData'
    | 'tableTv'
    | 'tableW1'
    | 'meanJudged'
    | 'meanMinimax'
    | 'meanNonSaturating'
    | 'meanCritic'
    | 'tablePull'
    | 'tableMeanPull'
    | 'nats'
    | `preset_${PresetName}`,
    string
  >
>;

export const optimalDiscriminatorText = {
  en: {
    aim: 'Find out what the best possible judge still tells the generator when real and fake lie far apart, and what the best critic tells it.',
    densities: 'The densities of data and generator on the line.',
    judges: 'The optimal discriminator D* and the optimal critic f over the same line.',
    pulls:
      'Five samples of the generator, each with the pull of three losses as an arrow, over the thin line of the judge that each loss listens to.',
    jsPlot: 'Jensen–Shannon divergence over the distance of the centres.',
    w1Plot: 'Wasserstein distance over the distance of the centres.',
    axisX: 'x',
    axisDensity: 'density',
    axisJudge: 'D* (full), ½ + f/8 (dashed)',
    axisPulls: 'pulls on five samples; thin: D*, last row f',
    axisDistance: 'distance Δ',
    axisJs: 'JS (nats)',
    axisW1: 'W₁ (units of x)',
    data: 'data p_d',
    model: 'generator p_g',
    judge: 'D*',
    critic: 'critic f',
    log2: 'log 2',
    minimax: 'by log(1 − D*)',
    nonSaturating: 'by −log D*',
    criticLoss: 'by −f',
    dataHandle: 'centre of the data',
    modelHandle: 'centre of the generator',
    handleValue: 'x = {x}',
    dataAt: 'centre of the data',
    modelAt: 'centre of the generator',
    gap: 'data: two heaps at ± this from the centre',
    dataWidth: 'σ of a heap of data',
    modelWidth: 'σ of the generator',
    shape: 'shape of a heap',
    shape_gaussian: 'Gaussian (has tails)',
    shape_box: 'box (ends at its edges)',
    apart: 'Far apart: JS = {js}, at its ceiling log 2; nearer hardly lowers it. W₁ = {w1}.',
    equal: 'Nearly equal: JS = {js}, W₁ = {w1}.',
    overlap: 'They overlap: JS = {js} of at most 0.693, W₁ = {w1}.',
    pullNumbers: 'Mean pull by log(1 − D*) {mm}, by −log D* {ns}, by the critic {w}.',
    allFlat:
      'D* is flat wherever there are samples: no loss made of it can move them. The critic alone has a slope.',
    onlyCritic:
      'Samples stand where D* is nearly flat: both losses made of it leave them there, though half of the task is undone. The critic pulls every one.',
    tailsPull: 'That by −log D* is the tails’ alone: Δ/σ², harder for narrower heaps, 0 for boxes.',
    predictHead: 'Predict.',
    predict:
      'You will drag the generator (○) to the data (●). Which will change first, JS or W₁? And at which distance is the pull by log(1\u00a0−\u00a0D*) largest?',
    tryHead: 'Try.',
    try: 'Drag ○ along the axis and watch the arrows, then the two small plots. Then the presets “disjoint” and “half covered”.',
    explainHead: 'Explain, then compare',
    explain1:
      'D* = p_d / (p_d + p_g) looks at each x alone. Where only one of the densities lives it is 0 or 1, near or far alike: JS is log 2 and flat, and log(1 − D*) has no slope at the samples.',
    explain2:
      'f counts what has to be carried past x: f′ = sign(F_g − F_d), with the distribution functions F. Its slope is ±1 wherever mass must pass, at every distance. So in a picture of both, the curve that drops from 1 to 0 and is flat at the samples belongs to the first GAN, and the straight ramp through both heaps to the Wasserstein GAN.',
    explain3:
      'Gaussians have tails, so log D* still falls outside of the data, by Δ/σ². A trained network does not know such tails: a thousandth of the density a hundred times over is not in any batch.',
    explain4:
      'Half covered: on the heap that it has, D* = ⅓ and flat. KL(p_g ‖ p_d) is only log 2 = 0.693; KL(p_d ‖ p_g), which likelihood looks at, is enormous.',
    note: 'Arrows show direction and size of minus the slope in x, 0.6 of the axis’s unit for a pull of 1, cut at a pull of 3, left out below 0.13; the table has their numbers. The critic’s level does not matter: it is drawn around the middle, ⅛ of the height for 1.',
    accuracy:
      'Gaussians: sums over 3,001 cells of width 0.01; boxes: sums over the intervals between their edges. Tests against closed forms hold every shown digit.',
    tableQuantity: 'quantity',
    tableValue: 'value',
    tableJs: 'JS',
    tableKlDataModel: 'KL(p_d ‖ p_g)',
    tableKlModelData: 'KL(p_g ‖ p_d)',
    tableTv: 'total variation',
    tableW1: 'W₁ (units of x)',
    meanJudged: 'mean D* of the samples',
    meanMinimax: 'mean pull, log(1 − D*)',
    meanNonSaturating: 'mean pull, −log D*',
    meanCritic: 'mean pull, −f',
    tablePull: 'sample at x = {x}: pull by log(1 − D*), by −log D*, by −f',
    tableMeanPull: 'mean size of the pull by log(1 − D*), by −log D*, by −f',
    nats: '{n} nats',
    preset_apart: 'far apart, Gaussians',
    preset_disjoint: 'disjoint, boxes',
    preset_near: 'near each other',
    preset_half: 'half covered',
  },
  ru: {
    aim: 'Выясните, что лучший из возможных судей ещё сообщает генератору, когда данные и подделки далеко друг от друга, и что сообщает лучший критик.',
    densities: 'Плотности данных и генератора на прямой.',
    judges: 'Оптимальный дискриминатор D* и оптимальный критик f на той же прямой.',
    pulls:
      'Пять точек генератора, у каждой стрелками показано, куда её тянут три функции потерь; под ними тонкой линией судья, которого слушает каждая потеря.',
    jsPlot: 'Дивергенция Йенсена — Шеннона в зависимости от расстояния между центрами.',
    w1Plot: 'Расстояние Вассерштейна в зависимости от расстояния между центрами.',
    axisX: 'x',
    axisDensity: 'плотность',
    axisJudge: 'D* (сплошная), ½ + f/8 (штрихи)',
    axisPulls: 'тяга пяти точек; тонко: D*, внизу f',
    axisDistance: 'расстояние Δ',
    axisJs: 'JS (наты)',
    axisW1: 'W₁ (единицы x)',
    data: 'данные p_d',
    model: 'генератор p_g',
    judge: 'D*',
    critic: 'критик f',
    log2: 'log 2',
    minimax: 'log(1 − D*)',
    nonSaturating: '−log D*',
    criticLoss: '−f',
    dataHandle: 'центр данных',
    modelHandle: 'центр генератора',
    handleValue: 'x = {x}',
    dataAt: 'центр данных',
    modelAt: 'центр генератора',
    gap: 'данные: две кучки на таком расстоянии от центра',
    dataWidth: 'σ кучки данных',
    modelWidth: 'σ генератора',
    shape: 'форма кучки',
    shape_gaussian: 'гауссова (есть хвосты)',
    shape_box: 'прямоугольная (есть края)',
    apart: 'Далеко: JS = {js}, у потолка log 2, почти не меняется. W₁ = {w1}.',
    equal: 'Почти совпали: JS = {js}, W₁ = {w1}.',
    overlap: 'Пересекаются: JS = {js} из возможных 0,693, W₁ = {w1}.',
    pullNumbers: 'Средняя тяга: log(1 − D*) — {mm}, −log D* — {ns}, критик — {w}.',
    allFlat:
      'Там, где есть точки, D* не меняется: никакая потеря из него их не сдвинет. Наклон есть только у критика.',
    onlyCritic:
      'Точки стоят там, где D* почти не меняется: обе потери из него оставляют их на месте, хотя сделана лишь половина дела. Критик тянет каждую.',
    tailsPull: 'Тяга −log D* идёт от одних хвостов: Δ/σ², у узких кучек сильнее, у прямоугольников 0.',
    predictHead: 'Предскажите.',
    predict:
      'Вы потащите генератор (○) к данным (●). Что изменится раньше, JS или W₁? И на каком расстоянии тяга log(1\u00a0−\u00a0D*) наибольшая?',
    tryHead: 'Попробуйте.',
    try: 'Тащите ○ вдоль оси и следите за стрелками, затем за двумя малыми графиками. Затем опыты «не пересекаются» и «покрыта половина».',
    explainHead: 'Объясните, потом сравните',
    explain1:
      'D* = p_d / (p_d + p_g) смотрит на каждый x отдельно. Где живёт только одна плотность, там он 0 или 1, вблизи и вдали одинаково: JS равна log 2 и постоянна, а у log(1 − D*) нет наклона в точках генератора.',
    explain2:
      'f считает, что нужно пронести мимо x: f′ = sign(F_g − F_d), где F — функции распределения. Наклон равен ±1 всюду, где должна пройти масса, на любом расстоянии. Поэтому на рисунке с обеими кривыми та, что падает от 1 до 0 и постоянна на точках, принадлежит первому GAN, а прямой скат через обе кучки — GAN Вассерштейна.',
    explain3:
      'У гауссовых кучек есть хвосты, поэтому log D* убывает и вне данных, с наклоном Δ/σ². Обученная сеть таких хвостов не знает: столь редких точек нет ни в одном пакете.',
    explain4:
      'Покрыта половина: на своей кучке D* = ⅓ и постоянен. KL(p_g ‖ p_d) всего log 2 = 0,693, а KL(p_d ‖ p_g), на которую смотрит правдоподобие, огромна.',
    note: 'Стрелки показывают направление и величину антиградиента по x: тяга 1 — это 0,6 единицы оси, больше 3 обрезано, меньше 0,13 не нарисовано; числа стоят в таблице. Уровень критика роли не играет: он нарисован вокруг середины, единица — ⅛ высоты.',
    accuracy:
      'Гауссовы кучки: суммы по 3001 ячейке шириной 0,01; прямоугольные: суммы по отрезкам между краями. Тесты по замкнутым формулам держат каждую показанную цифру.',
    tableQuantity: 'величина',
    tableValue: 'значение',
    tableJs: 'JS',
    tableKlDataModel: 'KL(p_d ‖ p_g)',
    tableKlModelData: 'KL(p_g ‖ p_d)',
    tableTv: 'полная вариация',
    tableW1: 'W₁ (единицы x)',
    meanJudged: 'среднее D* по точкам',
    meanMinimax: 'средняя тяга, log(1 − D*)',
    meanNonSaturating: 'средняя тяга, −log D*',
    meanCritic: 'средняя тяга, −f',
    tablePull: 'точка x = {x}: тяга log(1 − D*), −log D*, −f',
    tableMeanPull: 'средняя величина тяги log(1 − D*), −log D*, −f',
    nats: '{n} нат',
    preset_apart: 'далеко, гауссовы',
    preset_disjoint: 'не пересекаются, прямоугольные',
    preset_near: 'близко',
    preset_half: 'покрыта половина',
  },
} satisfies Localised<JudgeWords>;
