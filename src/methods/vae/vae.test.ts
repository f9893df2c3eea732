import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { multiply, sum } from '~/autodiff/ops';
import { createRng } from '~/methods/rng/create-rng';
import {
  evaluate,
  evaluateGradient,
  evaluateScalar,
  numbersOf,
  type Flat,
  type Nested,
} from '~/runtime/evaluate';
import { aggregatedTerms, logAggregatedPosterior, type Code } from './aggregated-posterior';
import { annealKl } from './annealing';
import { betaVaeLoss, elbo, freeBits, importanceWeightedBound, reparameterize } from './bounds';
import golden from './golden.json';
import { gaussianKl, standardNormalKl, standardNormalKlByDimension } from './kl';
import { bernoulliLogLikelihood, gaussianLogLikelihood } from './likelihoods';
import {
  bernoulliLogLikelihoodValue,
  gaussianKlValue,
  gaussianLogLikelihoodValue,
  logMeanExp,
  reparameterizeValue,
  standardNormalKlValue,
} from './values';

const { mean, logVariance, priorMean, priorLogVariance, noise, x, logits, point, xLogVariance } = golden;

interface Case {
  readonly inputs: readonly Flat[];
  readonly build: (...inputs: Node[]) => Node;
  /** Inputs that have a recorded gradient. */
  readonly by: readonly number[];
}

const CASES: Record<string, Case> = {
  standardNormalKlByDimension: {
    inputs: [mean, logVariance],
    build: standardNormalKlByDimension,
    by: [0, 1],
  },
  standardNormalKl: { inputs: [mean, logVariance], build: standardNormalKl, by: [0, 1] },
  gaussianKl: {
    inputs: [mean, logVariance, priorMean, priorLogVariance],
    build: gaussianKl,
    by: [0, 1, 2, 3],
  },
  bernoulliLogLikelihood: { inputs: [x, logits], build: bernoulliLogLikelihood, by: [1] },
  gaussianLogLikelihood: {
    inputs: [point, logits, xLogVariance],
    build: gaussianLogLikelihood,
    by: [1, 2],
  },
  'gaussianLogLikelihood of log variance 0.7': {
    inputs: [point, logits],
    build: (a: Node, b: Node) => gaussianLogLikelihood(a, b, 0.7),
    by: [1],
  },
  reparameterize: { inputs: [mean, logVariance, noise], build: reparameterize, by: [0, 1] },
  'freeBits of 0.8': {
    inputs: [mean, logVariance],
    build: (m: Node, v: Node) => freeBits(standardNormalKlByDimension(m, v), 0.8),
    by: [0, 1],
  },
  importanceWeightedBound: { inputs: [golden.logWeights], build: importanceWeightedBound, by: [0] },
};

function expectClose(found: Nested, expected: readonly number[], tolerance = 1e-11): void {
  const numbers = numbersOf(found);
  expect(numbers).toHaveLength(expected.length);
  numbers.forEach((value, i) => {
    const wanted = expected[i] ?? NaN;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
  });
}

/** Σ (i + 1) valueᵢ: the weights by which the recorded gradients were taken. */
const weighed = (build: (...inputs: Node[]) => Node, shape: readonly number[], size: number) => {
  const weights = { shape, values: Array.from({ length: size }, (_, i) => i + 1) };
  return { weights, build: (w: Node, ...inputs: Node[]) => sum(multiply(build(...inputs), w)) };
};

interface Recorded {
  readonly value: Flat;
  readonly gradients: readonly { readonly values: readonly number[] }[];
}

test.each(Object.entries<Recorded>(golden.cases))(
  '%s and its gradients equal PyTorch’s',
  (name, { value, gradients }) => {
    const found = CASES[name];
    if (!found) throw new Error(`no function named ${name}`);
    expectClose(evaluate(found.build, found.inputs), Array.from(value.values));
    const { weights, build } = weighed(found.build, value.shape, value.values.length);
    const all = evaluateGradient(build, [weights, ...found.inputs]).slice(1);
    found.by.forEach((input, i) => expectClose(all[input] ?? [], gradients[i]?.values ?? []));
  },
);

const row = ({ shape, values }: { shape: number[]; values: number[] }, i: number) =>
  values.slice(i * (shape[1] ?? 0), (i + 1) * (shape[1] ?? 0));

test('on plain numbers each row is the same', () => {
  for (let i = 0; i < 4; i++) {
    const [m, v] = [row(mean, i), row(logVariance, i)];
    const { cases } = golden;
    expectClose(standardNormalKlValue(m, v), [cases.standardNormalKl.value.values[i] ?? NaN]);
    const kl = gaussianKlValue(m, v, row(priorMean, i), row(priorLogVariance, i));
    expectClose(kl, [cases.gaussianKl.value.values[i] ?? NaN]);
    const bernoulli = bernoulliLogLikelihoodValue(row(x, i), row(logits, i));
    expectClose(bernoulli, [cases.bernoulliLogLikelihood.value.values[i] ?? NaN]);
    const gauss = gaussianLogLikelihoodValue(row(point, i), row(logits, i), row(xLogVariance, i));
    expectClose(gauss, [cases.gaussianLogLikelihood.value.values[i] ?? NaN]);
    expectClose(reparameterizeValue(m, v, row(noise, i)), row(cases.reparameterize.value, i));
  }
  const bounds = [0, 1, 2, 3].map((i) => logMeanExp(row(golden.logWeights, i)));
  expectClose(bounds.reduce((a, b) => a + b) / 4, golden.cases.importanceWeightedBound.value.values);
});

