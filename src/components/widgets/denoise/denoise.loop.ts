import type { Loop } from '~/runtime/loop';
import type { Coders, OpenCoders } from '../shared/coders';
import { checkParams } from '../shared/fields';
import { PIXELS } from '../shared/test-digits';
import { CURVE_DIGITS, strengthsOf, type CurvePoint, type Errors, type Frame } from './denoise.frame';
import { fields, MODEL_IDS, strengthOf, type Kind, type Params } from './denoise.params';
import { errorsOf, meanPicture, restore, type Restored } from './restore';

const CURVE = Array.from({ length: CURVE_DIGITS }, (_, i) => i);

const meanOf = (values: readonly number[] = []): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const meansOf = ({ errors: [noisy, denoiser, autoencoder] }: Pick<Restored, 'errors'>): Errors => ({
  noisy: meanOf(noisy),
  denoiser: meanOf(denoiser),
  autoencoder: meanOf(autoencoder),
});

/** The mean error of answering each digit of the curve with the mean of all others. */
function meanDigitOf({ digits: { pictures } }: Coders): number {
  const mean = meanPicture(pictures, CURVE_DIGITS);
  const errors = CURVE.map((i) => errorsOf(mean, pictures.subarray(i * PIXELS, (i + 1) * PIXELS))[0] ?? NaN);
  return meanOf(errors);
}

/** The picture of a setting; restored again only if the setting is another. */
class Picture {
  readonly #coders: Coders;
  readonly #seed: number;
  #key = '';
  #last: Restored | undefined;

  constructor(coders: Coders, seed: number) {
    this.#coders = coders;
    this.#seed = seed;
  }

  /** @returns the parts of the frame, and how many pictures were restored for it */
  async show(params: Params) {
    const { digit, kind } = params;
    const strength = strengthOf(params);
    const key = `${digit} ${kind} ${strength}`;
    const kept = key === this.#key ? this.#last : undefined;
    const found = kept ?? (await restore(this.#coders, [digit], { kind, strength, seed: this.#seed }));
    [this.#key, this.#last] = [key, found];
    const { clean, noisy, restored, errors } = found;
    const part = {
      ...{ digit, kind, strength },
      label: this.#coders.digits.labels[digit] ?? NaN,
      // A frame's arrays are given away.
      ...{ clean: clean.slice(), noisy: noisy.slice() },
      denoiser: restored[0]?.slice() ?? new Float32Array(),
      autoencoder: restored[1]?.slice() ?? new Float32Array(),
      errors: meansOf({ errors }),
    };
    return { part, restored: kept ? 0 : MODEL_IDS.length };
  }
}

/** The curve of one kind of noise, a strength at a time. */
class Curve {
  readonly #coders: Coders;
  readonly #seed: number;
  #kind: Kind | undefined;
  #points: CurvePoint[] = [];

  constructor(coders: Coders, seed: number) {
    this.#coders = coders;
    this.#seed = seed;
  }

  /** The points of this kind so far. */
  of(kind: Kind): readonly CurvePoint[] {
    if (kind !== this.#kind) [this.#kind, this.#points] = [kind, []];
    return [...this.#points];
  }

  isDone(kind: Kind): boolean {
    return this.of(kind).length === strengthsOf(kind).length;
  }

  /** Measures the next strength. @returns how many pictures were restored */
  async grow(kind: Kind): Promise<number> {
    const strength = strengthsOf(kind)[this.of(kind).length];
    if (strength === undefined) return 0;
    const restored = await restore(this.#coders, CURVE, { kind, strength, seed: this.#seed });
    this.#points.push({ strength, ...meansOf(restored) });
    return CURVE_DIGITS * MODEL_IDS.length;
  }
}

/**
 * A loop that spoils a test digit as the settings ask, has the denoiser and the plain autoencoder restore it, and then measures, one
 * strength a frame, both on the first hundred test digits. It counts restored pictures as steps, draws its noise by the run's seed, and
 * waits for the reader once all stands. Drags coalesce; the curve is measured again only for another kind of noise.
 */
export function makeDenoise(open: OpenCoders): Loop<Params, Frame> {
  return async function* denoise(run) {
    const first = run.params();
    checkParams(fields, first);
    const coders = await open({ ids: MODEL_IDS, runtime: first.runtime }, run);
    try {
      const picture = new Picture(coders, run.seed);
      const curve = new Curve(coders, run.seed);
      const meanDigit = meanDigitOf(coders);
      for (let step = 0, begun = false; !run.signal.aborted; begun = true) {
        const params = run.params();
        checkParams(fields, params);
        const { part, restored } = await picture.show(params);
        // The reader's own digit comes first, also when she moves on.
        step += restored + (begun && restored === 0 ? await curve.grow(params.kind) : 0);
        const { device, notes } = coders;
        yield { step, ...part, curve: curve.of(params.kind), meanDigit, device, notes };
        if (curve.isDone(params.kind)) await run.changed();
      }
      return 'finished';
    } finally {
      await coders.release();
    }
  };
}
