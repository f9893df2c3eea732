import { describe, expect, test } from 'vitest';
import { grad } from '~/autodiff/grad';
import type { Node } from '~/autodiff/graph';
import { add, affine, logSoftmax, matmul, mean, multiply, negate, square, sum } from '~/autodiff/ops';
import { activate, dense, type Activation } from '~/methods/mlp/mlp';
import golden from '~/methods/snip/golden.json';
import { activeCount } from '~/methods/sparsity/masks';
import { evaluate, evaluateScalar, numbersOf, type Flat } from '~/runtime/evaluate';
import { graspMasks, graspScoreNodes, graspScores, hessianGradient } from './grasp';

type Net = (typeof golden.nets)[number];

const lossOf =
  ({ activation, temperature }: Net) =>
  (x: Node, y: Node, w1: Node, w2: Node, b1: Node, b2: Node): Node => {
    const logits = dense(activate(activation as Activation, dense(x, w1, b1)), w2, b2);
    return negate(mean(sum(multiply(y, logSoftmax(affine(logits, 1 / temperature, 0))), [1])));
  };
const inputsOf = (net: Net, weights: readonly Flat[] = net.weights) => [net.batch, net.labels, ...weights, ...net.biases]; // prettier-ignore
const valuesOf = (parts: readonly { readonly values: readonly number[] }[]) =>
  parts.map(({ values }) => values);

/** The values of layer `layer` of what `of` makes of loss and weights. */
function layerOf(net: Net, layer: number, of: (loss: Node, weights: Node[]) => Node[]): number[] {
  const loss = lossOf(net);
  return numbersOf(
    evaluate((x, y, w1, w2, b1, b2) => of(loss(x, y, w1, w2, b1, b2), [w1, w2])[layer]!, inputsOf(net)),
  );
}

function expectClose(found: ArrayLike<number>, expected: readonly number[]): void {
  const scale = Math.max(...expected.map(Math.abs));
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(Math.abs((found[i] ?? NaN) - value)).toBeLessThan(1e-10 * scale));
}

describe.each(golden.nets)('$activation, temperature $temperature', (net) => {
  test('H g and the scores, through the graph and from arrays, equal PyTorch’s double backward', () => {
    const arrays = graspScores(valuesOf(net.weights), valuesOf(net.products));
    net.scores.forEach((expected, layer) => {
      expectClose(layerOf(net, layer, hessianGradient), net.products[layer]!.values);
      expectClose(layerOf(net, layer, graspScoreNodes), expected);
      expectClose(arrays[layer]!, expected);
    });
  });

  test('2 S is the slope of ‖∇L‖² as one weight is taken out, by finite differences', () => {
    const flow = (weights: readonly Flat[]) => {
      const loss = lossOf(net);
      return evaluateScalar(
        (x, y, w1, w2, b1, b2) => {
          const [g1, g2] = grad(loss(x, y, w1, w2, b1, b2), [w1, w2]);
          return add(sum(square(g1!)), sum(square(g2!)));
        },
        inputsOf(net, weights),
      );
    };
    const h = 1e-4;
    const scale = Math.max(...net.scores.flat().map(Math.abs));
    net.scores.forEach((layer, l) =>
      layer.forEach((score, place) => {
        const without = (share: number) =>
          flow(
            net.weights.map(({ shape, values }, at) => ({
              shape,
              values: values.map((w, p) => (at === l && p === place ? (1 - share) * w : w)),
            })),
          );
        const slope = (without(h) - without(-h)) / (2 * h);
        expect(Math.abs(slope / 2 - score)).toBeLessThan(1e-6 * scale);
      }),
    );
  });

  test.each(net.masks)(
    'masks at sparsity $sparsity: the paper’s and, one more kept, the official code’s',
    (each) => {
      const paper = graspMasks(net.scores, each.sparsity);
      const official = graspMasks(net.scores, each.sparsity, { asOfficialCode: true });
      expect(paper.map((mask) => [...mask])).toEqual(each.paper);
      expect(official.map((mask) => [...mask])).toEqual(each.official);
      const kept = (masks: Uint8Array[]) => masks.reduce((total, mask) => total + activeCount(mask), 0);
      const remove = Math.floor(35 * each.sparsity + 1e-9);
      expect(kept(official)).toBe(35 - remove + 1);
    },
  );
});

