/** The formulas, numbers and stored runs of the chapter on energies, from the methods that it shows. */
import { describe, expect, it } from 'vitest';
import type { Node } from '~/autodiff/graph';
import report from '~/components/figures/gan-energies/chapter-runs.json';
import { energySettings } from '~/components/figures/gan-energies/chapter-runs';
import { reportLandscapes } from '~/components/figures/gan-energies/landscapes';
import landscapes from '~/components/figures/gan-energies/landscapes.json';
import { recorded, recordedOutcomes } from '~/components/widgets/are-gans-equal/recorded';
import { compareAt, summarise } from '~/components/widgets/are-gans-equal/summarise';
import { runOnce } from '~/components/widgets/gan-2d/gan-2d.measure';
import runs from '~/components/widgets/gan-2d/runs.json';
import type { StoredRun } from '~/components/widgets/gan-2d/summarise-runs';
import {
  beganControl,
  beganControlStep,
  beganConvergence,
  beganDiscriminatorLoss,
} from '~/methods/gan-losses/began';
import { energyDiscriminatorLoss, pullingAwayTerm } from '~/methods/gan-losses/ebgan';
import { reconstructionNorm } from '~/methods/gan-losses/energies';
import { hingeDiscriminatorLoss } from '~/methods/gan-losses/hinge';
import { createRng } from '~/methods/rng/create-rng';
import { sampleRing } from '~/methods/toy-data/ring';
import { evaluateScalar, numbersOf, evaluate } from '~/runtime/evaluate';
import { answersOf, least } from './answers-support.ts';
import { bestOutput, difference, readChapter, sidesOf, total, tv } from './gan-losses-support.ts';

const { expectFormula, expectNumbers } = answersOf('gan-energies');

describe('energy', () => {
  // A lattice of places stands for the line; an energy with two weights.
  const places = Array.from({ length: 201 }, (_, i) => -5 + i / 20);
  const energy = (w: number, x: number) => 0.3 * w * x ** 2 + Math.sin(w * x);
  const law = (w: number) => {
    const weights = places.map((x) => Math.exp(-energy(w, x)));
    return weights.map((weight) => weight / total(weights));
  };
  const mean = (p: readonly number[], fn: (x: number) => number) =>
    total(p.map((value, i) => value * fn(places[i] ?? NaN)));
  it('the slope of the likelihood is the mean slope on data less that on the model', () => {
    const data = law(0.4).toReversed();
    const likelihood = (w: number) => -total(data.map((p, i) => p * Math.log(law(w)[i] ?? NaN)));
    const slope = (x: number) => difference((w) => energy(w, x), 1.2);
    expect(difference(likelihood, 1.2)).toBeCloseTo(mean(data, slope) - mean(law(1.2), slope), 6);
  });
  it('KL(p_g, p_e) is mean energy less entropy, plus log Z', () => {
    const samples = law(0.7);
    const z = total(places.map((x) => Math.exp(-energy(1.2, x))));
    const entropy = -total(samples.map((p) => p * Math.log(p)));
    const kl = total(samples.map((p, i) => p * Math.log(p / (law(1.2)[i] ?? NaN))));
    expect(kl).toBeCloseTo(mean(samples, (x) => energy(1.2, x)) - entropy + Math.log(z), 10);
  });
  it('x²/2 against N(0, s²): with the entropy the least is at s = 1, without at s = 0', () => {
    /** Both by integration over a fine lattice. */
    const parts = (s: number) => {
      const xs = Array.from({ length: 2001 }, (_, i) => (i - 1000) * 0.01 * s);
      const p = xs.map((x) => (Math.exp(-(x ** 2) / (2 * s ** 2)) / (s * Math.sqrt(2 * Math.PI))) * 0.01 * s);
      return {
        energy: total(p.map((value, i) => (value * (xs[i] ?? NaN) ** 2) / 2)),
        entropy: -total(p.map((value) => (value > 0 ? value * Math.log(value / (0.01 * s)) : 0))),
      };
    };
    const constant = parts(1).entropy;
    expectFormula('entropy', (s) => s ** 2 / 2 - Math.log(s));
    for (const s of [0.3, 1, 2.5]) {
      expect(parts(s).energy).toBeCloseTo(s ** 2 / 2, 6);
      expect(parts(s).entropy).toBeCloseTo(Math.log(s) + constant, 6);
    }
    expect(least((s) => s ** 2 / 2 - Math.log(s), 0.2, 3).at).toBeCloseTo(1, 2);
  });
});

