/** The formulas and numbers that the chapter on distillation prints and asks for, from the methods that it shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accuracyOf } from '~/components/figures/rigl/replication';
import {
  BETAS,
  over,
  PICTURES,
  plan,
  student,
  studentLead,
  trials,
} from '~/components/figures/subclass/subclass';
import { measuresOf } from '~/components/widgets/subclass/history';
import { runSubclass } from '~/components/widgets/subclass/run-subclass';
import { presets } from '~/components/widgets/subclass/subclass.params';
import { distillationLoss, hardLabelLoss, penultimateLoss, studentLoss } from '~/methods/distillation/losses';
import { soften } from '~/methods/distillation/soften';
import { auxiliaryLoss, classLogits } from '~/methods/subclass-distillation/losses';
import { purity } from '~/methods/subclass-training/clusters';
import { SUBCLASS_PLAN } from '~/methods/subclass-training/plan';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import { answersOf } from './answers-support.ts';

const { expectNumbers } = answersOf('distillation');
const chapter = readFileSync(new URL('../../src/content/docs/distillation.mdx', import.meta.url), 'utf8');
/** The chapter prints it. */
const expectPrinted = (text: string) => expect(chapter.includes(text), `the chapter prints "${text}"`).toBe(true); // prettier-ignore

describe('softened probabilities', () => {
  it('shirt, coat and boot at temperatures 1 and 4', () => {
    const [cold, warm] = [soften([5, 3, -1], 1), soften([5, 3, -1], 4)];
    expect([cold[0]!.toFixed(2), cold[1]!.toFixed(2), cold[2]!.toFixed(3)]).toEqual(['0.88', '0.12', '0.002']); // prettier-ignore
    expect(Array.from(warm, (p) => p.toFixed(2))).toEqual(['0.55', '0.33', '0.12']);
    expectPrinted('0.88, 0.12 and 0.002');
    expectPrinted('0.55, 0.33 and 0.12');
    const sum = [5, 3, -1].reduce((all, v) => all + Math.exp(v / 4), 0);
    expect(warm[1]).toBeCloseTo(Math.exp(3 / 4) / sum, 12);
  });

  it('equal for a high temperature, the largest alone for a low one', () => {
    for (const p of soften([5, 3, -1], 1e6)) expect(p).toBeCloseTo(1 / 3, 5);
    expect(soften([5, 3, -1], 0.05)[0]).toBeCloseTo(1, 12);
  });
});

describe('what the student minimises', () => {
  const [v, z, y] = [
    [1, -0.5, -0.5],
    [-0.2, 0.6, -0.4],
    [1, 0, 0],
  ];
  const C = 3;

  it('the sum of both parts', () => {
    const [alpha, temperature] = [0.3, 2.5];
    const [p, q] = [soften(v, temperature), soften(z, temperature)];
    const soft = -(temperature ** 2) * p.reduce((sum, value, i) => sum + value * Math.log(q[i]!), 0);
    const hard = -Math.log(soften(z, 1)[0]!);
    expect(evaluateScalar((a, b) => distillationLoss(a, b, temperature), [[v], [z]])).toBeCloseTo(soft, 12);
    expect(evaluateScalar(hardLabelLoss, [[z], [y]])).toBeCloseTo(hard, 12);
    const both = evaluateScalar((a, b, c) => studentLoss(a, b, c, { alpha, temperature }), [[v], [z], [y]]);
    expect(both).toBeCloseTo(alpha * soft + (1 - alpha) * hard, 12);
  });

  it('its gradient is T (q − p), and (z − v) / C for a high temperature', () => {
    const gradientAt = (T: number) =>
      numbersOf(evaluateGradient((a, b) => distillationLoss(a, b, T), [[v], [z]])[1]!);
    for (const T of [1, 3]) {
      const [p, q] = [soften(v, T), soften(z, T)];
      gradientAt(T).forEach((g, i) => { expect(g).toBeCloseTo(T * (q[i]! - p[i]!), 12); }); // prettier-ignore
    }
    gradientAt(1e4).forEach((g, i) => { expect(g).toBeCloseTo((z[i]! - v[i]!) / C, 4); }); // prettier-ignore
  });

  it('the hint', () => {
    const [h, r] = [
      [1, 2, 0.5],
      [0, 2.5, 1],
    ];
    const wanted = 0.5 * h.reduce((sum, value, i) => sum + (r[i]! - value) ** 2, 0);
    expect(evaluateScalar(penultimateLoss, [[h], [r]])).toBeCloseTo(wanted, 12);
  });
});

describe('subclasses', () => {
  it('a class has the log of the sum of exponentials', () => {
    const found = numbersOf(evaluate((logits) => classLogits(logits, 2), [[[0.3, -1, 2, 0]]]));
    expect(found[0]).toBeCloseTo(Math.log(Math.exp(0.3) + Math.exp(-1)), 12);
    expect(found[1]).toBeCloseTo(Math.log(Math.exp(2) + 1), 12);
  });

  it('the auxiliary loss is a puzzle of B examples, less the price of a guess', () => {
    const [rows, T, K] = [[[1, 2, -1, 0], [0, 1, 1, -2], [3, -1, 0, 0]], 0.7, 4]; // prettier-ignore
    const normal = rows.map((row) => {
      const mean = row.reduce((a, b) => a + b) / K;
      const deviation = Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / K);
      return row.map((value) => (value - mean) / deviation);
    });
    const rho = (i: number, j: number) => normal[i]!.reduce((sum, value, k) => sum + value * normal[j]![k]!, 0) / K; // prettier-ignore
    const puzzle = rows.map((_, i) => -Math.log(soften(rows.map((__, j) => rho(i, j)), T)[i]!)); // prettier-ignore
    const wanted = puzzle.reduce((a, b) => a + b) / 3 - Math.log(3);
    expect(rho(1, 1)).toBeCloseTo(1, 12);
    expect(evaluateScalar((logits) => auxiliaryLoss(logits, T), [rows])).toBeCloseTo(wanted, 7);
  });

  it('two opposed examples: −0.566', () => {
    const opposed = Math.log(Math.E + 1 / Math.E) - 1 - Math.log(2);
    expect(opposed.toFixed(3)).toBe('-0.566');
    const found = evaluateScalar((logits) => auxiliaryLoss(logits, 1), [[[1, -1], [-1, 1]]]); // prettier-ignore
    expect(found).toBeCloseTo(opposed, 7);
    expectPrinted('=-0.566$');
  });
});

