import { createRng } from '~/methods/rng/create-rng';
import type { Rng } from '~/methods/rng/rng';
import { measureModes } from '~/methods/toy-data/mode-coverage';
import { modesOf, samplerOf } from '~/methods/toy-gan/data';
import { measureAgainst, type Floor, type Yardstick } from '~/methods/toy-gan/measure';
import { noiseLattice, sampleNoise } from '~/methods/toy-gan/noise';
import { verdictKind } from '~/methods/toy-gan/options';
import { ToyGame, type Look, type Scores } from '~/methods/toy-gan/play-toy-gan';
import { buildToyGan } from '~/methods/toy-gan/toy-gan';
import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import { DATA_POINTS, GRID, HALF_SIDE, MANIFOLD, SAMPLES, type Frame } from './gan-2d.frame';
import { fields, type Params } from './gan-2d.params';

export { DATA_POINTS, GRID, HALF_SIDE, MANIFOLD, SAMPLES, type Frame } from './gan-2d.frame';

/** A loss beyond this means that the weights grow without bound; float32 itself would go on to 3e38. */
export const LOSS_LIMIT = 1e6;
/**
 * A sample farther than this from the data (which lie within 3) will not come back: the judge is sure of it and its
 * gradient is exactly zero. Adam's steps are bounded, so with it a run flies off long before a loss overflows.
 */
export const SAMPLE_LIMIT = 1000;
/** Fresh data for the floors come from a generator of their own, so that measuring changes no run. */
const FLOOR_SEED = 0x9e3779b9;
/** The floors of the first frame: on a telephone they would keep the reader from it for half a second. */
const NO_FLOOR: Floor = { mean: NaN, spread: NaN };

/** What stays the same in all frames of a run. */
interface Scene {
  readonly params: Params;
  readonly real: Float32Array;
  readonly manifoldRows: number;
  readonly yardstick: Yardstick;
}

/**
 * Two small networks in the plane that train against each other (Goodfellow et al. 2014, Algorithm 1): k steps of the
 * judge, then one of the generator. The first frame is the state before training; floors are known from the second on.
 * Ends `finished` after `steps` turns, `diverged` when a loss is not finite or beyond `LOSS_LIMIT`, or a sample beyond
 * `SAMPLE_LIMIT`.
 * @throws RangeError if a setting is out of its range.
 */
export const gan2d: Loop<Params, Frame> = async function* ({ seed, rng, params, openSession, signal }) {
  const first = params();
  checkParams(fields, first);
  // The executor is on its way while the scene is built; why it does not come is told where it is awaited.
  const opening = openSession({ seed });
  opening.catch(() => undefined);
  const { scene, gan } = setUp(first, seed, rng);
  const session = await opening;
  try {
    const game = await ToyGame.open(session, gan);
    let step = 0;
    while (!signal.aborted) {
      const scores = await game.readScores();
      const seen = await game.look();
      const sound = step === 0 || isSound(scores, game, seen.generated);
      // The frame in which it blew up is shown too, as long as there is anything to show.
      if (sound || seen.generated.every(Number.isFinite)) yield frameOf(step, scene, game, scores, seen);
      if (!sound) return 'diverged';
      const now = params();
      checkParams(fields, now);
      if (step >= now.steps) return 'finished';
      const turns = Math.min(now.stepsPerFrame, now.steps - step);
      await game.play(turns, now);
      step += turns;
    }
    return 'finished';
  } finally {
    session.dispose();
  }
};

function setUp(params: Params, seed: number, rng: Rng) {
  const { data, drawn, noise, noiseLaw } = params;
  const sample = samplerOf(data, drawn);
  const real = sample(rng, DATA_POINTS);
  const lattice = noiseLattice(noiseLaw, noise, MANIFOLD);
  const gan = buildToyGan(params, rng, {
    data: real,
    noise: sampleNoise(rng, noiseLaw, SAMPLES, noise),
    grid: gridPoints(),
    lattice: lattice.points,
  });
  const fresh = createRng((seed ^ FLOOR_SEED) >>> 0);
  const yardstick = measureAgainst(real, HALF_SIDE, SAMPLES, (n) => sample(fresh, n));
  return { scene: { params, real, manifoldRows: lattice.rows, yardstick }, gan };
}

function frameOf(step: number, scene: Scene, game: ToyGame, scores: Scores, seen: Look): Frame {
  const { params, real, manifoldRows, yardstick } = scene;
  const { judgeSteps, generatorSteps } = game;
  return {
    step,
    judgeSteps,
    generatorSteps,
    real: real.slice(),
    ...scores,
    ...seen,
    fieldKind: verdictKind(params.loss),
    manifoldRows,
    ...coverage(params.data, seen.generated),
    ...yardstick.measure(seen.generated),
    jsFloor: step === 0 ? NO_FLOOR : yardstick.jsFloor,
    w1Floor: step === 0 ? NO_FLOOR : yardstick.w1Floor,
  };
}

function coverage(data: Params['data'], generated: Float32Array) {
  const mixture = modesOf(data);
  if (!mixture) return { counts: [], covered: 0, modes: 0, closeShare: NaN };
  return {
    ...measureModes(generated, mixture.modes, mixture.sigma),
    modes: mixture.modes.length,
  };
}

/** False for NaN too, but a player that has not moved yet has no loss. */
function isSound({ lossD, lossG }: Scores, game: ToyGame, samples: Float32Array): boolean {
  const smallD = game.judgeSteps === 0 || Math.abs(lossD) <= LOSS_LIMIT;
  const smallG = game.generatorSteps === 0 || Math.abs(lossG) <= LOSS_LIMIT;
  return smallD && smallG && samples.every((coordinate) => Math.abs(coordinate) <= SAMPLE_LIMIT);
}

/** [GRID², 2]: centres of equal squares, row by row from the lowest y. */
function gridPoints(): Float32Array {
  const at = (index: number) => HALF_SIDE * ((2 * index + 1) / GRID - 1);
  const points = new Float32Array(2 * GRID * GRID);
  for (let index = 0; index < GRID * GRID; index++)
    points.set([at(index % GRID), at(Math.floor(index / GRID))], 2 * index);
  return points;
}
