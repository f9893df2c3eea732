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

/** The names of both judges, each beside its line and on none. */
export function judgeNames(now: Comparison, words: JudgeWords): PlotLabel[] {
  const judge = { xs: now.x, ys: now.judge };
  const critic = { xs: now.x, ys: drawnCritic(now.critic) };
  const sizeOf = (text: string) => [0.03 + LETTER * text.length, LINE] as const;
  const first = findPlace(judge, [critic], LINE_AXIS, JUDGE_AXIS, sizeOf(words.judge));
  // Where the first name stands is as good as a line.
  const half = sizeOf(words.judge)[0] * HALF_AXIS;
  const taken = { xs: [-1, -0.5, 0, 0.5, 1].map((at) => first.x + at * half), ys: Array(5).fill(first.y) };
  const second = findPlace(critic, [judge, taken], LINE_AXIS, JUDGE_AXIS, sizeOf(words.critic));
  return [
    { ...first, text: words.judge, role: 'judge', align: 'center' },
    { ...second, text: words.critic, role: 'judge', align: 'center' },
  ];
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
