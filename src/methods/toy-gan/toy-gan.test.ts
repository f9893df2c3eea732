import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import type { OpenSession } from '~/autodiff/program';
import { createRng } from '~/methods/rng/create-rng';
import { sampleRing } from '~/methods/toy-data/ring';
import { openReference } from '~/runtime/executors/reference/session';
import { openWasm } from '~/runtime/executors/wasm/session';
import { evaluate, numbersOf } from '~/runtime/evaluate';
import { buildJudge } from './judge-net';
import { LOSSES, type LossName, type ToyGanOptions } from './options';
import { ToyGame, type TurnSettings } from './play-toy-gan';
import { buildToyGan } from './toy-gan';

const options: ToyGanOptions = {
  loss: 'minimax',
  rateG: 1e-3,
  rateD: 1e-3,
  penalty: 1,
  clip: 0.1,
  radius: 0.5,
  margin: 1,
  pullingAway: 0.1,
  bottleneck: 2,
  gamma: 0.5,
  lambdaK: 0.01,
  optimizer: 'adam',
  beta1: 0.5,
  spectralNorm: 'off',
  minibatch: 'off',
  batch: 32,
  hidden: 8,
  layers: 2,
  activation: 'tanh',
  noise: 2,
  noiseLaw: 'gaussian',
  spread: 1,
};
const turn: TurnSettings = { ...options, k: 2, train: 'both' };

/** A sample's loss for the generator by the judge's verdict on it. */
const lossOf: { readonly [Loss in LossName]: (verdict: number) => number } = {
  minimax: (p) => Math.log(1 - p),
  nonSaturating: (p) => -Math.log(p),
  dragan: (p) => -Math.log(p),
  r1: (p) => -Math.log(p),
  wassersteinGp: (score) => -score,
  wassersteinClip: (score) => -score,
  hinge: (score) => -score,
  leastSquares: (score) => (score - 1) ** 2,
  ebgan: (energy) => energy,
  began: (energy) => energy,
};

function build(changes: Partial<ToyGanOptions>, grid: Float32Array = Float32Array.of(0, 0, 1, -1, 2, 2)) {
  const rng = createRng(3);
  const all = { ...options, ...changes };
  const noise = Float32Array.from({ length: 16 * all.noise }, () => rng.normal());
  return buildToyGan(all, rng, {
    data: sampleRing(rng, 256),
    noise,
    grid,
    lattice: noise.slice(0, 4 * all.noise),
  });
}

async function openGame(changes: Partial<ToyGanOptions>, open: OpenSession, grid?: Float32Array) {
  const gan = build(changes, grid);
  const session = await open({ seed: 3 });
  return { gan, session, game: await ToyGame.open(session, gan) };
}

describe.each(LOSSES)('%s', (loss: LossName) => {
  test('three turns on the wasm executor are those of the reference', async () => {
    const [exact, fast] = [await openGame({ loss }, openReference), await openGame({ loss }, openWasm)];
    for (const { game } of [exact, fast]) await game.play(3, { ...turn, k: 1 });
    const [wanted, found] = [await exact.game.look(), await fast.game.look()];
    for (const key of ['generated', 'field', 'gradients', 'manifold'] as const)
      wanted[key].forEach((value, i) => {
        expect(Math.abs((found[key][i] ?? NaN) - value)).toBeLessThan(2e-3 * (1 + Math.abs(value)));
      });
    const [scores, same] = [await exact.game.readScores(), await fast.game.readScores()];
    expect(same.lossD).toBeCloseTo(scores.lossD, 3);
    expect(same.lossG).toBeCloseTo(scores.lossG, 3);
  });

  test('each player lowers its own loss while the other rests', async () => {
    for (const train of ['judge', 'generator'] as const) {
      const { game } = await openGame({ loss, batch: 256 }, openWasm);
      const read = async () => (await game.readScores())[train === 'judge' ? 'lossD' : 'lossG'];
      await game.play(1, { ...turn, train });
      const before = await read();
      await game.play(200, { ...turn, train });
      expect(await read()).toBeLessThan(before);
      expect([game.judgeSteps, game.generatorSteps]).toEqual(train === 'judge' ? [201, 0] : [0, 201]);
    }
  });

  test('the vector at a sample is minus the slope of its own loss there, by central differences', async () => {
    const untrained = await openGame({ loss }, openReference);
    const { generated, gradients, pull } = await untrained.game.look();
    const step = 1e-3;
    const moved = Array.from(generated).flatMap((_, i) =>
      [step, -step].flatMap((by) => {
        const start = i - (i % 2);
        const point = [generated[start] ?? NaN, generated[start + 1] ?? NaN];
        return point.map((value, axis) => value + (axis === i % 2 ? by : 0));
      }),
    );
    const { field } = await (await openGame({ loss }, openReference, Float32Array.from(moved))).game.look();
    const slopes = Array.from(gradients, (_, i) => {
      const [up = NaN, down = NaN] = [field[2 * i], field[2 * i + 1]].map((v) => lossOf[loss](v ?? NaN));
      return (up - down) / (2 * step);
    });
    slopes.forEach((slope, i) => {
      expect(Math.abs(slope + (gradients[i] ?? NaN))).toBeLessThan(2e-3);
    });
    const lengths = Array.from({ length: 16 }, (_, i) =>
      Math.hypot(gradients[2 * i] ?? NaN, gradients[2 * i + 1] ?? NaN),
    );
    expect(pull).toBeCloseTo(lengths.reduce((sum, length) => sum + length, 0) / 16, 5);
    expect(pull).toBeGreaterThan(0.01);
  });
});

