import type { Rows } from '../shared/export';
import { findPlace } from '../shared/free-place';
import type { PlotLabel, PlotLine } from '../shared/plot-path';
import type { Quantity } from '../shared/quantities';
import { fill } from '../shared/text';
import type { Comparison } from './compare';
import { HALF_AXIS, type Params } from './optimal-discriminator.params';
import type { JudgeWords } from './optimal-discriminator.text';

/** The critic has no level of its own; its middle is drawn at ½, a unit of it as ⅛ of the height. */
export const drawnCritic = (critic: readonly number[]): number[] => critic.map((value) => 0.5 + value / 8);

export const LINE_AXIS = { domain: [-HALF_AXIS, HALF_AXIS] as const };
export const JUDGE_AXIS = { domain: [-0.04, 1.04] as const };

/** The numbers in view. */
export function quantitiesOf(now: Comparison, words: JudgeWords): Quantity[] {
  const nats = (name: string, value: number): Quantity => ({ name, value, unit: words.nats });
  return [
    nats(words.tableJs, now.js),
    nats(words.tableKlDataModel, now.klDataModel),
    nats(words.tableKlModelData, now.klModelData),
    { name: words.tableTv, value: now.totalVariation },
    { name: words.tableW1, value: now.w1 },
    { name: words.meanJudged, value: now.judgedFake },
    { name: words.meanMinimax, value: now.mean.minimax },
    { name: words.meanNonSaturating, value: now.mean.nonSaturating },
    { name: words.meanCritic, value: now.mean.critic },
  ];
}

/** Both judges over the line, those of the baseline thin and grey below them. */
export function judgeLines(now: Comparison, before: Comparison | undefined): PlotLine[] {
  const pair = (of: Comparison, role: PlotLine['role'], width: number): PlotLine[] => [
    { xs: of.x, ys: of.judge, role, width },
    { xs: of.x, ys: drawnCritic(of.critic), role, dash: '7 4', width },
  ];
  return [...(before ? pair(before, 'quiet', 1.25) : []), ...pair(now, 'judge', 2.25)];
}

/** Shares of the plot that a name takes on a telephone: a letter's width, a line's height. */
const [LETTER, LINE] = [0.03, 0.2];
const sizeOf = (text: string) => [0.03 + LETTER * text.replace('_', '').length, LINE] as const;
/** Height by width of the plots in which names look for their place. */
export const ASPECT = 0.24;

type Curve = Readonly<{ xs: readonly number[]; ys: readonly number[] }>;
interface Named {
  readonly curve: Curve;
  readonly text: string;
  readonly role: PlotLabel['role'];
}

/** Two names, each beside its curve and on no line. */
function nameBoth(
  first: Named,
  second: Named,
  y: Readonly<{ domain: readonly [number, number] }>,
  blocks: readonly Curve[] = [],
): PlotLabel[] {
  const frame = { x: LINE_AXIS, y, aspect: ASPECT };
  const one = findPlace(first.curve, [second.curve], frame, sizeOf(first.text), blocks);
  // Where the first name stands is as good as a line.
  const half = sizeOf(first.text)[0] * HALF_AXIS;
  const xs = Array.from({ length: 21 }, (_, i) => one.x + half * (i / 10 - 1));
  const taken = { xs, ys: xs.map(() => one.y) };
  const two = findPlace(second.curve, [first.curve], frame, sizeOf(second.text), [...blocks, taken]);
  return [
    { ...one, text: first.text, role: first.role, align: 'center' },
    { ...two, text: second.text, role: second.role, align: 'center' },
  ];
}

/** The names of both judges, clear of the baseline's lines too. */
export function judgeNames(now: Comparison, before: Comparison | undefined, words: JudgeWords): PlotLabel[] {
  return nameBoth(
    { curve: { xs: now.x, ys: now.judge }, text: words.judge, role: 'judge' },
    { curve: { xs: now.x, ys: drawnCritic(now.critic) }, text: words.critic, role: 'judge' },
    JUDGE_AXIS,
    before && [{ xs: before.x, ys: before.judge }],
  );
}

/** The names of both densities, each beside the upper half of its heap. */
export function densityNames(now: Comparison, peak: number, words: JudgeWords): PlotLabel[] {
  const upper = (ys: readonly number[]): Curve => {
    const half = Math.max(...ys) / 2;
    const kept = now.x.map((x, i) => [x, ys[i] ?? NaN] as const).filter(([, level]) => level > half);
    return { xs: kept.map(([x]) => x), ys: kept.map(([, level]) => level) };
  };
  return nameBoth(
    { curve: upper(now.data), text: words.data, role: 'data' },
    { curve: upper(now.model), text: words.model, role: 'model' },
    { domain: [0, peak] },
    [
      { xs: now.x, ys: now.data },
      { xs: now.x, ys: now.model },
    ],
  );
}

/** The curves as they are drawn, point by point. */
export function rowsOf(now: Comparison, before: Comparison | undefined): Rows {
  const columns = (of: Comparison) => [of.data, of.model, of.judge, of.critic];
  const names = ['p_d', 'p_g', 'D*', 'f'];
  const head = ['x', ...names, ...(before ? names.map((name) => `baseline ${name}`) : [])];
  const all = [now.x, ...columns(now), ...(before ? columns(before) : [])];
  return [head, ...now.x.map((_, i) => all.map((column) => column[i] ?? NaN))];
}

/** A setting of the baseline in words. */
export function sayParam(words: JudgeWords, show: (value: number) => string) {
  return (key: string, value: string | number): string => {
    const name = words[key as keyof Params].replaceAll('_', ' ');
    const said = typeof value === 'number' ? show(value) : words[`shape_${value as Params['shape']}`];
    return fill('{name} {said}', { name, said });
  };
}
