import { samplingFloor, type SamplingFloor } from '~/methods/divergences/sampling-floor';
import { slicedWasserstein } from '~/methods/divergences/wasserstein';
import { createRng } from '~/methods/rng/create-rng';
import { samplerOf } from '~/methods/toy-gan/data';
import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import { fields, type Params } from './are-gans-equal.params';
import { HELD_OUT, layGround, runTrial, type Trial } from './trial';

/** The share of the trials that one worker makes: numbers first, first + stride, … */
export interface Slice {
  readonly first: number;
  readonly stride: number;
}

/** Where distances begin and end. */
export interface Scale {
  /** Fresh data against the held-out data, by the same estimator and sizes: what a perfect generator would score, many times. */
  readonly floor: SamplingFloor;
  /** A generator that knows nothing and gives the centre of the plane alone. */
  readonly nothing: number;
}

export interface Frame {
  /** Trials made so far by this worker. */
  readonly step: number;
  readonly trial: Trial | undefined;
  /** With every trial of the first worker; the others need not measure it again. */
  readonly scale: Scale | undefined;
}

/** Repeats of the measurement of the floor: more than trials of a loss, so that it has a best of n too. */
export const FLOOR_REPEATS = 80;

/** The floor and the ceiling of the distances of a run. */
export function measureScale(heldOut: Float32Array, params: Pick<Params, 'data'>): Scale {
  const rng = createRng(1);
  const draw = samplerOf(params.data, '');
  const floor = samplingFloor(
    (n) => draw(rng, n),
    (points) => slicedWasserstein(points, heldOut),
    // The held-out data are the other sample: none need be drawn for it.
    { n: HELD_OUT, reference: 1, repeats: FLOOR_REPEATS },
  );
  return {
    floor,
    nothing: slicedWasserstein(new Float32Array(2 * HELD_OUT), heldOut),
  };
}

/**
 * Trials one after another. The first frame has none: it comes at once.
 * @throws RangeError if a setting is out of its range.
 */
export const areGansEqual: Loop<Params & Slice, Frame> = async function* (run) {
  const first = run.params();
  checkParams(fields, first);
  const ground = layGround(run.seed, first);
  yield { step: 0, trial: undefined, scale: undefined };
  const scale = first.first === 0 ? measureScale(ground.heldOut, first) : undefined;
  let step = 0;
  for (let index = first.first; index < run.params().trials; index += first.stride) {
    const trial = await runTrial(ground, index, run.openSession, run.signal);
    if (!trial) break;
    yield { step: ++step, trial, scale };
  }
  return 'finished';
};
