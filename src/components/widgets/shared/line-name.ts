import { css, type Rgb } from './palette';
import { drawLabel, drawLine, type Pen } from './plots';

/** A name, and how its line is drawn. */
export interface LineName {
  readonly text: string;
  readonly colour: Rgb;
  readonly dash: readonly number[];
}

/** Length of the piece of line: the longest pattern of dashes is told by it. */
const SAMPLE = 20;

const scale = (...range: [number, number]) => ({ domain: [0, 1] as const, range });

/**
 * Writes the name of a line with a piece of that line before it, on paper of its own: for names that cannot stand at their line.
 * @param right where the name ends, pixels
 * @param level the name's middle, pixels from the top
 */
export function drawLineName(pen: Pen, { text, colour, dash }: LineName, right: number, level: number): void {
  drawLabel(pen, text, right, level, colour, 'right');
  const left = right - pen.context.measureText(text).width - 5;
  pen.context.fillStyle = css(pen.palette.paper, 0.9);
  pen.context.fillRect(left - SAMPLE - 1, level - 6, SAMPLE + 3, 12);
  drawLine(pen, [0, 1], [0, 0], scale(left - SAMPLE, left), scale(level, level), colour, dash);
}
