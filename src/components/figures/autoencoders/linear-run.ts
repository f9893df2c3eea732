import { dot, type Matrix, type Vector } from '~/methods/linear-algebra/matrix';
import { principalComponents, meanOfRows } from '~/methods/pca/pca';
import { createRng } from '~/methods/rng/create-rng';

/** Standard deviations along and across the long axis, and its angle. */
const [ALONG, ACROSS, ANGLE] = [2, 0.6, Math.PI / 6];
const POINTS = 200;

/** A long cloud in the plane, mean 0, [200, 2]. */
export function longCloud(seed: number): number[][] {
  const rng = createRng(seed);
  const [c, s] = [Math.cos(ANGLE), Math.sin(ANGLE)];
  const drawn = Array.from({ length: POINTS }, () => {
    const [a, b] = [ALONG * rng.normal(), ACROSS * rng.normal()];
    return [c * a - s * b, s * a + c * b];
  });
  const mean = meanOfRows(drawn);
  return drawn.map((x) => x.map((value, j) => value - mean[j]!));
}

/** Encoder z = w · x and decoder x̂ = v z: two weights each. */
export interface LinearAutoencoder {
  readonly w: Vector;
  readonly v: Vector;
}

/** Mean over the points of |x − v (w · x)|², a sum over both coordinates. */
export function errorOf({ w, v }: LinearAutoencoder, points: Matrix): number {
  return (
    points.reduce((sum, x) => {
      const z = dot(w, x);
      return sum + x.reduce((part, value, j) => part + (value - v[j]! * z) ** 2, 0);
    }, 0) / points.length
  );
}

/** Its gradient: for r = v z − x, 2 E[(r · v) x] by w and 2 E[r z] by v. */
export function gradientOf({ w, v }: LinearAutoencoder, points: Matrix): { w: number[]; v: number[] } {
  const by = { w: [0, 0], v: [0, 0] };
  for (const x of points) {
    const z = dot(w, x);
    const r = x.map((value, j) => v[j]! * z - value);
    const pull = dot(r, v);
    for (const j of [0, 1]) {
      by.w[j]! += (2 * pull * x[j]!) / points.length;
      by.v[j]! += (2 * r[j]! * z) / points.length;
    }
  }
  return by;
}

export interface LinearRun {
  readonly points: Matrix;
  /** Error before each step and after the last. */
  readonly errors: readonly number[];
  readonly end: LinearAutoencoder;
  /** What the plain average, the code 0, costs: the whole variance. */
  readonly variance: number;
  /** The variance that one principal direction leaves over. */
  readonly left: number;
  /** Angle between the decoder's line and the first principal direction, degrees. */
  readonly angle: number;
}

export const STEPS = 300;
export const RATE = 0.02;

/** Gradient descent on all points from small random weights. */
export function trainLinear(seed: number): LinearRun {
  const points = longCloud(1);
  const rng = createRng(100 + seed);
  let end: LinearAutoencoder = {
    w: [0.1 * rng.normal(), 0.1 * rng.normal()],
    v: [0.1 * rng.normal(), 0.1 * rng.normal()],
  };
  const errors = [errorOf(end, points)];
  for (let step = 0; step < STEPS; step++) {
    const by = gradientOf(end, points);
    const down = (from: Vector, along: Vector) => from.map((value, j) => value - RATE * along[j]!);
    end = { w: down(end.w, by.w), v: down(end.v, by.v) };
    errors.push(errorOf(end, points));
  }
  const { directions, variances } = principalComponents(points);
  const cosine = Math.abs(dot(end.v, directions[0]!)) / Math.hypot(...end.v);
  return {
    points,
    errors,
    end,
    variance: variances[0]! + variances[1]!,
    left: variances[1]!,
    angle: (Math.acos(Math.min(1, cosine)) * 180) / Math.PI,
  };
}
