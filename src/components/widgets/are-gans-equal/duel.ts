import { chanceOfBetter, expectedBest } from '~/methods/metrics/best-of';
import { bootstrapDeviation } from '~/methods/metrics/bootstrap';
import { createRng } from '~/methods/rng/create-rng';
import type { LossName } from '~/methods/toy-gan/options';
import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Params } from './are-gans-equal.params';
import { budgetOf } from './describe';
import type { FigureWords } from './figure.text';
import type { Row } from './summarise';

/** Two losses at one budget. */
export interface Gap {
  readonly n: number;
  /** Expected best of n of the one and of the other, and their difference. */
  readonly value: number;
  readonly other: number;
  readonly gap: number;
  /** Standard deviation of the difference over resampled trials. */
  readonly spread: number;
  /** The chance that n trials of the one hold a better one than n of the other. */
  readonly chance: number;
}

/** One loss against another at a budget of one trial and at the budget that is put in words. */
export interface Duel {
  readonly loss: LossName;
  readonly against: LossName;
  readonly one: Gap;
  readonly many: Gap;
}

/** Samples of the bootstrap; the deviation then comes out to a twentieth. */
const RESAMPLES = 200;

const scoresOf = ({ stored, live }: Row): number[] => [...stored, ...live];

/** The trials of the two losses are independent, so the variances of their expected bests add up. */
export function gapAt(row: Row, rival: Row, n: number): Gap {
  const [mine, theirs] = [scoresOf(row), scoresOf(rival)];
  const rng = createRng(1);
  const deviation = (scores: readonly number[]) =>
    bootstrapDeviation(scores, (sample) => expectedBest(sample, n), rng, RESAMPLES);
  const [value, other] = [expectedBest(mine, n), expectedBest(theirs, n)];
  const spread = Math.hypot(deviation(mine), deviation(theirs));
  return { n, value, other, gap: value - other, spread, chance: chanceOfBetter(mine, theirs, n) };
}

/**
 * The loss that stands out against the chosen one or, where none is chosen, against the best of the others.
 * @returns undefined if no loss stands out, or one of the two has fewer than two trials
 */
export function duelOf(
  rows: readonly Row[],
  { highlight, against }: Pick<Params, 'highlight' | 'against'>,
): Duel | undefined {
  const row = rows.find(({ loss }) => loss === highlight);
  const others = rows.filter(({ loss }) => loss !== highlight);
  const first = () => {
    const n = budgetOf(rows);
    const best = (each: Row) => (each.trials < n ? Infinity : expectedBest(scoresOf(each), n));
    return others.toSorted((a, b) => best(a) - best(b))[0];
  };
  const rival = others.find(({ loss }) => loss === against) ?? first();
  if (!row || !rival || Math.min(row.trials, rival.trials) < 2) return undefined;
  const n = budgetOf([row, rival]);
  return { loss: row.loss, against: rival.loss, one: gapAt(row, rival, 1), many: gapAt(row, rival, n) };
}

/** A duel in words, with what its trials cost. */
export function sayDuel(
  { loss, against, one, many }: Duel,
  steps: number,
  words: FigureWords,
  locale: Locale,
): string {
  const show = (value: number) => showNumber(value, locale, 2);
  const signed = (value: number) => (value < 0 ? '−' : '+') + show(Math.abs(value));
  const gap = (of: Gap) => `${show(of.value)} − ${show(of.other)} = ${signed(of.gap)} ± ${show(of.spread)}`;
  return fill(words.duel, {
    loss: words[`loss_${loss}`],
    against: words[`loss_${against}`],
    steps: showNumber(steps, locale),
    one: gap(one),
    many: gap(many),
    n: many.n,
    chance: percentOf(many.chance, locale),
  });
}

export const percentOf = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
