import { describe as group, expect, it } from 'vitest';
import { affine, logSoftmax, matmul, mean, multiply, sum, tanh } from '~/autodiff/ops';
import type { Node } from '~/autodiff/graph';
import { graspScoreNodes } from '~/methods/grasp/grasp';
import { connectionSensitivityNodes, snipMasks } from '~/methods/snip/snip';
import { evaluate, evaluateGradient, numbersOf } from '~/runtime/evaluate';
import { describe, quantitiesOf, rowsOf, type Seen } from './describe';
import {
  byLayer,
  collapseAt,
  GRID,
  keptByLayer,
  keptCurves,
  maskedNet,
  masksOf,
  openNet,
  placeOf,
  predictions,
  rankCorrelation,
  removeByHand,
} from './judge';
import { fields, LETTERS, presets, type Params } from './prune-at-init.params';
import { pruneAtInitText } from './prune-at-init.text';
import { accuracyOf, COUNT, gradientOf, lossOf, SHAPES } from './tiny-net';

const net = openNet({ seed: 3, scale: 1 });
const inputs = [
  ...byLayer(net.weights).map((values, at) => ({ shape: SHAPES[at]!, values })),
  net.points.inputs.map((row) => [...row]),
  net.points.labels.map((label) => [Number(label === 0), Number(label === 1)]),
];
const loss = (a: Node, b: Node, c: Node, x: Node, y: Node) => {
  const by = (h: Node, w: Node) => matmul(h, w, { transposeB: true });
  const logits = by(tanh(by(tanh(by(x, a)), b)), c);
  return affine(mean(sum(multiply(logSoftmax(logits, 1), y), [1])), -1);
};
const seenAt = (params: Params): Seen => {
  const of = openNet(params);
  return {
    net: of,
    masks: masksOf(of, params),
    curves: keptCurves(of, params),
    changes: predictions(of, params.score),
    hand: removeByHand(of, params.removed),
  };
};

group('the tiny network', () => {
  it('has the gradient of automatic differentiation', () => {
    const gradients = evaluateGradient(loss, inputs).slice(0, 3).flatMap(numbersOf);
    gradients.forEach((value, place) => { expect(net.gradient[place]).toBeCloseTo(value, 12); }); // prettier-ignore
    expect(gradients).toHaveLength(COUNT);
  });

  it('has SNIP’s and GraSP’s scores as nodes give them', () => {
    const snip = [0, 1, 2].flatMap((layer) => numbersOf(evaluate((a, b, c, x, y) => connectionSensitivityNodes(loss(a, b, c, x, y), [a, b, c])[layer]!, inputs))); // prettier-ignore
    const products = net.weights.map((w, at) => Math.abs(w * net.gradient[at]!));
    const total = products.reduce((all, value) => all + value, 0);
    snip.forEach((value, place) => { expect(products[place]! / total).toBeCloseTo(value, 12); }); // prettier-ignore
    const grasp = [0, 1, 2].flatMap((layer) => numbersOf(evaluate((a, b, c, x, y) => graspScoreNodes(loss(a, b, c, x, y), [a, b, c])[layer]!, inputs))); // prettier-ignore
    grasp.forEach((value, place) => { expect(net.grasp[place]).toBeCloseTo(value, 8); }); // prettier-ignore
  });

  it('predicts small removals exactly: a hundredth of a weight', () => {
    for (const place of [0, 20, 44]) {
      const share = 1e-4;
      const less = net.weights.map((w, at) => (at === place ? w * (1 - share) : w));
      const { predicted } = predictions(net, 'snip');
      expect((lossOf(less, net.points) - net.loss) / share).toBeCloseTo(predicted[place]!, 3);
      const flow = gradientOf(less, net.points).reduce((all, g) => all + g * g, 0);
      expect((flow - net.flow) / share).toBeCloseTo(predictions(net, 'grasp').predicted[place]!, 3);
    }
  });
});

