import type { Localised } from '../shared/text';
import type { PresetName } from './gan-2d.params';

/** What a row is called: the setting, without what its table has in common. */
type RowName = Exclude<PresetName, 'moons'>;
type Words = Readonly<
  Record<
    | 'losses'
    | 'failures'
    | 'energies'
    | 'setting'
    | 'modes'
    | 'js'
    | 'w1'
    | 'close'
    | 'travel'
    | 'first'
    | 'diverged'
    | 'someDiverged'
    | 'never'
    | 'reached'
    | 'floor'
    | 'energy_data'
    | 'energy_samples'
    | 'energy_held'
    | 'energy_lost'
    | 'energy_off'
    | 'k'
    | RowName,
    string
  >
>;

export const ganRunsText = {
  en: {
    losses:
      'Recorded: the figure’s own loop on the ring with the setting shipped for each loss, seeds {first} to {last}, {steps} turns each, one look every {every} ({command}). Means over the last fifth of a run, then over seeds; under each the least and the most of a seed.',
    failures:
      'Recorded: the figure’s own loop on the ring (the two rows named so: on one cluster), seeds {first} to {last}, {steps} turns each, one look every {every} ({command}). Means over the last fifth of a run, then over seeds; under each the least and the most of a seed.',
    energies:
      'Recorded, the same runs: the mean energy (the auto-encoder’s error) that the judge gives to data, to samples, to the centres of the modes that the samples cover and of those that they do not, and to points of the square farther than ½ from all data. Means over the last fifth of a run, then over seeds; under each the least and the most of a seed.',
    setting: 'Setting',
    modes: 'Modes covered, of 8',
    js: 'JS, nats',
    w1: 'Sliced W₁',
    close: 'Samples within 3σ of a mode',
    travel: 'Way of a sample in {every} turns',
    first: 'All eight first at turn (median)',
    diverged: 'Diverged with every seed, within {n} turns.',
    someDiverged: 'diverged: {m} of {k} seeds',
    never: 'never',
    reached: '{m} of {k} seeds',
    floor: 'fresh data reach {n}',
    energy_data: 'Energy of data',
    energy_samples: 'of samples',
    energy_held: 'at covered modes',
    energy_lost: 'at lost modes',
    energy_off: 'off the data',
    k: 'BEGAN’s k',
    ring: 'minimax',
    nonSaturating: 'non-saturating',
    wasserstein: 'Wasserstein, gradient penalty',
    wassersteinClip: 'Wasserstein, clipped weights',
    leastSquares: 'least squares',
    hinge: 'hinge',
    dragan: 'DRAGAN',
    ebgan: 'EBGAN',
    began: 'BEGAN',
    r1: 'non-saturating with R1',
    vanishing: 'strong judge, minimax',
    cured: 'strong judge, non-saturating',
    collapse: 'strong judge, non-saturating, faster generator',
    collapseCured: 'the same with DRAGAN’s penalty',
    cycling: 'one cluster, β₁ = 0.9, non-saturating',
    cyclingCured: 'the same with R1',
    imbalanced: 'slow judge, fast generator',
    imbalancedCured: 'judge three times faster than its generator',
    diverging: 'learning rates of 1',
  },
  ru: {
    losses:
      'Запись: цикл этого же рисунка на кольце, для каждой потери — её настройка из меню, зёрна от {first} до {last}, по {steps} ходов, замер каждые {every} ({command}). Средние по последней пятой части прогона, затем по зёрнам; под каждым — наименьшее и наибольшее по зёрнам.',
    failures:
      'Запись: цикл этого же рисунка на кольце (две строки — на одном пятне, там сказано), зёрна от {first} до {last}, по {steps} ходов, замер каждые {every} ({command}). Средние по последней пятой части прогона, затем по зёрнам; под каждым — наименьшее и наибольшее по зёрнам.',
    energies:
      'Запись, те же прогоны: средняя энергия (ошибка автокодировщика), которую судья приписывает данным, образцам, центрам покрытых и потерянных мод и точкам квадрата дальше ½ от всех данных. Средние по последней пятой части прогона, затем по зёрнам; под каждым — наименьшее и наибольшее по зёрнам.',
    setting: 'Настройка',
    modes: 'Покрыто мод из 8',
    js: 'JS, наты',
    w1: 'W₁ по срезам',
    close: 'Образцы не дальше 3σ от моды',
    travel: 'Путь образца за {every} ходов',
    first: 'Все восемь впервые на ходу (медиана)',
    diverged: 'Разошлось при каждом зерне, не позже хода {n}.',
    someDiverged: 'разошлось: {m} из {k} зёрен',
    never: 'ни разу',
    reached: '{m} из {k} зёрен',
    floor: 'у новых данных {n}',
    energy_data: 'Энергия данных',
    energy_samples: 'образцов',
    energy_held: 'в покрытых модах',
    energy_lost: 'в потерянных модах',
    energy_off: 'вдали от данных',
    k: 'k у BEGAN',
    ring: 'минимакс',
    nonSaturating: 'ненасыщающаяся',
    wasserstein: 'Вассерштейн, штраф на градиент',
    wassersteinClip: 'Вассерштейн, обрезка весов',
    leastSquares: 'наименьшие квадраты',
    hinge: 'hinge-потеря',
    dragan: 'DRAGAN',
    ebgan: 'EBGAN',
    began: 'BEGAN',
    r1: 'ненасыщающаяся с R1',
    vanishing: 'сильный судья, минимакс',
    cured: 'сильный судья, ненасыщающаяся',
    collapse: 'сильный судья, ненасыщающаяся, генератор быстрее',
    collapseCured: 'то же со штрафом DRAGAN',
    cycling: 'одно пятно, β₁ = 0,9, ненасыщающаяся',
    cyclingCured: 'то же с R1',
    imbalanced: 'медленный судья, быстрый генератор',
    imbalancedCured: 'судья втрое быстрее генератора',
    diverging: 'скорости обучения 1',
  },
} satisfies Localised<Words>;
