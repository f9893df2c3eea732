import { meanAndError } from '~/methods/sparse-training/replicate';
import type { StudentName } from '~/methods/subclass-training/plan';
import stored from './table.json';

/** A teacher and its students: `npm run subclass-table` writes them. */
export interface SubclassTrial {
  readonly beta: number;
  readonly pictures: number;
  readonly seed: number;
  readonly teacher: number;
  readonly students: Readonly<Record<StudentName, number>>;
  readonly purity: number;
  readonly used: number;
}

export const trials: readonly SubclassTrial[] = stored.trials;
export const plan = stored.plan;
const unique = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
export const BETAS = unique(trials.map(({ beta }) => beta));
export const PICTURES = unique(trials.map(({ pictures }) => pictures));

/**
 * Mean and standard error over the seeds of something of the trials with one β and one number of pictures.
 * @throws Error if there are none
 */
export function over(
  beta: number,
  pictures: number,
  of: (trial: SubclassTrial) => number,
): { mean: number; error: number; n: number } {
  const found = trials.filter((trial) => trial.beta === beta && trial.pictures === pictures);
  if (found.length === 0)
    throw new Error(`subclass table: no trial with β = ${beta} and ${pictures} pictures`);
  return { ...meanAndError(found.map(of)), n: found.length };
}

/** Test accuracy of a student in percent. */
export const student = (name: StudentName, beta: number, pictures: number) =>
  over(beta, pictures, ({ students }) => 100 * students[name]);

/** How much more one student tells right than another, in points, seed by seed. */
export const studentLead = (first: StudentName, second: StudentName, beta: number, pictures: number) =>
  over(beta, pictures, ({ students }) => 100 * (students[first] - students[second]));