group('masks', () => {
  it('are those of the methods, and keep what they should', () => {
    for (const params of Object.values(presets)) {
      const masks = masksOf(openNet(params), params);
      expect(keptByLayer(masks).reduce((all, count) => all + count, 0)).toBe(
        Math.round(COUNT * (1 - params.sparsity)),
      );
    }
    const scores = byLayer(net.weights.map((w, at) => Math.abs(w * net.gradient[at]!)));
    expect(masksOf(net, { score: 'snip', sparsity: 0.5, seed: 3 })).toEqual(snipMasks(scores, 0.5));
  });

  it('SNIP collapses a layer at the preset and not at the default', () => {
    expect(keptByLayer(seenAt(presets.collapse).masks)).toContain(0);
    expect(keptByLayer(seenAt(presets.snip).masks)).not.toContain(0);
    // The chapter says so: at the same sparsity GraSP empties none.
    expect(keptByLayer(seenAt({ ...presets.collapse, score: 'grasp' }).masks)).not.toContain(0);
    const { curves } = seenAt(presets.snip);
    const first = collapseAt(curves)!;
    expect(first).toBeLessThanOrEqual(presets.collapse.sparsity);
    expect(first).toBeGreaterThan(presets.snip.sparsity);
    expect(curves.every((curve) => curve[0] === 1)).toBe(true);
    expect(
      collapseAt([
        [1, 0.5],
        [1, 1],
      ]),
    ).toBeUndefined();
  });

  it('by magnitude follow the scale of the last layer, by SNIP far less', () => {
    const last = (score: Params['score'], scale: number) =>
      keptByLayer(seenAt({ ...presets.snip, score, scale }).masks)[2]!;
    expect(last('magnitude', 10)).toBe(10);
    expect(last('magnitude', 1)).toBeLessThan(10);
    expect(Math.abs(last('snip', 10) - last('snip', 1))).toBeLessThan(
      last('magnitude', 10) - last('magnitude', 1) + 3,
    );
  });

  it('an empty layer makes the network say the same of every point', () => {
    const seen = seenAt(presets.collapse);
    const { accuracy, loss: value } = maskedNet(seen.net, seen.masks);
    expect(value).toBeCloseTo(Math.log(2), 1);
    expect(accuracy).toBeLessThanOrEqual(0.5);
    expect(accuracyOf(seen.net.weights, seen.net.points)).toBeGreaterThan(0);
  });
});

group('by hand', () => {
  it('adds up predictions and measures the truth', () => {
    const hand = removeByHand(net, 'AB');
    const { predicted } = predictions(net, 'snip');
    expect(hand.places).toEqual([0, 1]);
    expect(hand.loss.predicted).toBeCloseTo(predicted[0]! + predicted[1]!, 12);
    const without = net.weights.map((w, at) => (at < 2 ? 0 : w));
    expect(hand.loss.real).toBeCloseTo(lossOf(without, net.points) - net.loss, 12);
    expect(removeByHand(net, '').loss).toEqual({ predicted: 0, real: 0 });
    expect(fields.removed.accepts(LETTERS)).toBe(true);
    expect(fields.removed.accepts('AA')).toBe(false);
  });

  it('one at a time the order is mostly right', () => {
    for (const seed of [0, 1, 2, 3, 4]) {
      const { predicted, real } = predictions(openNet({ seed, scale: 1 }), 'snip');
      expect(rankCorrelation(predicted, real)).toBeGreaterThan(0.5);
    }
    expect(rankCorrelation([1, 2, 3], [10, 20, 30])).toBe(1);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBe(-1);
  });

  it('names places', () => {
    expect(placeOf(0)).toEqual({ layer: 1, output: 1, input: 1 });
    expect(placeOf(15 + 7)).toEqual({ layer: 2, output: 2, input: 3 });
    expect(placeOf(49)).toEqual({ layer: 3, output: 2, input: 5 });
    expect(() => placeOf(50)).toThrow('below 50');
  });
});

group('words', () => {
  const say = (params: Params) => describe(seenAt(params), params, pruneAtInitText.en, 'en');
  it('tell collapse, ranks and what was removed by hand', () => {
    expect(say(presets.collapse)).toMatch(/Layer \d has collapsed/);
    expect(say(presets.snip)).not.toContain('has collapsed');
    expect(say(presets.grasp)).toContain('change of ‖g‖² have a rank correlation');
    expect(say(presets.byHand)).toContain('By hand 2 removed');
    expect(new Set(Object.values(presets).map(say)).size).toBe(Object.keys(presets).length);
  });

  it('give five numbers and a row a sparsity', () => {
    const seen = seenAt(presets.snip);
    expect(quantitiesOf(seen, pruneAtInitText.en)).toHaveLength(5);
    expect(rowsOf(seen)).toHaveLength(GRID.length + 1);
  });
});
