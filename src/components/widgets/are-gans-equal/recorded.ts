import { lossOf } from './trial-draw';
import type { Recorded } from './are-gans-equal.measure';
import runs from './runs.json';
import type { Outcome } from './summarise';

/** The run that is shown before any other (`npm run measure:are-gans-equal`). */
export const recorded: Recorded = runs as unknown as Recorded;

/** The trials of the stored run, in their order. */
export const recordedOutcomes: readonly Outcome[] = recorded.w1.map((w1, index) => ({
  loss: lossOf(index),
  w1: w1 ?? NaN,
  covered: recorded.covered[index] ?? 0,
  live: false,
}));
