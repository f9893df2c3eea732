import type { Rows } from '../shared/export';
import type { PlotLabel, PlotLine, PlotPoint, Role } from '../shared/plot-path';
import type { Quantity } from '../shared/quantities';
import { fill } from '../shared/text';
import { curveOf, readAt, type Curve, type LossName } from './curves';
import type { Params } from './generator-loss.params';
import type { LossWords } from './generator-loss.text';

export const KINDS = ['loss', 'slope'] as const;
/** What a plot shows over the logit. */
export type Kind = (typeof KINDS)[number];
export type ReadingOf = Readonly<Record<LossName, ReturnType<typeof readAt>>>;

type Place = readonly [x: number, y: number, align?: 'start' | 'end'];
/** The two that are compared are wide; names stand where no curve runs. */
const styles: Readonly<Record<LossName, { dash: string; width: number } & Record<Kind, Place>>> = {
  nonSaturating: { dash: '', width: 2.5, loss: [-3.3, 5], slope: [-7.7, -1.15] },
  minimax: { dash: '7 4', width: 2.5, loss: [-7.7, -1.7], slope: [-7.7, 0.17] },
  leastSquares: { dash: '9 3 2 3', width: 1.75, loss: [4.1, 6.6], slope: [1.8, 0.17] },
  linear: { dash: '2 3', width: 1.75, loss: [3.4, -5.4, 'end'], slope: [7.8, -1.32, 'end'] },
};
export const names = Object.keys(styles) as LossName[];
const curves = Object.fromEntries(names.map((name) => [name, curveOf(name)])) as Record<LossName, Curve>;

/** D = σ(a) */
export const judgedAt = (a: number): number => 1 / (1 + Math.exp(-a));

/** The losses that the settings show. */
export function shownBy(params: Params): LossName[] {
  return names.filter((name) => !(name in params) || params[name as keyof Params] === 'on');
}

/** Every loss and its slope at the logit. */
export function readAll(a: number): ReadingOf {
  return Object.fromEntries(names.map((name) => [name, readAt(name, a)])) as ReadingOf;
}

export interface Picture {
  readonly lines: readonly PlotLine[];
  readonly points: readonly PlotPoint[];
  readonly labels: readonly PlotLabel[];
  readonly marks: readonly { readonly x: number; readonly role: Role }[];
}

/** The losses or their slopes over the logit, with the points at `a` and at the baseline's. */
export function draw(
  kind: Kind,
  shown: readonly LossName[],
  a: number,
  before: number | undefined,
  words: LossWords,
): Picture {
  const role = kind === 'loss' ? 'model' : 'gradient';
  const pointsAt = (at: number, of: Role): PlotPoint[] =>
    shown.map((name) => ({ x: at, y: readAt(name, at)[kind], role: of, hollow: name === 'minimax' }));
  const mark = (x: number) => ({ x, role: 'quiet' as const });
  return {
    lines: shown.map((name) => {
      const { dash, width } = styles[name];
      return { xs: curves[name].a, ys: curves[name][kind], role, dash, width };
    }),
    points: [...(before === undefined ? [] : pointsAt(before, 'quiet')), ...pointsAt(a, role)],
    labels: shown.map((name) => {
      const [x, y, align = 'start'] = styles[name][kind];
      return { x, y, align, text: words[`short_${name}`], role };
    }),
    marks: [...(before === undefined ? [] : [mark(before)]), mark(a)],
  };
}

/** The numbers in view. */
export function quantitiesOf(a: number, shown: readonly LossName[], words: LossWords): Quantity[] {
  const here = readAll(a);
  const of = (template: string, name: LossName) => fill(template, { name: words[`short_${name}`] });
  return [
    { name: 'D', value: judgedAt(a) },
    ...shown.flatMap((name) => [
      { name: of(words.tableLoss, name), value: here[name].loss },
      { name: of(words.tableSlope, name), value: here[name].slope },
    ]),
    { name: words.tableRatio, value: here.nonSaturating.slope / here.minimax.slope },
  ];
}

/** The curves that are shown, as they are drawn, point by point. */
export function rowsOf(shown: readonly LossName[]): Rows {
  const head = ['a', ...shown.flatMap((name) => KINDS.map((kind) => `${name} ${kind}`))];
  const { a } = curves.minimax;
  return [
    head,
    ...a.map((at, i) => [at, ...shown.flatMap((name) => KINDS.map((kind) => curves[name][kind][i] ?? NaN))]),
  ];
}
