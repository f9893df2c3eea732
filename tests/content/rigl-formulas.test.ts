/** The formulas and numbers that the chapter on sparse training prints, from the methods that it shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  accuracyOf,
  cell,
  COLUMNS,
  convTrials,
  costOf,
  lead,
  ROWS,
  setting,
  trials,
} from '~/components/figures/rigl/replication';
import { runLab } from '~/components/widgets/sparse-lab/run-lab';
import { presets as landscapes } from '~/components/widgets/loss-landscape/loss-landscape.params';
import { runLandscape } from '~/components/widgets/loss-landscape/run-landscape';
import { planOf } from '~/components/widgets/sparse-lab/sparse-lab.loop';
import { presets } from '~/components/widgets/sparse-lab/sparse-lab.params';
import { along, innerGradients } from '~/methods/mode-connectivity/path';
import { resetState } from '~/methods/rigl/rewire';
import { dropAndGrow } from '~/methods/rigl/rigl';
import { dropFraction } from '~/methods/rigl/schedule';
import { erdosRenyiDensities, erdosRenyiRatio, uniformDensities } from '~/methods/sparsity/allocation';
import { forwardFlops, sparsityOf } from '~/methods/sparsity/counts';
import { lenet300100, resnet50, weightCount, weightTotal } from '~/methods/sparsity/layers';
import { budgetAt, LENET_PLAN } from '~/methods/sparse-training/plan';
import type { TrialMethod } from '~/methods/sparse-training/replicate';
import { smallDenseSizes } from '~/methods/sparse-training/small-dense';
import { riglStepFlops, snfsStepFlops, sparseStepFlops } from '~/methods/training-flops/training-flops';

const chapter = readFileSync(new URL('../../src/content/docs/rigl.mdx', import.meta.url), 'utf8');
/** The chapter prints it. */
const expectPrinted = (text: string) => expect(chapter.includes(text), `the chapter prints "${text}"`).toBe(true); // prettier-ignore
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('what is counted', () => {
  it('266,200 weights; 13,312 at 95%, 2,664 at 99%', () => {
    expect(weightTotal(lenet300100())).toBe(266_200);
    expect(sum(budgetAt(LENET_PLAN, 0.95))).toBe(13_312);
    expect(sum(budgetAt(LENET_PLAN, 0.99))).toBe(2664);
    ['266{,}200', '13{,}312', '2{,}664'].forEach(expectPrinted);
  });

  it('the sparsity of a net is that of its layers, weighted by their sizes', () => {
    const kept = budgetAt(LENET_PLAN, 0.9);
    const layers = lenet300100();
    const zeros = layers.map((layer, at) => weightCount(layer) - (kept[at] ?? NaN));
    expect(sparsityOf(layers, kept)).toBeCloseTo(sum(zeros) / weightTotal(layers), 12);
  });
});

