/**
 * Shown numbers against the formulas themselves, written out anew: at the default, at an extreme, and after settings were changed in
 * mid-run. The same was done outside, in Python, with the same samples.
 */
import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { openSession } from '~/runtime/executors';
import { gan2d, type Frame } from './gan-2d.loop';
import { presets, type Params } from './gan-2d.params';

const SEED = 17;

/** Settings by the step from which they hold. */
type Script = readonly (readonly [from: number, change: Partial<Params>])[];

async function play(base: Params, script: Script): Promise<Frame[]> {
  const frames: Frame[] = [];
  let now = base;
  const loop = gan2d({
    seed: SEED,
    rng: createRng(SEED),
    params: () => now,
    changed: () => Promise.resolve(),
    openSession: openSession('wasm'),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  for (let next = await loop.next(); !next.done; next = await loop.next()) {
    const frame = next.value;
    frames.push(frame);
    for (const [from, change] of script) if (frame.step === from) now = { ...now, ...change };
  }
  return frames;
}

const pairsOf = (points: Float32Array): [number, number][] =>
  Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN]);

/** JS = ½ Σ p log(p/m) + ½ Σ q log(q/m), m = (p+q)/2, on 24 × 24 cells of the square [−3, 3]² and one outside. */
function shannon(samples: Float32Array, data: Float32Array): number {
  const shares = (points: Float32Array): number[] => {
    const cells = Array.from({ length: 577 }, () => 0);
    for (const [x, y] of pairsOf(points)) {
      const inside = x >= -3 && x < 3 && y >= -3 && y < 3;
      const cell = inside ? 24 * Math.floor((y + 3) * 4) + Math.floor((x + 3) * 4) : 576;
      cells[cell] = (cells[cell] ?? 0) + 2 / points.length;
    }
    return cells;
  };
  const [p, q] = [shares(samples), shares(data)];
  const half = (a: number[], b: number[]) =>
    a.reduce(
      (sum, share, i) => sum + (share ? (share / 2) * Math.log((2 * share) / (share + (b[i] ?? 0))) : 0),
      0,
    );
  return half(p, q) + half(q, p);
}

/** Mean over 16 directions π i/16 of the mean |difference| of sorted projections. */
function sliced(samples: Float32Array, data: Float32Array): number {
  const along = (points: Float32Array, angle: number) =>
    pairsOf(points)
      .map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle))
      .sort((a, b) => a - b);
  let sum = 0;
  for (let i = 0; i < 16; i++) {
    const [a, b] = [along(samples, (Math.PI * i) / 16), along(data, (Math.PI * i) / 16)];
    sum += a.reduce((total, value, j) => total + Math.abs(value - (b[j] ?? NaN)), 0) / a.length;
  }
  return sum / 16;
}

/** Clusters at 2(cos, sin)(π j/4) with at least 1/80 of the samples within 0.3. */
function clusters(samples: Float32Array): number {
  const near = (j: number) =>
    pairsOf(samples).filter(
      ([x, y]) => Math.hypot(x - 2 * Math.cos((Math.PI * j) / 4), y - 2 * Math.sin((Math.PI * j) / 4)) <= 0.3,
    ).length;
  return [0, 1, 2, 3, 4, 5, 6, 7].filter((j) => near(j) >= samples.length / 160).length;
}

const short = (base: Params, steps: number): Params => ({ ...base, steps, stepsPerFrame: 50 });
/** The rates, then the loss's own parameter, in mid-run. */
const changes: Script = [
  [200, { rateG: 3e-3, rateD: 3e-4 }],
  [350, { penalty: 10, k: 2 }],
];
const cases: readonly (readonly [string, Params, Script])[] = [
  ['the default', short(presets.ring, 600), []],
  ['an extreme: learning rates of 1', { ...presets.diverging, steps: 100, stepsPerFrame: 2 }, []],
  ['after two changes in mid-run', short(presets.wasserstein, 600), changes],
];

describe('shown numbers', { timeout: 60_000 }, () => {
  test.each(cases)('%s: JS, sliced W₁ and covered clusters', async (_name, base, script) => {
    const last = (await play(base, script)).at(-1);
    if (!last) throw new Error('expected a frame, found none');
    expect(last.step).toBeGreaterThan(0);
    expect(last.js).toBeCloseTo(shannon(last.generated, last.real), 10);
    expect(last.w1 / sliced(last.generated, last.real.subarray(0, 2048))).toBeCloseTo(1, 6);
    expect(last.covered).toBe(clusters(last.generated));
  });

  test('the same script of changes gives the same run, bit for bit; another script another', async () => {
    const base = short(presets.wasserstein, 600);
    const [one, two, plain] = [await play(base, changes), await play(base, changes), await play(base, [])];
    expect(two).toEqual(one);
    expect(plain[4]).toEqual(one[4]);
    expect(plain.at(-1)?.generated).not.toEqual(one.at(-1)?.generated);
    // k = 2 from step 350: 350 · 5 and 250 · 2 steps of the judge.
    expect(one.at(-1)?.judgeSteps).toBe(2250);
  });
});
