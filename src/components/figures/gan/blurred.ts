import { applyMlp, initMlp } from '~/methods/mlp/mlp';
import { createRng } from '~/methods/rng/create-rng';
import { ringModes, sampleRing, type Point } from '~/methods/toy-data/ring';
import { evaluate, numbersOf } from '~/runtime/evaluate';

/** Points drawn on a curve: enough that neighbours lie closer than the narrowest blur that is shown. */
const CURVE_POINTS = 1500;
const DATA_POINTS = 200;
/** The seed of the first figure's data and of its untrained generator. */
const SEED = 0;

/**
 * Mean log-likelihood of points under samples that are each blurred by a Gaussian of standard deviation `width`:
 * $\frac1n\sum_i \log \frac1m\sum_j \mathcal{N}(x_i;\, c_j,\, s^2 I)$ in the plane, by log-sum-exp.
 * @param data n points x
 * @param curve m points c, draws of G
 * @param width s > 0
 * @returns nats per point
 * @throws RangeError if the width is not positive or one of the lists is empty.
 */
export function blurredLogLikelihood(data: readonly Point[], curve: readonly Point[], width: number): number {
  if (!(width > 0)) throw new RangeError(`blurredLogLikelihood: width must be positive, found ${width}`);
  if (data.length === 0 || curve.length === 0)
    throw new RangeError(
      `blurredLogLikelihood: expected points of both kinds, found ${data.length}, ${curve.length}`,
    );
  const total = data.reduce((sum, [x, y]) => {
    const exponents = curve.map(([u, v]) => -((x - u) ** 2 + (y - v) ** 2) / (2 * width ** 2));
    const largest = Math.max(...exponents);
    const rest = exponents.reduce((mass, exponent) => mass + Math.exp(exponent - largest), 0);
    return sum + largest + Math.log(rest / curve.length);
  }, 0);
  return total / data.length - Math.log(2 * Math.PI * width ** 2);
}

/** Points of the ring of eight. */
export function ringData(): Point[] {
  return toPoints(Array.from(sampleRing(createRng(SEED), DATA_POINTS)));
}

/** The circle through the eight centres: what a generator with one-dimensional noise could learn to draw. */
export function circleCurve(): Point[] {
  const [[radius] = [2]] = ringModes();
  return Array.from({ length: CURVE_POINTS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CURVE_POINTS;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** What the widget's generator draws before training, noise z in one dimension from −3 to 3. */
export function untrainedCurve(): Point[] {
  const noise = Array.from({ length: CURVE_POINTS }, (_, i) => [(6 * i) / (CURVE_POINTS - 1) - 3]);
  const drawn = evaluate(
    (z) =>
      applyMlp(
        initMlp(z.graph, [1, 64, 64, 2], createRng(SEED), { activation: 'leakyRelu', name: 'G' }),
        z,
        'leakyRelu',
      ),
    [noise],
  );
  return toPoints(numbersOf(drawn));
}

function toPoints(flat: readonly number[]): Point[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? NaN, flat[2 * i + 1] ?? NaN]);
}
