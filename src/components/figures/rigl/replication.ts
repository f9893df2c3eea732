import { meanAndError, type Trial, type TrialMethod } from '~/methods/sparse-training/replicate';
import stored from './replication.json';

/** Every training of the replication: `npm run replicate` writes them. */
export const trials: readonly Trial[] = stored.trials as Trial[];
export const setting = { train: stored.train, test: stored.test, steps: stored.plan.steps } as const;

/** The methods in the order of the table; `dense` stands above it. */
export const ROWS = [
  ...['small-dense', 'static', 'set', 'rigl', 'snfs'],
  ...['snip', 'grasp', 'pruning', 'ticket'],
] as readonly TrialMethod[];

/** The sparsities of the table, rising. */
export const COLUMNS: readonly number[] = [
  ...new Set(trials.filter(({ method }) => method !== 'dense').map(({ sparsity }) => sparsity)),
].sort((a, b) => a - b);

/** Trials of one cell, by seed. */
export function cell(method: TrialMethod, sparsity: number): Trial[] {
  return trials.filter((trial) => trial.method === method && trial.sparsity === sparsity);
}

/**
 * Test accuracy of a cell in percent: mean and standard error over the seeds.
 * @throws Error if the cell was not run
 */
export function accuracyOf(
  method: TrialMethod,
  sparsity: number,
): { mean: number; error: number; n: number } {
  const found = cell(method, sparsity);
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
): { mean: number; error: number; n: number } {
  const others = cell(second, sparsity);
  const differences = cell(first, sparsity).map(({ seed, accuracy }) => {
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
