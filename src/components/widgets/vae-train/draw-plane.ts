import { css, type Rgb } from '../shared/palette';
import { drawAxes, drawLabel, niceTicks, place, type Axis, type Pen } from '../shared/plots';
import type { Frame } from './vae-train.frame';

/** Radius of the circle that holds 1 − e^(−r²/2) = 86% of the prior of two units. */
export const CIRCLE = 2;
/** Half the side of the plane: the least of these that holds nearly all codes. */
const SIDES = [3, 4, 6, 8, 12, 20] as const;
const NEARLY_ALL = 0.99;
/** Of the test digits the first so many are drawn: letters of a readable size would else hide each other. */
export const DRAWN = 512;
/** Digits before training lie in a heap: their centres are named from here on. */
const NAMED_FROM = 1;
/** Hues of the ten classes, apart for digits that are alike (3, 5, 8; 4, 9); the figure itself is drawn, so none is needed. */
const HUES = [0, 108, 216, 324, 72, 180, 288, 36, 144, 252] as const;

/** Half the side of a plane that holds the codes of all sides: planes that are compared have one. */
export function halfSide(frames: readonly (Frame | undefined)[]): number {
  const fits = (half: number) =>
    frames.every((frame) => !frame || shareWithin(frame.codes, half) >= NEARLY_ALL);
  return SIDES.find(fits) ?? SIDES[SIDES.length - 1] ?? 20;
}

/** Share of the points with both coordinates inside. */
export function shareWithin(codes: Float32Array, half: number): number {
  let inside = 0;
  for (let at = 0; at + 1 < codes.length; at += 2)
    if (Math.abs(codes[at] ?? NaN) <= half && Math.abs(codes[at + 1] ?? NaN) <= half) inside += 1;
  return (2 * inside) / codes.length;
}

/** The mean code of each digit. */
export function centresOf(codes: Float32Array, labels: Uint8Array): [number, number][] {
  const sums = Array.from({ length: 10 }, () => ({ n: 0, x: 0, y: 0 }));
  labels.forEach((label, row) => {
    const sum = sums[label];
    if (!sum) return;
    sum.n += 1;
    sum.x += codes[2 * row] ?? 0;
    sum.y += codes[2 * row + 1] ?? 0;
  });
  return sums.map(({ n, x, y }) => [x / n, y / n]);
}

/** The axes of a square plane. */
export function planeAxes({ width, height }: Pen, [across, up]: readonly [number, number], half: number) {
  const ticks = niceTicks(-half, half, 4);
  const common = { domain: [-half, half] as const, ticks };
  const name = (unit: number) => `z${subscript(unit + 1)}`;
  const x: Axis = { ...common, range: [34, width - 10], title: name(across) };
  const y: Axis = { ...common, range: [height - 40, 24], title: name(up) };
  return { x, y };
}

const subscript = (n: number) => String(n).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? '');

/** A colour of a class that reads on this paper. */
function classColour(label: number, paper: Rgb): string {
  const dark = paper[0] + paper[1] + paper[2] < 384;
  return `hsl(${HUES[label] ?? 0} ${dark ? '70% 72%' : '80% 33%'})`;
}

/** DRAWN test digits, each as the figure it is, at the mean of its code; around the origin the circle with 86% of the prior. */
export function drawCodes(pen: Pen, frame: Frame | undefined, half: number, prior: string): void {
  const { context, palette, width, height } = pen;
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
  const { x, y } = planeAxes(pen, frame?.axes ?? [0, 1], half);
  drawAxes(pen, x, y);
  if (!frame) return;
  const { codes, labels } = frame;
  context.font = '13px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let label = 0; label < 10; label++) {
    context.fillStyle = classColour(label, palette.paper);
    for (let row = 0; row < Math.min(DRAWN, labels.length); row++) {
      const [z1 = NaN, z2 = NaN] = [codes[2 * row], codes[2 * row + 1]];
      if (labels[row] !== label || !(Math.abs(z1) <= half && Math.abs(z2) <= half)) continue;
      context.fillText(String(label), place(x, z1), place(y, z2));
    }
  }
  context.strokeStyle = css(palette.ink, 0.8);
  context.setLineDash([5, 4]);
  context.beginPath();
  context.arc(place(x, 0), place(y, 0), place(x, CIRCLE) - place(x, 0), 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
  drawLabel(pen, prior, place(x, 0), place(y, CIRCLE) - 9, palette.quiet, 'center');
  if (frame.step < NAMED_FROM || frame.inUse === 0) return;
  centresOf(codes, labels).forEach(([cx, cy], label) => nameCentre(pen, label, place(x, cx), place(y, cy)));
}

function nameCentre({ context, palette }: Pen, label: number, x: number, y: number): void {
  context.font = '700 24px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 5;
  context.lineJoin = 'round';
  context.strokeStyle = css(palette.paper);
  context.strokeText(String(label), x, y);
  context.fillStyle = classColour(label, palette.paper);
  context.fillText(String(label), x, y);
}
