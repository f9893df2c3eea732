/**
 * Every number of the figure, calculated anew at every step of a run: the networks' weights are read out, batches are drawn
 * from the seed, both networks are written out here as loops in 64 bits, and k follows its own recursion from k = 0. Nothing of
 * the graph, of its gradients or of gan-losses has a part in it. At the default, at both extremes and after changes in mid-run.
 */
import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import type { OpenSession, Program, Session } from '~/autodiff/program';
import { createRng } from '~/methods/rng/create-rng';
import { drawIndices, drawNormal } from '~/methods/rng/draws';
import { openSession } from '~/runtime/executors';
import { beganControl, type Frame } from './began-control.loop';
import { presets, type Params } from './began-control.params';
import { beganControlText } from './began-control.text';
import { describe as say } from './describe';
import { History, measuresOf } from './history';

const SEED = 17;
type Points = ArrayLike<number>;
type Script = Readonly<Record<number, Partial<Params>>>;

/** A frame with the state of both networks at that moment. */
interface Moment {
  readonly frame: Frame;
  readonly settings: Params;
  readonly weights: ReadonlyMap<string, Points>;
  readonly batch: { readonly index: Node; readonly noise: Node };
}

/** All frames of a run; settings change after the steps named. */
async function play(base: Params, script: Script = {}): Promise<Moment[]> {
  const programs: Program[] = [];
  let session: Session | undefined;
  const tapped: OpenSession = async (options) => {
    const own = (session = await openSession('wasm')(options));
    return {
      executor: own.executor,
      compile: (program) => own.compile((programs.push(program), program)),
      write: (leaf, values) => own.write(leaf, values),
      read: (leaf) => own.read(leaf),
      dispose: () => own.dispose(),
    };
  };
  let settings = base;
  const loop = beganControl({
    ...{ seed: SEED, rng: createRng(SEED), params: () => settings, openSession: tapped },
    changed: () => Promise.resolve(),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  const moments: Moment[] = [];
  for (let next = await loop.next(); !next.done; next = await loop.next()) {
    const weights = new Map<string, Points>();
    const nodes = new Set(programs.flatMap(({ order }) => order));
    for (const node of nodes)
      if (node.op === 'parameter' || node.op === 'input')
        weights.set(node.attributes.name, await session!.read(node));
    // The judge's program is compiled first: it draws rows of the data and noise.
    const find = (op: 'randomIndex' | 'normal') => programs[0]!.order.find((node) => node.op === op)!;
    settings = { ...settings, ...script[next.value.step] };
    const batch = { index: find('randomIndex'), noise: find('normal') };
    moments.push({ frame: next.value, settings, weights, batch });
  }
  return moments;
}

/** x ↦ … x W + b …, with max(x, x/5) between layers. `inputs` numbers a row. */
function applyLayers({ weights }: Moment, name: string, rows: Points, inputs: number): Float64Array {
  let [values, width] = [Float64Array.from(rows), inputs];
  for (let layer = 0; weights.has(`${name} weight ${layer}`); layer++) {
    const w = Float64Array.from(weights.get(`${name} weight ${layer}`)!);
    const b = weights.get(`${name} bias ${layer}`)!;
    const before = values;
    const outputs = b.length;
    values = new Float64Array((before.length / width) * outputs);
    const last = !weights.has(`${name} weight ${layer + 1}`);
    for (let row = 0; row < before.length / width; row++) {
      const sums = values.subarray(row * outputs, (row + 1) * outputs);
      sums.set(b);
      for (let from = 0; from < width; from++)
        for (let to = 0; to < outputs; to++)
          sums[to]! += before[row * width + from]! * w[from * outputs + to]!;
      if (!last) for (let to = 0; to < outputs; to++) sums[to] = Math.max(sums[to]!, sums[to]! / 5);
    }
    width = outputs;
  }
  return values;
}

/** Mean of |x₁ − x̂₁| + |x₂ − x̂₂| over points. */
function errorOn(moment: Moment, points: Points): number {
  const width = moment.weights.get('D decoder weight 0')!.length / 64;
  expect(width).toBe(moment.settings.bottleneck);
  const codes = applyLayers(moment, 'D encoder', points, 2);
  const again = applyLayers(moment, 'D decoder', codes, width);
  return again.reduce((sum, value, i) => sum + Math.abs(value - points[i]!), 0) / (points.length / 2);
}

/** Both errors on the batch of the judge's next step. */
function nextBatch(moment: Moment): { real: number; fake: number } {
  const { index, noise } = moment.batch;
  const draw = (node: Node) => ({
    ...{ seed: SEED, run: moment.frame.step },
    stream: (node.attributes as { stream: number }).stream,
  });
  const data = moment.weights.get('data')!;
  const rows = drawIndices(256, data.length / 2, draw(index));
  const real = Float64Array.from({ length: 512 }, (_, i) => data[2 * rows[i >> 1]! + (i % 2)]!);
  const z = drawNormal(512, draw(noise));
  return { real: errorOn(moment, real), fake: errorOn(moment, applyLayers(moment, 'G', z, 2)) };
}

const near = (found: number, wanted: number, relative = 2e-5) =>
  expect(Math.abs(found - wanted), `${found} and ${wanted}`).toBeLessThan(
    relative * Math.max(1e-2, Math.abs(wanted)),
  );

/** Checks every frame of a run against the calculation above; returns the k that it went through. */
function check(moments: readonly Moment[]): number[] {
  let k = 0;
  const ks: number[] = [];
  moments.forEach((moment, at) => {
    const { frame } = moment;
    near(frame.real, errorOn(moment, frame.data));
    near(frame.fake, errorOn(moment, frame.samples));
    near(measuresOf(frame)['ratio']!, errorOn(moment, frame.samples) / errorOn(moment, frame.data), 5e-5);
    const after = moments[at + 1]?.frame;
    if (!after) return;
    const { gamma, lambdaK, control } = moment.settings;
    const { real, fake } = nextBatch(moment);
    if (control !== 'on') k = control === 'one' ? 1 : 0;
    near(after.k, k);
    near(after.convergence, real + Math.abs(gamma * real - fake));
    ks.push(k);
    if (control === 'on') k = Math.min(1, Math.max(0, k + lambdaK * (gamma * real - fake)));
  });
  return ks;
}

const short = (preset: Params, steps: number): Params => ({ ...preset, steps, stepsPerFrame: 1 });

describe('every number of every step', { timeout: 60_000 }, () => {
  test('at the default', async () => {
    const ks = check(await play(short(presets.balance, 30)));
    expect(ks).toHaveLength(30);
    expect(Math.max(...ks)).toBeGreaterThan(0);
  });

  test('at an extreme: gain 1 on fast players, where k meets both ends of its range; a wide bottleneck', async () => {
    const wild = {
      ...short(presets.balance, 25),
      lambdaK: 1,
      gamma: 1,
      rateG: 5e-3,
      rateD: 5e-3,
      bottleneck: 16,
    };
    const ks = check(await play(wild));
    expect(ks).toContain(0);
    expect(ks).toContain(1);
  });

  test('after γ, λ and the control were changed in mid-run, each from the next picture on', async () => {
    const script: Script = {
      4: { gamma: 0.9, lambdaK: 0.2 },
      8: { control: 'one' },
      10: { control: 'zero' },
      12: { control: 'on', lambdaK: 0.5 },
    };
    const ks = check(await play(short(presets.balance, 15), script));
    expect(ks.slice(8, 12)).toEqual([1, 1, 0, 0]);
    // Given back to the controller it goes on from where it was held.
    expect(ks[12]).toBe(0);
    expect(ks[13]).not.toBe(0);
  });

  test('with twenty steps for a picture the shown k and M are those of the last one', async () => {
    const single = await play(short(presets.balance, 40));
    const seldom = await play({ ...short(presets.balance, 40), stepsPerFrame: 20 });
    expect(seldom.map(({ frame }) => frame)).toEqual([0, 20, 40].map((step) => single[step]?.frame));
  });

  test('the sentence below the figure has the same numbers: means of the latest ten pictures, and this k', async () => {
    const moments = await play(short(presets.balance, 12));
    const history = new History();
    for (const { frame } of moments) history.add(frame);
    const late = moments.slice(-10);
    const mean = (points: (moment: Moment) => Points) =>
      late.reduce((sum, moment) => sum + errorOn(moment, points(moment)), 0) / 10;
    const ratio = mean(({ frame }) => frame.samples) / mean(({ frame }) => frame.data);
    const text = say(late.at(-1)!.frame, presets.balance, history, beganControlText.en, 'en');
    const shown = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(ratio);
    expect(text).toContain(`L(G(z)) / L(x) = ${shown}, aimed at γ = 0.5 (means of the latest 10 pictures)`);
  });
});
