import { css, type Rgb } from './palette';
import { drawLabel, niceTicks, place, type Pen, type Scale } from './plots';

/** A straight piece of a contour in cells of the grid: (0, 0) is the centre of the first value. */
export type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * Where a grid of values (row by row, `columns` in each) crosses a level, by marching squares with linear interpolation
 * along the edges; a saddle is split by the mean of its four corners. Squares with a value that is not finite are left out.
 * @example findContour(Float32Array.of(0, 1, 0, 1), 2, 0.5) // [[0.5, 0, 0.5, 1]]
 */
export function findContour(values: Float32Array, columns: number, level: number): Segment[] {
  const rows = Math.floor(values.length / columns);
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const above = values[at]! >= level;
      // Most squares lie on one side of the level, and there are thousands of them for each picture.
      if (
        above === values[at + 1]! >= level &&
        above === values[at + columns]! >= level &&
        above === values[at + columns + 1]! >= level
      )
        continue;
      const corners = [at, at + 1, at + columns + 1, at + columns].map((index) => values[index] ?? NaN);
      for (const [x0, y0, x1, y1] of crossSquare(corners, level))
        segments.push([column + x0, row + y0, column + x1, row + y1]);
    }
  return segments;
}

/** Corners against the clock from the lower left, as are the edges that follow them. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

function crossSquare(corners: readonly number[], level: number): Segment[] {
  if (!corners.every(Number.isFinite)) return [];
  const crossings: (readonly [number, number])[] = [];
  corners.forEach((from, edge) => {
    const to = corners[(edge + 1) % 4] ?? NaN;
    if (from >= level === to >= level) return;
    const share = (level - from) / (to - from);
    const [[x0, y0], [x1, y1]] = [CORNERS[edge]!, CORNERS[(edge + 1) % 4]!];
    crossings.push([x0 + share * (x1 - x0), y0 + share * (y1 - y0)]);
  });
  const [a, b, c, d] = crossings;
  if (!a || !b) return [];
  if (!c || !d) return [[...a, ...b]];
  const mean = corners.reduce((sum, value) => sum + value, 0) / 4;
  // The corner between the last and the first edge is cut off, or its neighbours are.
  const alone = mean >= level === (corners[0] ?? NaN) >= level;
  return alone
    ? [
        [...a, ...b],
        [...c, ...d],
      ]
    : [
        [...a, ...d],
        [...b, ...c],
      ];
}

/** About `count` round levels strictly inside the range of the finite values. */
export function contourLevels(values: Float32Array, count: number): number[] {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  const high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  return niceTicks(low, high, count).filter((level) => level > low && level < high);
}

interface Look {
  readonly colour: Rgb;
  /** Levels that are drawn heavier. */
  readonly heavy: (level: number) => boolean;
  readonly show: (level: number) => string;
}

/** Draws contours of values given at the centres of equal squares that fill the plot; each level is labelled once. */
export function drawContours(
  pen: Pen,
  values: Float32Array,
  columns: number,
  x: Scale,
  y: Scale,
  levels: readonly number[],
  look: Look,
): void {
  const { context } = pen;
  const rows = values.length / columns;
  const px = (cell: number) => x.range[0] + ((cell + 0.5) / columns) * (x.range[1] - x.range[0]);
  const py = (cell: number) => y.range[0] + ((cell + 0.5) / rows) * (y.range[1] - y.range[0]);
  const labels: { text: string; x: number; y: number }[] = [];
  context.save();
  context.strokeStyle = css(look.colour, 0.85);
  for (const level of levels) {
    const segments = findContour(values, columns, level);
    context.lineWidth = look.heavy(level) ? 2 : 0.8;
    context.beginPath();
    for (const [x0, y0, x1, y1] of segments) {
      context.moveTo(px(x0), py(y0));
      context.lineTo(px(x1), py(y1));
    }
    context.stroke();
    const spots = segments.map(([x0, y0]) => ({ text: look.show(level), x: px(x0), y: py(y0) }));
    const spot = bestSpot(spots, labels, x, y);
    if (spot) labels.push(spot);
  }
  context.restore();
  for (const { text, x: at, y: height } of labels) drawLabel(pen, text, at, height, look.colour, 'center');
}

/** The place farthest from other labels, away from the edges and the names in the corners. */
function bestSpot<Spot extends { x: number; y: number }>(
  spots: readonly Spot[],
  labels: readonly { x: number; y: number }[],
  x: Scale,
  y: Scale,
): Spot | undefined {
  const centre = {
    x: place(x, (x.domain[0] + x.domain[1]) / 2),
    y: place(y, (y.domain[0] + y.domain[1]) / 2),
  };
  const roomX = Math.abs(x.range[1] - x.range[0]) / 2 - 22;
  const roomY = Math.abs(y.range[1] - y.range[0]) / 2 - 34;
  let best: Spot | undefined;
  let most = 24;
  for (const spot of spots) {
    if (Math.abs(spot.x - centre.x) > roomX || Math.abs(spot.y - centre.y) > roomY) continue;
    const distance = labels.reduce(
      (least, other) => Math.min(least, Math.hypot(spot.x - other.x, spot.y - other.y)),
      1000,
    );
    if (distance > most) [best, most] = [spot, distance];
  }
  return best;
}
