import { describe, expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph, type Node } from '~/autodiff/graph';
import { affine, parameter, square, sum } from '~/autodiff/ops';
import { sgd } from '~/methods/optimizers/updates';
import { openReference } from '~/runtime/executors/reference/session';
import { openWasmSession } from '~/runtime/executors/wasm/session';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf, type Nested } from '~/runtime/evaluate';
import { beganControl, beganControlStep, beganConvergence, beganDiscriminatorLoss } from './began';
import { clipWeights } from './clip';
import { energyDiscriminatorLoss, pullingAwayTerm } from './ebgan';
import { absoluteError, reconstructionNorm } from './energies';
import golden from './golden.json';

function expectClose(found: Nested | undefined, expected: readonly number[], tolerance = 1e-10): void {
  const numbers = numbersOf(found ?? []);
  expect(numbers).toHaveLength(expected.length);
  numbers.forEach((value, i) => {
    const wanted = expected[i] ?? NaN;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.abs(wanted) + 1e-13);
  });
}

describe('energies', () => {
  const { x, reconstruction } = golden.energies;

  test('norms, absolute errors and their gradients equal PyTorch’s', () => {
    const norm = (a: Node, b: Node) => reconstructionNorm(a, b, 0);
    expectClose(evaluate(norm, [x, reconstruction]), golden.energies.reconstructionNorm.values);
    const byNorm = evaluateGradient((a, b) => sum(norm(a, b)), [x, reconstruction])[1];
    expectClose(byNorm, golden.energies.reconstructionNormBy.values);
    expectClose(evaluate(absoluteError, [x, reconstruction]), golden.energies.absoluteError.values);
    const byError = evaluateGradient((a, b) => sum(absoluteError(a, b)), [x, reconstruction])[1];
    expectClose(byError, golden.energies.absoluteErrorBy.values);
  });

  test('the norm is not squared, the error is summed over features; both one number for each row', () => {
    const rows = [
      [3, 4],
      [0, -1],
    ];
    const zeros = [
      [0, 0],
      [0, 0],
    ];
    expectClose(
      evaluate((a, b) => reconstructionNorm(a, b), [rows, zeros]),
      [5, 1],
    );
    expect(evaluate(absoluteError, [rows, zeros])).toEqual([[7], [1]]);
  });

  test('a perfect reconstruction has gradient 0, not NaN', () => {
    for (const energy of [(a: Node, b: Node) => reconstructionNorm(a, b), absoluteError])
      expect(
        numbersOf(evaluateGradient((a, b) => sum(energy(a, b)), [[[1, 2]], [[1, 2]]])[1] ?? NaN),
      ).toEqual([0, 0]);
  });

  test('shapes that differ are named', () => {
    expect(() => evaluate(absoluteError, [[[1, 2]], [[1]]])).toThrow(/found \[1, 2\] and \[1, 1\]/);
  });
});

describe('ebgan', () => {
  test('beyond the margin a sample is pushed no further', () => {
    const loss = (real: Node, fake: Node) => energyDiscriminatorLoss(real, fake, 1);
    expect(evaluateScalar(loss, [[[0.2]], [[0.4], [3]]])).toBeCloseTo(0.5, 15);
    expect(numbersOf(evaluateGradient(loss, [[[0.2]], [[0.4], [3]]])[1] ?? NaN).map(Math.abs)).toEqual([
      0.5, 0,
    ]);
  });

  test('a margin that is not above 0 is named', () => {
    expect(() => evaluate((x) => energyDiscriminatorLoss(x, x, 0), [[1]])).toThrow(
      /above 0 and finite, found 0/,
    );
  });

  test('the pulling-away term and its gradient equal PyTorch’s cosine_similarity, codes of 1e-5 and 1e4 among them', () => {
    const { codes, value, byCodes } = golden.pullingAway;
    const exact = (s: Node) => pullingAwayTerm(s, 0);
    expect(evaluateScalar(exact, [codes])).toBeCloseTo(value, 12);
    expectClose(evaluateGradient(exact, [codes])[0], byCodes.values, 1e-9);
  });

  test('squared cosine, not distance: parallel and opposite codes count 1 however far apart, orthogonal ones 0', () => {
    const of = (...codes: [number, number][]) => evaluateScalar((s) => pullingAwayTerm(s), [codes]);
    expect(of([1, 0], [1, 0])).toBeCloseTo(1, 10);
    expect(of([1, 0], [1000, 0])).toBeCloseTo(1, 10);
    expect(of([1, 0], [-1000, 0])).toBeCloseTo(1, 10);
    expect(of([1, 0], [0, 1e-3])).toBeCloseTo(0, 10);
    expect(of([1, 0], [1, 1])).toBeCloseTo(0.5, 10);
    expect(of([1, 0], [5, 0], [0, 2])).toBeCloseTo(1 / 3, 10);
  });

  test('moving codes apart along their common direction does not lower it; turning them does', () => {
    const [gradient = NaN] = evaluateGradient((s) => pullingAwayTerm(s), [[[1, 0], [2, 0.5]]]); // prettier-ignore
    const [x0 = NaN, y0 = NaN, x1 = NaN, y1 = NaN] = numbersOf(gradient);
    // Along each code itself the slope is 0.
    expect(x0).toBeCloseTo(0, 10);
    expect(2 * x1 + 0.5 * y1).toBeCloseTo(0, 10);
    expect(Math.abs(y0)).toBeGreaterThan(0.1);
  });

  test('a code of zeros counts 0 and keeps the gradient finite', () => {
    const codes = [
      [0, 0],
      [1, 2],
    ];
    const pullingAway = (s: Node) => pullingAwayTerm(s);
    expect(evaluateScalar(pullingAway, [codes])).toBe(0);
    expect(numbersOf(evaluateGradient(pullingAway, [codes])[0] ?? NaN).every(Number.isFinite)).toBe(true);
    expect(() => evaluate(pullingAway, [[[1, 2]]])).toThrow(/\[batch ≥ 2, units\], found \[1, 2\]/);
  });
});

