import { distillationKl, distillationLoss } from '~/methods/distillation/losses';
import { soften } from '~/methods/distillation/soften';
import { evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import { settle } from '../shared/quantities';
import { COLDEST, HOTTEST, type Params } from './temperature.params';

/** What label smoothing with ε = 0.1 asks of three classes: 1 − ε + ε/3 for the right one, ε/3 for each other. */
const SMOOTHED_ODDS = (1 - 0.1 + 0.1 / 3) / (0.1 / 3);

const teachers: Readonly<Record<Params['teacher'], readonly number[]>> = {
  garments: [5, 3, -1],
  certain: [12, 4, -3],
  smoothed: [Math.log(SMOOTHED_ODDS), 0, 0],
};
/** The label is learnt, the likeness not: the boot stands above the coat. */
const students = { untrained: [0.3, -0.2, 0.1], labels: [4, -1, 1] } as const;
/** What the agreeing student adds to each logit of the teacher's. */
const SHIFT = 2;

/** Logits of one example, shirt, coat and boot: v of the teacher, z of the student. */
export interface Logits {
  readonly v: readonly number[];
  readonly z: readonly number[];
}

/** The logits that the settings choose. */
export function logitsOf(teacher: Params['teacher'], student: Params['student']): Logits {
  const v = teachers[teacher];
  return { v, z: student === 'shifted' ? v.map((logit) => logit + SHIFT) : students[student] };
}

/** −Σ p log p in nats; 0 log 0 = 0. */
export function entropyOf(p: ArrayLike<number>): number {
  return Array.from(p).reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);
}

/** Euclidean length. */
export function sizeOf(vector: readonly number[]): number {
  return Math.hypot(...vector);
}

/**
 * The gradient of T² CE by the student's logits as T → ∞: ((z − z̄) − (v − v̄)) / C.
 * @see Hinton, Vinyals and Dean, 2015, §2.1, where both rows of logits have mean 0
 */
export function limitOf({ v, z }: Logits): number[] {
  const apart = z.map((logit, i) => logit - (v[i] ?? NaN));
  const middle = apart.reduce((sum, value) => sum + value, 0) / apart.length;
  return apart.map((value) => settle(value - middle, SHIFT) / apart.length);
}

/** What one example gives at a temperature. Entropies and losses in nats; `loss` has the factor T² if the settings say so. */
export interface Softened {
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly teacherEntropy: number;
  readonly studentEntropy: number;
  readonly loss: number;
  /** The loss above the least that any student could have. */
  readonly excess: number;
  /** By the student's logits. */
  readonly gradient: readonly number[];
}

/**
 * Probabilities, loss and gradient at the temperature T, by the functions that the course trains with.
 * @throws RangeError unless T is above 0 and finite.
 */
export function softenedAt({ v, z }: Logits, T: number, factor: Params['factor']): Softened {
  const [p, q] = [soften(v, T), soften(z, T)];
  const by = factor === 'squared' ? 1 : T ** -2;
  const inputs = [[v], [z]];
  const loss = evaluateScalar((a, b) => distillationLoss(a, b, T), inputs);
  const excess = evaluateScalar((a, b) => distillationKl(a, b, T), inputs);
  const gradient = numbersOf(evaluateGradient((a, b) => distillationLoss(a, b, T), inputs)[1] ?? NaN);
  return {
    p,
    q,
    teacherEntropy: entropyOf(p),
    studentEntropy: entropyOf(q),
    loss: by * loss,
    excess: by * settle(excess, T ** 2),
    gradient: gradient.map((slope) => by * settle(slope, T)),
  };
}

/** Temperatures of the curves. */
export const GRID = Array.from({ length: 79 }, (_, i) => COLDEST + ((HOTTEST - COLDEST) * i) / 78);

/** Entropies (nats) and lengths of the gradient over `GRID`; `limit` is the same everywhere. */
export interface Curves {
  readonly teacher: readonly number[];
  readonly student: readonly number[];
  readonly squared: readonly number[];
  readonly none: readonly number[];
  readonly limit: readonly number[];
}

/** The curves of one example, point by point as `softenedAt` gives them. */
export function curvesOf(logits: Logits): Curves {
  const all = GRID.map((T) => softenedAt(logits, T, 'squared'));
  const squared = all.map(({ gradient }) => sizeOf(gradient));
  const limit = sizeOf(limitOf(logits));
  return {
    teacher: all.map(({ teacherEntropy }) => teacherEntropy),
    student: all.map(({ studentEntropy }) => studentEntropy),
    squared,
    none: squared.map((size, i) => size / (GRID[i] ?? NaN) ** 2),
    limit: GRID.map(() => limit),
  };
}
