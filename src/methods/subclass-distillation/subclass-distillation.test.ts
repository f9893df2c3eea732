import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { studentLoss } from '~/methods/distillation/losses';
import { soften } from '~/methods/distillation/soften';
import { createRng } from '~/methods/rng/create-rng';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf, type Flat } from '~/runtime/evaluate';
import golden from './golden.json';
import { auxiliaryLoss, classLogits, subclassStudentLoss, teacherLoss } from './losses';

function expectClose(found: readonly number[], expected: readonly number[], tolerance = 1e-11): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(tolerance));
}

describe.each(golden.cases)('$classes classes, T = $temperature, β = $beta, α = $alpha', (each) => {
  const { classes, temperature, beta, alpha, teacher, student, labels } = each;
  const ofTeacher = (v: Node, y: Node) => teacherLoss(v, y, { beta, temperature });
  const ofStudent = (v: Node, z: Node, y: Node) => subclassStudentLoss(v, z, y, { alpha, temperature });

  test('class logits, auxiliary loss and the teacher’s loss with its gradient equal PyTorch’s', () => {
    expectClose(numbersOf(evaluate((v) => classLogits(v, classes), [teacher])), each.classLogits.values);
    expect(evaluateScalar((v) => auxiliaryLoss(v, temperature), [teacher])).toBeCloseTo(each.auxiliary, 12);
    expect(evaluateScalar(ofTeacher, [teacher, labels])).toBeCloseTo(each.teacherLoss, 12);
    expectClose(
      numbersOf(evaluateGradient(ofTeacher, [teacher, labels])[0] ?? NaN),
      each.teacherGradient.values,
    );
  });

  test('the student’s loss with its gradient equal PyTorch’s; the teacher has none', () => {
    expect(evaluateScalar(ofStudent, [teacher, student, labels])).toBeCloseTo(each.studentLoss, 11);
    const [byTeacher, byStudent] = evaluateGradient(ofStudent, [teacher, student, labels]);
    expectClose(numbersOf(byStudent ?? NaN), each.studentGradient.values);
    expect(numbersOf(byTeacher ?? NaN).every((g) => g === 0)).toBe(true);
  });

  test('a class has the sum of its subclasses’ probabilities', () => {
    const found = numbersOf(evaluate((v) => classLogits(v, classes), [teacher]));
    const size = teacher.shape[1]! / classes;
    for (let i = 0; i < 6; i++) {
      const all = soften(teacher.values.slice(i * classes * size, (i + 1) * classes * size), 1);
      const some = soften(found.slice(i * classes, (i + 1) * classes), 1);
      some.forEach((p, c) =>
        expect(p).toBeCloseTo(
          all.slice(c * size, (c + 1) * size).reduce((sum, q) => sum + q, 0),
          13,
        ),
      );
    }
  });

  test('finite differences of the auxiliary loss', () => {
    const gradient = numbersOf(evaluateGradient((v) => auxiliaryLoss(v, temperature), [teacher])[0] ?? NaN);
    const at = (place: number, h: number) =>
      evaluateScalar(
        (v) => auxiliaryLoss(v, temperature),
        [{ ...teacher, values: teacher.values.map((v, i) => (i === place ? v + h : v)) }],
      );
    for (const place of [0, 5, teacher.values.length - 1])
      expect((at(place, 1e-5) - at(place, -1e-5)) / 2e-5).toBeCloseTo(gradient[place] ?? NaN, 8);
  });
});

const auxiliary = (rows: number[][], temperature: number) =>
  evaluateScalar((v) => auxiliaryLoss(v, temperature), [rows]);

test('the auxiliary loss is 0 when all examples are alike, and below it otherwise', () => {
  const row = [3, -1, 0.5, 2];
  expect(auxiliary([row, row, row], 0.5)).toBeCloseTo(0, 8);
  const rng = createRng(5);
  for (let round = 0; round < 20; round++) {
    const rows = Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => rng.normal()));
    expect(auxiliary(rows, 0.5)).toBeLessThan(0);
  }
});

test('closed form: two opposed examples, correlation −1', () => {
  // log(e^{1/T} + e^{−1/T}) − 1/T − log 2
  for (const T of [0.5, 1, 2])
    expect(auxiliary([[1, -1], [-1, 1]], T)).toBeCloseTo(Math.log(Math.exp(1 / T) + Math.exp(-1 / T)) - 1 / T - Math.log(2), 8); // prettier-ignore
});

test('closed form: K one-hot examples, each its own subclass, correlation −1/(K − 1)', () => {
  const K = 5;
  const rows = Array.from({ length: K }, (_, i) => Array.from({ length: K }, (__, k) => (k === i ? 7 : 0)));
  const others = (K - 1) * Math.exp(-1 / (K - 1));
  expect(auxiliary(rows, 1)).toBeCloseTo(Math.log(Math.E + others) - 1 - Math.log(K), 8);
});

