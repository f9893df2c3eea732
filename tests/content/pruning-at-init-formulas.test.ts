/** The formulas and numbers that the chapter on pruning prints and asks for, from the methods that it shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { add, affine, concat, constant, matmul, relu, square, sum } from '~/autodiff/ops';
import { cell, COLUMNS, lead } from '~/components/figures/rigl/replication';
import { measuresOf } from '~/components/widgets/sparse-lab/history';
import { runLab } from '~/components/widgets/sparse-lab/run-lab';
import { presets } from '~/components/widgets/sparse-lab/sparse-lab.params';
import { graspMasks, graspScoreNodes, graspScores, hessianGradient } from '~/methods/grasp/grasp';
import { roundsFor, ticketSparsity } from '~/methods/lottery-ticket/lottery-ticket';
import { gradualSparsity } from '~/methods/pruning/schedule';
import { createRng } from '~/methods/rng/create-rng';
import { connectionSensitivity, snipMasks } from '~/methods/snip/snip';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import { answersOf } from './answers-support.ts';

const { expectNumbers, expectFormula } = answersOf('pruning-at-init');
const chapter = readFileSync(new URL('../../src/content/docs/pruning-at-init.mdx', import.meta.url), 'utf8');
/** The chapter prints it. */
const expectPrinted = (text: string) => expect(chapter.includes(text), `the chapter prints "${text}"`).toBe(true); // prettier-ignore

describe('after training', () => {
  it('from 0 to 80% in four steps: 46.3%, 70%, 78.8%', () => {
    const schedule = { begin: 0, end: 4, every: 1, final: 0.8 };
    expect([1, 2, 3].map((t) => (100 * gradualSparsity(t, schedule)).toFixed(1))).toEqual([
      '46.3',
      '70.0',
      '78.8',
    ]);
    expectPrinted('46.3%, 70% and 78.8%');
    for (const t of [0, 1, 2, 3, 4])
      expect(gradualSparsity(t, schedule)).toBeCloseTo(0.8 + (0 - 0.8) * (1 - t / 4) ** 3, 12);
  });

  it('three rounds of a fifth leave 51.2%, 90% takes eleven', () => {
    expect((100 * (1 - ticketSparsity(3, 0.2))).toFixed(1)).toBe('51.2');
    expect(roundsFor(0.9, 0.2)).toBe(11);
    expectPrinted('leave 51.2% of the weights, and 90% takes eleven');
  });
});

/** ½ (w·x − y)² of a row of weights. */
const unit = (x: readonly number[], y: number) => (w: Node) => {
  const column = concat(x.map((value) => constant(w.graph, value, [1, 1])), 0); // prettier-ignore
  return affine(sum(square(affine(matmul(w, column), 1, -y))), 0.5);
};

describe('both scores by hand', () => {
  const [x, w, y] = [[1, 2, 1], [1, -0.5, 0.2], 2];
  const loss = unit(x, y);
  const weights = [w];
  const lossOf = (values: readonly number[]) => evaluateScalar(loss, [[values]]);
  const flowOf = (values: readonly number[]) =>
    numbersOf(evaluateGradient(loss, [[values]])[0]!).reduce((total, g) => total + g * g, 0);
  const without = (j: number) => w.map((value, at) => (at === j ? 0 : value));

  it('SNIP 1.8, 1.8, 0.36; the losses 3.92, 0.32, 2', () => {
    const gradient = numbersOf(evaluateGradient(loss, [[w]])[0]!);
    w.map((value, j) => Math.abs(value * (gradient[j] ?? NaN))).forEach((score, j) => { expect(score).toBeCloseTo([1.8, 1.8, 0.36][j]!, 12); }); // prettier-ignore
    const normalised = connectionSensitivity(weights, [gradient])[0]!;
    expect(normalised[0]).toBeCloseTo(1.8 / 3.96, 12);
    expect(lossOf(w)).toBeCloseTo(1.62, 12);
    [3.92, 0.32, 2].forEach((value, j) => { expect(lossOf(without(j))).toBeCloseTo(value, 12); }); // prettier-ignore
    ['1.8 | 1.8 | 0.36', '3.92 | 0.32 | 2 |', 'now 1.62'].forEach(expectPrinted);
  });

  it('GraSP 10.8, −10.8, 2.16; the flow 47.04, 3.84, 24 and what first order says of it', () => {
    const product = numbersOf(evaluate((node) => hessianGradient(loss(node), [node])[0]!, [[w]]));
    const scores = graspScores(weights, [product])[0]!;
    [10.8, -10.8, 2.16].forEach((value, j) => { expect(scores[j]).toBeCloseTo(value, 12); }); // prettier-ignore
    const byNodes = numbersOf(evaluate((node) => graspScoreNodes(loss(node), [node])[0]!, [[w]]));
    byNodes.forEach((value, j) => { expect(value).toBeCloseTo(scores[j]!, 12); }); // prettier-ignore
    expect(flowOf(w)).toBeCloseTo(19.44, 12);
    [47.04, 3.84, 24].forEach((value, j) => { expect(flowOf(without(j))).toBeCloseTo(value, 10); }); // prettier-ignore
    [41.04, -2.16, 23.76].forEach((value, j) => { expect(flowOf(w) + 2 * scores[j]!).toBeCloseTo(value, 10); }); // prettier-ignore
    ['10.8 | −10.8 | 2.16', '47.04 | 3.84 | 24', '41.04 | −2.16 | 23.76', 'now 19.44'].forEach(expectPrinted);
    // It removes the first, which helps; SNIP would remove the third.
    expect([...graspMasks([scores], 1 / 3)[0]!]).toEqual([0, 1, 1]);
    expect([...snipMasks([[1.8, 1.8, 0.36]], 1 / 3)[0]!]).toEqual([1, 1, 0]);
  });

  it('the question by hand', () => {
    const other = unit([1, 2], 0);
    const product = numbersOf(evaluate((node) => hessianGradient(other(node), [node])[0]!, [[[1, -1]]]));
    const score = graspScores([[1, -1]], [product])[0]![1]!;
    const gradient = numbersOf(evaluateGradient(other, [[[1, -1]]])[0]!);
    expectNumbers('grasp-hand', score, [-score, 2 * score, Math.abs(-1 * gradient[1]!)]);
  });
});

