import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import type { Drawn, Frame } from './digit-latents.frame';
import { fields, type Params } from './digit-latents.params';
import { readInk } from './ink';
import type { Lab, OpenLab } from './lab';
import { PlaneDrawer } from './plane-side';
import { DrawingReader } from './read-drawing';
import { RowsDrawer } from './rows-side';

/** What draws the models that were asked for: planes of two numbers, or traversals of sixteen. */
interface Drawers {
  readonly planes: readonly PlaneDrawer[];
  readonly rows: readonly RowsDrawer[];
  readonly readers: readonly DrawingReader[];
  readonly inkOf: ReturnType<typeof makeInk>;
}

const drawersOf = ({ models, testDigits }: Lab): Drawers => ({
  planes: models.filter(({ size }) => size === 2).map((model) => new PlaneDrawer(model)),
  rows: models.filter(({ size }) => size !== 2).map((model) => new RowsDrawer(model)),
  readers: models.map((model) => new DrawingReader(model, testDigits)),
  inkOf: makeInk(),
});

/** The drawing of the settings as pixels; the same array as long as it is the same drawing. */
function makeInk(): (drawing: string) => Float32Array | undefined {
  let last = '';
  let ink: Float32Array | undefined;
  return (drawing) => {
    if (drawing !== last) [last, ink] = [drawing, readInk(drawing)];
    return ink;
  };
}

/** Nothing with the very first frame: the encoder is still to be downloaded, and the picture does not wait for it. */
async function readDrawing({ readers, inkOf }: Drawers, { drawing }: Params, step: number): Promise<Drawn[]> {
  if (step === 0) return [];
  const ink = inkOf(drawing);
  const drawn = [];
  for (const reader of readers) drawn.push(await reader.read(ink));
  return drawn.filter((each) => each !== undefined);
}

/** Sessions run one at a time anyway, so sides are drawn one after the other. */
async function drawAll<Side>(
  drawers: readonly {
    draw: (params: Params, drawn: Drawn | undefined) => Promise<{ side: Side; decoded: number }>;
  }[],
  params: Params,
  drawings: readonly Drawn[],
): Promise<{ sides: Side[]; decoded: number }> {
  const drawn = [];
  for (const [i, drawer] of drawers.entries()) drawn.push(await drawer.draw(params, drawings[i]));
  return {
    sides: drawn.map(({ side }) => side),
    decoded: drawn.reduce((sum, { decoded }) => sum + decoded, 0),
  };
}

async function drawFrame(lab: Lab, drawers: Drawers, params: Params, step: number): Promise<Frame> {
  const drawn = await readDrawing(drawers, params, step);
  const planes = await drawAll(drawers.planes, params, drawn);
  const rows = await drawAll(drawers.rows, params, drawn);
  return {
    step: step + planes.decoded + rows.decoded,
    from: { z1: params.from1, z2: params.from2 },
    planes: planes.sides,
    rows: rows.sides,
    drawn,
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
        const frame: Frame = await drawFrame(lab, drawers, params, step);
        // A drawing that came with the link is read from the second frame on.
        const waits = step > 0 || params.drawing === '';
        step = frame.step;
        yield frame;
        if (waits && [...drawers.planes, ...drawers.rows, ...drawers.readers].every(({ rests }) => rests))
          await run.changed();
      }
      return 'finished';
    } finally {
      await lab.release();
    }
  };
}