describe('who gets the connections', () => {
  const layers = lenet300100();
  it('by hand: the ratios, ε twice, the densities', () => {
    expect(layers.map((layer) => erdosRenyiRatio(layer).toFixed(5))).toEqual([
      '0.00461',
      '0.01333',
      '0.11000',
    ]);
    expect((26_620 / (1084 + 400 + 110)).toFixed(2)).toBe('16.70');
    expect(((26_620 / 1594) * 0.11).toFixed(2)).toBe('1.84');
    const { densities, epsilon, saturated } = erdosRenyiDensities(layers, 0.9);
    expect(epsilon).toBeCloseTo(25_620 / 1484, 10);
    expect(epsilon.toFixed(2)).toBe('17.26');
    expect(saturated).toEqual([2]);
    expect(densities.map((density) => density.toFixed(4))).toEqual(['0.0796', '0.2302', '1.0000']);
    ['$0.0796$, $0.2302$ and $1$', '=16.70$', '=17.26$', '$1.84$'].forEach(expectPrinted);
  });

  it('the density is the smaller of 1 and ε r for every layer of ResNet-50', () => {
    const net = resnet50();
    const { densities, epsilon } = erdosRenyiDensities(net, 0.8);
    net.forEach((layer, at) => {
      const [w = 1, h = 1, inputs = 0, outputs = 0] = layer.shape.length === 4 ? layer.shape : [undefined, undefined, ...layer.shape]; // prettier-ignore
      const kernel = layer.shape.length === 4 ? w + h : 0;
      const ratio = (inputs + outputs + kernel) / (inputs * outputs * w * h);
      expect(densities[at]).toBeCloseTo(Math.min(1, epsilon * ratio), 12);
    });
  });

  it('ResNet-50 at 80%: ERK leaves 0.414 of the operations, uniform with a dense first layer 0.223', () => {
    const net = resnet50();
    const share = (densities: readonly number[]) =>
      sum(net.map((layer, at) => (densities[at] ?? NaN) * forwardFlops([layer]))) / forwardFlops(net);
    expect(share(erdosRenyiDensities(net, 0.8).densities).toFixed(3)).toBe('0.414');
    expect(share(uniformDensities(net, 0.8, { dense: [0] })).toFixed(3)).toBe('0.223');
    ['$0.414$', '$0.223$'].forEach(expectPrinted);
  });

  it('the small dense network has six and three units or fewer at 98% and above', () => {
    const units = (sparsity: number) =>
      smallDenseSizes(LENET_PLAN.sizes, Math.round(266_200 * (1 - sparsity)));
    expect(Math.max(...units(0.98).slice(1, -1))).toBe(6);
    expect(Math.max(...units(0.99).slice(1, -1))).toBe(3);
    for (const sparsity of [0.95, 0.98, 0.99]) {
      const sizes = units(sparsity);
      const weights = sum(sizes.slice(1).map((outputs, at) => outputs * (sizes[at] ?? 0)));
      expect(weights).toBeLessThanOrEqual(266_200 * (1 - sparsity));
    }
    expect(() => smallDenseSizes([784, 300, 10], 500)).toThrow('needs 794 weights');
    expect(smallDenseSizes([4, 3, 2], 100)).toEqual([4, 3, 2]);
  });
});

describe('the exchange', () => {
  it('by hand: 5 and 1 are dropped, 4 is new, 1 comes back', () => {
    const weights = [0.9, -0.1, 0, 0.4, 0, -0.05, 0.7, 0];
    const mask = Uint8Array.of(1, 1, 0, 1, 0, 1, 1, 0);
    const gradients = [0.1, 0.6, -0.3, 0.2, 0.8, 0.1, -0.9, 0.05];
    const asCode = dropAndGrow({ weights, mask }, gradients, 0.4);
    expect(asCode.dropped).toEqual([1, 5]);
    expect(asCode.grown).toEqual([1, 4]);
    expect(asCode.fresh).toEqual([4]);
    expect(asCode.weights[1]).toBe(-0.1);
    expect(dropAndGrow({ weights, mask }, gradients, 0.4, { regrowth: 'zero' }).weights[1]).toBe(0);
    expect([...resetState([1, 2, 3, 4, 5, 6, 7, 8], asCode)]).toEqual([1, 2, 0, 4, 0, 0, 7, 0]);
    for (const row of ['| weight | 0.9 | −0.1 | none | 0.4 | none | −0.05 | 0.7 | none |', '| gradient | 0.1 | 0.6 | −0.3 | 0.2 | 0.8 | 0.1 | −0.9 | 0.05 |']) expectPrinted(row); // prettier-ignore
  });

  it('a step from weight 0 lowers the loss by η g², to first order', () => {
    // L(w) = (3 + 2 w)² / 2 at w = 0: g = 6.
    const loss = (w: number) => (3 + 2 * w) ** 2 / 2;
    const eta = 1e-5;
    expect((loss(0) - loss(-eta * 6)) / (eta * 36)).toBeCloseTo(1, 3);
  });

  it('shares of 0.3, 0.256, 0.15 and 0.044 at steps 0, 750, 1500, 2250', () => {
    const schedule = { every: 100, end: 3000, alpha: 0.3 };
    const shares = [0, 750, 1500, 2250].map((step) => dropFraction(step, schedule));
    expect(shares.map((share) => share.toFixed(3))).toEqual(['0.300', '0.256', '0.150', '0.044']);
    expect(LENET_PLAN).toMatchObject(schedule);
    expectPrinted('$0.3$, $0.256$, $0.15$ and $0.044$');
  });
});

