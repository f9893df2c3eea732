import { GRID, HALF, SAMPLES } from './vae-train.frame';

/** The two units with the largest KL, in the order of their numbers. */
export function chooseAxes(klByUnit: readonly number[]): [number, number] {
  const [first = 0, second = 1] = klByUnit
    .map((kl, unit) => ({ kl, unit }))
    .toSorted((a, b) => b.kl - a.kl || a.unit - b.unit)
    .map(({ unit }) => unit);
  return [Math.min(first, second), Math.max(first, second)];
}

/** The codes a look decodes: the grid in the plane of two units, rows from the top, other units 0; then the draws from the prior. */
export function codesToDecode(
  code: number,
  [across, up]: readonly [number, number],
  draws: Float32Array,
): Float32Array {
  const codes = new Float32Array((GRID * GRID + SAMPLES) * code);
  const at = (index: number) => HALF * ((2 * index + 1) / GRID - 1);
  for (let cell = 0; cell < GRID * GRID; cell++) {
    codes[cell * code + across] = at(cell % GRID);
    codes[cell * code + up] = -at(Math.floor(cell / GRID));
  }
  codes.set(draws, GRID * GRID * code);
  return codes;
}

/** Both chosen coordinates of every row of [rows, width]. */
export function project(
  means: Float32Array,
  width: number,
  [across, up]: readonly [number, number],
): Float32Array {
  return Float32Array.from(
    { length: (2 * means.length) / width },
    (_, i) => means[(i >> 1) * width + (i % 2 === 0 ? across : up)] ?? NaN,
  );
}

/** √ of the mean square. */
export function rootMeanSquare(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** Probabilities of ink as bytes, 0 … 255. */
export function toBytes(probabilities: Float32Array): Uint8Array {
  return Uint8Array.from(probabilities, (ink) => Math.round(255 * ink));
}

/**
 * The mean cost of test pictures, nats each, when every pixel is a coin of its own with the training pictures' mean ink: the
 * cross-entropy that a decoder without a code can reach. Means are kept 10⁻⁶ off 0 and 1.
 */
export function costWithoutCode(train: Float32Array, test: Float32Array, pixels: number): number {
  const sums = (values: Float32Array) => {
    const ink = new Float64Array(pixels);
    for (let i = 0; i < values.length; i++) ink[i % pixels] = (ink[i % pixels] ?? 0) + (values[i] ?? 0);
    return ink.map((sum) => (sum * pixels) / values.length);
  };
  const [known, met] = [sums(train), sums(test)];
  return known.reduce((cost, mean, pixel) => {
    const p = Math.min(1 - 1e-6, Math.max(1e-6, mean));
    const share = met[pixel] ?? 0;
    return cost - share * Math.log(p) - (1 - share) * Math.log(1 - p);
  }, 0);
}