describe('a linear auto-encoder with one unit', () => {
  const kept = ([x = NaN, y = NaN]: readonly number[]) => 0.6 * x + 0.8 * y;
  const energyAt = (point: number[]) =>
    numbersOf(evaluate((a, b) => reconstructionNorm(a, b, 0), [[point], [[0.6 * kept(point), 0.8 * kept(point)]]]))[0] ?? NaN; // prettier-ignore
  it('has at a point its distance to the line', () => {
    expectNumbers('line', energyAt([5, 0]), [kept([5, 0]), 5, energyAt([5, 0]) ** 2, 5 - kept([5, 0])]);
    expect(energyAt([6, 8])).toBeCloseTo(0, 9);
    expect(energyAt([2, -1]) ** 2).toBeCloseTo(5 - kept([2, -1]) ** 2, 9);
  });
  it('on the ring all directions leave 2.01', () => {
    const data = sampleRing(createRng(0), 40_000);
    for (const angle of [0, 0.5, 1.2]) {
      let left = 0;
      for (let i = 0; i < data.length; i += 2)
        left += ((data[i] ?? NaN) * Math.sin(angle) - (data[i + 1] ?? NaN) * Math.cos(angle)) ** 2;
      expect(left / (data.length / 2)).toBeCloseTo(2 ** 2 / 2 + 0.1 ** 2, 1);
    }
  });
});

describe('the margin', () => {
  const margin = sidesOf((x, y) => energyDiscriminatorLoss(x, y, 2), { real: 0, fake: 2 });
  it('the best energy is 0 or m, and costs m min(p, q)', () => {
    for (const [p, q] of [
      [0.7, 0.2],
      [0.1, 0.4],
    ] as const) {
      const e = bestOutput(margin, p, q, [0, 5]);
      expect(e).toBeCloseTo(p > q ? 0 : 2, 2);
      const value = p * margin.real(Math.round(e)) + q * margin.fake(Math.round(e));
      expect(value).toBeCloseTo(2 * Math.min(p, q), 12);
    }
    // At the equilibrium any constant energy γ in [0, m] gives γ + (m − γ) = m.
    for (const gamma of [0, 0.7, 2])
      expect(
        evaluateScalar((x: Node, y: Node) => energyDiscriminatorLoss(x, y, 2), [[gamma], [gamma]]),
      ).toBeCloseTo(2, 12);
  });
  it('is hinge in another scale: f = 1 − 2e/m makes the loss 2/m times as large', () => {
    const [real, fake] = [[0.2, 1.1, 3], [0, 2.5]]; // prettier-ignore
    const turned = [real, fake].map((energies) => energies.map((e) => 1 - (2 * e) / 3));
    expect(evaluateScalar(hingeDiscriminatorLoss, turned)).toBeCloseTo(
      (2 / 3) * evaluateScalar((x, y) => energyDiscriminatorLoss(x, y, 3), [real, fake]),
      12,
    );
  });
  it('the least EBGAN loss when half of the data is covered, m = 4', () => {
    const cost = (e: number) =>
      0.5 * evaluateScalar((x, y) => energyDiscriminatorLoss(x, y, 4), [[e], [4]]) +
      1 * evaluateScalar((x, y) => energyDiscriminatorLoss(x, y, 4), [[0], [e]]);
    const shared = least(cost, 0, 6, 600);
    expect(shared.at).toBeCloseTo(4, 6);
    expectNumbers('ebgan-value', shared.value, [4, 0, 1 - tv([0.5, 0.5], [1, 0]), 1]);
  });
});