test('closed form: L = ½ wᵀAw has g = Aw and H g = A²w', () => {
  const a = [[2, 1], [1, 3]]; // prettier-ignore
  const w = [[1], [-2]];
  const half = (weight: Node, matrix: Node) => affine(sum(multiply(weight, matmul(matrix, weight))), 0.5, 0);
  const product = evaluate((x, m) => hessianGradient(half(x, m), [x])[0]!, [w, a]);
  // Aw = (0, −5), A²w = (−5, −15).
  expect(numbersOf(product)).toEqual([-5, -15]);
  expect([...graspScores([[1, -2]], [[-5, -15]])[0]!]).toEqual([5, -30]);
});

test('blocks between layers count: L = (uv)² ⁄ 2 has H g = (2u v⁴ + …)', () => {
  // g = (u v², u² v); H = [[v², 2uv], [2uv, u²]]; H g = (u v⁴ + 2u³v², 2u²v³ + u⁴v).
  const [u, v] = [2, 3];
  const of = (layer: number) =>
    evaluateScalar((a, b) => hessianGradient(affine(square(multiply(a, b)), 0.5, 0), [a, b])[layer]!, [u, v]);
  expect(of(0)).toBe(u * v ** 4 + 2 * u ** 3 * v ** 2);
  expect(of(1)).toBe(2 * u ** 2 * v ** 3 + u ** 4 * v);
});

test('the sign matters: the weight whose absence makes the flow grow is removed, which SNIP would keep', () => {
  const masks = graspMasks([[-3, 8, -1, 0.5]], 0.5);
  expect([...masks[0]!]).toEqual([1, 0, 1, 0]);
});

test('official code: ties of the threshold all stay, and nothing to remove keeps all', () => {
  const official = (scores: number[][], sparsity: number) =>
    graspMasks(scores, sparsity, { asOfficialCode: true }).map((mask) => [...mask]);
  expect(official([[5, 5, 5, 1]], 0.5)).toEqual([[1, 1, 1, 1]]);
  expect(official([[1, 2, 3, 4]], 0.2)).toEqual([[1, 1, 1, 1]]);
  expect([...graspMasks([[5, 5, 5, 1]], 0.5)[0]!]).toEqual([1, 0, 0, 1]);
});

test('the examples of the doc comments', () => {
  expect(evaluate((w) => hessianGradient(sum(square(w)), [w])[0]!, [[3]])).toEqual([12]);
  expect([...graspScores([[1, -2]], [[3, 4]])[0]!]).toEqual([-3, 8]);
  const scores = [[-3, 8], [1, 0]]; // prettier-ignore
  expect(graspMasks(scores, 0.5).map((mask) => [...mask])).toEqual([[1, 0], [0, 1]]); // prettier-ignore
  expect(graspMasks(scores, 0.5, { asOfficialCode: true }).map((m) => [...m])).toEqual([[1, 0], [1, 1]]); // prettier-ignore
});

test('misuse is named', () => {
  expect(() => graspMasks([[1, 2]], 1.2)).toThrow(/graspMasks: sparsity must be in \[0, 1\), found 1.2/);
  expect(() => graspMasks([[1, NaN]], 0.5, { asOfficialCode: true })).toThrow(/score at 1 is missing/);
  expect(() => graspScores([[1]], [[1, 2]])).toThrow(/layer 0 has 1 weights, but 2 values of H g/);
  expect(() => evaluate((w) => hessianGradient(w, [])[0]!, [1])).toThrow(/at least one weight, found none/);
});
