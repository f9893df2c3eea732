import type { Localised } from './text';

/** Words of a figure without a run that no other figure has. */
export type DrawingOwnWords = Readonly<
  Record<
    | 'keepBaseline'
    | 'dropBaseline'
    | 'baselineKept'
    | 'quantity'
    | 'now'
    | 'baseline'
    | 'difference'
    | 'baselineIs'
    | 'baselineSame'
    | 'exact'
    | 'noScriptDrawing',
    string
  >
>;

export const drawingText = {
  en: {
    keepBaseline: 'Keep as baseline',
    dropBaseline: 'Drop the baseline',
    baselineKept: 'Baseline kept',
    quantity: 'Quantity',
    now: 'now',
    baseline: 'baseline',
    difference: 'difference',
    baselineIs: 'Baseline (thin grey lines): {settings}.',
    baselineSame: 'Baseline (thin grey lines): as now, so far. Change any setting.',
    exact: 'Both are computed from formulas: no seed, no spread.',
    noScriptDrawing: 'Scripts are off: the figure shows the settings it was built with and cannot be moved.',
  },
  ru: {
    keepBaseline: 'Сравнивать с этим',
    dropBaseline: 'Не сравнивать',
    baselineKept: 'Запомнено для сравнения',
    quantity: 'Величина',
    now: 'сейчас',
    baseline: 'было',
    difference: 'разность',
    baselineIs: 'Было (тонкие серые линии): {settings}.',
    baselineSame: 'Было (тонкие серые линии): пока то же, что сейчас. Измените любую настройку.',
    exact: 'То и другое вычислено по формулам: ни зерна, ни разброса.',
    noScriptDrawing: 'Скрипты выключены: рисунок показывает исходные настройки, сдвинуть их нельзя.',
  },
} satisfies Localised<DrawingOwnWords>;
