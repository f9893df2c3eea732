import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { createRng } from '~/methods/rng/create-rng';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import golden from './golden.json';
import {
  codeDiscriminatorLoss,
  encoderLoss,
  halfSquaredError,
  labelLoss,
  semiSupervisedLosses,
  withLabel,
  type PhaseLosses,
} from './losses';
import { drawOneHot, drawPetal } from './priors';

const phase =
  (name: keyof PhaseLosses) =>
  (...nodes: Node[]): Node => {
    const [
      stylePriorLogits,
      styleLogits,
      classPriorLogits,
      classLogits,
      labelledLogits,
      labels,
      reconstructionError,
    ] = nodes as [Node, Node, Node, Node, Node, Node, Node];
    return semiSupervisedLosses({
      ...{ stylePriorLogits, styleLogits, classPriorLogits, classLogits },
      ...{ labelledLogits, labels, reconstructionError },
    })[name];
  };

describe('the three phases equal PyTorch’s', () => {
  test.each(Object.entries(golden.losses))('%s: value', (name, value) => {
    expect(evaluateScalar(phase(name as keyof PhaseLosses), golden.inputs)).toBeCloseTo(value, 12);
  });

  test.each(Object.entries(golden.gradients))('%s: gradients', (name, gradients) => {
    const found = evaluateGradient(phase(name as keyof PhaseLosses), golden.inputs);
    gradients.forEach(({ values }, i) =>
      numbersOf(found[i] ?? []).forEach((value, j) => expect(value).toBeCloseTo(values[j] ?? NaN, 12)),
    );
  });
});

test('the prior’s draws are the real ones: a judge that favours them has a small loss', () => {
  expect(evaluateScalar(codeDiscriminatorLoss, [[[9]], [[-9]]])).toBeLessThan(1e-3);
  expect(evaluateScalar(codeDiscriminatorLoss, [[[-9]], [[9]]])).toBeGreaterThan(17);
});

test('cross-entropy: all classes alike have log C, and huge logits do no harm', () => {
  expect(evaluateScalar(labelLoss, [[[5, 5, 5]], [[0, 1, 0]]])).toBeCloseTo(Math.log(3), 14);
  expect(evaluateScalar(labelLoss, [[[1000, -1000]], [[0, 1]]])).toBe(2000);
});

test('draws of the priors: each class equally often, petals where they belong, seeded', () => {
  const rows = drawOneHot(6000, 3, createRng(1));
  for (const c of [0, 1, 2]) {
    const share = rows.reduce((sum, row) => sum + row[c]!, 0) / rows.length;
    expect(Math.abs(share - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / rows.length));
  }
  expect(rows.every((row) => row.reduce((a, b) => a + b) === 1)).toBe(true); // prettier-ignore
  const rng = createRng(2);
  const petal = Array.from({ length: 4000 }, () => drawPetal(1, 4, rng));
  const mean = [0, 1].map((j) => petal.reduce((sum, at) => sum + at[j]!, 0) / petal.length);
  expect(Math.abs(mean[0]!)).toBeLessThan(0.02);
  expect(Math.abs(mean[1]! - 2)).toBeLessThan(0.05);
  expect(drawOneHot(5, 4, createRng(3))).toEqual(drawOneHot(5, 4, createRng(3)));
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  expect(evaluate(codeDiscriminatorLoss, [[[0]], [[0]]])).toBeCloseTo(1.3862943611198906, 15);
  expect(evaluate(encoderLoss, [[[0]]])).toBeCloseTo(Math.LN2, 15);
  expect(evaluate(withLabel, [[[0.5]], [[0, 1]]])).toEqual([[0.5, 0, 1]]);
  expect(evaluate(labelLoss, [[[0, 0]], [[1, 0]]])).toBeCloseTo(Math.LN2, 15);
  expect(evaluate(halfSquaredError, [[[3, 4]]])).toEqual([[12.5]]);
  expect(drawOneHot(1, 1, createRng(1))).toEqual([[1]]);
  expect(drawPetal(0, 4, createRng(1), { radius: 2, along: 0, across: 0 })).toEqual([2, 0]);
  expect(() => evaluate(withLabel, [[[1]], [[1], [2]]])).toThrow(/found \[1, 1\] and \[2, 1\]/);
  expect(() => evaluate(labelLoss, [[[1, 2]], [[1]]])).toThrow(/\[batch, classes\], found/);
  expect(() => drawOneHot(1, 0, createRng(1))).toThrow(/classes must be a whole number/);
  expect(() => drawPetal(4, 4, createRng(1))).toThrow(/in 0 … 3, found 4/);
});
