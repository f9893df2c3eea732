/**
 * A drawn digit as strokes on a lattice, as a short text for links, and as the picture of 28 × 28 that an encoder takes.
 * No page, no canvas: the worker and the tests make the very same picture.
 */

/** Columns and rows of the sheet: one base64url letter each. */
export const LATTICE = 64;
/** The most points of a drawing: its text then has twice as many letters, and a mark between strokes. */
export const MAX_POINTS = 240;
export const DRAWING_SHAPE = '([A-Za-z0-9_-]²…).(…)';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SIDE = 28;
/** The longer side of the strokes' box in the picture, and half the width of a stroke, in pixels: about as in MNIST. */
const [BOX, RADIUS] = [18, 1.15];
/** A box smaller than this on the sheet is not enlarged further: a dot stays a dot. */
const LEAST = 16;

/** Column and row from the top left, 0 … 63. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}
export type Stroke = readonly Cell[];

/** Strokes of two letters a point, divided by dots. The text is empty or says at least one point. */
export function isDrawing(text: string): boolean {
  if (text === '') return true;
  const points = text.replaceAll('.', '').length / 2;
  return /^([A-Za-z0-9_-]{2})+(\.([A-Za-z0-9_-]{2})+)*$/.test(text) && points <= MAX_POINTS;
}

/** @throws RangeError if the text is no drawing */
export function readStrokes(text: string): Stroke[] {
  if (!isDrawing(text)) throw new RangeError(`drawing: expected ${DRAWING_SHAPE}, found "${text}"`);
  const strokes = text === '' ? [] : text.split('.');
  return strokes.map((stroke) =>
    Array.from({ length: stroke.length / 2 }, (_, i) => ({
      column: DIGITS.indexOf(stroke[2 * i] ?? ''),
      row: DIGITS.indexOf(stroke[2 * i + 1] ?? ''),
    })),
  );
}

/** The inverse of `readStrokes`; strokes without a point are left out. */
export function writeStrokes(strokes: readonly Stroke[]): string {
  const letters = ({ column, row }: Cell) => `${DIGITS[column] ?? 'A'}${DIGITS[row] ?? 'A'}`;
  return strokes
    .map((stroke) => stroke.map(letters).join(''))
    .filter((text) => text !== '')
    .join('.');
}

/** A straight piece of a stroke in pixels of the picture; a dot has no length. */
type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Distance from a point to a segment. */
function distanceTo([x1, y1, x2, y2]: Segment, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/** Ink falls from 1 inside a stroke to 0 over one pixel at its edge. */
function rasterise(segments: readonly Segment[]): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [(i % SIDE) + 0.5, Math.floor(i / SIDE) + 0.5];
    const nearest = Math.min(...segments.map((segment) => distanceTo(segment, x, y)));
    return Math.max(0, Math.min(1, RADIUS + 0.5 - nearest));
  });
}

/** Mean place of the ink, in pixels. */
function centreOfInk(picture: Float32Array): [number, number] {
  let [sum, across, down] = [0, 0, 0];
  picture.forEach((ink, i) => {
    sum += ink;
    across += ink * ((i % SIDE) + 0.5);
    down += ink * (Math.floor(i / SIDE) + 0.5);
  });
  return [across / sum, down / sum];
}

/**
 * The picture as the models know digits: scaled so that its box fits, centre of its ink in the middle (LeCun, Cortes and Burges
 * made MNIST so).
 * @returns [784] ink in [0, 1], row by row from the top left; undefined for a blank sheet
 * @throws RangeError if the text is no drawing
 */
export function readInk(text: string): Float32Array | undefined {
  const strokes = readStrokes(text);
  const cells = strokes.flat();
  if (cells.length === 0) return undefined;
  const [columns, rows] = [cells.map(({ column }) => column), cells.map(({ row }) => row)];
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const [width, height] = [Math.max(...columns) - left, Math.max(...rows) - top];
  const scale = BOX / Math.max(width, height, LEAST);
  const at = (dx: number, dy: number) => ({
    x: ({ column }: Cell) => SIDE / 2 + (column - left - width / 2) * scale + dx,
    y: ({ row }: Cell) => SIDE / 2 + (row - top - height / 2) * scale + dy,
  });
  const segmentsAt = (dx: number, dy: number): Segment[] => {
    const { x, y } = at(dx, dy);
    return strokes.flatMap((stroke) =>
      stroke.map((cell, i): Segment => {
        const before = stroke[i - 1] ?? cell;
        return [x(before), y(before), x(cell), y(cell)];
      }),
    );
  };
  const [across, down] = centreOfInk(rasterise(segmentsAt(0, 0)));
  return rasterise(segmentsAt(SIDE / 2 - across, SIDE / 2 - down));
}
