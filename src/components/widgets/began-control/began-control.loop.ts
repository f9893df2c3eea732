import { createRng } from '~/methods/rng/create-rng';
import { samplerOf } from '~/methods/toy-gan/data';
import { measureAgainst, type Floor } from '~/methods/toy-gan/measure';
import { sampleNoise } from '~/methods/toy-gan/noise';
import type { ToyGanOptions } from '~/methods/toy-gan/options';
import { ToyGame } from '~/methods/toy-gan/play-toy-gan';
import { buildToyGan } from '~/methods/toy-gan/toy-gan';
import type { BaseFrame, Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import { fields, type Params } from './began-control.params';

/** Half the side of the square that is shown. */
export const HALF_SIDE = 3;
/** Data points to draw batches from, and those on which the errors are measured, as many as samples of the generator. */
export const DATA_POINTS = 4096;
export const SAMPLES = 1024;
/** An error beyond this means that the judge blows it up without bound. */
export const ERROR_LIMIT = 1e3;

export interface Frame extends BaseFrame {
  /** k_t that the latest step of the judge was made with, and M of its batch; NaN before the first. */
  readonly k: number;
  readonly convergence: number;
  /** E L(x) over SAMPLES data points, E L(G(z)) over the samples: mean 1-norms of what the auto-encoder misses. */
  readonly real: number;
  readonly fake: number;
  /** [SAMPLES, 2] */
  readonly data: Float32Array;
  readonly samples: Float32Array;
  /** Sliced Wasserstein-1 distance of samples and data, and what fresh data reach. */
  readonly w1: number;
  readonly w1Floor: Floor;
}

/** What is not a setting of the widget is as in the course's other GANs in the plane. */
function optionsOf({ gamma, lambdaK, rateG, rateD, bottleneck }: Params): ToyGanOptions {
  return {
    ...{ loss: 'began', rateG, rateD, gamma, lambdaK, bottleneck },
    ...{ penalty: 0, clip: 0.1, radius: 0.5, margin: 1, pullingAway: 0 },
    ...{ optimizer: 'adam', beta1: 0.5, spectralNorm: 'off', minibatch: 'off' },
    ...{ batch: 256, hidden: 64, layers: 2, activation: 'leakyRelu' },
    ...{ noise: 2, noiseLaw: 'gaussian', spread: 1 },
  };
}

/**
 * A BEGAN in the plane (Berthelot, Schumm and Metz 2017): one step of the judge, an auto-encoder, then one of the
 * generator. With `control` zero or one, k is set to that number before each frame and the controller's gain is 0.
 * Ends `finished` after `steps` turns, `diverged` when an error is not finite or beyond ERROR_LIMIT.
 * @throws RangeError if a setting is out of its range.
 */
export const beganControl: Loop<Params, Frame> = async function* ({
  seed,
  rng,
  params,
  openSession,
  signal,
}) {
  const first = params();
  checkParams(fields, first);
  const sample = samplerOf(first.data, '');
  const real = sample(rng, DATA_POINTS);
  const options = optionsOf(first);
  const gan = buildToyGan(options, rng, {
    data: real,
    noise: sampleNoise(rng, options.noiseLaw, SAMPLES, options.noise),
    // The judge and the generator are asked nowhere else: one point each, for a graph has no empty inputs.
    grid: new Float32Array(2),
    lattice: new Float32Array(options.noise),
  });
  // Fresh data for the floor come from a generator of their own, so that measuring changes no run.
  const fresh = createRng((seed ^ 0x9e3779b9) >>> 0);
  const yardstick = measureAgainst(real, HALF_SIDE, SAMPLES, (n) => sample(fresh, n));
  const session = await openSession({ seed });
  try {
    const game = await ToyGame.open(session, gan);
    const k = gan.outputs.began?.k;
    if (!k) throw new Error('beganControl: expected a game with k, found none');
    let step = 0;
    while (!signal.aborted) {
      const { beganK, beganM } = await game.readScores();
      const { generated, judgedReal, judgedFake } = await game.look();
      const sound = Math.abs(judgedReal) < ERROR_LIMIT && Math.abs(judgedFake) < ERROR_LIMIT;
      if (sound || generated.every(Number.isFinite))
        yield {
          ...{ step, k: beganK, convergence: beganM, real: judgedReal, fake: judgedFake },
          ...{ data: real.slice(0, 2 * SAMPLES), samples: generated },
          ...{ w1: yardstick.measure(generated).w1, w1Floor: yardstick.w1Floor },
        };
      if (!sound) return 'diverged';
      const now = params();
      checkParams(fields, now);
      if (step >= now.steps) return 'finished';
      if (now.control !== 'on') session.write(k, [now.control === 'one' ? 1 : 0]);
      const turns = Math.min(now.stepsPerFrame, now.steps - step);
      const lambdaK = now.control === 'on' ? now.lambdaK : 0;
      await game.play(turns, { ...optionsOf(now), lambdaK, k: 1, train: 'both' });
      step += turns;
    }
    return 'finished';
  } finally {
    session.dispose();
  }
};
