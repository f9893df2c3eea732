/** The numbers of the questions on autoencoders, from the methods that the chapter shows and the manifests. */
import { describe, expect, it } from 'vitest';
import { contrastOf, mixSources, runIca, turn } from '~/components/widgets/latent-ica/unmix';
import { presets as icaPresets } from '~/components/widgets/latent-ica/latent-ica.params';
import { enlarge } from '~/components/widgets/transposed-conv/enlarge';
import { measuresOf } from '~/components/widgets/transposed-conv/show';
import { presets as stampPresets } from '~/components/widgets/transposed-conv/transposed-conv.params';
import { bestDenoised } from '~/components/figures/autoencoders/score-field';
import { createRng } from '~/methods/rng/create-rng';
import { areaUnderRoc } from '~/methods/roc/roc';
import { upsampleBilinearGrid, upsampleNearestGrid } from '~/methods/transposed-convolution/resize';
import { transposedConvolution, transposedSize } from '~/methods/transposed-convolution/stamps';
import { decodeByComponents, encodeByComponents, principalComponents } from '~/methods/pca/pca';
import plain16 from '../../public/models/autoencoder-mnist-16d/model.json';
import plain from '../../public/models/autoencoder-mnist-2d/model.json';
import denoiser from '../../public/models/denoiser-mnist-16d/model.json';
import vae16 from '../../public/models/vae-mnist-16d-beta-1/model.json';
import vae from '../../public/models/vae-mnist-2d-beta-1/model.json';
import { answersOf } from './answers-support.ts';

const { expectNumbers, expectFormula } = answersOf('autoencoders');

describe('numbers of the questions', () => {
  it('what two of four directions leave over', () => {
    const variances = [5, 2, 1, 0.5];
    // ± along each axis: a cloud with exactly these variances.
    const points = variances.flatMap((value, i) =>
      [1, -1].map((sign) => variances.map((_, j) => (i === j ? sign * Math.sqrt(4 * value) : 0))),
    );
    const two = principalComponents(points, 2);
    const error = points.reduce((sum, x) => {
      const back = decodeByComponents(two, encodeByComponents(two, x));
      return sum + x.reduce((part, value, j) => part + (value - back[j]!) ** 2, 0) / points.length;
    }, 0);
    expectNumbers('pca-error', error, [7, 3.5, error / 8.5]);
  });

  it('the best answer for three pictures of one code', () => {
    const loss = (a: number) => [0, 0, 0.8].reduce((sum, x) => sum + (x - a) ** 2, 0);
    let best = 0;
    for (let a = 0; a <= 1; a += 1e-5) if (loss(a) < loss(best)) best = a;
    expectNumbers('mean', best, [0, 0.4, 0.8]);
  });

  it('a row enlarged, stamps, sizes', () => {
    const [edges] = upsampleBilinearGrid([[0, 6]], 3);
    const [corners] = upsampleBilinearGrid([[0, 6]], 3, { alignCorners: true });
    const [copies] = upsampleNearestGrid([[0, 6]], 3);
    expectNumbers('corners', edges?.[2] ?? NaN, [corners?.[2] ?? NaN, copies?.[2] ?? NaN, 3]);
    const [row] = transposedConvolution([[2, 3]], [[1, 4, 2]], { stride: 2 });
    expect(row).toEqual([2, 8, 7, 12, 6]);
    expectNumbers('stamp-value', row?.[2] ?? NaN, [4, 3, 8]);
    const size = (n: number, k: number, s: number, p: number) => s * (n - 1) + k - 2 * p;
    for (const [n, k, s, p] of [
      [4, 3, 2, 0],
      [4, 4, 2, 1],
      [5, 5, 3, 2],
    ] as const)
      // prettier-ignore
      expect(transposedSize(n, k, { stride: s, padding: p })).toBe(size(n, k, s, p));
    expectFormula('stamp-size', (n = NaN, k = NaN, s = NaN, p = NaN) => size(n, k, s, p));
  });

  it('kurtosis of a mixture: the law, and a draw of it', () => {
    expectNumbers('kurtosis', 2 * 0.5 ** 2 * -1.2, [-1.2, -2.4, 0]);
    const rng = createRng(1);
    const uniform = () => (rng.uniform() - 0.5) * Math.sqrt(12);
    const n = 200_000;
    let fourth = 0;
    for (let i = 0; i < n; i++) fourth += ((uniform() + uniform()) / Math.SQRT2) ** 4 / n;
    expect(fourth - 3).toBeCloseTo(-0.6, 1);
  });

  it('the best denoiser of two values, and what an autoencoder does to masked digits', () => {
    const [answer = NaN] = bestDenoised([0.5], [[-1], [1]], 1);
    expect(answer).toBeCloseTo(Math.tanh(0.5), 12);
    expectNumbers('score', answer, [1, 0.5, 0]);
    const [before, after] = [plain.metrics['masked-mse'].value, plain.metrics['masked-restored-mse'].value];
    expect([before.toFixed(4), after.toFixed(4)]).toEqual(['0.0285', '0.0384']);
    const share = 1 - 0.0384 / 0.0285;
    expectNumbers('denoise-baseline', share, [-share, 1 - 0.0285 / 0.0384, 0.0384 / 0.0285]);
  });

  it('the area under a ROC curve with a tie', () => {
    expectNumbers('threshold', areaUnderRoc([1, 2, 3, 4], [3, 5]), [0.75, 0.875, 0.5]);
  });
});

