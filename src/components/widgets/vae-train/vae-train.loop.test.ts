import { describe, expect, test } from 'vitest';
import { runOf, shipped } from './test-digits';
import { betaAt, GRID, SAMPLES, SHOWN } from './vae-train.loop';
import { presets, type Params } from './vae-train.params';

/** A picture seldom: looking changes nothing. */
const seldom = { stepsPerFrame: 100 };
const short: Params = { ...presets.balanced, hidden: 32, steps: 100, stepsPerFrame: 25 };
const SEED = 1;
let first: ReturnType<typeof runOf> | undefined;
/** The default to its end: two tests look at it. */
const balanced = () => (first ??= runOf({ ...presets.balanced, ...seldom }, SEED));

/** What the test digits cost, in nats each, when every pixel is a coin of its own with the training digits' mean: no code at all. */
function costWithoutCode(): number {
  const pixels = shipped.side ** 2;
  const ink = new Float64Array(pixels);
  shipped.train.forEach((value, i) => (ink[i % pixels]! += (value * pixels) / shipped.train.length));
  let cost = 0;
  shipped.test.forEach((value, i) => {
    const p = Math.min(1 - 1e-6, Math.max(1e-6, ink[i % pixels]!));
    cost -= value * Math.log(p) + (1 - value) * Math.log(1 - p);
  });
  return (cost * pixels) / shipped.test.length;
}

