import type { Rng } from '~/methods/rng/rng';
import { checkCount, checkLength, type Point } from './ring';

/** A drawing lies on a lattice of LATTICE × LATTICE cells over the square |x|, |y| ≤ DRAWN_HALF_SIDE. */
export const LATTICE = 64;
/** Half the side of the square that is drawn on, in the units of the plane. */
export const DRAWN_HALF_SIDE = 3;
/** The most points of a drawing: its text then has twice as many letters. */
export const MAX_DRAWN = 200;

/** Digits of base64url: 64 letters that need no escape in a link, one for each column and row of the lattice. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Whether a text is a drawing: one to MAX_DRAWN points of two base64url letters each. */
export function isDrawing(text: string): boolean {
  return text.length % 2 === 0 && text.length <= 2 * MAX_DRAWN && /^[A-Za-z0-9_-]+$/.test(text);
}

/** The centre of a lattice cell along one axis. */
function centreOf(cell: number): number {
  return DRAWN_HALF_SIDE * ((2 * cell + 1) / LATTICE - 1);
}

/** The cell that holds a coordinate; beyond the square, the nearest one. */
function cellOf(coordinate: number): number {
  const cell = Math.floor((coordinate / DRAWN_HALF_SIDE + 1) * (LATTICE / 2));
  return Math.min(LATTICE - 1, Math.max(0, cell));
}

/**
 * A drawing as a short text that fits into a link: column and row of each point's cell, one base64url letter each
 * (A is the leftmost column and the lowest row). A second point in a cell is dropped.
 * @param points at most MAX_DRAWN cells; what lies outside the square goes to its edge
 * @returns 2 letters a point, in the order of the points
 * @throws RangeError if there is no point, too many, or one that is not finite.
 * @example encodePoints([[0.05, 0.05], [-3, 3]]) // 'ggA_'
 */
export function encodePoints(points: readonly Point[]): string {
  const strange = points.find((point) => !point.every(Number.isFinite));
  if (strange) throw new RangeError(`encodePoints: expected finite points, found (${strange.join(', ')})`);
  const cells = new Set(points.map(([x, y]) => (DIGITS[cellOf(x)] ?? '') + (DIGITS[cellOf(y)] ?? '')));
  if (cells.size < 1 || cells.size > MAX_DRAWN)
    throw new RangeError(`encodePoints: expected 1 … ${MAX_DRAWN} cells, found ${cells.size}`);
  return [...cells].join('');
}

/**
 * The points of a drawing: the centres of its cells.
 * @throws RangeError if the text is not one (see `isDrawing`).
 * @example decodePoints('gg') // [[0.046875, 0.046875]]
 */
export function decodePoints(text: string): Point[] {
  if (!isDrawing(text))
    throw new RangeError(
      `decodePoints: expected 1 … ${MAX_DRAWN} pairs of base64url letters, found ${text.length} letters "${text.slice(0, 20)}"`,
    );
  const at = (index: number) => centreOf(DIGITS.indexOf(text[index] ?? ''));
  return Array.from({ length: text.length / 2 }, (_, i) => [at(2 * i), at(2 * i + 1)] as const);
}

/** What holds where nothing is said: about one cell, so that neighbouring points of a stroke run together. */
export const DRAWN_SIGMA = 0.08;

/**
 * Points of a drawing: each takes one of its points with equal probability and adds N(0, σ²I).
 * @param n number of points
 * @param text the drawing, see `encodePoints`
 * @param options.sigma σ ≥ 0, default 0.08
 * @returns [n, 2], row-major: x₀, y₀, x₁, y₁, …
 * @throws RangeError if n is not a whole number ≥ 1, the text is no drawing or σ is negative.
 */
export function sampleDrawn(
  rng: Rng,
  n: number,
  text: string,
  { sigma = DRAWN_SIGMA }: { readonly sigma?: number } = {},
): Float32Array {
  checkCount('sampleDrawn', n);
  checkLength('sampleDrawn: sigma', sigma);
  const points = decodePoints(text);
  const samples = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const [x, y] = points[rng.integer(points.length)] ?? [NaN, NaN];
    samples[2 * i] = x + sigma * rng.normal();
    samples[2 * i + 1] = y + sigma * rng.normal();
  }
  return samples;
}
