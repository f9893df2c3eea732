import type { Localised } from '../shared/text';
import type { Params, PresetName } from './gan-2d.params';

/** Words that stand in the page before Run, and in its HTML: as few as may be. The others load with the drawing. */
export type GanWords = Readonly<
  Record<
    | 'aim'
    | 'predictHead'
    | 'runHead'
    | 'explainHead'
    | 'poster'
    | 'chartsEmpty'
    | 'stepJudge'
    | 'stepGenerator'
    | 'show'
    | `view_${View}`
    | 'dataName'
    | `data_${Params['data']}`
    | 'lossName'
    | `loss_${Params['loss']}`
    | 'rateG'
    | 'rateD'
    | `preset_${PresetName}`,
    string
  >
>;

/** Parts of the figure that the reader shows or hides; the first four in the plane, the others charts. */
export const views = ['points', 'field', 'manifold', 'arrows', 'losses', 'js', 'w1', 'modes'] as const;
export type View = (typeof views)[number];
/** What is in view until the reader chooses. */
export const firstViews: readonly View[] = ['points', 'field', 'losses', 'js'];

export const ganText = {
  en: {
    aim: 'Find out how a generator that never sees the data comes to cover all of it, only by following the judge.',
    predictHead: 'Predict.',
    runHead: 'Run.',
    explainHead: 'Explain.',
    poster: 'A stored run of this figure: seed {seed}, step {step}, preset “{preset}”.',
    chartsEmpty: 'Charts of the losses and of the distance to the data appear after Run.',
    stepJudge: 'Step D',
    stepGenerator: 'Step G',
    show: 'Show',
    view_points: 'data and samples',
    view_field: 'what D says',
    view_manifold: 'lattice of noise through G',
    view_arrows: 'gradient of each sample',
    view_losses: 'losses',
    view_js: 'JS to the data',
    view_w1: 'sliced W₁ to the data',
    view_modes: 'modes covered',
    dataName: 'data',
    data_ring: 'ring of eight',
    data_moons: 'two moons',
    data_grid: 'grid of 25',
    data_spiral: 'spiral',
    data_line: 'line',
    data_checkerboard: 'checkerboard',
    data_drawn: 'drawn by you',
    lossName: 'L loss',
    loss_minimax: 'minimax',
    loss_nonSaturating: 'non-saturating',
    loss_wassersteinGp: 'Wasserstein, gradient penalty',
    loss_wassersteinClip: 'Wasserstein, clipped weights',
    loss_leastSquares: 'least squares',
    loss_hinge: 'hinge',
    loss_dragan: 'DRAGAN',
    loss_ebgan: 'EBGAN',
    loss_began: 'BEGAN',
    loss_r1: 'non-saturating with R1',
    rateG: 'η_G learning rate of G',
    rateD: 'η_D learning rate of D',
    preset_ring: 'ring, minimax loss',
    preset_moons: 'moons, non-saturating loss',
    preset_nonSaturating: 'ring, non-saturating loss',
    preset_wasserstein: 'ring, Wasserstein loss',
    preset_wassersteinClip: 'ring, Wasserstein, clipped weights',
    preset_leastSquares: 'ring, least squares',
    preset_hinge: 'ring, hinge',
    preset_dragan: 'ring, DRAGAN',
    preset_ebgan: 'ring, EBGAN',
    preset_began: 'ring, BEGAN',
    preset_r1: 'ring, R1',
    preset_vanishing: 'strong judge, minimax loss',
    preset_cured: 'strong judge, non-saturating loss',
    preset_collapse: 'collapse',
    preset_collapseCured: 'collapse cured',
    preset_cycling: 'cycling',
    preset_cyclingCured: 'cycling cured',
    preset_imbalanced: 'weak judge, fast generator',
    preset_imbalancedCured: 'weak judge cured',
    preset_diverging: 'absurd learning rates',
  },
  ru: {
    aim: 'Выясните, как генератор, который данных не видит, покрывает их все, лишь следуя за судьёй.',
    predictHead: 'Предскажите.',
    runHead: 'Запустите.',
    explainHead: 'Объясните.',
    poster: 'Сохранённый прогон этого рисунка: зерно {seed}, шаг {step}, опыт «{preset}».',
    chartsEmpty: 'Графики потерь и расстояния до данных появятся после запуска.',
    stepJudge: 'Шаг D',
    stepGenerator: 'Шаг G',
    show: 'Показать',
    view_points: 'данные и образцы',
    view_field: 'что говорит D',
    view_manifold: 'сетку шума через G',
    view_arrows: 'градиент образцов',
    view_losses: 'потери',
    view_js: 'JS до данных',
    view_w1: 'W₁ по срезам до данных',
    view_modes: 'покрытые моды',
    dataName: 'данные',
    data_ring: 'кольцо из восьми',
    data_moons: 'две луны',
    data_grid: 'сетка из 25',
    data_spiral: 'спираль',
    data_line: 'прямая',
    data_checkerboard: 'шахматная доска',
    data_drawn: 'ваш рисунок',
    lossName: 'L функция потерь',
    loss_minimax: 'минимакс',
    loss_nonSaturating: 'ненасыщающаяся',
    loss_wassersteinGp: 'Вассерштейн, штраф на градиент',
    loss_wassersteinClip: 'Вассерштейн, обрезка весов',
    loss_leastSquares: 'наименьшие квадраты',
    loss_hinge: 'hinge-потеря',
    loss_dragan: 'DRAGAN',
    loss_ebgan: 'EBGAN',
    loss_began: 'BEGAN',
    loss_r1: 'ненасыщающаяся с R1',
    rateG: 'η_G скорость обучения G',
    rateD: 'η_D скорость обучения D',
    preset_ring: 'кольцо, минимакс',
    preset_moons: 'луны, ненасыщающаяся потеря',
    preset_nonSaturating: 'кольцо, ненасыщающаяся потеря',
    preset_wasserstein: 'кольцо, потеря Вассерштейна',
    preset_wassersteinClip: 'кольцо, Вассерштейн с обрезкой весов',
    preset_leastSquares: 'кольцо, наименьшие квадраты',
    preset_hinge: 'кольцо, hinge-потеря',
    preset_dragan: 'кольцо, DRAGAN',
    preset_ebgan: 'кольцо, EBGAN',
    preset_began: 'кольцо, BEGAN',
    preset_r1: 'кольцо, R1',
    preset_vanishing: 'сильный судья, минимакс',
    preset_cured: 'сильный судья, ненасыщающаяся потеря',
    preset_collapse: 'коллапс',
    preset_collapseCured: 'коллапс вылечен',
    preset_cycling: 'хождение по кругу',
    preset_cyclingCured: 'хождение по кругу вылечено',
    preset_imbalanced: 'слабый судья, быстрый генератор',
    preset_imbalancedCured: 'слабый судья вылечен',
    preset_diverging: 'нелепые скорости обучения',
  },
} satisfies Localised<GanWords>;
