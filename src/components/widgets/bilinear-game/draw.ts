import { keepApart } from '../shared/keep-apart';
import { drawLineName } from '../shared/line-name';
import { css } from '../shared/palette';
import { drawAxes, drawLabel, drawLine, niceTicks, place, type Axis, type Pen } from '../shared/plots';
import { rules, type Frame, type Rule } from './bilinear-game.loop';
import { HALF_SIDE } from './bilinear-game.params';
import type { GameWords } from './bilinear-game.text';
import type { Fate } from './describe';
import { arrows, DASHES, ROOM, TICKS } from './layout';

/** From the middle of one name to the next, pixels. */
const LINE = 16;

function clear({ context, width, height, palette }: Pen): void {
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
}

function axesOf({ width, height }: Pen, words: GameWords): [Axis, Axis] {
  const common = { domain: [-HALF_SIDE, HALF_SIDE] as const, ticks: TICKS };
  return [
    { ...common, range: [ROOM.left, width - ROOM.right], title: words.axisX },
    { ...common, range: [height - ROOM.bottom, ROOM.top], title: words.axisY },
  ];
}

/** Short arrows of one length. */
function drawArrows({ context, palette }: Pen, x: Axis, y: Axis): void {
  context.strokeStyle = css(palette.gradient, 0.55);
  context.lineWidth = 1.2;
  context.beginPath();
  for (const arrow of arrows()) {
    // On the screen y points down.
    const [u, v] = [arrow.u, -arrow.v];
    const [px, py] = [place(x, arrow.x), place(y, arrow.y)];
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
  const { context } = pen;
  drawAxes(pen, x, y);
  drawArrows(pen, x, y);
  context.save();
  context.beginPath();
  context.rect(x.range[0], y.range[1], x.range[1] - x.range[0], y.range[0] - y.range[1]);
  context.clip();
  const shown = rules.flatMap((rule) => {
    const orbit = frame?.orbits[rule];
    return orbit ? [{ rule, orbit }] : [];
  });
  for (const { rule, orbit } of shown) drawOrbit(pen, orbit, x, y, DASHES[rule]);
  context.restore();
  drawCross(pen, place(x, 0), place(y, 0));
  const names = shown.filter(({ orbit }) => orbit.length >= 4);
  const spots = names.map(({ rule, orbit }) => spotOf(rule, orbit, x, y));
  const levels = keepApart(
    spots.map(([, level]) => level),
    LINE,
    y.range[1] + 10,
    y.range[0] - 10,
  );
  names.forEach(({ rule }, index) => {
    const at = spots[index]?.[0] ?? x.range[0];
    drawLabel(pen, words[`short_${rule}`], at, levels[index] ?? y.range[1], pen.palette.ink, 'center');
  });
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
 * Where an orbit's name would like to stand: below the lowest point of one that circles, at the present end of the others,
 * or where that was last seen inside the square.
 */
function spotOf(rule: Rule, orbit: Float64Array, x: Axis, y: Axis): [px: number, py: number] {
  let at = orbit.length - 2;
  const outside = (value: number | undefined) => Math.abs(value ?? NaN) > HALF_SIDE;
  while (at > 0 && (outside(orbit[at]) || outside(orbit[at + 1]))) at -= 2;
  if (rule === 'alternating')
    for (let i = 0; i < orbit.length; i += 2)
      if (!outside(orbit[i]) && !outside(orbit[i + 1]) && (orbit[i + 1] ?? 0) < (orbit[at + 1] ?? 0)) at = i;
  const px = Math.max(x.range[0] + 48, Math.min(x.range[1] - 48, place(x, orbit[at] ?? NaN)));
  return [px, place(y, orbit[at + 1] ?? NaN) + (rule === 'alternating' ? 13 : -13)];
}

/** Distances from the equilibrium by step, powers of ten on the upright axis, up to step `last` at least. */
export function drawDistances(
  pen: Pen,
  frame: Frame | undefined,
  fates: readonly Fate[],
  { last, words, show }: { last: number; words: GameWords; show: (value: number) => string },
): void {
  clear(pen);
  const { width, height, palette } = pen;
  const ticks = niceTicks(0, last, width > 260 ? 4 : 2);
  const x: Axis = { domain: [0, last], range: [58, width - 12], title: words.axisStep, ticks };
  const y: Axis = {
    domain: [-5, 3],
    range: [height - 40, 26],
    title: words.axisRadius,
    ticks: [-4, -2, 0, 2],
    show: (power) => show(10 ** power),
  };
  drawAxes(pen, x, y);
  const lines = fates.flatMap(({ rule }) => {
    const orbit = frame?.orbits[rule];
    if (!orbit || orbit.length < 4) return [];
    const steps = Array.from({ length: orbit.length / 2 }, (_, i) => i);
    return [
      {
        ...{ rule, steps },
        levels: steps.map((i) => Math.log10(Math.hypot(orbit[2 * i] ?? NaN, orbit[2 * i + 1] ?? NaN))),
      },
    ];
  });
  for (const { rule, steps, levels } of lines) drawLine(pen, steps, levels, x, y, palette.ink, DASHES[rule]);
  // Above its line's end each, but never on another: the order is that of the distances.
  const wanted = lines.map(({ levels }) => place(y, levels.at(-1) ?? 0) - 10);
  const places = keepApart(wanted, LINE, y.range[1] + 2, y.range[0] - 10);
  lines.forEach(({ rule }, index) => {
    const name = { text: words[`short_${rule}`], colour: palette.ink, dash: DASHES[rule] };
    drawLineName(pen, name, x.range[1], places[index] ?? 0);
  });
}
