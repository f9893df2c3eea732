import { layerShapes, windowRows, type LayerShape } from '~/methods/sparse-mlp/layer-shapes';
import { CONV_PLAN, layersOf, LENET_PLAN, type Plan } from '~/methods/sparse-training/plan';
import type { PictureSet } from '~/methods/sparse-training/pictures';
import { SparseRun } from '~/methods/sparse-training/run';
import { forwardFlops } from '~/methods/sparsity/counts';
import { activeCount } from '~/methods/sparsity/masks';
import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import type { OpenedPictures, OpenPictures } from '../shared/training-pictures';
import { TEST_EVERY, type Frame } from './sparse-lab.frame';
import { fields, type Params } from './sparse-lab.params';

/** A loss beyond this means that the weights grow without bound: guessing costs ln 10 = 2.3 nats. */
export const LOSS_LIMIT = 50;

/** The plan that the reader's settings mean. T_end and k, given as shares, become whole steps inside the run. */
export function planOf(params: Params): Plan {
  const { method, sparsity, distribution, every, alpha, rate, batch, steps, rounds } = params;
  return {
    ...(params.net === 'conv' ? CONV_PLAN : LENET_PLAN),
    ...{ method, sparsity, distribution, every, alpha, rate, batch, steps, rounds },
    end: Math.max(1, Math.round(params.end * steps)),
    rewindTo: Math.min(steps - 1, Math.round(params.rewind * steps)),
  };
}

/**
 * LeNet-300-100 or a small convolutional network is trained by one of nine methods on real pictures, and measured on all 10,000 test pictures. The first frame is the state before training. η may
 * change at any time. Ends `finished` after the run's steps, `diverged` when the loss is not finite or beyond `LOSS_LIMIT`.
 * @throws RangeError if a setting is out of its range; RunFailure if the pictures do not arrive as they should.
 */
export function makeSparseLab(open: OpenPictures): Loop<Params, Frame> {
  return async function* sparseLab({ seed, params, openSession, signal, progress }) {
    const first = params();
    checkParams(fields, first);
    // The executor is on its way while the pictures are; why it does not come is told where it is awaited.
    const opening = openSession({ seed });
    opening.catch(() => undefined);
    const opened = await open(first.data, { progress, signal });
    const session = await opening;
    try {
      const run = await SparseRun.open(session, { plan: planOf(first), data: opened.set, seed });
      const look = observer(run, opened);
      let loss: number | undefined;
      while (!signal.aborted) {
        // False for NaN too; there is no loss before the first step down the gradient.
        const sound = loss === undefined || Math.abs(loss) <= LOSS_LIMIT;
        yield await look(loss ?? NaN, sound);
        if (!sound) return 'diverged';
        const now = params();
        checkParams(fields, now);
        if (run.step >= run.total) return 'finished';
        // A step that exchanges has no loss: what was seen before it holds.
        loss = (await run.advance(now.stepsPerFrame, now.rate / first.rate)) ?? loss;
      }
      return 'finished';
    } finally {
      session.dispose();
    }
  };
}

/** Makes the frames of a run. */
function observer(run: SparseRun, { set, notes }: OpenedPictures) {
  const shapes = layerShapes(run.plan);
  const [outputs, inputs] = [shapes.map((each) => each.outputs), shapes.map((each) => each.inputs)];
  const pixelsOf = pixelCounter(shapes[0], set.pixels);
  const garment = meanPicture(set);
  const denseStep = 3 * forwardFlops(layersOf(run.plan));
  let [accuracy, testedAt] = [NaN, -Infinity];
  return async (loss: number, sound: boolean): Promise<Frame> => {
    if (sound && (run.step - testedAt >= TEST_EVERY || run.step === run.total))
      [accuracy, testedAt] = [await run.test(), run.step];
    const { masks, latest, explored, within } = run;
    const places = placesNow(run);
    return {
      step: run.step,
      total: run.total,
      round: within.round,
      within: within.step,
      loss,
      accuracy,
      testedAt,
      cost: run.flops / denseStep,
      outputs,
      inputs,
      kept: masks.map(activeCount),
      places,
      moved: latest?.layers.reduce((sum, { grown, dropped }) => sum + Math.max(grown.length, dropped.length), 0) ?? 0, // prettier-ignore
      changedAt: latest?.step ?? -1,
      degrees: pixelsOf(masks[0] ?? new Uint8Array()),
      garment: garment.slice(),
      ...explored,
      notes,
    };
  };
}

/** The masks of all layers one after the other, with what the latest exchange moved. */
function placesNow({ masks, latest }: SparseRun): Uint8Array {
  const places = new Uint8Array(masks.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  masks.forEach((mask, at) => {
    places.set(mask, from);
    for (const place of latest?.layers[at]?.grown ?? []) if (mask[place] === 1) places[from + place] = 2;
    for (const place of latest?.layers[at]?.dropped ?? []) if (mask[place] === 0) places[from + place] = 3;
    from += mask.length;
  });
  return places;
}

/** Connections of each input of a layer [outputs, inputs]. */
export function degreesOf(mask: Uint8Array, inputs: number): Uint16Array {
  const degrees = new Uint16Array(inputs);
  for (let place = 0; place < mask.length; place++) degrees[place % inputs]! += mask[place]!;
  return degrees;
}

/**
 * Counts the connections of each pixel in masks of the first layer. A weight of a convolution is one at each place where it is used.
 * @param shape of the first layer
 */
export function pixelCounter(
  shape: LayerShape | undefined,
  pixels: number,
): (mask: Uint8Array) => Uint16Array {
  const windows = shape?.windows;
  if (!windows) return (mask) => degreesOf(mask, pixels);
  const rows = windowRows(windows);
  const places = windows.positions ** 2;
  return (mask) => {
    const degrees = new Uint16Array(pixels);
    degreesOf(mask, shape.inputs).forEach((degree, at) => {
      for (let place = 0; place < places; place++) degrees[rows[at * places + place]!]! += degree;
    });
    return degrees;
  };
}

/** The mean of the training pictures, 0 … 255. */
function meanPicture({ train, pixels, levels }: PictureSet): Uint8Array {
  const sums = new Float64Array(pixels);
  for (let at = 0; at < train.pictures.length; at++) sums[at % pixels]! += train.pictures[at]!;
  return Uint8Array.from(sums, (sum) => Math.round((255 * sum) / (train.count * (levels - 1))));
}