describe('SNIP', () => {
  /** A ReLU network 4-6-5-3 without biases on a batch of 8, squared error. */
  const rng = createRng(6);
  const normals = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => rng.normal()));
  const [first, second, third, data, wanted] = [
    normals(4, 6),
    normals(6, 5),
    normals(5, 3),
    normals(8, 4),
    normals(8, 3),
  ];
  const net = (a: Node, b: Node, c: Node, input: Node, target: Node) =>
    sum(square(add(matmul(relu(matmul(relu(matmul(input, a)), b)), c), affine(target, -1))));
  const productsOf = (a: number[][], b: number[][], c: number[][]) => {
    const gradients = evaluateGradient(net, [a, b, c, data, wanted]);
    return [a, b, c].map((layer, at) => {
      const g = numbersOf(gradients[at]!);
      return layer.flat().map((value, j) => value * g[j]!);
    });
  };
  const times = (layer: number[][], by: number) => layer.map((row) => row.map((value) => by * value));
  const plain = productsOf(first, second, third);

  it('does not see scale', () => {
    productsOf(times(first, 0.1), times(second, 10), third).forEach((layer, at) => {
      layer.forEach((value, j) => { expect(value).toBeCloseTo(plain[at]![j]!, 8); }); // prettier-ignore
    });
  });

  it('has one sum of w g for every layer', () => {
    const sums = plain.map((layer) => layer.reduce((total, value) => total + value, 0));
    expect(sums[1]).toBeCloseTo(sums[0]!, 8);
    expect(sums[2]).toBeCloseTo(sums[0]!, 8);
    expect(Math.abs(sums[0]!)).toBeGreaterThan(0.1);
  });

  it('is the derivative by a switch', () => {
    const at = (c: number) =>
      evaluateScalar(net, [first.map((row, i) => row.map((v, j) => (i === 1 && j === 2 ? c * v : v))), second, third, data, wanted]); // prettier-ignore
    expect((at(1 + 1e-6) - at(1 - 1e-6)) / 2e-6).toBeCloseTo(plain[0]![1 * 6 + 2]!, 5);
  });
});

describe('the numbers of the questions', () => {
  it('gradual pruning, rounds, the change of the loss', () => {
    const s = gradualSparsity(1, { begin: 0, end: 4, every: 1, final: 0.9 });
    expectNumbers('gradual', s, [0.9 / 4, 0.9 - s, 0.9 * 0.25 ** 3]);
    expectNumbers('rounds', roundsFor(0.95, 0.2), [5, 13, roundsFor(0.9, 0.2)]);
    expect(1 - ticketSparsity(13, 0.2)).toBeCloseTo(0.055, 3);
    expectFormula('snip-formula', (w, g) => -(w ?? NaN) * (g ?? NaN));
  });

  it('the experiments can be done', async () => {
    const seldom = { stepsPerFrame: 200 };
    const snip = measuresOf((await runLab({ ...presets.snip, ...seldom }, 1)).last);
    expect(snip['accuracy']).toBeGreaterThanOrEqual(80.5);
    expect(snip['sparsity']).toBeGreaterThan(98.98);
    const grasp = await runLab({ ...presets.grasp, ...seldom }, 1);
    const after = grasp.frames.filter(({ step }) => step >= 1000).map((frame) => measuresOf(frame));
    expect(Math.min(...after.map((measures) => measures['accuracy']!))).toBeLessThan(83);
    expect(after.at(-1)?.['sparsity']).toBeLessThan(90.001);
    // And the lot does better there.
    const lot = measuresOf((await runLab({ ...presets.static, sparsity: 0.9, ...seldom }, 1)).last);
    expect(lot['accuracy']).toBeGreaterThan(85.5);
  }, 120_000);
});

describe('what the prose says of the table', () => {
  it('SNIP gains at 99%, not at 95%; GraSP is below the lot everywhere but at the extreme', () => {
    const gain = lead('snip', 'static', 0.99);
    expect(gain.mean).toBeGreaterThan(2 * gain.error);
    expect(lead('snip', 'static', 0.95).mean).toBeLessThan(0);
    for (const sparsity of COLUMNS.slice(0, -1))
      expect(lead('grasp', 'static', sparsity).mean).toBeLessThan(0);
    // The widest layer gets less from SNIP than from an Erdős–Rényi allocation, the narrow ones more.
    const mean = (method: 'snip' | 'static', layer: number) =>
      cell(method, 0.99).reduce((total, { kept }) => total + (kept[layer] ?? NaN), 0) / 5;
    expect(mean('snip', 0)).toBeLessThan(mean('static', 0));
    expect(mean('snip', 1)).toBeGreaterThan(mean('static', 1));
    expect(mean('snip', 2)).toBeGreaterThan(mean('static', 2));
  });
});
