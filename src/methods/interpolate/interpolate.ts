import { sin } from '~/methods/rng/portable-math';

type Code = readonly number[];

function checkPair(name: string, from: Code, to: Code): void {
  if (from.length === 0 || from.length !== to.length)
    throw new RangeError(`${name}: codes must be of one length ≥ 1, found ${from.length} and ${to.length}`);
}

/**
 * A point on the straight line between two codes: $(1-t)\, z_0 + t\, z_1$.
 *
 * In many dimensions its middle is shorter than draws of N(0, I) ever are: between two independent ones of length √d it has √(d/2).
 * @param t 0 is the first, 1 the second; beyond them it goes on
 * @throws RangeError if the lengths differ or are 0.
 * @example interpolateLinear([0, 0], [2, 4], 0.5) // [1, 2]
 */
export function interpolateLinear(from: Code, to: Code, t: number): number[] {
  checkPair('interpolateLinear', from, to);
  // Both ends exactly.
  return from.map((value, j) => (1 - t) * value + t * to[j]!);
}

/** Below this sine of the angle the arc is a line to rounding. */
const ALMOST_LINE = 1e-7;

/**
 * A point on the arc between two codes: with Ω the angle between them,
 *
 * $$\frac{\sin((1-t)\Omega)}{\sin\Omega}\, z_0 + \frac{\sin(t\Omega)}{\sin\Omega}\, z_1$$
 *
 * Between codes of one length every point has that length and t is in proportion to the angle. Convention: as Shoemake's weights applied
 * to the codes as they are, which is what GAN programs do; between codes of **different** lengths the length does not change evenly.
 * @param t 0 is the first, 1 the second
 * @returns the straight line where the codes point (nearly) the same way
 * @throws RangeError if the lengths differ or are 0, a code is 0, or the codes point (nearly) opposite ways, where no arc is the one.
 * @see Shoemake, "Animating rotation with quaternion curves", SIGGRAPH 1985; for codes White, "Sampling generative networks", 2016
 * @example interpolateSpherical([1, 0], [0, 1], 0.5) // [√½, √½]
 */
export function interpolateSpherical(from: Code, to: Code, t: number): number[] {
  checkPair('interpolateSpherical', from, to);
  const [one, other] = [Math.hypot(...from), Math.hypot(...to)];
  if (!(one > 0 && other > 0))
    throw new RangeError('interpolateSpherical: neither code may be 0, for it has no direction');
  // The half-angle form is exact also for small angles, where the cosine has lost its digits.
  const a = from.map((value) => value / one);
  const b = to.map((value) => value / other);
  const apart = Math.hypot(...a.map((value, j) => value - b[j]!));
  const together = Math.hypot(...a.map((value, j) => value + b[j]!));
  const angle = 2 * Math.atan2(apart, together);
  if (together < ALMOST_LINE)
    throw new RangeError(
      'interpolateSpherical: the codes point opposite ways, so no arc between them is the one',
    );
  const sine = sin(angle);
  if (sine < ALMOST_LINE) return interpolateLinear(from, to, t);
  const [left, right] = [sin((1 - t) * angle) / sine, sin(t * angle) / sine];
  return from.map((value, j) => left * value + right * to[j]!);
}

/**
 * A row of codes between two, both ends among them.
 * @param steps how many, ≥ 2
 * @param between `interpolateLinear` or `interpolateSpherical`
 * @throws RangeError if there are fewer than two.
 * @example interpolationPath([0], [3], 4, interpolateLinear) // [[0], [1], [2], [3]]
 */
export function interpolationPath(
  from: Code,
  to: Code,
  steps: number,
  between: (from: Code, to: Code, t: number) => number[],
): number[][] {
  if (!Number.isInteger(steps) || steps < 2)
    throw new RangeError(`interpolationPath: steps must be a whole number of at least 2, found ${steps}`);
  return Array.from({ length: steps }, (_, i) => between(from, to, i / (steps - 1)));
}