const loglik = (m: Node, v: Node, pixels: Node, a: Node) =>
  [bernoulliLogLikelihood(pixels, a), standardNormalKl(m, v)] as const;

test('ELBO and β-VAE loss: means over the batch of sums over pixels and coordinates', () => {
  const inputs = [mean, logVariance, x, logits];
  expectClose(evaluateScalar((...all) => elbo(...loglik(...(all as [Node, Node, Node, Node]))), inputs), [golden.elbo]); // prettier-ignore
  const loss = (m: Node, v: Node, p: Node, a: Node) => betaVaeLoss(...loglik(m, v, p, a), 4);
  expectClose(evaluateScalar(loss, inputs), [golden['betaVaeLoss of 4']]);
  expect(evaluateScalar((l, k) => betaVaeLoss(l, k, 1), [[[-80]], [[5]]])).toBe(85);
});

test('the numbers printed in the doc comments', () => {
  expect(evaluate(standardNormalKlByDimension, [[[1, 0]], [[0, 0]]])).toEqual([[0.5, 0]]);
  expect(evaluate(standardNormalKl, [[[1, 2]], [[0, 0]]])).toEqual([[2.5]]);
  expect(evaluate(gaussianKl, [[[0]], [[0]], [[1]], [[0]]])).toEqual([[0.5]]);
  expectClose(evaluate(bernoulliLogLikelihood, [[[1, 0]], [[0, 0]]]), [-1.3862943611198906], 1e-15);
  expectClose(
    evaluate((a, b) => gaussianLogLikelihood(a, b), [[[1]], [[0]]]),
    [-1.4189385332046727],
    1e-15,
  );
  expect(evaluate(reparameterize, [[[1]], [[0]], [[2]]])).toEqual([[3]]);
  expect(
    evaluate(elbo, [
      [[-80], [-90]],
      [[5], [7]],
    ]),
  ).toBe(-91);
  expect(evaluate((l, k) => betaVaeLoss(l, k, 4), [[[-80]], [[5]]])).toBe(100);
  expect(evaluate((k) => freeBits(k, 1), [[[0.2, 3], [0.4, 5]]])).toBe(5); // prettier-ignore
  expectClose(evaluate(importanceWeightedBound, [[[0, 1]]]), [0.6201145069582775], 1e-15);
  expect(standardNormalKlValue([1, 2], [0, 0])).toBe(2.5);
  expect(gaussianKlValue([0], [0], [1], [0])).toBe(0.5);
  expectClose(logMeanExp([0, 1]), [0.6201145069582775], 1e-15);
  expect(annealKl(250, { warmUp: 1000 })).toBe(0.25);
  expect(reparameterizeValue([1], [0], [2])).toEqual([3]);
});

describe('KL', () => {
  const rng = createRng(4);

  test('is the mean of log q − log p over samples of q, within four standard errors', () => {
    const q = { mean: [0.7, -1.2], logVariance: [-0.5, 0.8] };
    const p = { mean: [0.1, 0.4], logVariance: [0.3, -0.2] };
    const terms = Array.from({ length: 20_000 }, () => {
      const z = reparameterizeValue(q.mean, q.logVariance, [rng.normal(), rng.normal()]);
      return (
        gaussianLogLikelihoodValue(z, q.mean, q.logVariance) -
        gaussianLogLikelihoodValue(z, p.mean, p.logVariance)
      );
    });
    const average = terms.reduce((a, b) => a + b) / terms.length;
    const spread = Math.sqrt(terms.reduce((a, b) => a + (b - average) ** 2, 0) / terms.length);
    const exact = gaussianKlValue(q.mean, q.logVariance, p.mean, p.logVariance);
    expect(Math.abs(average - exact)).toBeLessThan((4 * spread) / Math.sqrt(terms.length));
  });

  test('never negative, 0 for equals, not symmetric, and general with N(0, 1) is the special one', () => {
    for (let i = 0; i < 100; i++) {
      const [a, b, c, d] = [rng.normal(), rng.normal(), rng.normal(), rng.normal()];
      expect(gaussianKlValue([a], [b], [c], [d])).toBeGreaterThanOrEqual(0);
      expectClose(gaussianKlValue([a], [b], [0], [0]), [standardNormalKlValue([a], [b])], 1e-14);
    }
    expect(gaussianKlValue([2], [1], [2], [1])).toBe(0);
    expect(gaussianKlValue([0], [0], [0], [1])).not.toBeCloseTo(gaussianKlValue([0], [1], [0], [0]), 2);
  });
});

