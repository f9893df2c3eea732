import { css, mix, type Palette, type Rgb } from '../shared/palette';
import { drawLabel, type Pen } from '../shared/plots';
import { SIDE, type Frame } from './sparse-lab.frame';

/** Where pictures are painted small before they are enlarged: painting is never interrupted. */
let scratch: HTMLCanvasElement | undefined;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function paint(
  { context }: Pen,
  across: number,
  down: number,
  box: Box,
  colourAt: (at: number) => Rgb,
  smooth: boolean,
): void {
  // prettier-ignore
  const small = (scratch ??= document.createElement('canvas'));
  if (small.width !== across || small.height !== down) [small.width, small.height] = [across, down];
  const inside = small.getContext('2d');
  if (!inside) return;
  const image = inside.createImageData(across, down);
  for (let at = 0; at < across * down; at++) {
    const [red, green, blue] = colourAt(at);
    image.data[4 * at] = red;
    image.data[4 * at + 1] = green;
    image.data[4 * at + 2] = blue;
    image.data[4 * at + 3] = 255;
  }
  inside.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = smooth;
  context.drawImage(small, box.x, box.y, box.width, box.height);
}

function clear({ context, width, height, palette }: Pen): void {
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
}

function frameBox({ context, palette }: Pen, { x, y, width, height }: Box): void {
  context.strokeStyle = css(palette.quiet, 0.6);
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

/** Pixels above the pictures of a row, for their names. */
export const NAME_ROOM = 22;

/** Left: connections of each pixel, darker for more, up to `most`. Right: the mean of the training pictures. */
export function drawInputs(
  pen: Pen,
  frame: Frame | undefined,
  most: number,
  names: readonly [degrees: string, garment: string],
): void {
  clear(pen);
  if (!frame) return;
  const { width, palette } = pen;
  const side = (width - 12) / 2;
  const boxes = [0, side + 12].map((x) => ({ x, y: NAME_ROOM, width: side, height: side }));
  const shade = (role: Rgb) => (share: number) => mix(palette.paper, role, share);
  const [degree, ink] = [shade(palette.model), shade(palette.ink)];
  paint(pen, SIDE, SIDE, boxes[0]!, (at) => degree(Math.min(1, (frame.degrees[at] ?? 0) / most)), false);
  paint(pen, SIDE, SIDE, boxes[1]!, (at) => ink((frame.garment[at] ?? 0) / 255), false);
  boxes.forEach((box, at) => {
    frameBox(pen, box);
    drawLabel(pen, names[at] ?? '', box.x, 10, palette.quiet);
  });
}

/** Height by width of the matrices, besides `MATRIX_EXTRA` pixels for their names. */
export const MATRIX_ASPECT = 300 / 784 + 0.2;
export const MATRIX_EXTRA = 2 * NAME_ROOM + 6;

/** Connections by place: none, there, grown lately, dropped lately. */
function inks({ paper, ink, gradient, judge }: Palette): readonly Rgb[] {
  return [paper, mix(paper, ink, 0.75), gradient, mix(paper, judge, 0.75)];
}

/** Where the matrices of a frame lie: LeNet's first over the whole width, or the second and third of the convolutional network. */
function boxesOf(layers: number, width: number): Box[] {
  const name = NAME_ROOM;
  if (layers === 3) {
    const first = (width * 300) / 784;
    const y = first + 2 * name + 4;
    return [
      { x: 0, y: name, width, height: first },
      { x: 0, y, width: 0.64 * width, height: 0.2 * width },
      { x: 0.68 * width, y, width: 0.32 * width, height: 0.2 * width },
    ];
  }
  const [top, middle] = [0.18 * width, 0.12 * width];
  return [
    { x: 0, y: name, width: 0.28 * width, height: top },
    { x: 0, y: top + 2 * name, width, height: middle },
    { x: 0, y: top + middle + 3 * name, width, height: 0.15 * width },
    { x: 0.4 * width, y: name, width: 0.6 * width, height: 0.6 * top },
  ];
}

/**
 * The matrices of connections, a row for each output and a column for each input: a convolution's column is one place of its window. What the latest exchange
 * moved is coloured. Painted at one point a place and then shrunk, so that a single connection is a faint dot on a narrow screen.
 */
export function drawMatrices(pen: Pen, frame: Frame | undefined, name: (layer: number) => string): void {
  clear(pen);
  if (!frame) return;
  const colours = inks(pen.palette);
  let from = 0;
  boxesOf(frame.kept.length, pen.width).forEach((box, layer) => {
    const [across, down] = [frame.inputs[layer] ?? 1, frame.outputs[layer] ?? 1];
    const start = from;
    paint(pen, across, down, box, (at) => colours[frame.places[start + at] ?? 0]!, across > box.width);
    frameBox(pen, box);
    drawLabel(pen, name(layer), box.x, box.y - 11, pen.palette.quiet);
    from += across * down;
  });
}
