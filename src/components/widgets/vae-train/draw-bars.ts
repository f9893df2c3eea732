import { css } from '../shared/palette';
import { drawAxes, drawLabel, niceTicks, place, type Axis, type Pen } from '../shared/plots';
import { IN_USE } from './vae-train.frame';

/** The KL of each unit now, with the level from which on a unit counts as used. */
export function drawBars(
  pen: Pen,
  klByUnit: readonly number[] | undefined,
  most: number,
  words: { readonly title: string; readonly units: string; readonly level: string; readonly empty: string },
  show: (value: number) => string,
): void {
  const { context, width, height, palette } = pen;
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
  const count = klByUnit?.length ?? 2;
  const top = Math.max(0.5, 1.5 * most);
  const x: Axis = {
    domain: [0.5, count + 0.5],
    range: [46, width - 22],
    title: words.units,
    ticks:
      count <= 8 || width > 420
        ? Array.from({ length: count }, (_, unit) => unit + 1)
        : niceTicks(1, count, 4).filter(Number.isInteger),
  };
  const y: Axis = {
    domain: [0, top],
    range: [height - 40, 26],
    title: words.title,
    ticks: niceTicks(0, top, 3),
    show,
  };
  const broad = Math.min(60, (0.7 * (x.range[1] - x.range[0])) / count);
  klByUnit?.forEach((kl, unit) => {
    const used = kl >= IN_USE;
    const [at, high] = [place(x, unit + 1) - broad / 2, place(y, Math.min(top, kl))];
    context.fillStyle = context.strokeStyle = css(used ? palette.model : palette.quiet);
    context.lineWidth = 1.5;
    // What is not in use is an outline: the shape tells it without its colour.
    if (used) context.fillRect(at, high, broad, y.range[0] - high);
    else context.strokeRect(at, high, broad, Math.max(1, y.range[0] - high));
    if (count <= 4)
      drawLabel(pen, show(kl), at + broad / 2, high - 9, used ? palette.model : palette.quiet, 'center');
  });
  drawAxes(pen, x, y);
  if (!klByUnit)
    drawLabel(pen, words.empty, (x.range[0] + x.range[1]) / 2, height / 2 - 8, palette.quiet, 'center');
  // Only where an outline is to be explained.
  else if (klByUnit.some((kl) => kl < IN_USE))
    drawLabel(pen, words.level, x.range[1], y.range[1] + 2, palette.quiet, 'right');
}