describe('vaeTrain', () => {
  test('one seed gives one run, however often one looks; another seed another', async () => {
    const warm = { ...short, warmUp: 60 };
    const one = await runOf(warm, 3);
    const two = await runOf({ ...warm, stepsPerFrame: 50 }, 3);
    const other = await runOf(warm, 4);
    expect(one.frames.map(({ step }) => step)).toEqual([0, 25, 50, 75, 100]);
    expect(one.reason).toBe('finished');
    expect(two.last).toEqual(one.last);
    expect(other.last.codes).not.toEqual(one.last.codes);
  });

  test('the first frame is the state before training, with pictures of the right sizes', async () => {
    const { frames } = await runOf(short, 3);
    const [first] = frames;
    const pixels = shipped.side ** 2;
    expect(first?.loss).toBeNaN();
    expect(first?.codes.length).toBe(2 * 1024);
    expect(first?.grid.length).toBe(GRID * GRID * pixels);
    expect(first?.samples.length).toBe(SAMPLES * pixels);
    expect(first?.reconstructions.length).toBe(SHOWN * pixels);
    expect(Array.from(first?.labels.subarray(0, SHOWN) ?? [])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('the default: R falls by a fifth against no code, both units are in use, the codes fill the prior', async () => {
    const { frames, last } = await balanced();
    const early = frames.find(({ step }) => step === 100)!;
    // What the chapter says of the first hundred steps and of the end.
    expect(last.withoutCode - early.reconstruction).toBeGreaterThan(2);
    expect(early.kl).toBeGreaterThan(2);
    expect(early.kl).toBeLessThan(3);
    expect(Math.abs(last.reconstruction - 40)).toBeLessThan(1);
    expect(Math.abs(last.kl - 3.5)).toBeLessThan(0.25);
    expect(last.withoutCode).toBeCloseTo(costWithoutCode(), 6);
    expect(last.reconstruction).toBeLessThan(0.82 * costWithoutCode());
    expect(last.inUse).toBe(2);
    expect(last.kl).toBeGreaterThan(3);
    expect(last.kl).toBeLessThan(4.5);
    expect(last.spread).toBeGreaterThan(0.8);
    expect(last.spread).toBeLessThan(1.15);
  }, 180_000);

  test('β = 0.02: a lower R, more than twice the KL, and codes far outside the prior', async () => {
    const one = (await balanced()).last;
    const small = (await runOf({ ...presets.small, ...seldom }, SEED)).last;
    expect(small.reconstruction).toBeLessThan(one.reconstruction - 1);
    expect(small.kl).toBeGreaterThan(2 * one.kl);
    expect(small.spread).toBeGreaterThan(1.5);
  }, 180_000);

  test('β = 8: no unit is in use, and R is what pixels cost without a code', async () => {
    const { last } = await runOf({ ...presets.collapse, ...seldom }, SEED);
    expect(last.inUse).toBe(0);
    expect(last.kl).toBeLessThan(0.05);
    expect(Math.abs(last.reconstruction - costWithoutCode())).toBeLessThan(0.5);
    // Whatever went in, about the same picture comes out.
    const pixels = shipped.side ** 2;
    const [zero, one] = [0, 1].map((at) => last.reconstructions.subarray(at * pixels, (at + 1) * pixels));
    expect(Math.max(...zero!.map((ink, i) => Math.abs(ink - one![i]!)))).toBeLessThan(40);
  }, 180_000);

  test('β = 8 with free bits: both units are in use and R is nats lower; a warm-up alone is no cure there', async () => {
    const cured = (await runOf({ ...presets.freeBits, ...seldom }, SEED)).last;
    expect(cured.inUse).toBe(2);
    expect(Math.min(...cured.klByUnit)).toBeGreaterThan(0.3);
    expect(cured.reconstruction).toBeLessThan(costWithoutCode() - 3);
    const warmed = (await runOf({ ...presets.collapse, ...seldom, warmUp: 1000 }, SEED)).last;
    expect(warmed.inUse).toBe(0);
  }, 180_000);

  test('sixteen units at β = 1: a lower R than two, and part of them not in use', async () => {
    const { last } = await runOf({ ...presets.wide, ...seldom }, SEED);
    expect(last.reconstruction).toBeLessThan(37);
    expect(last.inUse).toBeLessThan(14);
    expect(last.inUse).toBeGreaterThan(5);
    const [across, up] = last.axes;
    const sorted = last.klByUnit.toSorted((a, b) => b - a);
    expect(Math.min(last.klByUnit[across]!, last.klByUnit[up]!)).toBeGreaterThan(0.8 * sorted[1]!);
  }, 180_000);

  test('β turned up in mid-run holds from the next frame on, and empties the code', async () => {
    const { frames, last } = await runOf(
      (step) => ({ ...presets.balanced, steps: 1000, stepsPerFrame: 50, beta: step < 400 ? 1 : 16 }),
      SEED,
    );
    expect(frames.find(({ step }) => step === 400)?.kl).toBeGreaterThan(2);
    expect(last.beta).toBe(16);
    expect(last.inUse).toBe(0);
  }, 180_000);

  test('β from 1 to 8 in mid-run silences the code, and back to 1 brings it back', async () => {
    const beta = (step: number) => (step >= 400 && step < 900 ? 8 : 1);
    const { frames } = await runOf(
      (step) => ({ ...presets.balanced, stepsPerFrame: 50, beta: beta(step) }),
      SEED,
    );
    const inUse = (at: number) => frames.find(({ step }) => step === at)?.inUse;
    expect([inUse(400), inUse(900), inUse(1500)]).toEqual([2, 0, 2]);
  }, 180_000);

  test('over five seeds: at β = 5 one unit is in use, after a warm-up two', async () => {
    const counts: number[][] = [];
    for (let seed = 0; seed < 5; seed++) {
      const [plain, warm] = [presets.asleep, presets.annealed].map((each) => ({ ...each, ...seldom }));
      counts.push([(await runOf(plain!, seed)).last.inUse, (await runOf(warm!, seed)).last.inUse]);
    }
    expect(counts).toEqual(counts.map(() => [1, 2]));
  }, 300_000);

  test('β rises over the warm-up and stays', () => {
    expect([0, 250, 1000, 2000].map((step) => betaAt(step, { beta: 4, warmUp: 1000 }))).toEqual([0, 1, 4, 4]);
    expect(betaAt(0, { beta: 4, warmUp: 0 })).toBe(4);
  });

  test('bad settings are named', async () => {
    await expect(runOf({ ...short, beta: -1 }, 0)).rejects.toThrow(/beta: expected 0 … 20, found -1/);
  });
});
