import type { Localised } from '../shared/text';
import type { MeasuredPreset } from './gan-2d.measure';

type Words = Readonly<
  Record<'caption' | 'setting' | 'modes' | 'close' | 'first' | 'diverged' | 'never' | 'reached', string> &
    Record<Exclude<MeasuredPreset, 'moons'>, string>
>;

export const ganRunsText = {
  en: {
    caption:
      'Recorded: this widget’s own loop, seeds 0 to 9, 4,000 generator steps each, one look every 100. Modes and share: mean over the last fifth of a run, then over seeds (smallest and largest seed in brackets).',
    setting: 'Setting',
    modes: 'Modes covered, of 8',
    close: 'Samples within 3σ of a mode',
    first: 'All eight first seen at',
    diverged: 'Diverged with every seed within {n} steps.',
    never: 'never',
    reached: 'step {n} (median; {m} of {k} seeds)',
    ring: 'minimax',
    nonSaturating: 'non-saturating',
    wasserstein: 'Wasserstein with gradient penalty',
    vanishing: 'strong judge, minimax',
    cured: 'strong judge, non-saturating',
    diverging: 'learning rates of 1',
  },
  ru: {
    caption:
      'Запись: цикл этого же рисунка, зёрна от 0 до 9, по 4000 шагов генератора, замер каждые 100. Моды и доля: среднее по последней пятой части прогона, затем по зёрнам (в скобках наименьшее и наибольшее).',
    setting: 'Настройка',
    modes: 'Покрыто мод из 8',
    close: 'Образцы не дальше 3σ от моды',
    first: 'Все восемь впервые',
    diverged: 'Разошлось при каждом зерне, не дойдя до шага {n}.',
    never: 'ни разу',
    reached: 'шаг {n} (медиана; {m} из {k} зёрен)',
    ring: 'минимакс',
    nonSaturating: 'ненасыщающаяся',
    wasserstein: 'Вассерштейн со штрафом на градиент',
    vanishing: 'сильный судья, минимакс',
    cured: 'сильный судья, ненасыщающаяся',
    diverging: 'скорости обучения 1',
  },
} satisfies Localised<Words>;
