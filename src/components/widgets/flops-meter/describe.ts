import { showNumber } from '../shared/format';
import type { Rows } from '../shared/export';
import { makeShow, type Quantity } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import { GRID, type Method, type Price } from './costs';
import { STEPS } from './flops-meter.params';
import type { MeterWords } from './flops-meter.text';

type Prices = Readonly<Record<Method, Price>>;

/** What the settings come to, one fact a sentence. */
export function describe(prices: Prices, words: MeterWords, locale: Locale): string {
  const show = makeShow(locale);
  const { static: fixed, rigl, snfs, pruning, ticket } = prices;
  return [
    fill(words.forward, { f: show(fixed.use) }),
    fill(words.steps, { static: show(fixed.step), rigl: show(rigl.step), snfs: show(snfs.step) }),
    fill(words.overStatic, { p: show(100 * (rigl.step / fixed.step - 1)) }),
    fill(words.whole, {
      steps: showNumber(STEPS, locale),
      rigl: show(rigl.run),
      pruning: show(pruning.run),
      ticket: show(ticket.run),
    }),
  ].join(' ');
}

/** The formulas with the numbers put in, in units of f_D. */
export function formulasOf({ static: fixed, rigl, snfs }: Prices, words: MeterWords, locale: Locale): string {
  const show = makeShow(locale);
  return fill(words.formulas, {
    static: show(3 * fixed.step),
    snfs: show(3 * snfs.step),
    rigl: show(3 * rigl.step),
  });
}

/** The numbers in view. */
export function quantitiesOf({ static: fixed, rigl, snfs }: Prices, words: MeterWords): Quantity[] {
  return [
    { name: words.name_static, value: fixed.step },
    { name: words.name_rigl, value: rigl.step },
    { name: words.name_snfs, value: snfs.step },
    { name: 'RigL / static', value: rigl.step / fixed.step },
  ];
}

/** The lines of a step's cost, told apart by dashes too. */
export const LINES = [
  { name: 'static', role: 'data', dash: '' },
  { name: 'rigl', role: 'model', dash: '7 4' },
  { name: 'snfs', role: 'judge', dash: '2 3' },
] as const;

type Curves = Readonly<Record<'static' | 'rigl' | 'snfs', readonly number[]>>;

/** The curves as a table for a file. */
export function rowsOf(curves: Curves): Rows {
  return [
    ['sparsity', ...LINES.map(({ name }) => name)],
    ...GRID.map((sparsity, at) => [sparsity, ...LINES.map(({ name }) => curves[name][at] ?? NaN)]),
  ];
}
