import { drawNormal, drawUniform } from '~/methods/rng/draws';
import { PIXELS } from '../shared/test-digits';
import { KINDS, type Kind } from './denoise.params';

/** What is to be spoilt, and how. */
export interface Noise {
  readonly kind: Kind;
  /** σ, or the probability with which a pixel is erased. */
  readonly strength: number;
  /** 0 … 2³² − 1 */
  readonly seed: number;
}

/**
 * Test digits with noise, as the denoiser was trained on it (training/autoencoder_mnist/model.py):
 *
 * $\tilde x = \min(1, \max(0, x + \sigma\varepsilon))$ with $\varepsilon\sim N(0, I)$, or $\tilde x_i = x_i$ where $u_i \ge s$, else
 * 0, with $u_i$ uniform in $[0, 1)$ (Vincent et al. 2008, section 2.3).
 *
 * The draws belong to the seed and the digit, not to the strength nor to what was asked before: more noise is more of the same.
 * @param pictures [500 · 784], ink in [0, 1]
 * @param digits which of them, counted from 0
 * @returns [digits · 784], ink in [0, 1]
 * @example corrupt(pictures, [4], { kind: 'gaussian', strength: 0.5, seed: 0 })
 */
export function corrupt(
  pictures: Float32Array,
  digits: readonly number[],
  { kind, strength, seed }: Noise,
): Float32Array {
  const noisy = new Float32Array(digits.length * PIXELS);
  digits.forEach((digit, i) => {
    const draw = { seed, stream: KINDS.indexOf(kind), run: digit };
    const draws = kind === 'gaussian' ? drawNormal(PIXELS, draw) : drawUniform(PIXELS, draw);
    draws.forEach((value, pixel) => {
      const ink = pictures[digit * PIXELS + pixel] ?? NaN;
      noisy[i * PIXELS + pixel] =
        kind === 'gaussian' ? Math.min(1, Math.max(0, ink + strength * value)) : value >= strength ? ink : 0;
    });
  });
  return noisy;
}