describe('began', () => {
  test('the controller equals PyTorch’s clamp, inside and held at both ends, in nodes and in numbers', () => {
    for (const { case: numbers, next } of golden.control) {
      const [k = NaN, real = NaN, fake = NaN, gamma = NaN, lambda = NaN] = numbers;
      const step = (at: Node, x: Node, y: Node) => beganControl(at, x, y, { gamma, lambda });
      expect(evaluateScalar(step, [k, [[real]], [[fake]]])).toBeCloseTo(next, 14);
      expect(beganControlStep(k, real, fake, { gamma, lambda })).toBeCloseTo(next, 14);
    }
  });

  test('it rises when samples are too good, falls when they are too bad, by 0.001 of the gap unless said otherwise', () => {
    expect(beganControlStep(0.5, 1, 0.2, { gamma: 0.5 })).toBeCloseTo(0.5 + 0.001 * 0.3, 15);
    expect(beganControlStep(0.5, 1, 0.8, { gamma: 0.5 })).toBeCloseTo(0.5 - 0.001 * 0.3, 15);
  });

  test('M = L(x) + |γ L(x) − L(G(z))|: least when the balance is held', () => {
    const measure = (real: number, fake: number) =>
      evaluateScalar((x, y) => beganConvergence(x, y, 0.5), [[[real]], [[fake]]]);
    expect(measure(2, 1)).toBe(2);
    expect(measure(2, 3)).toBe(4);
    expect(measure(2, 0)).toBe(3);
  });

  /** A judge of one weight w, whose error is (w − 1)² on data and w² on samples; k starts at 1. */
  async function train(controlled: boolean, steps: number) {
    const graph = new Graph();
    const weight = parameter(graph, [], [0.8], 'w');
    const k = parameter(graph, [], [1], 'k');
    const [real, fake] = [square(affine(weight, 1, -1)), square(weight)];
    const updates = sgd(beganDiscriminatorLoss(real, fake, k), [weight], { rate: 0.05 });
    const value = beganControl(k, real, fake, { gamma: 0.5, lambda: 0.05 });
    const control = { rule: 'assign', parameter: k, value } as const;
    const session = await openReference({ seed: 1 });
    const step = await session.compile(compile({ updates: controlled ? [...updates, control] : updates }));
    await step.run(steps);
    return { weight: (await session.read(weight))[0] ?? NaN, k: (await session.read(k))[0] ?? NaN };
  }

  test('without its controller it is not BEGAN: with k held at 1 the error of samples grows for ever', async () => {
    expect((await train(false, 300)).weight).toBeCloseTo(0.8 + 30, 4);
    expect((await train(false, 3000)).weight).toBeCloseTo(0.8 + 300, 3);
  });

  test('with it k leaves 1 and the judge comes back to its data', async () => {
    const { weight, k } = await train(true, 300);
    expect(k).toBe(0);
    expect(weight).toBeCloseTo(1, 4);
  });

  test('with k held at 0 samples play no part: a plain autoencoder of the data', () => {
    const loss = (x: Node, y: Node) => beganDiscriminatorLoss(x, y, 0);
    expect(numbersOf(evaluateGradient(loss, [[1, 2], [3, 4]])[1] ?? NaN)).toEqual([0, 0]); // prettier-ignore
  });
});

describe('clip', () => {
  test('values equal PyTorch’s clamp', async () => {
    const { limit, x, clipped } = golden.clip;
    const weights = parameter(new Graph(), x.shape, x.values, 'w');
    const session = await openReference({ seed: 1 });
    const step = await session.compile(compile({ updates: clipWeights([weights], limit) }));
    await step.run();
    expectClose([...(await session.read(weights))], clipped.values.map(Math.fround), 0);
  });

  test('what is inside the bounds passes unchanged to the last bit, in float32 too', async () => {
    const graph = new Graph();
    const initial = Float32Array.of(0.0099999, -0.0033333, 1e-9, 0, 0.5, -0.02);
    const weights = parameter(graph, [6], initial, 'w');
    for (const open of [openReference, openWasmSession]) {
      const session = await open({ seed: 1 });
      const step = await session.compile(compile({ updates: clipWeights([weights], 0.01) }));
      await step.run();
      const after = await session.read(weights);
      expect([...after.subarray(0, 4)]).toEqual([...initial.subarray(0, 4)]);
      expect([...after.subarray(4)].map(Math.fround)).toEqual([0.01, -0.01].map(Math.fround));
      session.dispose();
    }
  });

  test('in the critic’s own program it would be lost: one parameter is not updated twice', () => {
    const weights = parameter(new Graph(), [2], [1, 2], 'w');
    const both = [...sgd(sum(square(weights)), [weights], { rate: 0.1 }), ...clipWeights([weights], 0.01)];
    expect(() => compile({ updates: both })).toThrow(/updated twice/);
  });

  test('a limit that is not above 0 is named', () => {
    expect(() => clipWeights([], 0)).toThrow(/above 0 and finite, found 0/);
  });
});
