/** The numbers of the questions on sparse training, from the methods that the chapter shows, and the runs that its experiments ask for. */
import { describe, expect, it } from 'vitest';
import { pricesOf } from '~/components/widgets/flops-meter/costs';
import { presets as meterPresets } from '~/components/widgets/flops-meter/flops-meter.params';
import { exchangeOf, isExchange, judge } from '~/components/widgets/grow-step/exchange';
import { LETTERS, presets as growPresets } from '~/components/widgets/grow-step/grow-step.params';
import { measuresOf } from '~/components/widgets/sparse-lab/history';
import { runLab } from '~/components/widgets/sparse-lab/run-lab';
import { presets } from '~/components/widgets/sparse-lab/sparse-lab.params';
import { dropAndGrow } from '~/methods/rigl/rigl';
import { dropFraction } from '~/methods/rigl/schedule';
import { erdosRenyiDensities, erdosRenyiRatio } from '~/methods/sparsity/allocation';
import { lenet300100 } from '~/methods/sparsity/layers';
import { budgetAt, LENET_PLAN } from '~/methods/sparse-training/plan';
import { riglStepFlops, snfsStepFlops } from '~/methods/training-flops/training-flops';
import { answersOf } from './answers-support.ts';

const { expectNumbers } = answersOf('rigl');

describe('numbers of the questions', () => {
  it('the density of the first layer', () => {
    const layers = lenet300100();
    const { densities } = erdosRenyiDensities(layers, 0.9);
    const notAgain = (26_620 / 1594) * erdosRenyiRatio(layers[0]!);
    expectNumbers('erk-density', densities[0]!, [notAgain, 0.1, densities[1]!]);
  });

  it('how many connections move', () => {
    const active = budgetAt(LENET_PLAN, 0.95)[0]!;
    expect(active).toBe(9052);
    const f = dropFraction(1500, { every: 100, end: 3000, alpha: 0.3 });
    expectNumbers('moved-count', Math.floor(f * active), [
      Math.floor(0.3 * active),
      f * 235_200,
      Math.floor((f / 2) * active),
    ]);
  });

  it('what a step costs', () => {
    const costs = { dense: 1, sparse: 0.1 };
    expectNumbers('step-cost', riglStepFlops(costs, 100) / 3, [
      snfsStepFlops(costs) / 3,
      0.1,
      riglStepFlops(costs, 100),
    ]);
  });

  it('the exchange by hand', () => {
    const mask = Uint8Array.of(1, 1, 0, 1, 0, 1);
    const weights = [0.5, -0.2, 0, 0.1, 0, -0.8];
    const next = dropAndGrow({ weights, mask }, [0.1, -0.4, 0.3, 0.05, -0.7, 0.9], 0.5);
    expect(next.dropped).toEqual([1, 3]);
    expect([...next.mask]).toEqual([1, 1, 0, 0, 1, 1]);
  });

  it('a masked gradient makes RigL grow what it dropped', () => {
    const mask = Uint8Array.of(1, 1, 0, 1, 0, 1);
    const masked = [0.1, -0.4, 0.3, 0.05, -0.7, 0.9].map((g, at) => g * mask[at]!);
    const next = dropAndGrow({ weights: [0.5, -0.2, 0, 0.1, 0, -0.8], mask }, masked, 0.5);
    expect(next.grown).toEqual(next.dropped);
  });
});

describe('the drawings can be brought to what is asked', () => {
  it('three of four guesses, but not without any', () => {
    const found = exchangeOf(growPresets.guessing);
    if (!isExchange(found)) throw new Error('expected room');
    const right = found.result.grown.map((place) => LETTERS[place]).join('');
    expect(found.count).toBe(4);
    expect(judge(found, right).right).toBeGreaterThanOrEqual(3);
    expect(judge(found, '').right).toBe(0);
  });

  it('RigL at most 5% dearer than static at 95%: ΔT of about 126', () => {
    const over = (every: number) => {
      const { rigl, static: fixed } = pricesOf({ ...meterPresets.lenet, every });
      return 100 * (rigl.step / fixed.step - 1);
    };
    expect(over(100)).toBeGreaterThan(5);
    expect(over(126)).toBeLessThan(5);
    expect(over(124)).toBeGreaterThan(5);
    expect(pricesOf(meterPresets.lenet).static.step).toBeLessThan(0.05001);
  });
});

describe('the experiments can be done', () => {
  const seldom = { stepsPerFrame: 200 };
  const end = async (settings: Parameters<typeof runLab>[0]) => measuresOf((await runLab(settings, 1)).last);

  it('85% at 95% sparsity, then 80% at 99%, for less than 25 dense steps', async () => {
    const first = await end({ ...presets.set, sparsity: 0.95, ...seldom });
    expect(first['accuracy']).toBeGreaterThanOrEqual(85);
    expect(first['sparsity']).toBeGreaterThan(94.99);
    const second = await end({ ...presets.riglExtreme, ...seldom });
    expect(second['accuracy']).toBeGreaterThanOrEqual(80);
    expect(second['sparsity']).toBeGreaterThan(98.98);
    expect(second['cost']).toBeLessThan(25);
  }, 120_000);

  it('a restless schedule keeps RigL below 60% after 500 steps', async () => {
    const restless = { ...presets.rigl, every: 1, alpha: 1, ...seldom };
    const { frames } = await runLab({ ...restless, steps: 1000 }, 1);
    expect(100 * (frames.find(({ step }) => step >= 500)?.accuracy ?? NaN)).toBeLessThan(60);
    const calm = await runLab({ ...presets.rigl, steps: 1000, ...seldom }, 1);
    expect(100 * (calm.frames.find(({ step }) => step >= 500)?.accuracy ?? NaN)).toBeGreaterThan(70);
  }, 120_000);
});
