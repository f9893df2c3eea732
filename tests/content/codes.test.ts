/** The formulas and numbers of the chapter on codes at work, and of its questions. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeDiscriminatorLoss, encoderLoss } from '~/methods/aae/losses';
import { latentHistogram, resampledShares, resamplingProbabilities } from '~/methods/debias/debias';
import { interpolateLinear, interpolateSpherical } from '~/methods/interpolate/interpolate';
import { moleculeMetrics } from '~/methods/molecule-metrics/metrics';
import { checkSmiles } from '~/methods/molecule-metrics/smiles';
import { createRng } from '~/methods/rng/create-rng';
import { evaluateScalar } from '~/runtime/evaluate';
import acai from '../../public/models/acai-mnist-16d/model.json';
import { answersOf } from './answers-support.ts';

const chapter = readFileSync(new URL('../../src/content/docs/codes.mdx', import.meta.url), 'utf8');
/** The chapter prints it. */
const expectPrinted = (text: string) => expect(chapter.includes(text), `the chapter prints "${text}"`).toBe(true); // prettier-ignore
const { expectNumbers } = answersOf('codes');

/** P(χ² < x) with 2m degrees of freedom: one minus m terms of a Poisson law of mean x/2. */
function chiSquareBelow(m: number, x: number): number {
  let [term, sum] = [Math.exp(-x / 2), 0];
  for (let j = 0; j < m; j++) {
    sum += term;
    term *= x / 2 / (j + 1);
  }
  return 1 - sum;
}

describe('between two codes', () => {
  it('the middle of two draws has half the squared length, and how rare that is', () => {
    const rng = createRng(1);
    const draw = () => Array.from({ length: 50 }, () => rng.normal());
    const n = 4000;
    let mean = 0;
    for (let i = 0; i < n; i++)
      mean += interpolateLinear(draw(), draw(), 0.5).reduce((sum, value) => sum + value * value, 0) / n;
    expect(Math.abs(mean - 25)).toBeLessThan(0.3);
    expectNumbers('middle', 50 / 2, [50, 50 / 4, Math.sqrt(25)]);
    expect(chiSquareBelow(1, 1).toFixed(2)).toBe('0.39');
    expect(chiSquareBelow(8, 8).toFixed(2)).toBe('0.05');
    expect(chiSquareBelow(64, 64).toExponential(0)).toBe('4e-7');
    for (const text of ['39% of all draws', 'only 5% have one below 8', String.raw`$4\cdot10^{-7}$`])
      expectPrinted(text);
  });

  it('the great circle is the printed formula, and keeps the length', () => {
    const [from, to] = [[3, 0, 4] as const, [0, 5, 0] as const];
    const omega = Math.acos(0);
    for (const t of [0, 0.25, 0.5, 1]) {
      const at = interpolateSpherical(from, to, t);
      const [left, right] = [Math.sin((1 - t) * omega), Math.sin(t * omega)];
      at.forEach((value, j) => expect(value).toBeCloseTo(left * from[j]! + right * to[j]!, 12));
      expect(Math.hypot(...at)).toBeCloseTo(5, 12);
    }
  });

  it('the order of the midpoints that the words give', () => {
    const of = (name: keyof typeof acai.metrics) => acai.metrics[name].value;
    expect(of('fid-midpoints')).toBeLessThan(of('fid-midpoints-plain') / 2);
    expect(of('fid-midpoints-plain')).toBeLessThan(of('fid-midpoints-vae'));
    expect(of('fid-midpoints-vae')).toBeLessThan(of('fid-midpoints-pixels'));
  });
});

describe('data through a code', () => {
  it('the rare picture of four is drawn in 49% of the cases with α = 0.01, in 32% with α = 1', () => {
    const rare = (alpha: number) => resamplingProbabilities([[0], [0], [0], [1]], { bins: 2, alpha })[3];
    expect(rare(0.01)?.toFixed(2)).toBe('0.49');
    expect(rare(1)?.toFixed(2)).toBe('0.32');
  });

  it('resampling makes the bins equal', () => {
    const values = [0.8, 0.15, 0.05].flatMap((share, bin) => Array.from({ length: 100 * share }, () => bin));
    const p = resamplingProbabilities(values.map((value) => [value]), { alpha: 1e-9, bins: 3 }); // prettier-ignore
    const shares = resampledShares(values, p, latentHistogram(values, 3));
    const single = [1 / 0.8, 1 / 0.15, 1 / 0.05];
    expectNumbers('debias', shares[2] ?? NaN, [0.05, 20 / single.reduce((a, b) => a + b), 1]);
  });
});

