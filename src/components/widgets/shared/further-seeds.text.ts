import type { Localised } from './text';

/** Words of the further seeds of a comparison; they load with it. */
export type FurtherWords = Readonly<
  Record<
    | 'head'
    | 'hint'
    | 'start'
    | 'more'
    | 'stop'
    | 'early'
    | 'progress'
    | 'caption'
    | 'quantity'
    | 'difference'
    | 'larger'
    | 'cost'
    | 'diverged'
    | 'none',
    string
  >
>;

export const furtherText = {
  en: {
    head: 'Is it the setting or the seed?',
    hint: 'One seed cannot say. This runs both settings of now from the beginning with seeds that you have not seen, as far as the picture has come, and leaves the picture alone.',
    start: 'Run {n} further seeds',
    more: 'Run {n} more',
    stop: 'Stop',
    early: 'Run the two sides first: their step is how far the further seeds go.',
    progress: 'Seed {seed}: step {step} of {steps}.',
    caption: 'Seeds {first} to {last}, both sides at step {steps}: mean ± standard deviation over {n} seeds',
    quantity: 'Quantity',
    difference: 'B − A, seed by seed',
    larger: 'B larger in',
    cost: 'Time for {steps} steps, s',
    diverged: 'Diverged: A with {a}, B with {b} of {n} seeds. These seeds are not in the means.',
    none: 'No seed is left to compare: on every one a side diverged.',
  },
  ru: {
    head: 'Дело в настройке или в зерне?',
    hint: 'По одному зерну не скажешь. Обе нынешние настройки пройдут с самого начала с зёрнами, которых вы не видели, до того же шага, что и картинка; сама картинка не изменится.',
    start: 'Ещё {n} зёрен',
    more: 'И ещё {n}',
    stop: 'Остановить',
    early: 'Сначала запустите обе стороны: их шаг скажет, как далеко идти другим зёрнам.',
    progress: 'Зерно {seed}: шаг {step} из {steps}.',
    caption:
      'Зёрна от {first} до {last}, обе стороны на шаге {steps}: среднее ± стандартное отклонение, число зёрен — {n}',
    quantity: 'Величина',
    difference: 'B − A на одном зерне',
    larger: 'B больше',
    cost: 'Время на шаги (их {steps}), с',
    diverged: 'Разошлось: A при {a}, B при {b} из {n} зёрен. В средние эти зёрна не вошли.',
    none: 'Сравнить нечего: при каждом зерне одна из сторон разошлась.',
  },
} satisfies Localised<FurtherWords>;
