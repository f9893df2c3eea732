/** The formulas and numbers that the chapter on autoencoders prints, from the methods that it shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hitsAt } from '~/components/figures/autoencoders/alarms';
import { trainLinear } from '~/components/figures/autoencoders/linear-run';
import { bestDenoised, RING } from '~/components/figures/autoencoders/score-field';
import {
  presets as icaPresets,
  type Params as IcaParams,
} from '~/components/widgets/latent-ica/latent-ica.params';
import { momentsOf, mixSources, runIca, spreadOf, sweep, turn } from '~/components/widgets/latent-ica/unmix';
import { enlarge } from '~/components/widgets/transposed-conv/enlarge';
import { presets as stampPresets } from '~/components/widgets/transposed-conv/transposed-conv.params';
import { acaiAutoencoderLoss, acaiCriticLoss } from '~/methods/acai/losses';
import { whiten } from '~/methods/ica/whiten';
import { multiplyMatrices, transposeMatrix } from '~/methods/linear-algebra/matrix';
import { createRng } from '~/methods/rng/create-rng';
import { upsampleBilinearGrid } from '~/methods/transposed-convolution/resize';
import { evaluateScalar } from '~/runtime/evaluate';

const chapter = readFileSync(new URL('../../src/content/docs/autoencoders.mdx', import.meta.url), 'utf8');
/** The chapter prints it. */
const expectPrinted = (text: string) => expect(chapter.includes(text), `the chapter prints "${text}"`).toBe(true); // prettier-ignore

describe('the loss', () => {
  it('the square and the cross-entropy are least at the mean', () => {
    const [values, mean] = [[0.1, 0.2, 0.9], 0.4];
    const losses = [
      (a: number) => values.reduce((sum, x) => sum + (x - a) ** 2, 0),
      (a: number) => -values.reduce((sum, x) => sum + x * Math.log(a) + (1 - x) * Math.log(1 - a), 0),
    ];
    for (const loss of losses)
      for (const a of [0.05, 0.39, 0.41, 0.9]) expect(loss(a)).toBeGreaterThan(loss(mean));
  });
});

describe('the linear case', () => {
  it('the run ends at λ₂ on the first direction', () => {
    const { errors, left, angle, variance } = trainLinear(1);
    expect(errors.at(-1)?.toFixed(3)).toBe(left.toFixed(3));
    expect(angle).toBeLessThan(0.05);
    expect(variance).toBeGreaterThan(10 * left);
  });
});

describe('enlarging', () => {
  it('a row of two both ways', () => {
    expect(upsampleBilinearGrid([[0, 3]], 2)[0]).toEqual([0, 0.75, 2.25, 3]);
    expect(upsampleBilinearGrid([[0, 3]], 2, { alignCorners: true })[0]).toEqual([0, 1, 2, 3]);
    expectPrinted(String.raw`$(0,\,0.75,\,2.25,\,3)$`);
  });

  it('the link to the checkerboard is its preset, and the numbers are those of the figure', () => {
    const { out, fewest, most, uneven, adjoint } = enlarge(stampPresets.checkers);
    expect([out, fewest, most, uneven]).toEqual([9, 1, 4, 0.75]);
    expect(enlarge(stampPresets.even).out).toBe(8);
    expect(adjoint.back[1]?.[1]).toBe(25);
    expect(stampPresets.checkers).toEqual({ ...stampPresets.stamping, stamps: 25, input: 'flat' });
    expect(stampPresets.learned).toEqual({ ...stampPresets.checkers, kernel: 4, padding: 1, weights: 'random' }); // prettier-ignore
    expect(stampPresets.holes).toEqual({ ...stampPresets.checkers, kernel: 2, stride: 3 });
    ['75% below', 'the middle of it is 25'].forEach(expectPrinted);
  });

  it('random weights: 26% in the figure, a median of 42% over 99 draws', () => {
    const uneven = Array.from({ length: 99 }, (_, i) => enlarge({ ...stampPresets.learned, draw: i + 1 }).uneven); // prettier-ignore
    expect(uneven[0]?.toFixed(2)).toBe('0.26');
    expect(uneven.toSorted((a, b) => a - b)[49]?.toFixed(2)).toBe('0.42');
    ['is 26% below', 'the median is 42%'].forEach(expectPrinted);
  });

  it('a flat picture comes out flat exactly if the groups of weights have equal sums', () => {
    const groups = (kernel: readonly number[], s: number) =>
      Array.from({ length: s }, (_, r) => kernel.reduce((sum, w, a) => sum + (a % s === r ? w : 0), 0));
    expect(groups([1, 2, 1], 2)).toEqual([2, 2]);
    expect(enlarge({ ...stampPresets.checkers, weights: 'bell' }).uneven).toBe(0);
    expect(groups([1, 1, 1], 2)).toEqual([2, 1]);
  });
});

