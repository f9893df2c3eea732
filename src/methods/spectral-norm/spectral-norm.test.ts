import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph, type Node } from '~/autodiff/graph';
import { multiply, parameter, sum } from '~/autodiff/ops';
import { sgd } from '~/methods/optimizers/updates';
import { createRng } from '~/methods/rng/create-rng';
import { openSession } from '~/runtime/executors';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf, type Nested } from '~/runtime/evaluate';
import golden from './golden.json';
import { initSpectralVector, spectralNormalize } from './spectral-norm';

function expectClose(found: Nested | undefined, expected: readonly number[], tolerance = 1e-9): void {
  const numbers = numbersOf(found ?? []);
  const scale = Math.max(...expected.map(Math.abs));
  expect(numbers).toHaveLength(expected.length);
  numbers.forEach((value, i) =>
    expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThanOrEqual(tolerance * scale),
  );
}

golden.layers.forEach(({ rounds, weight, u, normalized, nextU, mixing, gradient }, i) =>
  test(`layer ${i}, ${rounds} rounds: W/σ, the next u and the gradient (u, v constant) equal PyTorch's`, () => {
    const options = { iterations: rounds, epsilon: 0 };
    expectClose(
      evaluate((w, a) => spectralNormalize(w, a, options).weight, [weight, u]),
      normalized.values,
    );
    expectClose(
      evaluate((w, a) => spectralNormalize(w, a, options).u, [weight, u]),
      nextU.values,
    );
    const mixed = (w: Node, a: Node, r: Node) => sum(multiply(spectralNormalize(w, a, options).weight, r));
    expectClose(evaluateGradient(mixed, [weight, u, mixing])[0], gradient.values);
  }),
);

const sigmaOf = (iterations: number) => (w: Node, u: Node) => spectralNormalize(w, u, { iterations }).sigma;

test('power iteration comes from below to the largest singular value, its error falling by (σ₂/σ₁)⁴ a round', () => {
  for (const { weight, u, singularValues } of golden.layers.slice(0, 3)) {
    const [first = NaN, second = NaN] = singularValues;
    const missing = (rounds: number) => 1 - evaluateScalar(sigmaOf(rounds), [weight, u]) / first;
    let before = missing(1);
    for (const rounds of [2, 4, 8, 16, 32]) {
      const now = missing(rounds);
      expect(now).toBeLessThanOrEqual(before + 1e-12);
      expect(now).toBeGreaterThanOrEqual(-1e-12);
      before = now;
    }
    // The vector's error falls by (σ₂/σ₁)² a round and that of σ by its square, once the other directions have died out.
    let settled = 1;
    while (missing(settled) > 1e-5) settled++;
    const share = missing(settled + 3) / missing(settled) / (second / first) ** 12;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(1.01);
    expect(Math.abs(missing(200))).toBeLessThan(1e-11);
  }
});

test('a carried u reaches the exact value by one round a step, and no optimiser moves it', async () => {
  const { weight, singularValues } = golden.layers[1] ?? {};
  if (!weight || !singularValues) throw new Error('golden numbers');
  const graph = new Graph();
  const w = parameter(graph, weight.shape, weight.values, 'w');
  const u = initSpectralVector(graph, 6, createRng(3), 'u');
  const { sigma, u: next } = spectralNormalize(w, u);
  for (const executor of ['reference', 'wasm'] as const) {
    const session = await openSession(executor)({ seed: 1 });
    const step = await session.compile(
      compile({ outputs: [sigma], updates: [{ rule: 'assign', parameter: u, value: next }] }),
    );
    await step.run(60);
    const [found = NaN] = await step.read(sigma);
    expect(Math.abs(found / (singularValues[0] ?? NaN) - 1)).toBeLessThan(1e-6);
    session.dispose();
  }
});

test('at convergence the largest singular value of W/σ is 1, so the layer is 1-Lipschitz; scaling W changes nothing', () => {
  const { weight, u } = golden.layers[0] ?? {};
  if (!weight || !u) throw new Error('golden numbers');
  const many = { iterations: 200 };
  const again = (w: Node, a: Node) => {
    const once = spectralNormalize(w, a, many);
    return spectralNormalize(once.weight, a, many).sigma;
  };
  expect(evaluateScalar(again, [weight, u])).toBeCloseTo(1, 10);
  const normal = (w: Node, a: Node) => spectralNormalize(w, a, many).weight;
  const scaled = (w: Node, a: Node) => spectralNormalize(multiply(w, 1000), a, many).weight;
  expectClose(evaluate(scaled, [weight, u]), numbersOf(evaluate(normal, [weight, u])), 1e-10);
});

test('u and v are constants: ∂σ/∂W = ṽ ũᵀ, of Frobenius norm 1 after any number of rounds', () => {
  for (const { weight, u } of golden.layers)
    for (const rounds of [1, 2]) {
      const byWeight = numbersOf(evaluateGradient(sigmaOf(rounds), [weight, u])[0] ?? NaN);
      expect(Math.hypot(...byWeight)).toBeCloseTo(1, 6);
      // A rank of one: every 2 × 2 minor is 0.
      const columns = weight.shape[1] ?? NaN;
      const at = (row: number, column: number) => byWeight[row * columns + column] ?? NaN;
      if (columns > 1) expect(at(0, 0) * at(1, 1) - at(0, 1) * at(1, 0)).toBeCloseTo(0, 12);
      expect(numbersOf(evaluateGradient(sigmaOf(rounds), [weight, u])[1] ?? NaN).every((g) => g === 0)).toBe(
        true,
      );
    }
});

test('the gradient of a loss does not run along W: growing W does not change W/σ', () => {
  const { weight, u, mixing } = golden.layers[0] ?? {};
  if (!weight || !u || !mixing) throw new Error('golden numbers');
  const mixed = (w: Node, a: Node, r: Node) =>
    sum(multiply(spectralNormalize(w, a, { iterations: 200 }).weight, r));
  const gradient = numbersOf(evaluateGradient(mixed, [weight, u, mixing])[0] ?? NaN);
  const along = gradient.reduce((total, g, i) => total + g * (weight.values[i] ?? NaN), 0);
  expect(along).toBeCloseTo(0, 8);
});

test('a weight of zeros stays zeros and finite; training goes on from there', async () => {
  const graph = new Graph();
  const w = parameter(graph, [2, 3], new Float32Array(6), 'w');
  const u = initSpectralVector(graph, 3, createRng(1), 'u');
  const { weight, u: next } = spectralNormalize(w, u);
  const updates = [
    ...sgd(sum(weight), [w], { rate: 1e-12 }),
    { rule: 'assign', parameter: u, value: next } as const,
  ];
  const session = await openSession('reference')({ seed: 1 });
  const step = await session.compile(compile({ outputs: [weight], updates }));
  await step.run();
  expect([...(await step.read(weight))]).toEqual([0, 0, 0, 0, 0, 0]);
  expect([...(await session.read(w))].every(Number.isFinite)).toBe(true);
});

test('wrong arguments are named', () => {
  const rows = [[1, 2], [3, 4], [5, 6]]; // prettier-ignore
  const of = (iterations: number) => (w: Node, u: Node) => spectralNormalize(w, u, { iterations }).sigma;
  expect(() => evaluate(of(1), [rows, [[1], [1], [1]]])).toThrow(/found \[3, 2\] and \[3, 1\]/);
  expect(() => evaluate(of(0), [rows, [[1], [1]]])).toThrow(/whole number of at least 1, found 0/);
});
