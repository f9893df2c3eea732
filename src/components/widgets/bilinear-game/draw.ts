import { keepApart } from '../shared/keep-apart';
import { drawLineName } from '../shared/line-name';
import { css } from '../shared/palette';
import { drawAxes, drawLine, FONT, niceTicks, place, roomFor, type Axis, type Pen } from '../shared/plots';
import { rules, type Frame, type Rule } from './bilinear-game.loop';
import { HALF_SIDE } from './bilinear-game.params';
import type { GameWords } from './bilinear-game.text';
import type { Fate } from './describe';
import { arrows, DASHES, LINE, ROOM, SAMPLE, TICKS } from './layout';
import { placeNames, settledSteps, type Box } from './name-places';

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
  nameOrbits(pen, shown, x, y, words);
  // An orbit's present end is seen, also on a name that was placed before it came there.
  for (const { orbit } of shown) drawEnd(pen, orbit, x, y);
}

type Shown = readonly { readonly rule: Rule; readonly orbit: Float64Array }[];
/** Where the names of a picture stand, until the orbits are twice as long or others. */
const settled = new WeakMap<object, { key: string; places: ReturnType<typeof placeNames> }>();

function nameOrbits(pen: Pen, all: Shown, x: Axis, y: Axis, words: GameWords): void {
  const shown = all.filter(({ orbit }) => orbit.length >= 4);
  const { context, width } = pen;
  const names = shown.map(({ rule }) => ({
    text: words[`short_${rule}`],
    colour: pen.palette.ink,
    dash: DASHES[rule],
  }));
  const kept = shown.map(({ orbit }) => orbit.subarray(0, 2 * settledSteps(orbit.length / 2 - 1) + 2));
  const key = [
    width,
    ...names.map(({ text }) => text),
    ...kept.flatMap((orbit) => [orbit.length, ...orbit.subarray(0, 4)]),
  ].join();
  let found = settled.get(context);
  context.font = `600 ${FONT}`;
  if (found?.key !== key) {
    const toPixels = (orbit: Float64Array) => orbit.map((value, i) => place(i % 2 === 0 ? x : y, value));
    const orbits = kept.map((orbit, i) => ({
      points: toPixels(orbit),
      width: context.measureText(names[i]!.text).width + SAMPLE,
      height: LINE,
    }));
    const room = { left: x.range[0], right: x.range[1], top: y.range[1], bottom: y.range[0] };
    found = { key, places: placeNames(orbits, room, marksOf(kept[0], x, y)) };
    settled.set(context, found);
  }
  const ends = found.places.map(
    ({ x: at }, i) => at + (context.measureText(names[i]!.text).width + SAMPLE) / 2,
  );
  for (const [i, name] of names.entries()) drawLineName(pen, name, ends[i]!, found.places[i]!.y);
}

/** The equilibrium and the handle at the start. */
function marksOf(orbit: Float64Array | undefined, x: Axis, y: Axis): Box[] {
  const around = (px: number, py: number, half: number): Box => ({
    ...{ left: px - half, right: px + half },
    ...{ top: py - half, bottom: py + half },
  });
  const start = around(place(x, orbit?.[0] ?? NaN), place(y, orbit?.[1] ?? NaN), 10);
  return [around(place(x, 0), place(y, 0), 7), ...(orbit ? [start] : [])];
}

function drawOrbit(
  { context, palette }: Pen,
  orbit: Float64Array,
  x: Axis,
  y: Axis,
  dash: readonly number[],
): void {
  context.strokeStyle = css(palette.ink);
  context.lineWidth = 1.5;
  context.setLineDash([...dash]);
  context.beginPath();
  for (let i = 0; i < orbit.length; i += 2)
    context.lineTo(place(x, orbit[i] ?? NaN), place(y, orbit[i + 1] ?? NaN));
  context.stroke();
  context.setLineDash([]);
}

function drawEnd({ context, palette }: Pen, orbit: Float64Array, x: Axis, y: Axis): void {
  if (Math.abs(orbit.at(-2) ?? NaN) > HALF_SIDE || Math.abs(orbit.at(-1) ?? NaN) > HALF_SIDE) return;
  context.fillStyle = css(palette.ink);
  context.beginPath();
  context.arc(place(x, orbit.at(-2) ?? NaN), place(y, orbit.at(-1) ?? NaN), 4, 0, 2 * Math.PI);
  context.fill();
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
  const powers = [-4, -2, 0, 2];
  const showPower = (power: number) => show(10 ** power);
  const left = roomFor(pen.context, powers.map(showPower), 46);
  const x: Axis = { domain: [0, last], range: [left, width - 16], title: words.axisStep, ticks };
  const y: Axis = {
    domain: [-5, 3],
    range: [height - 40, 26],
    title: words.axisRadius,
    ticks: powers,
    show: showPower,
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