describe('the judge of codes', () => {
  const softplus = (a: number) => Math.log1p(Math.exp(-Math.abs(a))) + Math.max(a, 0);

  it('the losses are the printed ones, and 2 log 2 where it cannot tell', () => {
    const [prior, code] = [
      [[0.7], [-0.2]],
      [[0.4], [-1.5]],
    ];
    // −log D(z) of a logit a is softplus(−a), −log(1 − D) is softplus(a).
    const mean = (rows: number[][], of: (a: number) => number) =>
      rows.reduce((sum, [a = NaN]) => sum + of(a) / rows.length, 0);
    const expected = mean(prior, (a) => softplus(-a)) + mean(code, softplus);
    expect(evaluateScalar(codeDiscriminatorLoss, [prior, code])).toBeCloseTo(expected, 12);
    expect(evaluateScalar(encoderLoss, [code])).toBeCloseTo(
      mean(code, (a) => softplus(-a)),
      12,
    );
    const blind = evaluateScalar(codeDiscriminatorLoss, [[[0]], [[0]]]);
    expectNumbers('aae-loss', blind, [0, blind / 2, -blind]);
  });

  it('the best discriminator reaches 2 JS − 2 log 2', () => {
    const [p, q] = [
      [0.5, 0.3, 0.2],
      [0.1, 0.2, 0.7],
    ];
    const best = p.reduce((sum, mass, i) => {
      const judge = mass / (mass + q[i]!);
      return sum + mass * Math.log(judge) + q[i]! * Math.log(1 - judge);
    }, 0);
    const middle = p.map((mass, i) => (mass + q[i]!) / 2);
    const kl = (a: number[]) => a.reduce((sum, mass, i) => sum + mass * Math.log(mass / middle[i]!), 0);
    expect(best).toBeCloseTo(kl(p) + kl(q) - 2 * Math.LN2, 12);
  });
});

describe('what ours did', () => {
  const read = (id: string) => JSON.parse(readFileSync(new URL(`../../public/models/${id}/model.json`, import.meta.url), 'utf8')) as typeof acai; // prettier-ignore
  const share = (id: string, name: string) =>
    (read(id).metrics as Readonly<Record<string, { value: number }>>)[name]?.value ?? NaN;

  it('a judge of pairs brings nearly all samples as asked; the trials without it are those of the folder', () => {
    for (const id of ['aae-mnist-conditional', 'aae-mnist-semi-1000'])
      expect(share(id, 'samples-as-asked')).toBeGreaterThan(0.9);
    expect(Math.round(100 * share('aae-mnist-semi-1000', 'test-accuracy'))).toBeGreaterThanOrEqual(94);
    const trials = readFileSync(new URL('../../training/README.md', import.meta.url), 'utf8').replaceAll('\n', ' '); // prettier-ignore
    for (const each of ['59%', '69%', '83%']) expect(trials).toContain(each);
    for (const each of ['| the style, as in the paper | 59% | 69% |', String.raw`($83\%$ with 1,000 labels)`])
      expectPrinted(each);
  });

  it('pairs are one density only if the style is the prior’s within each digit', () => {
    // Two digits, two styles: all styles together are as the prior has them, and still each digit has its own.
    const joint = [[0.5, 0], [0, 0.5]]; // prettier-ignore
    const prior = [0.5, 0.5];
    const js = (p: number[], q: number[]) => {
      const kl = (a: number[], b: number[]) => a.reduce((sum, mass, i) => sum + (mass && mass * Math.log(mass / b[i]!)), 0); // prettier-ignore
      const middle = p.map((mass, i) => (mass + q[i]!) / 2);
      return (kl(p, middle) + kl(q, middle)) / 2;
    };
    const styles = [0, 1].map((style) => joint[0]![style]! + joint[1]![style]!);
    expect(js(styles, prior)).toBe(0);
    expect(
      js(
        joint.flat(),
        prior.flatMap((a) => prior.map((b) => a * b)),
      ),
    ).toBeGreaterThan(0.2);
  });
});

describe('molecules', () => {
  it('the ten strings: two are no molecules, one is twice there, two are known', () => {
    const listed = (name: string) =>
      [...(new RegExp(`export const ${name} = \\[(.*?)\\]`).exec(chapter)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, text]) => text!); // prettier-ignore
    const [generated, trained] = [listed('generated'), listed('trained')];
    expect(generated).toHaveLength(10);
    expect(generated.filter((smiles) => !checkSmiles(smiles).valid)).toEqual(['C1CC', 'CF=C']);
    expect(moleculeMetrics(generated, trained)).toEqual({ validity: 0.8, uniqueness: 7 / 8, novelty: 5 / 7 });
  });

  it('carbon chains pass all three shares', () => {
    const chains = Array.from({ length: 50 }, (_, n) => 'C'.repeat(n + 1));
    expect(moleculeMetrics(chains, ['CC'])).toEqual({ validity: 1, uniqueness: 1, novelty: 0.98 });
  });

  it('what the words say of the four writers', () => {
    const { metrics } = JSON.parse(readFileSync(new URL('../../public/models/molecules-aae-32d/model.json', import.meta.url), 'utf8')) as { metrics: Record<string, { value: number }> }; // prettier-ignore
    const of = (name: string) => metrics[name]?.value ?? NaN;
    expect(of('samples-validity')).toBeGreaterThan(of('counts-validity'));
    expect(Math.abs(of('samples-validity') - 0.25)).toBeLessThan(0.03);
    expect(of('training-novelty')).toBe(0);
    expect([of('chains-validity'), of('chains-uniqueness')]).toEqual([1, 1]);
    expect(of('chains-novelty')).toBeGreaterThan(0.9);
    for (const writer of ['samples', 'counts', 'training']) {
      expect(of('chains-nearest')).toBeGreaterThan(of(`${writer}-nearest`));
      expect(of('chains-diversity')).toBeLessThan(of(`${writer}-diversity`) / 2);
    }
  });

  it('novelty among the unique', () => {
    expectNumbers('moses', 45 / 60, [45 / 100, 45 / 80, 15 / 60]);
  });
});