describe('codes', () => {
  it('whitening gives the unit covariance, and a rotation of it too', () => {
    const { white } = mixSources(icaPresets.uniform);
    for (const angle of [0, 33]) {
      const turned = turn({ ...mixSources(icaPresets.uniform), white }, angle).points;
      const covariance = multiplyMatrices(transposeMatrix(turned), turned).map((row) => row.map((x) => x / white.length)); // prettier-ignore
      covariance.forEach((row, i) => row.forEach((x, j) => expect(x).toBeCloseTo(i === j ? 1 : 0, 10)));
    }
    expect(whiten([[-2], [2]]).points).toEqual([[-1], [1]]);
  });

  it('κ of a unit combination is the sum of q⁴ κ: for binary sources, exactly', () => {
    // Four equally likely points: E over them is a mean. κ(±1) = −2.
    for (const degrees of [0, 20, 45]) {
      const q = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      const values = [-1, 1].flatMap((a) => [-1, 1].map((b) => q[0]! * a + q[1]! * b));
      const kappa = values.reduce((sum, u) => sum + u ** 4 / 4, 0) - 3;
      expect(kappa).toBeCloseTo(-2 * (q[0]! ** 4 + q[1]! ** 4), 12);
    }
  });

  it('the numbers of the figure', () => {
    const at = (params: IcaParams) => ({ mixture: mixSources(params), spread: spreadOf(params) });
    const uniform = at(icaPresets.uniform);
    expect(momentsOf(uniform.mixture.points).correlation.toFixed(2)).toBe('0.76');
    expect(turn(uniform.mixture, 15).moments.squares.toFixed(2)).toBe('-0.34');
    const found = runIca(uniform.mixture, 1);
    expect([found.angle.toFixed(1), found.steps, found.distance.toFixed(2)]).toEqual(['43.5', 4, '0.04']);
    expect([uniform.spread.mean.toFixed(3), uniform.spread.deviation.toFixed(3)]).toEqual(['0.016', '0.009']);
    const normal = at(icaPresets.normal);
    expect([normal.spread.mean.toFixed(2), normal.spread.deviation.toFixed(2)]).toEqual(['0.38', '0.29']);
    const { contrast } = sweep(normal.mixture);
    expect([Math.min(...contrast).toFixed(2), Math.max(...contrast).toFixed(2)]).toEqual(['0.03', '0.27']);
    const one = at(icaPresets.one).spread;
    expect([one.mean.toFixed(2), one.deviation.toFixed(2)]).toEqual(['0.05', '0.03']);
    const ring = turn(mixSources(icaPresets.ring), 15).moments;
    expect([ring.squares.toFixed(2), Math.abs(ring.correlation).toFixed(2)]).toEqual(['-1.00', '0.00']);
    ['correlation 0.76', '$-0.34$', '43.5° after 4 steps', String.raw`$0.016\pm0.009$`, 'between 0.03 and 0.27', String.raw`$0.38\pm0.29$`, String.raw`$0.05\pm0.03$`].forEach(expectPrinted); // prettier-ignore
  });

  it('both losses of ACAI', () => {
    const rng = createRng(2);
    const column = () => Array.from({ length: 5 }, () => [rng.uniform()]);
    const [guess, alpha, real, error] = [column(), column(), column(), column()];
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const critic = mean(guess.map(([g = NaN], i) => (g - (alpha[i]?.[0] ?? NaN)) ** 2)) + mean(real.map(([r = NaN]) => r ** 2)); // prettier-ignore
    expect(evaluateScalar(acaiCriticLoss, [guess, alpha, real])).toBeCloseTo(critic, 12);
    const own = mean(error.flat()) + 0.5 * mean(guess.map(([g = NaN]) => g ** 2));
    expect(evaluateScalar((e, g) => acaiAutoencoderLoss(e, g), [error, guess])).toBeCloseTo(own, 12);
    expectPrinted(String.raw`$\lambda=0.5$`);
  });
});

describe('noise and alarms', () => {
  it('where the best denoiser moves two points', () => {
    expect(bestDenoised([1.4, 0], RING, 0.3)[0]?.toFixed(2)).toBe('0.97');
    expect(bestDenoised([1, 0], RING, 0.3)[0]?.toFixed(2)).toBe('0.95');
    ['$(0.97,\\,0)$', '$(0.95,\\,0)$'].forEach(expectPrinted);
  });

  it('what the words claim of the alarms', () => {
    expect(hitsAt(0.05, 'off')).toBeGreaterThan(0.9);
    expect(hitsAt(0.05, 'along')).toBeLessThan(0.08);
  });
});