describe('what it costs', () => {
  it('over dense, at f_S = 0.05 f_D', () => {
    const costs = { dense: 1, sparse: 0.05 };
    expect((sparseStepFlops(costs) / 3).toFixed(2)).toBe('0.05');
    expect((snfsStepFlops(costs) / 3).toFixed(3)).toBe('0.367');
    expect((riglStepFlops(costs, 100) / 3).toFixed(4)).toBe('0.0531');
    expect((riglStepFlops(costs, 100) / sparseStepFlops(costs) - 1).toFixed(2)).toBe('0.06');
    ['| $0.367$ |', '| $0.0531$ |', 'is 6% dearer'].forEach(expectPrinted);
  });
});

describe('why moving helps', () => {
  it('the curve, its end points and the share of the inner point', () => {
    const [a, b, c] = [[1, -2], [5, 9], [3, 4]]; // prettier-ignore
    for (const t of [0, 0.3, 1])
      along([a, b, c], t).forEach((value, at) => { expect(value).toBeCloseTo((1 - t) ** 2 * a[at]! + 2 * t * (1 - t) * b[at]! + t * t * c[at]!, 12); }); // prettier-ignore
    expect([...innerGradients([1, 10], 2, 0.3)[0]!]).toEqual([2 * 0.3 * 0.7, 2 * 0.3 * 0.7 * 10]);
  });

  it('a hill at 98%, a way around it in the joint mask; at 99% the curve falls all the way', async () => {
    const { last } = await runLandscape({ ...landscapes.rigl, stepsPerFrame: 200 }, 1);
    expect(last.barrierLine).toBeGreaterThanOrEqual(0.1);
    expect(last.barrierCurve).toBeLessThanOrEqual(0.05);
    const { last: extreme } = await runLandscape({ ...landscapes.extreme, stepsPerFrame: 200 }, 1);
    expect(extreme.barrierLine).toBeGreaterThan(0.1);
    extreme.curve.slice(1).forEach((loss, at) => { expect(loss).toBeLessThan(extreme.curve[at]! + 0.01); }); // prettier-ignore
    expect(extreme.joint).toBeGreaterThan(1.5 * 2664);
  }, 120_000);
});