describe('numbers of the questions', () => {
  it('softened odds', () => {
    const at = (T: number) => soften([Math.log(16), 0], T)[0]!;
    expectNumbers('soften', at(2), [at(1), 0.5, at(0.5), 8 / 9]);
  });

  it('the gradient', () => {
    expectNumbers('gradient', 2 * (0.5 - 0.8), [(0.5 - 0.8) / 2, 0.6, 4 * (0.5 - 0.8), 0.5 - 0.8]);
  });

  it('the sum', () => {
    const logits = [0, Math.log(3), Math.log(2), Math.log(2)];
    const [a = NaN, b = NaN] = numbersOf(evaluate((row) => classLogits(row, 2), [[logits]]));
    expectNumbers('sum', soften([a, b], 1)[0]!, [3 / 8, 3 / 5, 3 / 7]);
  });

  it('two alike and one opposed', () => {
    const rows = [[1, -1], [1, -1], [-1, 1]]; // prettier-ignore
    const found = evaluateScalar((logits) => auxiliaryLoss(logits, 1), [rows]);
    const two = evaluateScalar((logits) => auxiliaryLoss(logits, 1), [rows.slice(1)]);
    expectNumbers('auxiliary', found, [found + Math.log(3), found + 1, 0, two]);
  });
});

describe('what was measured', () => {
  it('ten seeds with and without the auxiliary loss, by the plan of the figure', () => {
    expect(trials).toHaveLength(BETAS.length * PICTURES.length * 10);
    expect([BETAS, PICTURES]).toEqual([[0, 1], [200, 500, 2000]]); // prettier-ignore
    expect(plan).toEqual(SUBCLASS_PLAN);
  });

  it('says what the prose says', () => {
    for (const pictures of PICTURES)
      for (const beta of BETAS) {
        const { mean, error } = studentLead('subclasses', 'labels', beta, pictures);
        expect(mean).toBeGreaterThan(2 * error);
      }
    const classes = studentLead('classes', 'labels', 1, 500);
    expect(Math.abs(classes.mean)).toBeLessThan(2 * classes.error);
    expect(student('subclasses', 1, 200).mean).toBeGreaterThan(student('labels', 1, 2000).mean);
    expect(studentLead('subclasses', 'labels', 1, 500).mean).toBeGreaterThan(studentLead('subclasses', 'labels', 0, 500).mean); // prettier-ignore
    const of = (beta: number, name: 'purity' | 'used') => over(beta, 500, (trial) => trial[name]).mean;
    expect(of(1, 'purity')).toBeGreaterThan(of(0, 'purity') + 0.15);
    expect(of(1, 'used')).toBeGreaterThan(9);
    expect(of(0, 'used')).toBeLessThan(6);
    expect(accuracyOf('rigl', 0.95).mean).toBeGreaterThan(accuracyOf('small-dense', 0.95).mean);
  });

  it('the first trial again, bit by bit', async () => {
    const { last } = await runSubclass({ ...presets.invented, stepsPerFrame: 200 }, 1);
    const stored = trials.find(({ beta, pictures, seed }) => beta === 1 && pictures === 500 && seed === 1);
    expect({ teacher: last.teacher, students: last.students, purity: last.purity, used: last.used }).toEqual({
      ...{ teacher: stored?.teacher, students: stored?.students },
      ...{ purity: stored?.purity, used: stored?.used },
    });
    // Trousers (1) and dresses (3) share a subclass, ankle boots (9) have two.
    const row = (kind: number) => Array.from(last.table.subarray(10 * kind, 10 * kind + 10));
    const most = (kind: number) => row(kind).indexOf(Math.max(...row(kind)));
    expect(most(1)).toBe(most(3));
    expect(row(9).filter((count) => count > 200)).toHaveLength(2);
    expect(purity(last.table, 10)).toBe(last.purity);
  }, 60_000);

  it('too large a β costs the teacher accuracy', async () => {
    const { last } = await runSubclass({ ...presets.invented, beta: 10, stepsPerFrame: 200 }, 1);
    const stored = trials.find(({ beta, seed }) => beta === 1 && seed === 1);
    expect(last.teacher).toBeLessThan(stored!.teacher - 0.005);
  }, 60_000);
});

describe('the experiments can be done', () => {
  it('ten subclasses with purity 45, at most six without, a gain of 1.5', async () => {
    const invented = measuresOf((await runSubclass({ ...presets.invented, stepsPerFrame: 200 }, 1)).last);
    expect(invented['used']).toBe(10);
    expect(invented['purity']).toBeGreaterThanOrEqual(45);
    expect(invented['gain']).toBeGreaterThanOrEqual(1.5);
    const without = measuresOf((await runSubclass({ ...presets.without, stepsPerFrame: 200 }, 1)).last);
    expect(without['used']).toBeLessThanOrEqual(6);
  }, 60_000);
});
