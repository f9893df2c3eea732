/** Plain geometry of a latent plane with the prior p(z) = N(0, I) in two dimensions. No page, no model. */

export interface Point {
  readonly z1: number;
  readonly z2: number;
}

/** Half the side of the drawn square: |z₁|, |z₂| ≤ 4. A draw from the prior falls outside it once in 8,000. */
export const HALF = 4;
/** Cells of the grid along one axis; each shows the digit decoded at its centre. */
export const CELLS = 16;
/** Pictures on the line between the two points, both ends included. */
export const STRIP = 8;
/** How many of the nearest test codes are asked for their labels. */
export const NEAREST = 10;

/**
 * The share of the prior nearer to the origin than this point, P(‖Z‖ < ‖z‖) = 1 − exp(−‖z‖²/2): the squared distance of a
 * standard normal pair is exponential with mean 2.
 * @returns 0 at the origin, 0.393 at 1σ, 0.865 at 2σ, 0.989 at 3σ
 */
export function priorMassWithin({ z1, z2 }: Point): number {
  return -Math.expm1(-(z1 * z1 + z2 * z2) / 2);
}

/** The code at the centre of a cell; rows run from the top (z₂ = +4) down, columns from the left. */
export function cellCentre(row: number, column: number): Point {
  const width = (2 * HALF) / CELLS;
  return { z1: -HALF + (column + 0.5) * width, z2: HALF - (row + 0.5) * width };
}

/** `STRIP` points on the straight line from one code to another, equally spaced, both ends included. */
export function linePoints(from: Point, to: Point): Point[] {
  return Array.from({ length: STRIP }, (_, i) => {
    const t = i / (STRIP - 1);
    return { z1: from.z1 + t * (to.z1 - from.z1), z2: from.z2 + t * (to.z2 - from.z2) };
  });
}

/** Codes of test images (the encoder's means), image by image, and the true digit of each. */
export interface TestCodes {
  /** [images, numbers of a code] */
  readonly z: Float32Array;
  readonly labels: Uint8Array;
}

export interface Neighbourhood {
  /** The digit that most of the nearest codes belong to; the nearest one decides a tie. */
  readonly digit: number;
  /** How many of the nearest codes belong to it. */
  readonly votes: number;
  /** How many codes were asked: `NEAREST`, or all where there are fewer. */
  readonly asked: number;
  /** Distance to the nearest of all. */
  readonly least: number;
  /** Distance to the farthest of them. */
  readonly radius: number;
  /** Votes of each digit 0 … 9. */
  readonly counts: readonly number[];
}

/** The labels of the test codes nearest to a point, by Euclidean distance in the plane. Undefined without codes. */
export function askNeighbours({ z1, z2 }: Point, { z, labels }: TestCodes): Neighbourhood | undefined {
  // Nearest first, never longer than NEAREST: cheaper than sorting all codes for every point of a drag.
  const nearest: { label: number; distance: number }[] = [];
  labels.forEach((label, i) => {
    const distance = Math.hypot((z[2 * i] ?? NaN) - z1, (z[2 * i + 1] ?? NaN) - z2);
    if (nearest.length === NEAREST && distance >= (nearest.at(-1)?.distance ?? 0)) return;
    const after = nearest.findIndex((other) => other.distance > distance);
    nearest.splice(after < 0 ? nearest.length : after, 0, { label, distance });
    if (nearest.length > NEAREST) nearest.pop();
  });
  const [first, last] = [nearest[0], nearest.at(-1)];
  if (!first || !last) return undefined;
  const counts = Array.from(
    { length: 10 },
    (_, digit) => nearest.filter(({ label }) => label === digit).length,
  );
  const votes = Math.max(...counts);
  const digit = nearest.find(({ label }) => counts[label] === votes)?.label ?? 0;
  return { digit, votes, asked: nearest.length, least: first.distance, radius: last.distance, counts };
}

/**
 * The share of pixels whose probability of ink lies between 0.1 and 0.9: where the decoder is not sure. A clear digit is
 * black and white but for its edges; a mixture of two is grey.
 */
export function greyShare(picture: ArrayLike<number>): number {
  let grey = 0;
  for (let i = 0; i < picture.length; i += 1) {
    const p = picture[i] ?? 0;
    if (p > 0.1 && p < 0.9) grey += 1;
  }
  return grey / picture.length;
}