test('a Bernoulli sums to 1 over its outcomes, and stays finite for logits of ±1000', () => {
  const total = [[0, 0], [0, 1], [1, 0], [1, 1]] // prettier-ignore
    .reduce((a, outcome) => a + Math.exp(bernoulliLogLikelihoodValue(outcome, [0.3, -2])), 0);
  expect(total).toBeCloseTo(1, 14);
  expect(bernoulliLogLikelihoodValue([1, 0], [1000, -1000])).toBe(0);
  expect(bernoulliLogLikelihoodValue([0, 1], [1000, -1000])).toBe(-2000);
});

test('a Gaussian density integrates to 1', () => {
  let total = 0;
  for (let at = -30; at < 30; at += 0.01)
    total += 0.01 * Math.exp(gaussianLogLikelihoodValue([at], [0.5], [1.3]));
  expect(total).toBeCloseTo(1, 10);
});

test('the importance-weighted bound lies between mean and maximum; one weight gives itself; e^±1000 do no harm', () => {
  expect(logMeanExp([-1000, -1000])).toBe(-1000);
  expect(logMeanExp([3])).toBe(3);
  expect(logMeanExp([-Infinity, 0])).toBeCloseTo(-Math.LN2, 15);
  expect(logMeanExp([-Infinity])).toBe(-Infinity);
  expect(logMeanExp([1, 5, 2])).toBeGreaterThan(8 / 3);
  expect(logMeanExp([1, 5, 2])).toBeLessThan(5);
});

test('free bits: the mean of the batch comes first; a coordinate under λ has no gradient', () => {
  const [gradient = []] = evaluateGradient((k) => freeBits(k, 1), [[[0.2, 3], [0.4, 5]]]); // prettier-ignore
  expect(numbersOf(gradient)).toEqual([0, 0.5, 0, 0.5]);
  // Maxima before the mean would say ½ (1 + 1.6) = 1.3.
  expect(evaluate((k) => freeBits(k, 1), [[[0.2], [1.6]]])).toBe(1);
});

test('annealing: linear to the end, then flat; with a period it starts anew', () => {
  const at = (step: number) => annealKl(step, { warmUp: 10, from: 0.5, to: 4, period: 20 });
  expect([at(0), at(5), at(10), at(19), at(20), at(25)]).toEqual([0.5, 2.25, 4, 4, 0.5, 2.25]);
  expect(annealKl(1e9, { warmUp: 10 })).toBe(1);
  expect(() => annealKl(-1, { warmUp: 1 })).toThrow(/step must be at least 0, found -1/);
  expect(() => annealKl(0, { warmUp: 0 })).toThrow(/warmUp must be above 0, found 0/);
  expect(() => annealKl(0, { warmUp: 5, period: 2 })).toThrow(/at least warmUp = 5, found 2/);
});

describe('aggregated posterior', () => {
  const codes: Code[] = [0, 1, 2, 3].map((i) => ({ mean: row(mean, i), logVariance: row(logVariance, i) }));

  test('its density is PyTorch’s', () => {
    expectClose(
      [0, 1, 2, 3].map((i) => logAggregatedPosterior(row(noise, i), codes)),
      golden['logAggregatedPosterior at noise'].values,
    );
  });

  test('codes far apart tell their data point (log n), equal ones tell nothing; the terms add up', () => {
    const far = [-100, 0, 100].map((m) => ({ mean: [m], logVariance: [0] }));
    const terms = aggregatedTerms(far, [[-100.3], [0.1], [99.5]]);
    expect(terms.information).toBeCloseTo(Math.log(3), 12);
    expect(terms.information + terms.marginalKl).toBeCloseTo(terms.kl, 10);
    const same = [1, 2, 3].map(() => ({ mean: [0], logVariance: [0] }));
    expect(aggregatedTerms(same, [[1], [2], [3]])).toEqual({ kl: 0, information: 0, marginalKl: 0 });
    expect(() => aggregatedTerms(same, [])).toThrow(/3 codes and 0 samples/);
  });
});

test('bad shapes are named', () => {
  expect(() => evaluate(standardNormalKl, [[[1, 2]], [[0]]])).toThrow(
    /mean has shape \[1, 2\], logVariance \[1, 1\]/,
  );
  expect(() => evaluate(standardNormalKl, [[1, 2], [0, 0]])).toThrow(/must be \[batch, dimensions\], found \[2\]/); // prettier-ignore
  expect(() => evaluate(bernoulliLogLikelihood, [[[1]], [[0, 0]]])).toThrow(/x has shape/);
  expect(() => evaluate(importanceWeightedBound, [[1, 2]])).toThrow(/\[batch, k\], found \[2\]/);
  expect(() => evaluate((l, k) => betaVaeLoss(l, k, -1), [[[1]], [[1]]])).toThrow(/beta must be at least 0/);
  expect(() => evaluate((k) => freeBits(k, -1), [[[1]]])).toThrow(/lambda must be at least 0/);
  expect(() => standardNormalKlValue([1], [0, 0])).toThrow(/mean has 1 values, logVariance 2/);
  expect(() => logMeanExp([])).toThrow(/at least one value/);
});
