import type { OpenSession } from '~/autodiff/program';
import { slicedWasserstein } from '~/methods/divergences/wasserstein';
import { createRng } from '~/methods/rng/create-rng';
import { exp, log } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';
import { threefry2x32 } from '~/methods/rng/threefry';
import { measureModes } from '~/methods/toy-data/mode-coverage';
import { modesOf, samplerOf } from '~/methods/toy-gan/data';
import { sampleNoise } from '~/methods/toy-gan/noise';
import { LOSSES, type LossName, type ToyGanOptions } from '~/methods/toy-gan/options';
import { ToyGame, type TurnSettings } from '~/methods/toy-gan/play-toy-gan';
import { buildToyGan } from '~/methods/toy-gan/toy-gan';
import type { Params } from './are-gans-equal.params';

/** Points to learn from, points held out, and samples that are compared with these. */
export const DATA_POINTS = 4096;
export const HELD_OUT = 1024;
/** Turns between two looks at whether the run was stopped. */
const CHUNK = 100;
/** Streams of the generator of seeds: one for the data of a run, one for its trials. */
const STREAMS = { data: 0xfffffffd, trial: 0xfffffffe };

/** What is drawn for a trial besides its loss; only what that loss has plays a part. */
export type Drawn = Pick<
  ToyGanOptions,
  | 'rateG'
  | 'rateD'
  | 'beta1'
  | 'hidden'
  | 'penalty'
  | 'clip'
  | 'radius'
  | 'margin'
  | 'pullingAway'
  | 'gamma'
  | 'lambdaK'
  | 'bottleneck'
> & { readonly k: number };

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

/** The ranges from which settings are drawn: `between` in equal ratios, `oneOf` each as likely. */
export const RANGES = {
  rateG: { between: [1e-4, 1e-2] },
  rateD: { between: [1e-4, 1e-2] },
  k: { oneOf: [1, 2, 5] },
  beta1: { oneOf: [0, 0.5, 0.9] },
  hidden: { oneOf: [16, 32, 64] },
  penalty: { between: [0.01, 10] },
  clip: { between: [0.01, 0.5] },
  radius: { between: [0.05, 1] },
  margin: { between: [0.1, 3] },
  pullingAway: { between: [0.001, 1] },
  gamma: { between: [0.2, 1] },
  lambdaK: { between: [1e-3, 1e-1] },
  bottleneck: { oneOf: [1, 2, 8] },
} as const satisfies {
  readonly [Name in keyof Drawn]:
    { readonly between: readonly [number, number] } | { readonly oneOf: readonly number[] };
};

/** Settings drawn by lot, always all of them and in one order, so that losses do not shift each other's luck. */
export function drawSettings(rng: Rng): Drawn {
  const draw = (range: (typeof RANGES)[keyof Drawn]): number => {
    if ('oneOf' in range) return range.oneOf[rng.integer(range.oneOf.length)] ?? NaN;
    const [low, high] = range.between;
    return low * exp(rng.uniform() * log(high / low));
  };
  return Object.fromEntries(
    Object.entries(RANGES).map(([name, range]) => [name, draw(range)]),
  ) as unknown as Drawn;
}

/** The loss of a trial: each in its turn. */
export function lossOf(index: number): LossName {
  return LOSSES[index % LOSSES.length] ?? 'minimax';
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

/**
 * Trains and measures trial `index`. It depends on the seed, the index and the ground's settings only: neither on other trials nor on
 * the worker that makes it.
 * @returns undefined if `signal` was aborted meanwhile
 */
export async function runTrial(
  ground: Ground,
  index: number,
  openSession: OpenSession,
  signal: AbortSignal,
): Promise<Trial | undefined> {
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
    return { index, loss, drawn, ...measure(ground, generated) };
  } finally {
    session.dispose();
  }
}

function measure({ heldOut, params }: Ground, generated: Float32Array): Pick<Trial, 'w1' | 'covered'> {
  if (!generated.every(Number.isFinite)) return { w1: NaN, covered: 0 };
  const mixture = modesOf(params.data);
  return {
    w1: slicedWasserstein(generated, heldOut),
    covered: mixture ? measureModes(generated, mixture.modes, mixture.sigma).covered : 0,
  };
}
