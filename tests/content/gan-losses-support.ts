/** What the tests of the chapters on losses and on energies share: divergences on a finite set, differences, and the chapter's text. */
import { readFileSync } from 'node:fs';
import type { Node } from '~/autodiff/graph';
import { leastSquaresGeneratorLoss } from '~/methods/gan-losses/least-squares';
import { minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';

export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
export const norm = (values: readonly number[]) => Math.sqrt(total(values.map((value) => value ** 2)));

/** KL(p‖q) = E_p log(p/q). */
export const kl = (p: readonly number[], q: readonly number[]) =>
  total(p.map((value, i) => (value > 0 ? value * Math.log(value / (q[i] ?? NaN)) : 0)));
export function js(p: readonly number[], q: readonly number[]): number {
  const middle = p.map((value, i) => (value + (q[i] ?? NaN)) / 2);
  return (kl(p, middle) + kl(q, middle)) / 2;
}
export const tv = (p: readonly number[], q: readonly number[]) =>
  total(p.map((value, i) => Math.abs(value - (q[i] ?? NaN)))) / 2;

/** Central difference. */
export const difference = (fn: (t: number) => number, at: number, h = 1e-5) =>
  (fn(at + h) - fn(at - h)) / (2 * h);

/** ℓ′: the slope of a generator's loss in one output of the judge. */
export const outputSlope = (loss: (outputs: Node) => Node, output: number) =>
  numbersOf(evaluateGradient(loss, [[output]])[0] ?? [])[0] ?? NaN;

/**
 * How hard the sample at the centre of its heap is pushed along the line, by ℓ′ times the slope of the best judge. Two normal
 * heaps of standard deviation τ at distance Δ: the logit of the best discriminator is a = −Δx/τ² from the middle.
 */
export function arrives(distance: number, tau = 0.5) {
  const [slope, logit] = [distance / tau ** 2, -(distance ** 2) / (2 * tau ** 2)];
  const d = 1 / (1 + Math.exp(-logit));
  const push = (loss: (outputs: Node) => Node, output: number, judge: number) =>
    Math.abs(outputSlope(loss, output) * judge);
  return {
    minimax: push(minimaxGeneratorLoss, logit, slope),
    nonSaturating: push(nonSaturatingGeneratorLoss, logit, slope),
    // The best output for the labels 0 and 1 is D* itself.
    leastSquares: push((s) => leastSquaresGeneratorLoss(s), d, d * (1 - d) * slope),
    // The best critic on a line has slope 1 between the heaps.
    wasserstein: push(wassersteinGeneratorLoss, 0, 1),
  };
}

/** What one side of a judge's loss costs at an output: the other side gets an output that costs nothing. */
export interface Sides {
  real: (output: number) => number;
  fake: (output: number) => number;
}
export const sidesOf = (
  judge: (real: Node, fake: Node) => Node,
  free: { real: number; fake: number },
): Sides => ({
  real: (s) => evaluateScalar(judge, [[s], [free.fake]]),
  fake: (s) => evaluateScalar(judge, [[free.real], [s]]),
});

/** The cheapest of many outputs at a place of densities p and q: from the loss alone, without a formula. */
export function bestOutput(
  { real, fake }: Sides,
  p: number,
  q: number,
  [from, to]: [number, number],
): number {
  let best = { s: NaN, value: Infinity };
  for (let i = 0; i <= 1000; i++) {
    const s = from + ((to - from) * i) / 1000;
    const value = p * real(s) + q * fake(s);
    if (value < best.value - 1e-12) best = { s, value };
  }
  return best.s;
}

export const readChapter = (name: 'gan-losses' | 'gan-energies' = 'gan-losses') =>
  readFileSync(new URL(`../../src/content/docs/${name}.mdx`, import.meta.url), 'utf8');
