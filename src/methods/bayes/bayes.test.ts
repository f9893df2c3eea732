import { describe, expect, test } from 'vitest';
import { bestAction, expectedLosses, flipPosterior, flipPrior, mapState, zeroOneLosses } from './decision';
import golden from './golden.json';
import { evidenceOf, posteriorOf, posteriorsAlong } from './posterior';

const expectSame = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 13));
};

describe.each(golden.cases)('$prior.length states', (each) => {
  test('evidence, posteriors, losses and decisions are PyTorch’s', () => {
    expect(evidenceOf(each.prior, each.seen[0]!)).toBeCloseTo(each.evidence, 13);
    const found = posteriorsAlong(each.prior, each.seen);
    found.forEach((posterior, i) => expectSame(posterior, each.posteriors[i] ?? []));
    const last = found.at(-1) ?? [];
    expectSame(expectedLosses(last, each.losses), each.expectedLosses);
    expect(bestAction(last, each.losses)).toBe(each.bestAction);
    expect(mapState(last)).toBe(each.mapState);
  });

  test('the order of what is seen does not matter, nor a common factor; MAP is the 0-1 decision', () => {
    const forth = posteriorsAlong(each.prior, each.seen).at(-1) ?? [];
    expectSame(posteriorsAlong(each.prior, each.seen.toReversed()).at(-1) ?? [], forth);
    const likelihoods = each.seen[0]!;
    const scaled = likelihoods.map((l) => 1e-200 * l);
    expectSame(posteriorOf(each.prior, scaled), posteriorOf(each.prior, likelihoods));
    expect(bestAction(forth, zeroOneLosses(forth.length))).toBe(mapState(forth));
  });
});

test('at the flip both actions cost the same, on its two sides each is the better one', () => {
  const losses = [[1, 12], [3, 2]]; // prettier-ignore
  const t = flipPosterior(losses);
  const [zero = NaN, one = NaN] = expectedLosses([1 - t, t], losses);
  expect(zero).toBeCloseTo(one, 14);
  for (const [shift, action] of [
    [-0.01, 0],
    [0.01, 1],
  ] as const)
    // prettier-ignore
    expect(bestAction([1 - t - shift, t + shift], losses)).toBe(action);
  const prior = flipPrior([0.3, 0.7], losses);
  expect(posteriorOf([1 - prior, prior], [0.3, 0.7])[1]).toBeCloseTo(t, 14);
});

test('a sharp prior moves slowly, a prior of 0 never', () => {
  expect(posteriorOf([1, 0], [0.001, 1])).toEqual([1, 0]);
  expect(posteriorsAlong([0.999, 0.001], Array(5).fill([0.1, 0.9])).map(mapState)).toEqual([0, 0, 0, 1, 1]);
});

test('ties go to the first', () => {
  expect(mapState([0.4, 0.4, 0.2])).toBe(0);
  expect(bestAction([0.5, 0.5], zeroOneLosses(2))).toBe(0);
});

test('the numbers printed in the doc comments', () => {
  expectSame(posteriorOf([0.99, 0.01], [0.05, 0.9]), [0.0495 / 0.0585, 0.009 / 0.0585]);
  expect(evidenceOf([0.5, 0.5], [0.2, 0.6])).toBe(0.4);
  expectSame(posteriorsAlong([0.5, 0.5], [[0.2, 0.6], [0.6, 0.2]])[1] ?? [], [0.5, 0.5]); // prettier-ignore
  expect(expectedLosses([0.8, 0.2], [[0, 10], [1, 0]])).toEqual([2, 0.8]); // prettier-ignore
  expect(bestAction([0.8, 0.2], [[0, 10], [1, 0]])).toBe(1); // prettier-ignore
  expect(zeroOneLosses(2)).toEqual([[0, 1], [1, 0]]); // prettier-ignore
  expect(flipPosterior([[0, 9], [1, 0]])).toBe(0.1); // prettier-ignore
  expect(flipPrior([0.05, 0.95], [[0, 1], [1, 0]])).toBeCloseTo(0.05, 15); // prettier-ignore
});

test('bad input is named', () => {
  expect(() => posteriorOf([1, 0], [0, 1])).toThrow(/probability 0 in every state/);
  expect(() => posteriorOf([0.5, 0.6], [1, 1])).toThrow(/prior must sum to 1, found 1.1/);
  expect(() => posteriorOf([0.5, 0.5], [1])).toThrow(/prior has 2 values, likelihoods 1/);
  expect(() => expectedLosses([1, 0], [[1]])).toThrow(/losses of action 0 must be 2 finite numbers/);
  expect(() => bestAction([1], [])).toThrow(/at least one action/);
  expect(() => flipPosterior([[0, 0], [1, 0]])).toThrow(/each the better one/); // prettier-ignore
  expect(() => flipPrior([0, 0], zeroOneLosses(2))).toThrow(/not both 0/);
});
