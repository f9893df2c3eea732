import { RunFailure } from '~/runtime/loop';
import { bernoulliLogLikelihoodValue, standardNormalKlValue } from '~/methods/vae/values';
import type { Coder } from '../shared/coders';
import { PIXELS } from '../shared/test-digits';
import type { Params, Score } from './anomaly.params';

/** How strange a picture is, in three ways; high means strange. */
export interface Scored {
  /** Mean square of x − x̂ over the pixels, x̂ decoded from the mean code. */
  readonly error: number;
  /** −log p(x|z) + KL in nats at the mean code z; undefined where the model has no variances. */
  readonly elbo: number | undefined;
  /** Sum of the ink. */
  readonly ink: number;
}

/** Decoders answer in 32 bits: nearer to 0 or 1 than this a probability has lost its odds. */
const NEAREST = 1e-7;

const logitOf = (p: number): number => {
  const inside = Math.min(1 - NEAREST, Math.max(NEAREST, p));
  return Math.log(inside / (1 - inside));
};

function errorOf(picture: Float32Array, restored: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < picture.length; i += 1) sum += ((picture[i] ?? NaN) - (restored[i] ?? NaN)) ** 2;
  return sum / picture.length;
}

/**
 * Sends pictures through a shipped model and scores each.
 * @param pictures [count · 784] ink in [0, 1]
 * @returns scores, and the restorations as [count · 784]
 * @throws RunFailure `internal` if the model's answer is not a number
 */
export async function scorePictures(
  coder: Coder,
  pictures: Float32Array,
): Promise<{ scores: Scored[]; restored: Float32Array }> {
  const { mean, logvar } = await coder.encode(pictures);
  const restored = (await coder.decode(mean)).slice();
  const scores = mean.map((code, i): Scored => {
    const [picture, again] = [pictures, restored].map((all) => all.subarray(i * PIXELS, (i + 1) * PIXELS));
    if (!picture || !again) throw new RunFailure('internal', `${coder.id}: no picture ${i}`);
    const error = errorOf(picture, again);
    if (!Number.isFinite(error))
      throw new RunFailure('internal', `${coder.id}: expected a finite error, found ${error}`);
    const spread = logvar?.[i];
    const elbo =
      spread &&
      standardNormalKlValue(code, spread) - bernoulliLogLikelihoodValue(picture, again.map(logitOf));
    return { error, elbo, ink: picture.reduce((sum, value) => sum + value, 0) };
  });
  return { scores, restored };
}

/** By what pictures are judged: an autoencoder has no ELBO, and its error stands in. */
export function scoreOf({ score, model }: Params): Score {
  return score === 'elbo' && !model.startsWith('vae') ? 'error' : score;
}
