import { fill, type Locale } from '../shared/text';
import type { Measures } from '../shared/reading';
import { MODES, type Params } from './are-gans-equal.params';
import type { Scale } from './are-gans-equal.loop';
import { budgetOf, describe } from './describe';
import { duelOf, sayDuel, type Duel } from './duel';
import { figureText, type FigureWords } from './figure.text';
import { gather, type Gathered } from './gather';
import { recorded, recordedOutcomes } from './recorded';
import { compareAt, summarise, type Row } from './summarise';
import type { Trial } from './trial';

/** What the page has when it asks for a picture. */
export interface Given {
  /** Made since Run; undefined before it, when the picture is the stored run whatever the settings. */
  readonly trials: readonly Trial[] | undefined;
  readonly seed: number;
  readonly params: Params;
  /** Of the trials made now. */
  readonly scale: Scale | undefined;
  readonly locale: Locale;
}

/** Everything that a picture shows and says. */
export interface Now extends Gathered {
  readonly scale: Scale;
  readonly made: number;
  readonly rows: readonly Row[];
  readonly figure: FigureWords;
  /** The loss that stands out against another; undefined if none does. */
  readonly duel: Duel | undefined;
}

/** The trials of the stored run, of this page, or of both, summarised by loss. */
export function pictureNow({ trials, seed, params, scale, locale }: Given): Now {
  const ground = trials ? params : recorded.params;
  const made = trials ?? [];
  const all = gather(made, seed, ground, recorded, recordedOutcomes);
  const measured = all.withStored || !scale ? recorded.scale : scale;
  const rows = summarise(all.outcomes, measured, MODES[ground.data]);
  return {
    ...all,
    scale: measured,
    made: made.length,
    rows,
    figure: figureText[locale],
    duel: duelOf(rows, params),
  };
}

/** The state in words, with what kind of trials it is of. */
export function sayNow(now: Now, { trials, params, locale }: Given): string {
  if (trials && now.made === 0) return now.figure.waiting;
  const { steps } = trials ? params : recorded.params;
  // Two losses that are compared leave no room for the other eight.
  const sentences = [
    now.duel
      ? sayDuel(now.duel, steps, now.figure, locale)
      : describe(now.rows, now.scale, now.figure, locale),
  ];
  if (!trials) sentences.unshift(fill(now.figure.recorded, { seed: recorded.seed }));
  if (now.repeated) sentences.unshift(fill(now.figure.repeats, now.repeated));
  if (!now.withStored) sentences.push(now.figure.otherGround);
  return sentences.join(' ');
}

/**
 * For the page: trials made now, mean of the floor, best distance of all; at the budget that is put in words, its number and the expected
 * best of the first and the last loss; of the loss that stands out, its distance from the other and the chance to be better.
 */
export function measureNow({ rows, scale, made, duel }: Now): Measures {
  if (rows.length === 0) return {};
  const budget = budgetOf(rows);
  const verdict = compareAt(rows, budget);
  return {
    trials: made,
    floor: scale.floor.mean,
    best: Math.min(...rows.map(({ best }) => best)),
    ...(verdict && { budget, firstBest: verdict.first.value, lastBest: verdict.last.value }),
    ...(duel && {
      gapOne: duel.one.gap,
      gapMany: duel.many.gap,
      gapSpread: duel.many.spread,
      chance: duel.many.chance,
    }),
  };
}

/** The trials of this page as a table for a file: result first, then what was drawn by lot. */
export function rowsOfTrials(trials: readonly Trial[]): (string | number)[][] {
  const names = Object.keys(trials[0]?.drawn ?? {}) as (keyof Trial['drawn'])[];
  return [
    ['index', 'loss', 'w1', 'covered', ...names],
    ...trials.map(({ index, loss, w1, covered, drawn }) => [
      ...[index, loss, w1, covered],
      ...names.map((name) => drawn[name]),
    ]),
  ];
}