describe('what the chapter says in words of its models', () => {
  const of = (name: 'test-mse' | 'fid-samples') => ({
    two: plain.metrics[name].value,
    sixteen: plain16.metrics[name].value,
    vaeTwo: vae.metrics[name].value,
    vaeSixteen: vae16.metrics[name].value,
    denoiser: denoiser.metrics[name].value,
  });

  it('sixteen numbers restore three to five times better, a VAE worse than an autoencoder, yet random codes are nearer', () => {
    const error = of('test-mse');
    for (const gain of [error.two / error.sixteen, error.vaeTwo / error.vaeSixteen]) {
      expect(Math.round(gain)).toBeGreaterThanOrEqual(3);
      expect(gain).toBeLessThan(5);
    }
    expect(error.vaeTwo).toBeGreaterThan(error.two);
    expect(error.vaeSixteen).toBeGreaterThan(error.sixteen);
    const distance = of('fid-samples');
    expect(Math.max(distance.sixteen, distance.denoiser)).toBeLessThan(distance.vaeSixteen);
  });

  it('the plain autoencoder makes Gaussian noise worse and masked digits better, the denoiser clean ones worse', () => {
    const { metrics } = plain16;
    expect(metrics['noisy-restored-mse'].value).toBeGreaterThan(metrics['noisy-mse'].value);
    expect(metrics['masked-restored-mse'].value).toBeLessThan(metrics['masked-mse'].value);
    expect(denoiser.metrics['test-mse'].value).toBeGreaterThan(metrics['test-mse'].value);
    expect(plain.metrics['masked-restored-mse'].value).toBeGreaterThan(plain.metrics['masked-mse'].value);
  });
});

describe('the experiments can be done', () => {
  it('a checkerboard by counts, a pattern in spite of equal ones; at the start no second goal', () => {
    expect(measuresOf(enlarge(stampPresets.checkers))).toMatchObject({ unequal: 3, uneven: 0.75 });
    const learned = measuresOf(enlarge(stampPresets.learned));
    expect(learned.unequal).toBe(0);
    expect(learned.uneven).toBeGreaterThan(0.1);
    expect(measuresOf(enlarge(stampPresets.even)).uneven).toBe(0);
  });

  it('uniform sources unmixed by FastICA’s angle, squares that give each other away; neither at the start', () => {
    const mixture = mixSources(icaPresets.uniform);
    const { angle } = runIca(mixture, 1);
    expect(turn(mixture, Number(angle.toFixed(1))).distance).toBeLessThan(0.06);
    expect(turn(mixSources(icaPresets.ring), 15).moments.squares).toBeLessThan(-0.9);
    const start = turn(mixture, icaPresets.uniform.angle);
    expect(start.distance).toBeGreaterThan(0.06);
    expect(start.moments.squares).toBeGreaterThan(-0.9);
    expect(contrastOf(start.moments)).toBeGreaterThan(0);
  });
});
