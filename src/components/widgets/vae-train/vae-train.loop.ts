import { buildMlpVae } from '~/methods/mlp-vae/mlp-vae';
import type { Rng } from '~/methods/rng/rng';
import { annealKl } from '~/methods/vae/annealing';
import type { Loop } from '~/runtime/loop';
import { checkParams } from '../shared/fields';
import type { Digits, OpenDigits } from './digits';
import { chooseAxes, codesToDecode, costWithoutCode, project, rootMeanSquare, toBytes } from './plane';
import { Trainer, type Seen } from './train';
import { GRID, IN_USE, SAMPLES, SHOWN, type Frame } from './vae-train.frame';
import { fields, type Params } from './vae-train.params';

export { GRID, HALF, IN_USE, SAMPLES, SHOWN, type Frame } from './vae-train.frame';

/** A loss beyond this means that the weights grow without bound: an untrained network is at a few hundred nats. */
export const LOSS_LIMIT = 1e5;

/** What stays the same in all frames of a run. */
interface Scene {
  readonly digits: Digits;
  readonly draws: Float32Array;
  readonly originals: Uint8Array;
  readonly withoutCode: number;
}

/** β at a step: it rises to the reader's value over the warm-up, if there is one. */
export function betaAt(step: number, { beta, warmUp }: Pick<Params, 'beta' | 'warmUp'>): number {
  return warmUp > 0 ? annealKl(step, { warmUp, to: beta }) : beta;
}

/**
 * A VAE of two multi-layer perceptrons learns real digits (Kingma and Welling 2014, Algorithm 1). The first frame is the state
 * before training. β, λ, the warm-up and the rate may change at any time and hold from the next frame on; during a warm-up β moves
 * each step. Ends `finished` after `steps`, `diverged` when the loss is not finite or beyond `LOSS_LIMIT`.
 * @throws RangeError if a setting is out of its range; RunFailure if the digits do not arrive as they should.
 */
export function makeVaeTrain(open: OpenDigits): Loop<Params, Frame> {
  return async function* vaeTrain({ seed, rng, params, openSession, signal, progress }) {
    const first = params();
    checkParams(fields, first);
    // The executor is on its way while the digits are; why it does not come is told where it is awaited.
    const opening = openSession({ seed });
    opening.catch(() => undefined);
    const digits = await open({ progress, signal });
    const { scene, vae } = setUp(first, rng, digits);
    const session = await opening;
    try {
      const trainer = await Trainer.open(session, vae);
      let axes: [number, number] = [0, 1];
      let step = 0;
      while (!signal.aborted) {
        const loss = step === 0 ? NaN : await trainer.readLoss();
        const seen = await trainer.look(codesToDecode(first.code, axes, scene.draws));
        const sound = isSound(step, loss, seen);
        const pictures = await trainer.readPictures();
        if (sound || pictures.every(Number.isFinite))
          yield frameOf(scene, { step, loss, beta: betaAt(step, params()), axes, pictures }, seen);
        if (!sound) return 'diverged';
        axes = chooseAxes(seen.klByUnit);
        const now = params();
        checkParams(fields, now);
        if (step >= now.steps) return 'finished';
        const steps = Math.min(now.stepsPerFrame, now.steps - step);
        await advance(trainer, step, steps, now);
        step += steps;
      }
      return 'finished';
    } finally {
      session.dispose();
    }
  };
}

/** So many steps from `step` on: one by one while β rises. */
async function advance(trainer: Trainer, step: number, steps: number, now: Params): Promise<void> {
  const rising = Math.min(steps, Math.max(0, now.warmUp - step));
  for (let i = 0; i < rising; i++) await trainer.train(1, { ...now, beta: betaAt(step + i, now) });
  if (steps > rising) await trainer.train(steps - rising, now);
}

function setUp({ code, hidden, batch }: Params, rng: Rng, digits: Digits) {
  const pixels = digits.side ** 2;
  const { test, originals } = showFirst(digits, pixels);
  const normals = (n: number) => Float32Array.from({ length: n * code }, () => rng.normal());
  const noise = normals(test.testLabels.length);
  const draws = normals(SAMPLES);
  const vae = buildMlpVae({ pixels, hidden, code, batch }, rng, {
    train: digits.train,
    test: test.test,
    noise,
    decoded: GRID * GRID + SAMPLES,
    reconstructed: SHOWN,
  });
  const withoutCode = costWithoutCode(digits.train, digits.test, pixels);
  return { scene: { digits: test, draws, originals, withoutCode }, vae };
}

/** The test digits with the first of each class in front: those are shown. */
function showFirst(digits: Digits, pixels: number): { test: Digits; originals: Uint8Array } {
  const { test, testLabels } = digits;
  const chosen = Array.from({ length: SHOWN }, (_, label) => testLabels.indexOf(label));
  const rest = Array.from(testLabels.keys()).filter((at) => !chosen.includes(at));
  const order = [...chosen, ...rest];
  const pictures = new Float32Array(test.length);
  order.forEach((from, to) => pictures.set(test.subarray(from * pixels, (from + 1) * pixels), to * pixels));
  return {
    test: { ...digits, test: pictures, testLabels: Uint8Array.from(order, (at) => testLabels[at] ?? 0) },
    originals: toBytes(pictures.subarray(0, SHOWN * pixels)),
  };
}

interface Moment {
  readonly step: number;
  readonly loss: number;
  readonly beta: number;
  readonly axes: readonly [number, number];
  readonly pictures: Float32Array;
}

function frameOf({ digits, originals, withoutCode }: Scene, moment: Moment, seen: Seen): Frame {
  const { pictures, ...rest } = moment;
  const { klByUnit, mean, reconstruction } = seen;
  const cells = GRID * GRID * digits.side ** 2;
  return {
    ...rest,
    side: digits.side,
    reconstruction,
    withoutCode,
    kl: klByUnit.reduce((sum, each) => sum + each, 0),
    klByUnit,
    inUse: klByUnit.filter((kl) => kl >= IN_USE).length,
    spread: rootMeanSquare(mean),
    codes: project(mean, klByUnit.length, moment.axes),
    labels: digits.testLabels.slice(),
    grid: toBytes(pictures.subarray(0, cells)),
    samples: toBytes(pictures.subarray(cells)),
    originals: originals.slice(),
    reconstructions: toBytes(seen.reconstructions),
    notes: digits.notes,
  };
}

function isSound(step: number, loss: number, { reconstruction }: Seen): boolean {
  // False for NaN too; before the first step there is no loss.
  return (step === 0 || Math.abs(loss) <= LOSS_LIMIT) && Math.abs(reconstruction) <= LOSS_LIMIT;
}
