/** A rectangle in pixels, y downward. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An orbit in pixels, x₀, y₀, x₁, y₁, …, and the size of its name. */
export interface NamedOrbit {
  readonly points: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/** Side of the cells in which lines are counted, pixels. */
const CELL = 4;
/** A name keeps this far from the edges of the plot and from other names. */
const GAP = 4;
/** Places tried along each axis. */
const TRIED = 24;
/** What a cell that another's line or its own crosses weighs against a pixel of distance from its own line. */
const OTHERS = 24;
const OWN = 12;

/** The steps by which names are placed: the last power of two. They would dance if they moved with every step. */
export function settledSteps(steps: number): number {
  return steps < 1 ? steps : 2 ** Math.floor(Math.log2(steps));
}

/** The cells of the plot that an orbit crosses. */
function cellsOf(points: ArrayLike<number>, room: Box): Set<number> {
  const columns = Math.ceil((room.right - room.left) / CELL);
  const cells = new Set<number>();
  const put = (x: number, y: number) => {
    if (x < room.left || x > room.right || y < room.top || y > room.bottom) return;
    cells.add(Math.floor((y - room.top) / CELL) * columns + Math.floor((x - room.left) / CELL));
  };
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i] ?? NaN, points[i + 1] ?? NaN];
    const [fromX, fromY] = i === 0 ? [x, y] : [points[i - 2] ?? NaN, points[i - 1] ?? NaN];
    // An orbit that flies off has steps of any length, of which no more than a few cross the plot.
    const pieces = Math.min(400, Math.ceil(Math.hypot(x - fromX, y - fromY) / (CELL / 2))) || 1;
    for (let k = 1; k <= pieces; k++)
      put(fromX + (k / pieces) * (x - fromX), fromY + (k / pieces) * (y - fromY));
  }
  return cells;
}

/** How many of the cells a box covers. */
function countIn(cells: ReadonlySet<number>, box: Box, room: Box): number {
  const columns = Math.ceil((room.right - room.left) / CELL);
  const cell = (pixels: number) => Math.floor(pixels / CELL);
  let count = 0;
  for (let row = cell(box.top - room.top); row <= cell(box.bottom - room.top); row++)
    for (let column = cell(box.left - room.left); column <= cell(box.right - room.left); column++)
      count += Number(cells.has(row * columns + column));
  return count;
}

/** Cells to which a name's distance is taken: so many, evenly along the orbit, are near enough to all. */
const SAMPLED = 64;

function middlesOf(cells: ReadonlySet<number>, room: Box): { x: number; y: number }[] {
  const columns = Math.ceil((room.right - room.left) / CELL);
  const stride = Math.ceil(cells.size / SAMPLED);
  return [...cells]
    .filter((_, index) => index % stride === 0)
    .map((cell) => ({
      x: room.left + ((cell % columns) + 0.5) * CELL,
      y: room.top + (Math.floor(cell / columns) + 0.5) * CELL,
    }));
}

/** From a box to the nearest of the points, pixels; 0 if there is none. */
function farFrom(points: readonly { readonly x: number; readonly y: number }[], box: Box): number {
  let far = Infinity;
  for (const { x, y } of points) {
    const across = Math.max(0, box.left - x, x - box.right);
    far = Math.min(far, Math.hypot(across, Math.max(0, box.top - y, y - box.bottom)));
  }
  return points.length === 0 ? 0 : far;
}

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;

/** A place that is on no mark, and what speaks against it. */
interface Choice {
  readonly box: Box;
  readonly cost: number;
}

/** The places of one name, the best first. */
function choicesOf(
  orbit: NamedOrbit,
  own: ReadonlySet<number>,
  cells: readonly ReadonlySet<number>[],
  room: Box,
  marks: readonly Box[],
): Choice[] {
  const free = [...candidates(orbit, room)].filter((box) => !marks.some((mark) => touches(box, mark)));
  const along = middlesOf(own, room);
  const costOf = (box: Box) =>
    cells.reduce((sum, each) => sum + (each === own ? OWN : OTHERS) * countIn(each, box, room), 0);
  return free
    .map((box) => ({ box, cost: costOf(box) + farFrom(along, box) }))
    .sort((a, b) => a.cost - b.cost);
}

/** All orders of so few names. */
function ordersOf(indices: readonly number[]): number[][] {
  if (indices.length === 0) return [[]];
  return indices.flatMap((first) =>
    ordersOf(indices.filter((index) => index !== first)).map((rest) => [first, ...rest]),
  );
}

/**
 * Where the names of orbits stand: inside the plot, on no mark and on no other name, and of those places where they cover fewest
 * lines and are nearest to their own. Each in turn takes the best that is left, in the order that serves all best. A name that
 * is wider than the plot stands in its middle.
 * @param orbits a handful: all orders are tried
 * @param room the plot between its axes
 * @param marks what no name may cover: the equilibrium, the handle
 * @returns the middle of each name, pixels, in the order of the orbits; the middle of the plot if every place is taken
 * @example placeNames([{ points: [50, 50, 60, 50], width: 40, height: 16 }], { left: 0, top: 0, right: 200, bottom: 200 }, [])
 */
export function placeNames(
  orbits: readonly NamedOrbit[],
  room: Box,
  marks: readonly Box[],
): { readonly x: number; readonly y: number }[] {
  const cells = orbits.map(({ points }) => cellsOf(points, room));
  const choices = orbits.map((orbit, index) => choicesOf(orbit, cells[index]!, cells, room, marks));
  let least = Infinity;
  let best = new Map<number, Choice>();
  for (const order of ordersOf([...orbits.keys()])) {
    const taken = new Map<number, Choice>();
    for (const index of order) {
      const free = choices[index]!.find(
        ({ box }) => ![...taken.values()].some((other) => touches(box, other.box)),
      );
      if (free) taken.set(index, free);
    }
    const missing = orbits.length - taken.size;
    const cost = [...taken.values()].reduce((sum, each) => sum + each.cost, 1e6 * missing);
    if (cost < least) [least, best] = [cost, taken];
  }
  return orbits.map((_, index) => middleOf(best.get(index)?.box ?? room));
}

const middleOf = ({ left, right, top, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

function* candidates({ width, height }: NamedOrbit, room: Box): Generator<Box> {
  const across = room.right - room.left - width;
  const down = room.bottom - room.top - height;
  const columns = across > 2 * GAP ? TRIED : 0;
  for (let i = 0; i <= columns; i++)
    for (let j = 0; j <= TRIED; j++) {
      const left = room.left + (columns === 0 ? across / 2 : GAP + (i / TRIED) * (across - 2 * GAP));
      const top = room.top + GAP + (j / TRIED) * (down - 2 * GAP);
      yield { left, top, right: left + width, bottom: top + height };
    }
}
