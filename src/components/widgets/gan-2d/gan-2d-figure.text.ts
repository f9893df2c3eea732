import type { VerdictKind } from '~/methods/toy-gan/options';
import type { Localised } from '../shared/text';

/** Words in and under the pictures and in the table. */
export type FigureWords = Readonly<
  Record<
    | 'plane'
    | 'planeOf'
    | 'axisX'
    | 'axisY'
    | 'data'
    | 'samples'
    | 'arrows'
    | 'arrowsShort'
    | `scale_${VerdictKind}`
    | `field_${VerdictKind}`
    | 'note_points'
    | 'note_manifold'
    | 'note_arrows'
    | 'note_charts'
    | 'note_floor'
    | 'discriminator'
    | 'generator'
    | 'chart_losses'
    | 'chart_js'
    | 'chart_w1'
    | 'chart_modes'
    | 'axis_losses'
    | 'axis_js'
    | 'axis_w1'
    | 'axis_modes'
    | 'line_js'
    | 'line_w1'
    | 'line_modes'
    | 'floor'
    | 'allModes'
    | 'noModes'
    | 'stepAxis'
    | 'empty'
    | 'tableQuantity'
    | 'tableValue'
    | 'tableMode'
    | 'm_covered'
    | 'm_closeShare'
    | 'm_js'
    | 'm_jsFloor'
    | 'm_w1'
    | 'm_w1Floor'
    | 'm_lossD'
    | 'm_lossG'
    | 'm_pull'
    | 'm_judgedReal'
    | 'm_judgedFake'
    | 'm_beganK'
    | 'm_beganM'
    | 'm_judgeSteps'
    | 'm_generatorSteps',
    string
  >
>;