test('shift and scale of an example’s logits change nothing; the order of the batch neither', () => {
  const rows = [[1, 4, 2], [0, -1, 5], [2, 2, 3]]; // prettier-ignore
  const value = auxiliary(rows, 0.7);
  expect(auxiliary(rows.map((row, i) => row.map((x) => (i + 2) * x - 9)), 0.7)).toBeCloseTo(value, 8); // prettier-ignore
  expect(auxiliary([rows[2]!, rows[0]!, rows[1]!], 0.7)).toBeCloseTo(value, 13);
});

test('equal logits are finite: value and gradient', () => {
  const zeros = [[0, 0, 0], [0, 0, 0]]; // prettier-ignore
  expect(Number.isFinite(auxiliary(zeros, 1))).toBe(true);
  const gradient = numbersOf(evaluateGradient((v) => auxiliaryLoss(v, 1), [zeros])[0] ?? NaN);
  expect(gradient.every(Number.isFinite)).toBe(true);
});

test('with as many subclasses as classes the student’s loss is that of plain distillation', () => {
  const { student, labels } = golden.cases[2]!;
  const logits = (values: readonly number[]): Flat => ({ shape: [6, 2], values: values.slice(0, 12) });
  const [v, z] = [logits(golden.cases[2]!.teacher.values), logits(student.values)];
  const options = { alpha: 0.4, temperature: 3 };
  const one = evaluateScalar((a, b, y) => subclassStudentLoss(a, b, y, options), [v, z, labels]);
  const two = evaluateScalar((a, b, y) => studentLoss(a, b, y, options), [v, z, labels]);
  expect(one).toBeCloseTo(two, 13);
});

test('the auxiliary loss parts a class into subclasses, which the labels alone leave together', () => {
  // Two kinds of example in one class: gradient descent on the logits of the kinds themselves.
  const start = [[0.2, 0.1, -3, -3], [0.2, -0.1, -3, -3], [-3, -3, 0.2, 0.1], [-3, -3, 0.1, 0.2]]; // prettier-ignore
  const labels = [[1, 0], [1, 0], [0, 1], [0, 1]]; // prettier-ignore
  const train = (beta: number) => {
    let logits = start;
    for (let step = 0; step < 200; step++) {
      const gradient = evaluateGradient((v, y) => teacherLoss(v, y, { beta, temperature: 1 }), [logits, labels])[0] as number[][]; // prettier-ignore
      logits = logits.map((row, i) => row.map((x, k) => x - gradient[i]![k]!));
    }
    return logits.map((row) => row.indexOf(Math.max(...row)));
  };
  const used = train(1);
  expect(new Set(used).size).toBe(4);
  expect(train(0).slice(0, 2)).toEqual([0, 0]);
});

test('the example of the doc comment, and misuse by name', () => {
  const [[first, second] = []] = evaluate((v) => classLogits(v, 2), [[[0, 0, 1, -40]]]) as number[][];
  expect(first).toBeCloseTo(Math.log(2), 14);
  expect(second).toBeCloseTo(1, 14);
  expect(() => evaluate((v) => classLogits(v, 3), [[[1, 2, 3, 4]]])).toThrow(
    /divides the 4 subclasses, found 3/,
  );
  expect(() => evaluate((v) => classLogits(v, 0), [[[1, 2]]])).toThrow(/whole number ≥ 1 .* found 0/);
  expect(() => evaluate((v) => classLogits(v, 1), [[1, 2]])).toThrow(
    /must be \[batch, subclasses\], found \[2\]/,
  );
  expect(() => auxiliary([[1], [2]], 1)).toThrow(/at least 2 subclasses, found \[2, 1\]/);
  expect(() => auxiliary([[1, 2]], 0)).toThrow(/temperature must be above 0 and finite, found 0/);
  expect(() => evaluateScalar((v) => auxiliaryLoss(v, 1, 0), [[[1, 2]]])).toThrow(/epsilon must be above 0/);
  const teach = (beta: number, labels: number[][]) => () =>
    evaluateScalar((v, y) => teacherLoss(v, y, { beta, temperature: 1 }), [[[1, 2, 3, 4]], labels]);
  expect(teach(-1, [[1, 0]])).toThrow(/β must be at least 0 and finite, found -1/);
  expect(teach(1, [[1, 0, 0]])).toThrow(/divides the 4 subclasses, found 3/);
  const student = (alpha: number) => () =>
    evaluateScalar((v, z, y) => subclassStudentLoss(v, z, y, { alpha, temperature: 1 }), [[[1, 2]], [[1, 2]], [[1, 0]]]); // prettier-ignore
  expect(student(-0.1)).toThrow(/subclassStudentLoss: α must be in \[0, 1\], found -0.1/);
});
