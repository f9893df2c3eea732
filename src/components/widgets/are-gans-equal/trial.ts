import type { OpenSession } from '~/autodiff/program';
import { slicedWasserstein } from '~/methods/divergences/wasserstein';
import { createRng } from '~/methods/rng/create-rng';
import { threefry2x32 } from '~/methods/rng/threefry';
import { measureModes } from '~/methods/toy-data/mode-coverage';
import { modesOf, samplerOf } from '~/methods/toy-gan/data';
import { sampleNoise } from '~/methods/toy-gan/noise';
import type { LossName, ToyGanOptions } from '~/methods/toy-gan/options';
import { ToyGame, type TurnSettings } from '~/methods/toy-gan/play-toy-gan';
import { buildToyGan } from '~/methods/toy-gan/toy-gan';
import type { Params } from './are-gans-equal.params';
import { drawSettings, lossOf, type Drawn } from './trial-draw';

/** Points to learn from, points held out, and samples that are compared with these. */
export const DATA_POINTS = 4096;
export const HELD_OUT = 1024;
/** Turns between two looks at whether the run was stopped. */
const CHUNK = 100;
/** Streams of the generator of seeds: one for the data of a run, one for its trials. */
const STREAMS = { data: 0xfffffffd, trial: 0xfffffffe };

/** One small GAN of a loss with settings drawn by lot, trained and measured. */
export interface Trial {
  readonly index: number;
  readonly loss: LossName;
  readonly drawn: Drawn;
  /** Sliced W₁ between the samples and the held-out data at the end; NaN if a sample was not finite. */
  readonly w1: number;
  /** Modes covered; 0 for data without modes. */
  readonly covered: number;
}

/** What all trials of a run share. */
export interface Ground {
  readonly seed: number;
  readonly params: Pick<Params, 'data' | 'steps'>;
  readonly data: Float32Array;
  readonly heldOut: Float32Array;
}

/** A seed of its own for each number of a stream, whatever was drawn before. */
function seedOf(seed: number, stream: number, index: number): number {
  return threefry2x32(seed, stream, index, 0, new Uint32Array(2))[0] ?? 0;
}

/** Data to learn from and held-out data; the same for every trial of a seed. */
export function layGround(seed: number, params: Ground['params']): Ground {
  const rng = createRng(seedOf(seed, STREAMS.data, 0));
  const draw = samplerOf(params.data, '');
  return { seed, params, data: draw(rng, DATA_POINTS), heldOut: draw(rng, HELD_OUT) };
}

const FIXED = {
  optimizer: 'adam',
  spectralNorm: 'off',
  minibatch: 'off',
  batch: 128,
  layers: 2,
  activation: 'leakyRelu',
  noise: 2,
  noiseLaw: 'gaussian',
  spread: 1,
} as const;

/** Turns that so many gradient steps buy: a turn is k steps of the judge and one of the generator. */
export function turnsOf(steps: number, k: number): number {
  return Math.max(1, Math.round(steps / (k + 1)));
}

/** A trained trial, before it is measured. */
export interface Trained extends Pick<Trial, 'index' | 'loss' | 'drawn'> {
  /** [1024, 2] samples at the end. */
  readonly generated: Float32Array;
}

/**
 * Trains trial `index`. It depends on the seed, the index and the ground's settings only: neither on other trials nor on the worker
 * that makes it.
 * @returns undefined if `signal` was aborted meanwhile
 */
export async function trainTrial(
  ground: Ground,
  index: number,
  openSession: OpenSession,
  signal: AbortSignal,
): Promise<Trained | undefined> {
  const seed = seedOf(ground.seed, STREAMS.trial, index);
  const rng = createRng(seed);
  const loss = lossOf(index);
  const drawn = drawSettings(rng);
  const { k, ...settings } = drawn;
  const options: ToyGanOptions = { ...FIXED, ...settings, loss };
  const spot = new Float32Array(2);
  const gan = buildToyGan(options, rng, {
    data: ground.data,
    noise: sampleNoise(rng, options.noiseLaw, HELD_OUT, options.noise),
    grid: spot,
    lattice: spot,
  });
  const session = await openSession({ seed });
  try {
    const game = await ToyGame.open(session, gan);
    const turn: TurnSettings = { ...options, k, train: 'both' };
    const turns = turnsOf(ground.params.steps, k);
    for (let done = 0; done < turns; done += CHUNK) {
      if (signal.aborted) return undefined;
      await game.play(Math.min(CHUNK, turns - done), turn);
    }
    const { generated } = await game.look();
    return { index, loss, drawn, generated };
  } finally {
    session.dispose();
  }
}

/** Trains and measures a trial; undefined if it was aborted. */
export async function runTrial(...asked: Parameters<typeof trainTrial>): Promise<Trial | undefined> {
  const trained = await trainTrial(...asked);
  if (!trained) return undefined;
  const { generated, ...trial } = trained;
  return { ...trial, ...measure(asked[0], generated) };
}

function measure({ heldOut, params }: Ground, generated: Float32Array): Pick<Trial, 'w1' | 'covered'> {
  if (!generated.every(Number.isFinite)) return { w1: NaN, covered: 0 };
  const mixture = modesOf(params.data);
  return {
    w1: slicedWasserstein(generated, heldOut),
    covered: mixture ? measureModes(generated, mixture.modes, mixture.sigma).covered : 0,
  };
}
