import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { createRng } from '~/methods/rng/create-rng';
import { evaluateGradient, evaluateScalar, numbersOf, type Nested } from '~/runtime/evaluate';
import golden from './golden.json';
import { distillationKl, distillationLoss, hardLabelLoss, penultimateLoss, studentLoss } from './losses';
import { soften } from './soften';

function expectClose(found: Nested | undefined, expected: readonly number[], tolerance = 1e-11): void {
  const numbers = numbersOf(found ?? NaN);
  expect(numbers).toHaveLength(expected.length);
  numbers.forEach((value, i) => expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(tolerance));
}

describe.each(golden.cases)('T = $temperature, α = $alpha', (each) => {
  const { temperature, alpha, teacher, student, labels } = each;
  const total = (v: Node, z: Node, y: Node) => studentLoss(v, z, y, { alpha, temperature });

  test('values and the student’s gradient equal PyTorch’s; the teacher has none', () => {
    expect(evaluateScalar(hardLabelLoss, [student, labels])).toBeCloseTo(each.hard, 12);
    expect(evaluateScalar((v, z) => distillationKl(v, z, temperature), [teacher, student])).toBeCloseTo(each.kl, 11); // prettier-ignore
    expect(evaluateScalar((v, z) => distillationLoss(v, z, temperature), [teacher, student]) / each.distillation).toBeCloseTo(1, 12); // prettier-ignore
    expect(evaluateScalar(total, [teacher, student, labels]) / each.loss).toBeCloseTo(1, 12);
    const [byTeacher, byStudent] = evaluateGradient(total, [teacher, student, labels]);
    expectClose(byStudent, each.gradient.values);
    expectClose(byTeacher, each.gradient.values.map(() => 0), 1e-300); // prettier-ignore
  });

  test('softened probabilities of plain numbers', () => {
    each.softened.forEach((row, i) => {
      const found = soften(teacher.values.slice(4 * i, 4 * i + 4), temperature);
      row.forEach((p, c) => expect(found[c]).toBeCloseTo(p, 14));
    });
  });

  test('the divergence has the gradient of the cross-entropy: they differ by the teacher’s entropy', () => {
    const by = (loss: typeof distillationLoss) => evaluateGradient((v, z) => loss(v, z, temperature), [teacher, student])[1]; // prettier-ignore
    expectClose(by(distillationKl), numbersOf(by(distillationLoss) ?? NaN));
    const kl = evaluateScalar((v, z) => distillationKl(v, z, temperature), [teacher, student]);
    const cross = evaluateScalar((v, z) => distillationLoss(v, z, temperature), [teacher, student]);
    const perfect = evaluateScalar((v, z) => distillationLoss(v, z, temperature), [teacher, teacher]);
    expect(kl).toBeCloseTo(cross - perfect, 9);
    expect(kl).toBeGreaterThan(0);
  });

  test('closed form: the gradient by a logit is T (q − p) / n', () => {
    const gradient = numbersOf(
      evaluateGradient((v, z) => distillationLoss(v, z, temperature), [teacher, student])[1] ?? NaN,
    );
    for (let i = 0; i < 5; i++) {
      const p = soften(teacher.values.slice(4 * i, 4 * i + 4), temperature);
      const q = soften(student.values.slice(4 * i, 4 * i + 4), temperature);
      for (let c = 0; c < 4; c++)
        expect(gradient[4 * i + c]).toBeCloseTo((temperature * (q[c]! - p[c]!)) / 5, 12);
    }
  });
});

test('finite differences of the student’s loss', () => {
  const { teacher, student, labels, gradient } = golden.cases[1]!;
  const at = (place: number, h: number) =>
    evaluateScalar(
      (v, z, y) => studentLoss(v, z, y, { alpha: 0.3, temperature: 4 }),
      [teacher, { ...student, values: student.values.map((z, i) => (i === place ? z + h : z)) }, labels],
    );
  const h = 1e-5;
  for (const place of [0, 7, 19])
    expect((at(place, h) - at(place, -h)) / (2 * h)).toBeCloseTo(gradient.values[place] ?? NaN, 8);
});

test('hot limit: logits of mean 0 are fitted themselves, gradient (z − v) / (n C) at any large T', () => {
  const rng = createRng(3);
  const centred = () => {
    const row = Array.from({ length: 4 }, () => rng.normal());
    const middle = row.reduce((sum, x) => sum + x, 0) / 4;
    return row.map((x) => x - middle);
  };
  const [v, z] = [
    [centred(), centred()],
    [centred(), centred()],
  ];
  for (const temperature of [1e4, 1e5]) {
    const found = evaluateGradient((a, b) => distillationLoss(a, b, temperature), [v, z])[1];
    const expected = z.flatMap((row, i) => row.map((x, c) => (x - v[i]![c]!) / 8));
    expectClose(found, expected, 1e-3);
  }
});

