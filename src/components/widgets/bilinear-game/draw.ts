import { css } from '../shared/palette';
import { drawAxes, drawLabel, drawLine, niceTicks, place, type Axis, type Pen } from '../shared/plots';
import { rules, type Frame, type Rule } from './bilinear-game.loop';
import { HALF_SIDE } from './bilinear-game.params';
import type { GameWords } from './bilinear-game.text';
import type { Fate } from './describe';

/** Room between the plot and the edges of its canvas, CSS pixels; the handle is placed by it too. */
export const ROOM = { left: 34, right: 10, top: 24, bottom: 40 } as const;

/** Orbits have no role's colour: they are told apart by their dashes and by their names. */
const DASHES: Readonly<Record<Rule, readonly number[]>> = {
  simultaneous: [],
  alternating: [7, 3],
  extragradient: [2, 3],
  penalized: [9, 3, 2, 3],
};

function clear({ context, width, height, palette }: Pen): void {
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
}

function axesOf({ width, height }: Pen, words: GameWords): [Axis, Axis] {
  const common = { domain: [-HALF_SIDE, HALF_SIDE] as const, ticks: [-3, -2, -1, 0, 1, 2, 3] };
  return [
    { ...common, range: [ROOM.left, width - ROOM.right], title: words.axisX },
    { ...common, range: [height - ROOM.bottom, ROOM.top], title: words.axisY },
  ];
}

/** Where gradient steps lead, (−y, x), as short arrows of one length. */
function drawArrows({ context, palette }: Pen, x: Axis, y: Axis): void {
  context.strokeStyle = css(palette.gradient, 0.55);
  context.lineWidth = 1.2;
  context.beginPath();
  for (let column = -2.5; column <= 2.5; column += 1)
    for (let row = -2.5; row <= 2.5; row += 1) {
      const length = Math.hypot(column, row);
      // On the screen y points down.
      const [u, v] = [-row / length, -column / length];
      const [px, py] = [place(x, column), place(y, row)];
      const [tipX, tipY] = [px + 8 * u, py + 8 * v];
      context.moveTo(px - 8 * u, py - 8 * v);
      context.lineTo(tipX, tipY);
      context.moveTo(tipX - 5 * u - 3 * v, tipY - 5 * v + 3 * u);
      context.lineTo(tipX, tipY);
      context.lineTo(tipX - 5 * u + 3 * v, tipY - 5 * v - 3 * u);
    }
  context.stroke();
}

function drawCross({ context, palette }: Pen, px: number, py: number): void {
  context.strokeStyle = css(palette.ink);
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(px - 6, py);
  context.lineTo(px + 6, py);
  context.moveTo(px, py - 6);
  context.lineTo(px, py + 6);
  context.stroke();
}

/** The plane of both players with the orbits so far. */
export function drawGame(pen: Pen, frame: Frame | undefined, words: GameWords): void {
  clear(pen);
  const [x, y] = axesOf(pen, words);
  const { context, palette } = pen;
  drawAxes(pen, x, y);
  drawArrows(pen, x, y);
  context.save();
  context.beginPath();
  context.rect(x.range[0], y.range[1], x.range[1] - x.range[0], y.range[0] - y.range[1]);
  context.clip();
  for (const rule of rules) {
    const orbit = frame?.orbits[rule];
    if (orbit) drawOrbit(pen, orbit, x, y, DASHES[rule]);
  }
  context.restore();
  drawCross(pen, place(x, 0), place(y, 0));
  for (const rule of rules) nameOrbit(pen, rule, frame?.orbits[rule], words[`short_${rule}`], x, y);
  context.strokeStyle = css(palette.ink);
}

function drawOrbit(
  { context, palette }: Pen,
  orbit: Float64Array,
  x: Axis,
  y: Axis,
  dash: readonly number[],
): void {
  context.strokeStyle = context.fillStyle = css(palette.ink);
  context.lineWidth = 1.5;
  context.setLineDash([...dash]);
  context.beginPath();
  for (let i = 0; i < orbit.length; i += 2)
    context.lineTo(place(x, orbit[i] ?? NaN), place(y, orbit[i + 1] ?? NaN));
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.arc(place(x, orbit.at(-2) ?? NaN), place(y, orbit.at(-1) ?? NaN), 4, 0, 2 * Math.PI);
  context.fill();
}

/**
 * Where an orbit's name stands: below the lowest point of one that circles, at the present end of the others, or where
 * that was last seen inside the square.
 */
function nameOrbit(
  pen: Pen,
  rule: Rule,
  orbit: Float64Array | undefined,
  name: string,
  x: Axis,
  y: Axis,
): void {
  if (!orbit || orbit.length < 4) return;
  let at = orbit.length - 2;
  const outside = (value: number | undefined) => Math.abs(value ?? NaN) > HALF_SIDE;
  while (at > 0 && (outside(orbit[at]) || outside(orbit[at + 1]))) at -= 2;
  if (rule === 'alternating')
    for (let i = 0; i < orbit.length; i += 2)
      if (!outside(orbit[i]) && !outside(orbit[i + 1]) && (orbit[i + 1] ?? 0) < (orbit[at + 1] ?? 0)) at = i;
  const px = Math.max(x.range[0] + 48, Math.min(x.range[1] - 48, place(x, orbit[at] ?? NaN)));
  const below = rule === 'alternating' ? 13 : -13;
  const level = place(y, orbit[at + 1] ?? NaN) + below;
  const py = Math.max(y.range[1] + 10, Math.min(y.range[0] - 10, level));
  drawLabel(pen, name, px, py, pen.palette.ink, 'center');
}

/** Distances from the equilibrium by step, powers of ten on the upright axis. */
export function drawDistances(
  pen: Pen,
  frame: Frame | undefined,
  fates: readonly Fate[],
  words: GameWords,
  show: (value: number) => string,
): void {
  clear(pen);
  const { width, height } = pen;
  const last = Math.max(50, ...fates.map(({ steps }) => steps));
  const x: Axis = {
    domain: [0, last],
    range: [58, width - 12],
    title: words.axisStep,
    ticks: niceTicks(0, last, 4),
  };
  const powers = [-4, -2, 0, 2];
  const y: Axis = {
    domain: [-5, 3],
    range: [height - 40, 26],
    title: words.axisRadius,
    ticks: powers,
    show: (power) => show(10 ** power),
  };
  drawAxes(pen, x, y);
  for (const { rule } of fates) {
    const orbit = frame?.orbits[rule];
    if (!orbit || orbit.length < 4) continue;
    const steps = Array.from({ length: orbit.length / 2 }, (_, i) => i);
    const levels = steps.map((i) => Math.log10(Math.hypot(orbit[2 * i] ?? NaN, orbit[2 * i + 1] ?? NaN)));
    drawLine(pen, steps, levels, x, y, pen.palette.ink, DASHES[rule]);
    const end = Math.max(y.range[1] + 10, Math.min(y.range[0] - 10, place(y, levels.at(-1) ?? 0)));
    drawLabel(
      pen,
      words[`short_${rule}`],
      place(x, steps.length - 1) - 4,
      end - 10,
      pen.palette.ink,
      'right',
    );
  }
}