test('clipping: after any number of steps no weight of the critic is beyond c', async () => {
  const { gan, session, game } = await openGame({ loss: 'wassersteinClip', rateD: 0.5 }, openWasm);
  await game.play(3, { ...turn, rateD: 0.5 });
  const weights = (gan.constrain?.updates ?? []).map(({ parameter }) => parameter);
  expect(weights).toHaveLength(6);
  for (const weight of weights)
    for (const value of await session.read(weight)) expect(Math.abs(value)).toBeLessThan(0.1 + 1e-7);
});

test('BEGAN: k begins at 0, rises while γ asks for more error on samples, no further than 1, and M is reported', async () => {
  const { game } = await openGame({ loss: 'began' }, openWasm);
  // The heap of untrained samples near the origin is reconstructed better than the data.
  const slowly = { ...turn, train: 'judge', gamma: 1, lambdaK: 0.1, rateD: 1e-6 } as const;
  await game.play(1, slowly);
  expect((await game.readScores()).beganK).toBe(0);
  await game.play(1, slowly);
  expect((await game.readScores()).beganK).toBeGreaterThan(0);
  await game.play(200, slowly);
  const { beganK, beganM } = await game.readScores();
  expect(beganK).toBe(1);
  expect(beganM).toBeGreaterThan(0);
});

test.each([
  ['adam', { optimizer: 'adam' }],
  ['momentum', { optimizer: 'momentum', beta1: 0.9 }],
  ['sgd', { optimizer: 'sgd' }],
  ['one layer of ReLU', { layers: 1, activation: 'relu' }],
  ['three layers', { layers: 3 }],
  ['noise of one dimension with clusters', { noise: 1, noiseLaw: 'eight' }],
  ['uniform noise of five', { noise: 5, noiseLaw: 'uniform' }],
] as const)('%s: plays, and turning the rates to nothing stops everything', async (_, changes) => {
  const { game } = await openGame({ loss: 'nonSaturating', ...changes }, openWasm);
  await game.play(5, turn);
  const before = await game.look();
  await game.play(5, turn);
  const after = await game.look();
  expect(after.generated).not.toEqual(before.generated);
  expect(after.field).not.toEqual(before.field);
  await game.play(5, { ...turn, rateG: 0, rateD: 0 });
  expect(await game.look()).toEqual(after);
});

describe('a judge of batches', () => {
  const all = { ...options, minibatch: 'on' } as const;

  test('says of a point among copies of it another thing than of the same point among others', () => {
    const [alike = [], apart = []] = evaluateBatch([0, 0, 0, 0, 0, 0], [0, 0, 2, 1, -2, 1]);
    expect(Math.abs((alike[0] ?? NaN) - (apart[0] ?? NaN))).toBeGreaterThan(1e-3);
    // Copies are judged alike, and the order of the others does not count.
    expect(alike[1]).toBeCloseTo(alike[0] ?? NaN, 12);
    const [turned = []] = evaluateBatch([0, 0, -2, 1, 2, 1]);
    expect(turned[0]).toBeCloseTo(apart[0] ?? NaN, 12);
  });

  test('plays, on samples in batches and on lone points of the field', async () => {
    const { game } = await openGame({ loss: 'nonSaturating', minibatch: 'on', batch: 64 }, openWasm);
    await game.play(20, turn);
    const { gradients, field, judgedFake } = await game.look();
    expect(field.every((value) => value > 0 && value < 1)).toBe(true);
    expect(gradients.every(Number.isFinite)).toBe(true);
    expect(judgedFake).toBeGreaterThan(0);
  });

  /** The logits of an untrained judge on batches of three points. */
  function evaluateBatch(...batches: number[][]): number[][] {
    return batches.map((points) => {
      const judge = (x: Node) => buildJudge(x.graph, createRng(3), all).judge(x);
      const rows = Array.from({ length: 3 }, (_, i) => points.slice(2 * i, 2 * i + 2));
      return numbersOf(evaluate(judge, [rows]));
    });
  }
});

test('spectral norm: the judge, once its estimate has settled, is nowhere steeper than 1 with ReLU', async () => {
  const { game } = await openGame({ loss: 'hinge', spectralNorm: 'on', activation: 'relu' }, openReference);
  // The rate is too small to move the weights; each step carries the estimate on.
  await game.play(100, { ...turn, train: 'judge', rateD: 1e-12 });
  const { gradients } = await game.look();
  for (let i = 0; i < gradients.length; i += 2)
    expect(Math.hypot(gradients[i] ?? NaN, gradients[i + 1] ?? NaN)).toBeLessThan(1 + 1e-6);
});
