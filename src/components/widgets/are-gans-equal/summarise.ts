import { bestQuantile, expectedBest } from '~/methods/metrics/best-of';
import { LOSSES, type LossName } from '~/methods/toy-gan/options';
import type { Scale } from './are-gans-equal.loop';

/** What counts of a trial. */
export interface Outcome {
  readonly loss: LossName;
  /** NaN: a sample was not finite. */
  readonly w1: number;
  readonly covered: number;
  /** Made now, in this page. */
  readonly live: boolean;
}

/** All trials of one loss. */
export interface Row {
  readonly loss: LossName;
  readonly trials: number;
  /** Scores of the stored trials and of those made now, in order of making. */
  readonly stored: readonly number[];
  readonly live: readonly number[];
  readonly best: number;
  readonly median: number;
  readonly quarters: readonly [number, number];
  /** Share of the trials that cover all modes; NaN for data without modes. */
  readonly allModes: number;
  /** No better than a generator that knows nothing, diverged ones among them. */
  readonly lost: number;
  /** The expected best of n trials, for each n of `budgets`. */
  readonly budgets: readonly number[];
  readonly expected: readonly number[];
}

/**
 * The score of a trial: its distance, but no more than that of a generator that gives the centre of the plane alone, for that is to be
 * had without any training. Diverged trials have this score.
 */
export function scoreOf(w1: number, { nothing }: Pick<Scale, 'nothing'>): number {
  return w1 < nothing ? w1 : nothing;
}

/** 1, 2, 3, 5, 7, 10, 15, … up to and with n. */
export function budgetsUpTo(n: number): number[] {
  const steps = Array.from({ length: 40 }, (_, i) => Math.round(10 ** (i / 8)));
  return [...new Set([...steps.filter((step) => step < n), n])];
}

/** The middle value, or the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** The trials by loss, in the order of the course; a loss without trials has no row. */
export function summarise(outcomes: readonly Outcome[], scale: Scale, modes: number): Row[] {
  return LOSSES.flatMap((loss) => {
    const own = outcomes.filter((outcome) => outcome.loss === loss);
    if (own.length === 0) return [];
    const score = ({ w1 }: Outcome) => scoreOf(w1, scale);
    const scores = own.map(score);
    const budgets = budgetsUpTo(own.length);
    return {
      loss,
      trials: own.length,
      stored: own.filter(({ live }) => !live).map(score),
      live: own.filter(({ live }) => live).map(score),
      best: Math.min(...scores),
      median: medianOf(scores),
      quarters: [bestQuantile(scores, 1, 0.25), bestQuantile(scores, 1, 0.75)],
      allModes: modes > 0 ? own.filter(({ covered }) => covered === modes).length / own.length : NaN,
      lost: scores.filter((value) => value >= scale.nothing).length,
      budgets,
      expected: budgets.map((n) => expectedBest(scores, n)),
    } satisfies Row;
  });
}

/** What a budget of n trials of each loss buys. */
export interface Verdict {
  readonly n: number;
  /** The losses with the least and the greatest expected best of n. */
  readonly first: { readonly loss: LossName; readonly value: number };
  readonly last: { readonly loss: LossName; readonly value: number };
  /**
   * Losses whose best of n falls into the range of the first one's: the 10%–90% ranges of the two overlap. The first is not counted.
   */
  readonly level: readonly LossName[];
}

/** The 10% and 90% quantiles of the best of n. */
export function rangeOfBest({ stored, live }: Row, n: number): [number, number] {
  const scores = [...stored, ...live];
  return [bestQuantile(scores, n, 0.1), bestQuantile(scores, n, 0.9)];
}

/** Compares the losses at one budget; undefined while some loss has fewer trials. */
export function compareAt(rows: readonly Row[], n: number): Verdict | undefined {
  if (rows.length < LOSSES.length || rows.some(({ trials }) => trials < n)) return undefined;
  const at = rows
    .map((row) => ({ row, loss: row.loss, value: expectedBest([...row.stored, ...row.live], n) }))
    .sort((a, b) => a.value - b.value);
  const [first, last] = [at[0], at.at(-1)];
  if (!first || !last) return undefined;
  const [, top] = rangeOfBest(first.row, n);
  const level = at.slice(1).filter(({ row }) => rangeOfBest(row, n)[0] <= top);
  return { n, first, last, level: level.map(({ loss }) => loss) };
}
