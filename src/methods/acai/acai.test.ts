import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { matmul, slice, concat, stopGradient, tanh } from '~/autodiff/ops';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import golden from './golden.json';
import {
  acaiAutoencoderLoss,
  acaiCriticLoss,
  mixCodes,
  mixWithReconstruction,
  reconstructionError,
} from './losses';

const { x, encoder, decoder, critic, alpha } = golden;
const INPUTS = [x, encoder, decoder, critic, alpha];
/** Rows in the opposite order. */
const flip = (codes: Node) =>
  concat([4, 3, 2, 1, 0].map((row) => slice(codes, [row, 0], [1, 2])), 0); // prettier-ignore

function autoencoder(data: Node, e: Node, d: Node, c: Node, a: Node): Node {
  const codes = matmul(data, e);
  const mixed = matmul(mixCodes(codes, flip(codes), a), d);
  return acaiAutoencoderLoss(reconstructionError(data, matmul(codes, d)), tanh(matmul(mixed, c)));
}

function judge(data: Node, e: Node, d: Node, c: Node, a: Node): Node {
  const codes = matmul(data, e);
  const mixed = stopGradient(matmul(mixCodes(codes, flip(codes), a), d));
  const real = stopGradient(mixWithReconstruction(data, matmul(codes, d)));
  return acaiCriticLoss(tanh(matmul(mixed, c)), a, tanh(matmul(real, c)));
}

const expectSame = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 11));
};

describe('through a small network', () => {
  test('both losses are PyTorch’s', () => {
    expect(evaluateScalar(autoencoder, INPUTS)).toBeCloseTo(golden.autoencoderLoss, 11);
    expect(evaluateScalar(judge, INPUTS)).toBeCloseTo(golden.criticLoss, 11);
  });

  test('so are their gradients; the critic’s loss gives the autoencoder none', () => {
    const byAll = evaluateGradient(autoencoder, INPUTS);
    golden.byWeights.forEach(({ values }, i) => expectSame(numbersOf(byAll[i + 1] ?? []), values));
    const byCritic = evaluateGradient(judge, INPUTS);
    expectSame(numbersOf(byCritic[3] ?? []), golden.byCritic.values);
    for (const i of [1, 2]) expect(new Set(numbersOf(byCritic[i] ?? []).map(Math.abs))).toEqual(new Set([0]));
  });
});

test('α = 0 is the second code, ½ the middle; γ = 1 the data, 0 the reconstruction', () => {
  const at = (a: number) => evaluate((p, q) => mixCodes(p, q, a), [[[2, 4]], [[6, 0]]]);
  expect([at(0), at(0.5)]).toEqual([[[6, 0]], [[4, 2]]]);
  const between = (g: number) => evaluate((p, q) => mixWithReconstruction(p, q, g), [[[2, 4]], [[6, 0]]]);
  expect([between(1), between(0)]).toEqual([[[2, 4]], [[6, 0]]]);
});

test('the critic is right at α and 0: its loss is 0 there and rises beside', () => {
  const loss = (guess: number, real: number) =>
    evaluateScalar(acaiCriticLoss, [[[guess]], [[0.3]], [[real]]]);
  expect(loss(0.3, 0)).toBe(0);
  expect(loss(0.4, 0)).toBeCloseTo(0.01, 15);
  expect(loss(0.3, 0.1)).toBeCloseTo(0.01, 15);
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  expect(evaluate((a, b) => mixCodes(a, b, 0.25), [[[4]], [[0]]])).toEqual([[1]]);
  expect(evaluate((a, b) => mixWithReconstruction(a, b, 0.25), [[[4]], [[0]]])).toEqual([[1]]);
  expect(evaluate(acaiCriticLoss, [[[0.5]], [[0.25]], [[1]]])).toBe(1.0625);
  expect(evaluate((e, d) => acaiAutoencoderLoss(e, d), [[[3]], [[2]]])).toBe(5);
  expect(evaluate((a, b) => reconstructionError(a, b), [[[3, 4]], [[0, 0]]])).toEqual([[25]]);
  expect(evaluate((a, b) => reconstructionError(a, b, 'mean'), [[[3, 4]], [[0, 0]]])).toEqual([[12.5]]);
  expect(() => evaluate((a, b) => mixCodes(a, b, 0.25), [[[1, 2]], [[1]]])).toThrow(/\[1, 2\] and \[1, 1\]/);
  expect(() => evaluate((a, b) => mixWithReconstruction(a, b, 2), [[[1]], [[1]]])).toThrow(
    /in \[0, 1\], found 2/,
  );
  expect(() => evaluate((e, d) => acaiAutoencoderLoss(e, d, -1), [[[1]], [[1]]])).toThrow(/at least 0/);
});
