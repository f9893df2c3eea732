import { cholesky } from '~/methods/linear-algebra/cholesky';
import type { Matrix } from '~/methods/linear-algebra/matrix';
import { exp, log } from '~/methods/rng/portable-math';
import { LOG_TWO_PI } from '~/methods/vae/values';

type Point = readonly [number, number];

/** A normal in the plane. */
export interface PlaneNormal {
  readonly mean: Point;
  /** L, lower triangular with positive diagonal: the covariance is L Lᵀ. Stored as [l₁₁, l₂₁, l₂₂]. */
  readonly factor: readonly [number, number, number];
}

/** One part of a mixture in the plane. */
export interface PlanePart extends PlaneNormal {
  /** > 0; those of all parts sum to 1 */
  readonly weight: number;
}

/**
 * The normal with a given covariance.
 * @param covariance [2, 2], symmetric and positive definite
 * @throws RangeError if it is not.
 * @example planeNormal([0, 0], [[4, 2], [2, 5]]).factor // [2, 1, 2]
 */
export function planeNormal(mean: Point, covariance: Matrix): PlaneNormal {
  const lower = cholesky(covariance);
  if (lower.length !== 2)
    throw new RangeError(`planeNormal: the covariance must be 2 × 2, found ${lower.length} rows`);
  return { mean, factor: [lower[0]![0]!, lower[1]![0]!, lower[1]![1]!] };
}

/** The covariance L Lᵀ of a normal in the plane. */
export function planeCovariance({ factor: [a, b, c] }: PlaneNormal): number[][] {
  return [
    [a * a, a * b],
    [a * b, b * b + c * c],
  ];
}

function checkParts(name: string, parts: readonly PlanePart[]): void {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const bad = parts.find(({ weight, factor: [a, , c] }) => !(weight > 0 && a > 0 && c > 0));
  if (bad)
    throw new RangeError(
      `${name}: weights and diagonals of factors must be above 0, found ${JSON.stringify(bad)}`,
    );
  if (!(Math.abs(total - 1) <= 1e-6)) throw new RangeError(`${name}: weights must sum to 1, found ${total}`);
}

/** L⁻¹ (x − μ) */
function whiten([x, y]: Point, { mean, factor: [a, b, c] }: PlaneNormal): Point {
  const u = (x - mean[0]) / a;
  return [u, (y - mean[1] - b * u) / c];
}

/**
 * The log-density of a normal in the plane, nats.
 * @example logPlaneNormal([0, 0], { mean: [0, 0], factor: [1, 0, 1] }) // -1.8378770664093453
 */
export function logPlaneNormal(at: Point, normal: PlaneNormal): number {
  const [u, v] = whiten(at, normal);
  return -(u * u + v * v) / 2 - LOG_TWO_PI - log(normal.factor[0] * normal.factor[2]);
}

