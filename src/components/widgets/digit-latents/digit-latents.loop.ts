import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import type { Frame } from './digit-latents.frame';
import { fields, type Params } from './digit-latents.params';
import type { Lab, OpenLab } from './lab';
import { PlaneDrawer } from './plane-side';
import { RowsDrawer } from './rows-side';

/** What draws the models that were asked for: planes of two numbers, or traversals of sixteen. */
interface Drawers {
  readonly planes: readonly PlaneDrawer[];
  readonly rows: readonly RowsDrawer[];
}

const drawersOf = ({ models }: Lab): Drawers => ({
  planes: models.filter(({ size }) => size === 2).map((model) => new PlaneDrawer(model)),
  rows: models.filter(({ size }) => size !== 2).map((model) => new RowsDrawer(model)),
});

/** Sessions run one at a time anyway, so sides are drawn one after the other. */
async function drawAll<Side>(
  drawers: readonly { draw: (params: Params) => Promise<{ side: Side; decoded: number }> }[],
  params: Params,
): Promise<{ sides: Side[]; decoded: number }> {
  const drawn = [];
  for (const drawer of drawers) drawn.push(await drawer.draw(params));
  return {
    sides: drawn.map(({ side }) => side),
    decoded: drawn.reduce((sum, { decoded }) => sum + decoded, 0),
  };
}

async function drawFrame(lab: Lab, drawers: Drawers, params: Params, step: number): Promise<Frame> {
  const planes = await drawAll(drawers.planes, params);
  const rows = await drawAll(drawers.rows, params);
  return {
    step: step + planes.decoded + rows.decoded,
    from: { z1: params.from1, z2: params.from2 },
    planes: planes.sides,
    rows: rows.sides,
    device: lab.device,
    notes: lab.notes(),
  };
}

/**
 * A loop that decodes, for each chosen model, the reader's point, the line to it and, row by row, the grid behind; or traversals
 * of a code of sixteen numbers. It counts decoded pictures as steps, uses no randomness, and waits for the reader once all
 * stands. Drags coalesce: each frame takes the newest point.
 */
export function makeDigitLatents(open: OpenLab): Loop<Params, Frame> {
  return async function* digitLatents(run) {
    checkParams(fields, run.params());
    const lab = await open(run.params(), run);
    try {
      const drawers = drawersOf(lab);
      let step = 0;
      while (!run.signal.aborted) {
        const params = run.params();
        checkParams(fields, params);
        const frame = await drawFrame(lab, drawers, params, step);
        step = frame.step;
        yield frame;
        if ([...drawers.planes, ...drawers.rows].every(({ rests }) => rests)) await run.changed();
      }
      return 'finished';
    } finally {
      await lab.release();
    }
  };
}