describe('pulling away', () => {
  const pt = (codes: number[][]) => evaluateScalar((s) => pullingAwayTerm(s), [codes]);
  it('the example of three codes is 1/3; lengths and signs do not count', () => {
    expect(pt([[1, 0], [0, 1], [1, 1]])).toBeCloseTo(1 / 3, 9); // prettier-ignore
    expect(pt([[10, 0], [0, -3], [1, 1]])).toBeCloseTo(1 / 3, 9); // prettier-ignore
    expect(pt([[1, 2], [-3, -6]])).toBeCloseTo(1, 9); // prettier-ignore
  });
  it('64 codes of two dimensions reach (N − q)/(q(N − 1)) = 0.492 and nothing below', () => {
    const evenly = Array.from({ length: 64 }, (_, i) => [Math.cos((Math.PI * i) / 64), Math.sin((Math.PI * i) / 64)]); // prettier-ignore
    const bound = (64 - 2) / (2 * 63);
    expect(pt(evenly)).toBeCloseTo(bound, 9);
    expect(bound.toFixed(3)).toBe('0.492');
    const uneven = evenly.map(([x = 0, y = 0]) => [x + 0.3, y]);
    expect(pt(uneven)).toBeGreaterThan(bound);
  });
});

describe('BEGAN', () => {
  it('the loss, the thermostat and M', () => {
    expect(evaluateScalar((x, y) => beganDiscriminatorLoss(x, y, 0.25), [[0.4, 0.6], [1]])).toBeCloseTo(
      0.25,
      12,
    );
    const next = (k: number, real: number, fake: number) =>
      evaluateScalar((node, x, y) => beganControl(node, x, y, { gamma: 0.5, lambda: 0.1 }), [k, [real], [fake]]); // prettier-ignore
    expect(next(0.2, 0.5, 0.1)).toBeCloseTo(0.2 + 0.1 * (0.25 - 0.1), 9);
    expect(next(0.2, 0.5, 4)).toBe(0);
    expect(next(0.99, 8, 0)).toBe(1);
    expect(beganControlStep(0.2, 0.5, 0.1, { gamma: 0.5, lambda: 0.1 })).toBeCloseTo(0.215, 12);
  });
  it('M is 0.5 in balance at E_d e = 0.5', () => {
    expect(evaluateScalar((x, y) => beganConvergence(x, y, 0.5), [[0.5], [0.25]])).toBeCloseTo(0.5, 12);
  });
});

describe('questions', () => {
  it('the pulling-away term of three codes', () => {
    const codes = [[1, 0], [-2, 0], [0, 3]]; // prettier-ignore
    const value = evaluateScalar((s) => pullingAwayTerm(s), [codes]);
    const product = ((1 * -2) ** 2 * 2) / 6;
    expectNumbers('pt', value, [-value, 2 * value, 0, product, 1]);
  });
  it('one step of k', () => {
    const options = { gamma: 0.5, lambda: 0.1 };
    const balance = 0.5 * 0.8 - 0.2;
    expectNumbers('began-step', beganControlStep(0.3, 0.8, 0.2, options), [
      0.3 - 0.1 * balance,
      beganControlStep(0.3, 0.8, 0.2, { gamma: 1, lambda: 0.1 }),
      beganControlStep(0.3, 0.8, 0.2, { gamma: 0.5, lambda: 1 }),
      0.3 + 0.1 * (0.8 - 0.5 * 0.2),
    ]);
  });
});