/** log p and its gradient, of a mixture. */
function mixtureAt(at: Point, parts: readonly PlanePart[]): { value: number; slope: Point } {
  const logs = parts.map((part) => log(part.weight) + logPlaneNormal(at, part));
  const largest = Math.max(...logs);
  const shares = logs.map((each) => exp(each - largest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let [x, y] = [0, 0];
  parts.forEach((part, k) => {
    const [u, v] = whiten(at, part);
    const [a, b, c] = part.factor;
    // −Σ⁻¹ (x − μ) = −L⁻ᵀ (u, v)
    const second = v / c;
    const share = shares[k]! / total;
    x -= (share * (u - b * second)) / a;
    y -= share * second;
  });
  return { value: largest + log(total), slope: [x, y] };
}

/**
 * The log-density of a mixture in the plane, without underflow, nats.
 * @example logPlaneMixture([0, 0], [{ weight: 1, mean: [0, 0], factor: [1, 0, 1] }]) // -1.8378770664093453
 */
export function logPlaneMixture(at: Point, parts: readonly PlanePart[]): number {
  return mixtureAt(at, parts).value;
}

/** Standard normal weights on a square of ±6 with the given number of steps to a σ. */
function nodesOf(steps: number): readonly { x: number; y: number; weight: number }[] {
  const side = Array.from({ length: 12 * steps + 1 }, (_, i) => i / steps - 6);
  const area = 2 * Math.PI * steps * steps;
  return side.flatMap((x) => side.map((y) => ({ x, y, weight: exp(-(x * x + y * y) / 2) / area })));
}

/** For a step of descent, and for the number that is told. */
const [COARSE, FINE] = [nodesOf(4), nodesOf(10)];

/**
 * KL(q ‖ p) of a normal q from a mixture p in the plane, by quadrature in q's own coordinates (±6 σ, steps of σ/10): the **reverse**
 * KL of fitting q. Exact to about 6 digits while no part of p is much narrower than q.
 * @param q one normal
 * @param parts the mixture p
 * @returns ≥ 0, nats
 * @throws RangeError if p is no mixture.
 * @example planeReverseKl({ mean: [0, 0], factor: [1, 0, 1] }, [{ weight: 1, mean: [1, 0], factor: [1, 0, 1] }]) // 0.5
 */
export function planeReverseKl(q: PlaneNormal, parts: readonly PlanePart[]): number {
  checkParts('planeReverseKl', parts);
  return reverseWithSlopes(q, parts, FINE).kl;
}

interface Slopes {
  readonly kl: number;
  readonly mean: [number, number];
  readonly factor: [number, number, number];
}

function reverseWithSlopes(q: PlaneNormal, parts: readonly PlanePart[], nodes = COARSE): Slopes {
  const [a, b, c] = q.factor;
  const [mean, factor]: [[number, number], [number, number, number]] = [
    [0, 0],
    [-1 / a, 0, -1 / c],
  ];
  let kl = 0;
  for (const { x, y, weight } of nodes) {
    const at: Point = [q.mean[0] + a * x, q.mean[1] + b * x + c * y];
    const { value, slope } = mixtureAt(at, parts);
    kl += weight * (logPlaneNormal(at, q) - value);
    mean[0] -= weight * slope[0];
    mean[1] -= weight * slope[1];
    factor[0] -= weight * slope[0] * x;
    factor[1] -= weight * slope[1] * x;
    factor[2] -= weight * slope[1] * y;
  }
  return { kl, mean, factor };
}

/**
 * KL(p ‖ q) of a mixture p to a normal q in the plane: the **forward** KL of fitting q, as the mean over p's parts of quadratures
 * in their own coordinates.
 * @returns ≥ 0, nats
 * @throws RangeError if p is no mixture.
 * @example planeForwardKl([{ weight: 1, mean: [1, 0], factor: [1, 0, 1] }], { mean: [0, 0], factor: [1, 0, 1] }) // 0.5
 */
export function planeForwardKl(parts: readonly PlanePart[], q: PlaneNormal): number {
  checkParts('planeForwardKl', parts);
  return parts.reduce((sum, { weight, mean, factor: [a, b, c] }) => {
    const own = FINE.reduce((inner, node) => {
      const at: Point = [mean[0] + a * node.x, mean[1] + b * node.x + c * node.y];
      return inner + node.weight * (logPlaneMixture(at, parts) - logPlaneNormal(at, q));
    }, 0);
    return sum + weight * own;
  }, 0);
}

/**
 * The normal with the least **forward** KL(p ‖ q) in the plane: p's mean and covariance.
 * @throws RangeError if p is no mixture.
 * @example fitPlaneForward([{ weight: 1, mean: [1, 0], factor: [1, 0, 1] }]) // the same normal
 */
export function fitPlaneForward(parts: readonly PlanePart[]): PlaneNormal {
  checkParts('fitPlaneForward', parts);
  const moment = (f: (part: PlanePart) => number) =>
    parts.reduce((sum, part) => sum + part.weight * f(part), 0);
  const mean: Point = [moment((part) => part.mean[0]), moment((part) => part.mean[1])];
  const covariance = [0, 1].map((i) =>
    [0, 1].map((j) =>
      moment(
        (part) => planeCovariance(part)[i]![j]! + (part.mean[i]! - mean[i]!) * (part.mean[j]! - mean[j]!),
      ),
    ),
  );
  return planeNormal(mean, covariance);
}

const MOST_STEPS = 600;

/**
 * A normal with a least **reverse** KL(q ‖ p) in the plane, by descent from a start, which decides the mode that q ends on.
 * @param parts the mixture p
 * @param start where to begin
 * @returns the normal and its KL(q ‖ p)
 * @throws RangeError if p is no mixture.
 * @see Bishop, "Pattern recognition and machine learning", 2006, Figure 10.3
 * @example fitPlaneReverse([{ weight: 1, mean: [1, 0], factor: [1, 0, 1] }], { mean: [0, 0], factor: [1, 0, 1] }) // mean [1, 0]
 */
export function fitPlaneReverse(
  parts: readonly PlanePart[],
  start: PlaneNormal,
): PlaneNormal & { readonly kl: number } {
  checkParts('fitPlaneReverse', parts);
  let at = start;
  let found = reverseWithSlopes(at, parts);
  let rate = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = descend(at, found, rate);
    const there = reverseWithSlopes(next, parts);
    if (there.kl < found.kl) {
      [at, found] = [next, there];
      rate = Math.min(1, rate * 1.5);
    } else if (rate < 1e-10) break;
    else rate /= 2;
  }
  return { ...at, kl: planeReverseKl(at, parts) };
}

/** A natural-gradient step: the mean moves by −Σ g, the factor's diagonal by a factor, so that it stays positive. */
function descend(
  { mean, factor: [a, b, c] }: PlaneNormal,
  { mean: [gx, gy], factor: slopes }: Slopes,
  rate: number,
): PlaneNormal {
  const held = (x: number) => Math.max(-1, Math.min(1, x));
  const [[xx = 0, xy = 0] = [], [, yy = 0] = []] = planeCovariance({ mean, factor: [a, b, c] });
  return {
    mean: [mean[0] - rate * (xx * gx + xy * gy), mean[1] - rate * (xy * gx + yy * gy)],
    factor: [
      a * exp(-(rate / 2) * held(a * slopes[0])),
      b - rate * c * c * slopes[1] * 0.5,
      c * exp(-(rate / 2) * held(c * slopes[2])),
    ],
  };
}