describe('what was measured', () => {
  it('five seeds of nine methods at five sparsities, and dense', () => {
    expect(COLUMNS).toEqual([0.8, 0.9, 0.95, 0.98, 0.99]);
    for (const sparsity of COLUMNS)
      for (const method of ROWS)
        expect(
          cell(method, sparsity).map(({ seed }) => seed),
          `${method} at ${sparsity}`,
        ).toEqual([1, 2, 3, 4, 5]);
    expect(cell('dense', 0)).toHaveLength(5);
    expect(trials).toHaveLength(9 * 25 + 5);
    expect(setting).toEqual({ train: 20_000, test: 10_000, steps: LENET_PLAN.steps });
  });

  it('every cell has the connections that it says', () => {
    for (const { method, sparsity, kept } of trials) {
      const most = method === 'dense' ? 266_200 : Math.ceil(266_200 * (1 - sparsity)) + 3;
      expect(sum(kept), `${method} at ${sparsity}`).toBeLessThanOrEqual(most);
      if (method !== 'small-dense') expect(sum(kept)).toBeGreaterThanOrEqual(most - 8);
    }
  });

  it('says what the prose says: who leads whom, and by more than two standard errors where it says so', () => {
    const mean = (method: Parameters<typeof accuracyOf>[0], sparsity: number) =>
      accuracyOf(method, sparsity).mean;
    // Static loses, and more the sparser.
    const statics = COLUMNS.map((sparsity) => mean('static', sparsity));
    expect(statics).toEqual(statics.toSorted((a, b) => b - a));
    // Moving helps where connections are scarce.
    const gain = lead('rigl', 'static', 0.99);
    expect(gain.mean).toBeGreaterThan(1);
    expect(gain.mean).toBeGreaterThan(2 * gain.error);
    expect(lead('rigl', 'static', 0.8).mean).toBeLessThan(0.2);
    // SET is ahead of RigL up to 98%, at 99% they are level.
    for (const sparsity of [0.8, 0.9, 0.95, 0.98]) {
      const ahead = lead('set', 'rigl', sparsity);
      expect(ahead.mean, `SET at ${sparsity}`).toBeGreaterThan(2 * ahead.error);
      expect(mean('snfs', sparsity)).toBeGreaterThan(mean('rigl', sparsity));
      expect(mean('snfs', sparsity)).toBeLessThan(mean('set', sparsity));
    }
    const level = lead('rigl', 'set', 0.99);
    expect(Math.abs(level.mean)).toBeLessThan(2 * level.error);
    // SET tries more places.
    const tried = (method: 'set' | 'rigl') => sum(cell(method, 0.95).map((trial) => trial.tried));
    expect(tried('set')).toBeGreaterThan(1.2 * tried('rigl'));
    // SNFS ahead of both at 99%, for several times the operations.
    expect(mean('snfs', 0.99)).toBeGreaterThan(Math.max(mean('rigl', 0.99), mean('set', 0.99)));
    expect(costOf('snfs', 0.99)).toBeGreaterThan(5 * costOf('rigl', 0.99));
    // Dense-to-sparse on top at the extreme; GraSP behind SNIP at every sparsity.
    for (const method of ROWS.filter((name) => name !== 'pruning' && name !== 'ticket')) {
      expect(mean('pruning', 0.99)).toBeGreaterThan(mean(method, 0.99));
      expect(mean('ticket', 0.99)).toBeGreaterThan(mean(method, 0.99));
    }
    for (const sparsity of COLUMNS) expect(mean('grasp', sparsity)).toBeLessThan(mean('snip', sparsity));
    // Small dense below static, with dead networks at 98% and above.
    for (const sparsity of COLUMNS)
      expect(mean('small-dense', sparsity)).toBeLessThan(mean('static', sparsity));
    for (const sparsity of [0.98, 0.99])
      expect(cell('small-dense', sparsity).some(({ accuracy }) => accuracy === 0.1)).toBe(true);
  });

  it('with convolutions: RigL over SET over static at 98%, level with SET at 90%, pruning above, scores below', () => {
    const conv = (method: TrialMethod, sparsity: number) => accuracyOf(method, sparsity, convTrials).mean;
    expect(convTrials).toHaveLength(5 * (1 + 6 * 3));
    for (const [a, b] of [['rigl', 'set'], ['set', 'static']] as const) {
      const { mean, error, n } = lead(a, b, 0.98, convTrials);
      expect(n).toBe(5);
      expect(mean).toBeGreaterThan(2 * error);
    } // prettier-ignore
    expect(Math.abs(lead('rigl', 'set', 0.9, convTrials).mean)).toBeLessThan(0.2);
    for (const sparsity of [0.9, 0.95, 0.98])
      expect(conv('pruning', sparsity)).toBeGreaterThan(conv('rigl', sparsity));
    for (const sparsity of [0.9, 0.95]) {
      expect(conv('snip', sparsity)).toBeLessThan(conv('static', sparsity));
      expect(conv('grasp', sparsity)).toBeLessThan(conv('snip', sparsity));
    }
    const guessing = convTrials.filter(({ method, accuracy }) => method === 'grasp' && accuracy === 0.1);
    expect(guessing.length).toBeGreaterThan(7);
    // No layer of these has run empty: it is the rate.
    for (const { kept } of guessing) expect(Math.min(...kept)).toBeGreaterThan(50);
  });

  it('GraSP’s convolutional network begins steeply and falls silent', async () => {
    const settings = { ...presets.convRigl, method: 'grasp', sparsity: 0.9, stepsPerFrame: 10, steps: 2000 } as const; // prettier-ignore
    const run = runLab({ ...settings, steps: 100 }, 1);
    const losses = (await run).frames.map(({ loss }) => loss);
    expect(losses[1]).toBeGreaterThan(5);
    expect(losses.at(-1)).toBeCloseTo(Math.log(10), 1);
  }, 60_000);

  it('the laboratory trains the same network by the same rule as the table', () => {
    const plan = planOf({ ...presets.rigl, steps: LENET_PLAN.steps });
    expect(plan).toEqual({ ...LENET_PLAN, rounds: presets.rigl.rounds });
  });
});