describe('the stored runs that the chapter quotes', () => {
  const own = (name: keyof typeof energySettings) => {
    const found = report.rows.find(({ row }) => row === name);
    if (!found) throw new Error(`chapter-runs.json has no row "${name}"`);
    return found.runs;
  };
  const preset = (name: string): readonly StoredRun[] =>
    runs.presets.find((row) => row.preset === name)?.runs ?? [];
  const modesOf = (all: readonly { modes: number }[]) => total(all.map(({ modes }) => modes)) / all.length;
  it('have ten seeds of each setting', () => {
    for (const name of Object.keys(energySettings))
      expect(own(name as keyof typeof energySettings).map(({ seed }) => seed)).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
      ]);
  });
  it('two units, seed 0, does the same again', { timeout: 120_000 }, async () => {
    const { energy, ...again } = await runOnce(0, energySettings.twoUnits);
    expect({ ...again, off: energy?.off }).toMatchObject(own('twoUnits')[0] ?? {});
  });
  it('EBGAN: with every seed the lost clusters have the lower energy, and no seed keeps all', () => {
    for (const { modes, energy } of preset('ebgan')) {
      expect(modes).toBeLessThan(7.5);
      expect(energy?.lost ?? NaN).toBeLessThan(energy?.held ?? NaN);
    }
  });
  it('noise in eight clusters brings samples to the data and no more clusters; two units bring clusters; the term nothing', () => {
    expect(Math.abs(modesOf(own('eight')) - modesOf(preset('ebgan')))).toBeLessThan(0.3);
    const close = (all: readonly { close: number }[]) => total(all.map((run) => run.close)) / all.length;
    expect(close(own('eight'))).toBeGreaterThan(close(preset('ebgan')) + 0.2);
    expect(modesOf(own('twoUnits'))).toBeGreaterThan(modesOf(preset('ebgan')) + 0.8);
    for (const name of ['pulled', 'pulledHard'] as const)
      expect(Math.abs(modesOf(own(name)) - modesOf(own('twoUnits')))).toBeLessThan(0.3);
  });
  it('with the best of ten random settings both are behind the first', () => {
    const trials = summarise(recordedOutcomes, recorded.scale, 8);
    for (const { trials: count } of trials) expect(count).toBe(recorded.w1.length / 10);
    const { level = [] } = compareAt(trials, 10) ?? {};
    expect(level.length).toBeGreaterThan(3);
    for (const loss of ['ebgan', 'began'] as const) expect(level).not.toContain(loss);
  });
  it('noise in eight clusters helps BEGAN, whose heaps nothing else drives anywhere', () => {
    expect(modesOf(own('beganEight'))).toBeGreaterThan(modesOf(preset('began')) + 2);
    for (const { modes } of own('beganEight')) expect(modes).toBeLessThan(7.5);
  });
  it('BEGAN is in balance in one or two clusters', () => {
    const energy = (place: 'data' | 'samples') =>
      total(preset('began').map((run) => run.energy?.[place] ?? NaN)) / 10;
    expect(energy('samples') / energy('data')).toBeCloseTo(1, 0);
    expect(modesOf(preset('began'))).toBeLessThan(2);
  });
});

describe('the judges along the circle', () => {
  const along = (name: string) => landscapes.landscapes.find((row) => row.name === name)?.along ?? [];
  const at = (name: string, shift: number) =>
    Array.from({ length: 8 }, (_, i) => along(name)[12 * i + shift] ?? NaN);
  const shares = landscapes.landscapes.find(({ name }) => name === 'ebgan')?.shares ?? [];
  it('the discriminator is undecided on the data; the auto-encoder that saw data alone is low between them too', () => {
    for (const d of at('discriminator', 0)) expect(Math.abs(d - 0.5)).toBeLessThan(0.12);
    expect(landscapes.landscapes.find(({ name }) => name === 'alone')?.k).toBe(0);
    for (const error of at('alone', 0)) expect(error).toBeLessThan(0.25);
    expect(at('alone', 6).filter((error) => error < 0.3)).toHaveLength(6);
    expect(at('alone', 6).filter((error) => error > 3)).toHaveLength(2);
  });
  it('EBGAN: the two clusters without samples are the lowest basins; the walls are beyond the margin', () => {
    const points = along('ebgan');
    const basins = shares.map((share, i) => ({
      share,
      energy: total([-2, -1, 0, 1, 2].map((n) => points[(12 * i + n + 96) % 96] ?? NaN)) / 5,
    }));
    const sorted = basins.toSorted((a, b) => a.energy - b.energy);
    expect(sorted.map(({ share }) => share > 0)).toEqual([false, false, true, true, true, true, true, true]);
    expect((sorted[2]?.energy ?? NaN) / (sorted[1]?.energy ?? NaN)).toBeGreaterThan(1.5);
    for (const wall of at('ebgan', 6)) expect(wall).toBeGreaterThan(2);
  });
  it('are what the same code gives now', { timeout: 120_000 }, async () => {
    expect(await reportLandscapes()).toEqual(landscapes);
  });
});

it('the chapter prints these numbers', () => {
  const chapter = readChapter('gan-energies');
  const bound = (n: number, q: number) => ((n - q) / (q * (n - 1))).toFixed(3);
  expect([bound(64, 2), bound(256, 2)]).toEqual(['0.492', '0.498']);
  for (const printed of ['$0.492$', '$0.498$', '\\mathrm{PT}=\\tfrac13', 'it is $0.5$', '=2.01$'])
    expect(chapter, printed).toContain(printed);
});
