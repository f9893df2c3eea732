import { evaluateFormula, type Formula } from './read-formula.ts';

export type Variables = Readonly<Record<string, { readonly from: number; readonly to: number }>>;

/** Two different formulas of a course agree at 24 spread points only if they are the same function there. */
const POINTS = 24;
const RELATIVE = 1e-6;

/**
 * Points inside the variables' box, spread evenly and the same each time: the additive sequence
 * $u_{kj} = \{\tfrac12 + k\,\phi_d^{-j}\}$ with $\phi_d$ the root of $x^{d+1} = x + 1$ (Roberts 2018).
 * @returns `count` assignments, strictly inside the box
 */
export function samplePoints(variables: Variables, count = POINTS): Record<string, number>[] {
  const names = Object.entries(variables);
  let phi = 2;
  for (let i = 0; i < 40; i++) phi = (1 + phi) ** (1 / (names.length + 1));
  return Array.from({ length: count }, (_, k) =>
    Object.fromEntries(
      names.map(([name, { from, to }], j) => {
        const share = (0.5 + (k + 1) * phi ** -(j + 1)) % 1;
        return [name, from + (to - from) * share];
      }),
    ),
  );
}

/** How a formula stands to the right one. `sign`: its negative; `factor`: a fixed multiple; `undefined`: no value at `at`. */
export type Comparison =
  | { relation: 'equal' | 'sign' | 'factor' | 'different' }
  | { relation: 'undefined'; at: Readonly<Record<string, number>> };

/**
 * Compares two formulas at sampled points.
 * @param wanted defined at every point of the box (a test holds the authors to it)
 * @param found what the reader wrote
 * @returns `equal` when $|u - v| \le 10^{-6}\max(|u|, |v|)$ at each point, up to rounding where both are near zero
 */
export function compareFormulas(wanted: Formula, found: Formula, variables: Variables): Comparison {
  const points = samplePoints(variables);
  const right = points.map((at) => evaluateFormula(wanted, at));
  const own = points.map((at) => evaluateFormula(found, at));
  const hole = points.find((_, i) => Number.isFinite(right[i]) && !Number.isFinite(own[i]));
  if (hole) return { relation: 'undefined', at: hole };
  if (agree(right, own)) return { relation: 'equal' };
  if (
    agree(
      right,
      own.map((value) => -value),
    )
  )
    return { relation: 'sign' };
  const first = right.findIndex((value) => Math.abs(value) > 1e-9);
  const factor = (own[first] ?? 0) / (right[first] ?? 1);
  const multiple = right.map((value) => value * factor);
  return { relation: factor !== 0 && agree(multiple, own) ? 'factor' : 'different' };
}

/** Points where the wanted value is not finite say nothing. */
function agree(wanted: readonly number[], found: readonly number[]): boolean {
  const finite = wanted.filter(Number.isFinite);
  const scale = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return wanted.every((value, i) => {
    if (!Number.isFinite(value)) return true;
    const other = found[i] ?? NaN;
    return Math.abs(value - other) <= RELATIVE * Math.max(Math.abs(value), Math.abs(other)) + 1e-10 * scale;
  });
}
