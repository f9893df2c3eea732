import { meanAndError, type Trial, type TrialMethod } from '~/methods/sparse-training/replicate';
import storedConv from './replication-conv.json';
import stored from './replication.json';

/** Every training of the replication: `npm run replicate` writes them. */
export const trials: readonly Trial[] = stored.trials as Trial[];
/** The same for the small convolutional network: `npm run replicate -- --conv`. */
export const convTrials: readonly Trial[] = storedConv.trials as Trial[];
export const convSteps: number = storedConv.plan.steps;
export const setting = { train: stored.train, test: stored.test, steps: stored.plan.steps } as const;

/** The methods in the order of the table; `dense` stands above it. */
export const ROWS = [
  ...['small-dense', 'static', 'set', 'rigl', 'snfs'],
  ...['snip', 'grasp', 'pruning', 'ticket'],
] as readonly TrialMethod[];

/** The sparsities of a table, rising. */
export function sparsitiesOf(from: readonly Trial[]): number[] {
  const all = from.filter(({ method }) => method !== 'dense').map(({ sparsity }) => sparsity);
  return [...new Set(all)].sort((a, b) => a - b);
}
export const COLUMNS: readonly number[] = sparsitiesOf(trials);

/** Trials of one cell, by seed. */
export function cell(method: TrialMethod, sparsity: number, from: readonly Trial[] = trials): Trial[] {
  return from.filter((trial) => trial.method === method && trial.sparsity === sparsity);
}

/**
 * Test accuracy of a cell in percent: mean and standard error over the seeds.
 * @throws Error if the cell was not run
 */
export function accuracyOf(
  method: TrialMethod,
  sparsity: number,
  from: readonly Trial[] = trials,
): { mean: number; error: number; n: number } {
  const found = cell(method, sparsity, from);
  if (found.length === 0) throw new Error(`replication: no trial of ${method} at ${sparsity}`);
  return { ...meanAndError(found.map(({ accuracy }) => 100 * accuracy)), n: found.length };
}

/**
 * How much more one method tells right than another at one sparsity, in percent, seed by seed: mean and standard error of the differences.
 * @throws Error if a seed was run with one of them only
 */
export function lead(
  first: TrialMethod,
  second: TrialMethod,
  sparsity: number,
  from: readonly Trial[] = trials,
): { mean: number; error: number; n: number } {
  const others = cell(second, sparsity, from);
  const differences = cell(first, sparsity, from).map(({ seed, accuracy }) => {
    const other = others.find((trial) => trial.seed === seed);
    if (!other) throw new Error(`replication: no trial of ${second} at ${sparsity}, seed ${seed}`);
    return 100 * (accuracy - other.accuracy);
  });
  if (differences.length !== others.length)
    throw new Error(`replication: ${first} and ${second} at ${sparsity} have other seeds`);
  return { ...meanAndError(differences), n: differences.length };
}

/** Operations of a cell's trainings over those of the dense one: the mean. */
export function costOf(method: TrialMethod, sparsity: number): number {
  return meanAndError(cell(method, sparsity).map(({ cost }) => cost)).mean;
}

/** "85.3 ± 0.1", with a true minus. */
export function showMean(
  { mean, error }: { mean: number; error: number },
  locale = 'en',
  digits = 1,
): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${format.format(mean).replace('-', '−')}\u00a0±\u00a0${format.format(error)}`;
}