export const figureText = {
  en: {
    plane:
      'The plane: data as circles, samples of the generator as crosses, the judge as ground and contours.',
    planeOf: '{side}. {plane}',
    axisX: 'x₁',
    axisY: 'x₂',
    data: 'data',
    samples: 'samples of G',
    arrows: '→ gradient × {stretch}',
    arrowsShort: '→ gradients too short to draw: {pull}',
    scale_probability: 'D(x)',
    scale_score: 'f(x)',
    scale_energy: 'E(x)',
    field_probability:
      'Ground: D(x) on 48 × 48 points, smoothly enlarged; the hue of the data where D > ½, of the judge where D < ½, the page’s colour at ½. Contours at 0.1, 0.25, ½ (heavy), 0.75 and 0.9.',
    field_score:
      'Ground: the critic’s score f(x) on 48 × 48 points, smoothly enlarged; the page’s colour is its mean over the picture, full hue the largest deviation from it. Contours at round scores.',
    field_energy:
      'Ground: the energy E(x) that the judge gives, on 48 × 48 points, smoothly enlarged; data should have low energy, so the hue of the data stands for low and that of the judge for high. Contours at round energies.',
    note_points: '400 of 4,096 data points and 400 of 1,024 samples are drawn; every number is of all.',
    note_manifold:
      'Lattice of noise: 25 × 25 points of z between −2 and 2 (one line if z has one dimension; further dimensions are 0), joined to their neighbours and drawn through G.',
    note_arrows:
      'Gradients: for 160 samples the direction in which the generator’s loss of that sample falls; length × the power of ten that the picture names, cut at 1 unit.',
    note_charts:
      'Charts: one point for each picture, not smoothed; losses are of the latest step’s own batch. Above 1,000 pictures every second one is dropped.',
    note_floor:
      'Floor: what fresh data reach against the data by the same estimator with as many points; the band is its mean ± 2 standard deviations.',
    discriminator: 'judge D',
    generator: 'generator G',
    chart_losses: 'Loss of the judge and of the generator by step.',
    chart_js: 'Jensen–Shannon divergence of samples and data by step, with its floor.',
    chart_w1: 'Sliced Wasserstein distance of samples and data by step, with its floor.',
    chart_modes: 'Modes covered by step.',
    axis_losses: 'loss',
    axis_js: 'JS, nats',
    axis_w1: 'sliced W₁, units of the plane',
    axis_modes: 'modes covered',
    line_js: 'JS',
    line_w1: 'W₁',
    line_modes: 'modes',
    floor: 'floor',
    allModes: 'all {m}',
    noModes: 'These data have no modes to count.',
    stepAxis: 'steps of the game',
    empty: 'Nothing yet.',
    tableQuantity: 'Quantity',
    tableValue: 'Value',
    tableMode: 'Samples within 3σ of mode {n} (x₁ {x}, x₂ {y})',
    m_covered: 'Modes covered',
    m_closeShare: 'Share of samples within 3σ of some mode',
    m_js: 'JS of samples and data, nats',
    m_jsFloor: 'its floor, nats',
    m_w1: 'Sliced W₁ of samples and data',
    m_w1Floor: 'its floor',
    m_lossD: 'L_D, loss of D',
    m_lossG: 'L_G, loss of G',
    m_pull: 'Length of a sample’s gradient, mean',
    m_judgedReal: 'The judge on data, mean',
    m_judgedFake: 'The judge on samples, mean',
    m_beganK: 'kₜ of BEGAN',
    m_beganM: 'M, BEGAN’s convergence measure',
    m_judgeSteps: 'Steps of D',
    m_generatorSteps: 'Steps of G',
  },
  ru: {
    plane: 'Плоскость: данные — кружки, образцы генератора — крестики, судья — фон и линии уровня.',
    planeOf: '{side}. {plane}',
    axisX: 'x₁',
    axisY: 'x₂',
    data: 'данные',
    samples: 'образцы G',
    arrows: '→ градиент × {stretch}',
    arrowsShort: '→ градиенты слишком коротки: {pull}',
    scale_probability: 'D(x)',
    scale_score: 'f(x)',
    scale_energy: 'E(x)',
    field_probability:
      'Фон: D(x) в 48 × 48 точках, плавно увеличено; цвет данных там, где D > ½, цвет судьи там, где D < ½, цвет страницы при ½. Линии уровня: 0,1, 0,25, ½ (толстая), 0,75 и 0,9.',
    field_score:
      'Фон: оценка критика f(x) в 48 × 48 точках, плавно увеличено; цвет страницы — среднее по картинке, полный цвет — наибольшее отклонение от него. Линии уровня — при круглых оценках.',
    field_energy:
      'Фон: энергия E(x), которую даёт судья, в 48 × 48 точках, плавно увеличено; у данных энергия должна быть низкой, поэтому цвет данных — низкая, цвет судьи — высокая. Линии уровня — при круглых энергиях.',
    note_points: 'Показаны 400 из 4096 точек данных и 400 из 1024 образцов; все числа — по всем точкам.',
    note_manifold:
      'Сетка шума: 25 × 25 точек z от −2 до 2 (одна линия, если z одномерно; остальные координаты — нули), соседние соединены и проведены через G.',
    note_arrows:
      'Градиенты: для 160 образцов — направление, в котором падает потеря генератора на этом образце; длина умножена на степень десяти, названную на картинке, и обрезана на 1 единице.',
    note_charts:
      'Графики: одна точка на картинку, без сглаживания; потери — на пакете последнего шага. Если картинок больше 1000, выбрасывается каждая вторая.',
    note_floor:
      'Порог: чего достигают свежие данные против данных той же оценкой при том же числе точек; полоса — среднее ± 2 стандартных отклонения.',
    discriminator: 'судья D',
    generator: 'генератор G',
    chart_losses: 'Потери судьи и генератора по шагам.',
    chart_js: 'Дивергенция Йенсена — Шеннона между образцами и данными по шагам и её порог.',
    chart_w1: 'Расстояние Вассерштейна (по срезам) между образцами и данными по шагам и его порог.',
    chart_modes: 'Число покрытых мод по шагам.',
    axis_losses: 'потеря',
    axis_js: 'JS, наты',
    axis_w1: 'W₁ по срезам, единицы плоскости',
    axis_modes: 'покрыто мод',
    line_js: 'JS',
    line_w1: 'W₁',
    line_modes: 'моды',
    floor: 'порог',
    allModes: 'все {m}',
    noModes: 'У этих данных нет мод, которые можно сосчитать.',
    stepAxis: 'шаги игры',
    empty: 'Пока ничего.',
    tableQuantity: 'Величина',
    tableValue: 'Значение',
    tableMode: 'Образцов в пределах 3σ от моды {n} (x₁ {x}, x₂ {y})',
    m_covered: 'Покрыто мод',
    m_closeShare: 'Доля образцов в пределах 3σ от какой-либо моды',
    m_js: 'JS между образцами и данными, наты',
    m_jsFloor: 'её порог, наты',
    m_w1: 'W₁ по срезам между образцами и данными',
    m_w1Floor: 'его порог',
    m_lossD: 'L_D, потеря D',
    m_lossG: 'L_G, потеря G',
    m_pull: 'Длина градиента образца, среднее',
    m_judgedReal: 'Судья о данных, среднее',
    m_judgedFake: 'Судья об образцах, среднее',
    m_beganK: 'kₜ у BEGAN',
    m_beganM: 'M, мера сходимости BEGAN',
    m_judgeSteps: 'Шагов D',
    m_generatorSteps: 'Шагов G',
  },
} satisfies Localised<FigureWords>;