test('without T² the gradient would fall with the temperature; with it it keeps its size', () => {
  const { teacher, student } = golden.cases[0]!;
  const size = (temperature: number) =>
    Math.hypot(...numbersOf(evaluateGradient((v, z) => distillationLoss(v, z, temperature), [teacher, student])[1] ?? NaN)); // prettier-ignore
  expect(size(200) / size(20)).toBeGreaterThan(0.9);
  expect(size(200) / size(20)).toBeLessThan(1.1);
});

test('α = 0 is training on labels alone, α = 1 on the teacher alone', () => {
  const { teacher, student, labels } = golden.cases[0]!;
  const of = (alpha: number) => evaluateScalar((v, z, y) => studentLoss(v, z, y, { alpha, temperature: 3 }), [teacher, student, labels]); // prettier-ignore
  expect(of(0)).toBe(evaluateScalar(hardLabelLoss, [student, labels]));
  expect(of(1)).toBe(evaluateScalar((v, z) => distillationLoss(v, z, 3), [teacher, student]));
});

test('the penultimate layer: value, gradient, none to the teacher', () => {
  const { teacher, student, loss, gradient } = golden.penultimate;
  expect(evaluateScalar(penultimateLoss, [teacher, student])).toBeCloseTo(loss, 13);
  const [byTeacher, byStudent] = evaluateGradient(penultimateLoss, [teacher, student]);
  expectClose(byStudent, gradient.values);
  expectClose(byTeacher, gradient.values.map(() => 0), 1e-300); // prettier-ignore
});

test('the temperature: 0 side comes to the largest, hot to equal; order and sum stay', () => {
  const logits = [1, 3, 2];
  expect([...soften(logits, 1e-3)]).toEqual([0, 1, 0]);
  for (const p of soften(logits, 1e6)) expect(p).toBeCloseTo(1 / 3, 5);
  for (const temperature of [0.1, 1, 7]) {
    const [a, b, c] = soften(logits, temperature) as unknown as [number, number, number];
    expect(a + b + c).toBeCloseTo(1, 14);
    expect(a < c && c < b).toBe(true);
  }
  expect([...soften([1000, 1000], 1)]).toEqual([0.5, 0.5]);
});

test('the numbers printed in the doc comments', () => {
  const [third, rest] = soften([0, Math.log(4)], 2);
  expect(third).toBeCloseTo(1 / 3, 15);
  expect(rest).toBeCloseTo(2 / 3, 15);
  expect(evaluateScalar(hardLabelLoss, [[[0, 0]], [[1, 0]]])).toBeCloseTo(0.6931471805599453, 14);
  expect(evaluateScalar((v, z) => distillationLoss(v, z, 2), [[[0, 0]], [[0, 0]]])).toBeCloseTo(2.772588722239781, 13); // prettier-ignore
  expect(evaluateScalar((v, z) => distillationKl(v, z, 2), [[[3, 1]], [[4, 2]]])).toBeCloseTo(0, 14);
  expect(evaluateScalar(penultimateLoss, [[[1, 2]], [[1, 0]]])).toBe(2);
});

test('misuse is named', () => {
  const row = [[1, 2]];
  for (const temperature of [0, -1, NaN, Infinity]) {
    expect(() => evaluateScalar((v, z) => distillationLoss(v, z, temperature), [row, row])).toThrow(/temperature must be above 0 and finite/); // prettier-ignore
    expect(() => evaluateScalar((v, z) => distillationKl(v, z, temperature), [row, row])).toThrow(/temperature must be above 0 and finite/); // prettier-ignore
    expect(() => soften([1], temperature)).toThrow(/soften: the temperature must be above 0/);
  }
  expect(() => evaluateScalar((v, z, y) => studentLoss(v, z, y, { alpha: 1.1, temperature: 1 }), [row, row, row])).toThrow(/α must be in \[0, 1\], found 1.1/); // prettier-ignore
  expect(() => evaluateScalar((v, z) => distillationLoss(v, z, 1), [row, [[1]]])).toThrow(/teacherLogits has shape \[1, 2\], studentLogits \[1, 1\]/); // prettier-ignore
  expect(() => evaluateScalar(penultimateLoss, [row, [[1, 2, 3]]])).toThrow(/must be equal/);
  expect(() => soften([], 1)).toThrow(/expected finite logits, found none/);
  expect(() => soften([1, Infinity], 1)).toThrow(/found Infinity/);
});
