import type { Session, Step } from '~/autodiff/program';
import { measureModes } from '~/methods/toy-data/mode-coverage';
import { sampleMoons } from '~/methods/toy-data/moons';
import { RING_DEFAULTS, ringModes, sampleRing } from '~/methods/toy-data/ring';
import type { Rng } from '~/methods/rng/rng';
import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import { buildGan, type Gan } from './gan-2d.networks';
import { fields, type Params } from './gan-2d.params';

/** Half the side of the square that is shown, in the data's own units. */
export const HALF_SIDE = 3;
/** The judge is evaluated on GRID × GRID points. */
export const GRID = 48;
/** Data points to draw batches from. */
export const DATA_POINTS = 4096;
/** Samples from the fixed noise, on which the modes are counted. */
export const SAMPLES = 1024;
/** A loss beyond this means that the weights grow without bound; float32 itself would go on to 3e38. */
export const LOSS_LIMIT = 1e6;
/**
 * A sample farther than this from the data (which lie within 3) will not come back: the judge is sure of it and its
 * gradient is exactly zero. Adam's steps are bounded, so with it a run flies off long before a loss overflows.
 */
export const SAMPLE_LIMIT = 1000;

export interface Frame {
  /** Generator steps done. */
  readonly step: number;
  /** x₀, y₀, x₁, y₁, … of the data (the same in every frame) and of G's samples of the fixed noise. */
  readonly real: Float32Array;
  readonly generated: Float32Array;
  /** D on the grid, row by row from the lowest y: a probability, or the critic's score. */
  readonly field: Float32Array;
  /** Of the latest step, on its own batch; not smoothed. NaN at step 0. */
  readonly lossD: number;
  readonly lossG: number;
  /** Means over all data and over the samples: a probability, or the critic's score. */
  readonly judgedReal: number;
  readonly judgedFake: number;
  /** Mean length of the gradient that a sample gets. */
  readonly pull: number;
  /** Samples within 3σ of each mode of the ring; empty for other data. */
  readonly counts: readonly number[];
  readonly covered: number;
  /** Share of the samples within 3σ of some mode. */
  readonly closeShare: number;
}

interface Training {
  readonly session: Session;
  readonly gan: Gan;
  readonly judge: Step;
  readonly generator: Step;
  readonly look: Step;
}

/**
 * Two small networks in the plane that train against each other (Goodfellow et al. 2014, Algorithm 1): k steps of the
 * judge, then one of the generator, with Adam. The first frame is the state before training.
 * Ends `finished` after `steps` generator steps, `diverged` when a loss is not finite or beyond `LOSS_LIMIT`, or a sample
 * beyond `SAMPLE_LIMIT`.
 * @throws RangeError if a setting is out of its range.
 */
export const gan2d: Loop<Params, Frame> = async function* ({ seed, rng, params, openSession, signal }) {
  const first = params();
  checkParams(fields, first);
  const real = sampleData(first.data, rng);
  const gan = buildGan(first, rng, {
    data: real,
    noise: normals(rng, SAMPLES * first.noise),
    grid: gridPoints(),
  });
  const session = await openSession({ seed });
  try {
    const training = await prepare(session, gan);
    let step = 0;
    let losses = { lossD: NaN, lossG: NaN };
    while (!signal.aborted) {
      const seen = await lookAt(training, first);
      const sound = step === 0 || isSound(losses, seen.generated);
      // The frame in which it blew up is shown too, as long as there is anything to show.
      if (sound || seen.generated.every(Number.isFinite))
        yield { step, real: real.slice(), ...losses, ...seen };
      if (!sound) return 'diverged';
      const now = params();
      checkParams(fields, now);
      if (step >= now.steps) return 'finished';
      turn(training, now);
      const steps = Math.min(now.stepsPerFrame, now.steps - step);
      for (let done = 0; done < steps; done++) {
        await training.judge.run(now.k);
        await training.generator.run();
      }
      step += steps;
      losses = await readLosses(training);
    }
    return 'finished';
  } finally {
    session.dispose();
  }
};

/** False for NaN too. */
function isSound({ lossD, lossG }: { lossD: number; lossG: number }, samples: Float32Array): boolean {
  const small = Math.abs(lossD) <= LOSS_LIMIT && Math.abs(lossG) <= LOSS_LIMIT;
  return small && samples.every((coordinate) => Math.abs(coordinate) <= SAMPLE_LIMIT);
}

async function prepare(session: Session, gan: Gan): Promise<Training> {
  return {
    session,
    gan,
    judge: await session.compile(gan.judge),
    generator: await session.compile(gan.generator),
    look: await session.compile(gan.look),
  };
}

function turn({ session, gan: { inputs } }: Training, params: Params): void {
  session.write(inputs.rateG, [params.rateG]);
  session.write(inputs.rateD, [params.rateD]);
  session.write(inputs.penalty, [params.penalty]);
}

async function readLosses({ judge, generator, gan: { outputs } }: Training) {
  return {
    lossD: (await judge.read(outputs.lossD))[0] ?? NaN,
    lossG: (await generator.read(outputs.lossG))[0] ?? NaN,
  };
}

async function lookAt({ look, gan: { outputs } }: Training, { data }: Params) {
  await look.run();
  const generated = Float32Array.from(await look.read(outputs.samples));
  const field = Float32Array.from(await look.read(outputs.field));
  const numbers = { judgedReal: NaN, judgedFake: NaN, pull: NaN };
  for (const key of ['judgedReal', 'judgedFake', 'pull'] as const)
    numbers[key] = (await look.read(outputs[key]))[0] ?? NaN;
  const modes =
    data === 'ring'
      ? measureModes(generated, ringModes(), RING_DEFAULTS.sigma)
      : { counts: [], covered: 0, closeShare: NaN };
  return { generated, field, ...numbers, ...modes };
}

function sampleData(data: Params['data'], rng: Rng): Float32Array {
  return data === 'ring' ? sampleRing(rng, DATA_POINTS) : sampleMoons(rng, DATA_POINTS);
}

function normals(rng: Rng, count: number): Float32Array {
  return Float32Array.from({ length: count }, () => rng.normal());
}

/** [GRID², 2]: centres of equal squares, row by row from the lowest y. */
function gridPoints(): Float32Array {
  const at = (index: number) => HALF_SIDE * ((2 * index + 1) / GRID - 1);
  const points = new Float32Array(2 * GRID * GRID);
  for (let index = 0; index < GRID * GRID; index++)
    points.set([at(index % GRID), at(Math.floor(index / GRID))], 2 * index);
  return points;
}
