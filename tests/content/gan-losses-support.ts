/** What the tests of the chapter on losses share: divergences on a finite set, differences, and the chapter's text. */
import { readFileSync } from 'node:fs';
import type { Node } from '~/autodiff/graph';
import { leastSquaresGeneratorLoss } from '~/methods/gan-losses/least-squares';
import { minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { evaluateGradient, numbersOf } from '~/runtime/evaluate';

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

export const readChapter = () =>
  readFileSync(new URL('../../src/content/docs/gan-losses.mdx', import.meta.url), 'utf8');
