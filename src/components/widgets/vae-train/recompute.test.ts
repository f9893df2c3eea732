import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import type { Program, Session } from '~/autodiff/program';
import { createRng } from '~/methods/rng/create-rng';
import { openSession } from '~/runtime/executors';
import { describe as say, shareInCircle } from './describe';
import { measuresOf } from './history';
import { shipped } from './test-digits';
import { figureText } from './vae-train-figure.text';
import { GRID, HALF, SHOWN, type Frame } from './vae-train.frame';
import { makeVaeTrain } from './vae-train.loop';
import { presets, type Params } from './vae-train.params';

// What the figure shows, computed again by hand from the weights that the run has come to: plain loops in 64 bits, written from
// the formulas of Kingma and Welling (2014) and not from the programs that train.

const settings: Params = { ...presets.balanced, hidden: 24, batch: 32, steps: 200, stepsPerFrame: 100 };
const SEED = 6;
const PIXELS = 14 * 14;
const CODE = 2;

/** A run whose session can be looked into: its last frame and its weights in the order in which the optimiser has them. */
async function runOf() {
  const programs: Program[] = [];
  let opened: Session | undefined;
  let weights: Float64Array[] = [];
  const loop = makeVaeTrain(() => Promise.resolve(shipped))({
    seed: SEED,
    rng: createRng(SEED),
    params: () => settings,
    changed: () => Promise.resolve(),
    openSession: async (options) => {
      const session = await openSession('wasm')(options);
      opened = {
        executor: session.executor,
        compile: (program) => {
          programs.push(program);
          return session.compile(program);
        },
        write: (leaf, values) => {
          session.write(leaf, values);
        },
        read: (leaf) => session.read(leaf),
        dispose: () => {
          session.dispose();
        },
      };
      return opened;
    },
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  let frame: Frame | undefined;
  for (;;) {
    const { done, value } = await loop.next();
    if (done) break;
    frame = value;
    const updates = programs[0]?.updates ?? [];
    const leaves: Node[] = updates.map(({ parameter }) => parameter);
    weights = await Promise.all(leaves.map(async (leaf) => Float64Array.from(await opened!.read(leaf))));
  }
  return { frame: frame!, weights };
}

/** One layer: y = x W + b, with W [inputs, outputs]. */
function layer(x: ArrayLike<number>, weight: Float64Array, bias: Float64Array): Float64Array {
  const y = Float64Array.from(bias);
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < y.length; j++) y[j]! += x[i]! * weight[i * y.length + j]!;
  return y;
}

/** Three layers with rectifiers between them. */
function network(x: ArrayLike<number>, [w1, b1, w2, b2, w3, b3]: readonly Float64Array[]): Float64Array {
  const rectify = (values: Float64Array) => values.map((value) => Math.max(0, value));
  return layer(rectify(layer(rectify(layer(x, w1!, b1!)), w2!, b2!)), w3!, b3!);
}

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

/** R with the given noise, the KL of each unit and the codes' means, over all test digits. */
function recompute(weights: readonly Float64Array[], test: Float32Array, noiseOf: () => number) {
  const [encoder, decoder] = [weights.slice(0, 6), weights.slice(6)];
  const count = test.length / PIXELS;
  const kl = [0, 0];
  let reconstruction = 0;
  const codes = new Float64Array(2 * count);
  for (let row = 0; row < count; row++) {
    const x = test.subarray(row * PIXELS, (row + 1) * PIXELS);
    const out = network(x, encoder);
    const z = [0, 1].map((unit) => {
      const [mu, sigma] = [out[unit]!, Math.exp(out[CODE + unit]! / 2)];
      codes[2 * row + unit] = mu;
      // KL(N(μ, σ²) ‖ N(0, 1)) = log(1/σ) + (σ² + μ²)/2 − 1/2
      kl[unit]! += (-Math.log(sigma) + (sigma ** 2 + mu ** 2) / 2 - 0.5) / count;
      return mu + sigma * noiseOf();
    });
    network(z, decoder).forEach((logit, pixel) => {
      const p = sigmoid(logit);
      reconstruction -= (x[pixel]! * Math.log(p) + (1 - x[pixel]!) * Math.log(1 - p)) / count;
    });
  }
  return { kl, reconstruction, codes, decoder };
}

describe('the last frame of a run, against loops written from the formulas', async () => {
  const { frame, weights } = await runOf();
  /** The figure shows the first of each class in front; order matters to the codes only. */
  const order = (() => {
    const labels = Array.from(shipped.testLabels);
    const front = Array.from({ length: SHOWN }, (_, label) => labels.indexOf(label));
    return [...front, ...labels.keys().filter((at) => !front.includes(at))];
  })();
  const pictures = new Float32Array(shipped.test.length);
  order.forEach((from, to) =>
    pictures.set(shipped.test.subarray(from * PIXELS, (from + 1) * PIXELS), to * PIXELS),
  );
  // The first draws of the run's own stream are the noise with which it looks.
  const noise = createRng(SEED);
  const found = recompute(weights, pictures, () => noise.normal());

  test('has the weights of both networks', () => {
    expect(weights.map(({ length }) => length)).toEqual([
      ...[PIXELS * 24, 24, 24 * 24, 24, 24 * 2 * CODE, 2 * CODE],
      ...[CODE * 24, 24, 24 * 24, 24, 24 * PIXELS, PIXELS],
    ]);
  });

  test('KL of each unit and their sum', () => {
    found.kl.forEach((kl, unit) => {
      expect(frame.klByUnit[unit]).toBeCloseTo(kl, 4);
    });
    expect(frame.kl).toBeCloseTo(found.kl[0]! + found.kl[1]!, 4);
    expect(frame.kl).toBeGreaterThan(1);
  });

  test('the codes in the plane are the means, and their labels those of the digits', () => {
    expect(frame.labels).toEqual(Uint8Array.from(order, (at) => shipped.testLabels[at]!));
    frame.codes.forEach((value, at) => {
      expect(Math.abs(value - found.codes[at]!)).toBeLessThan(1e-4);
    });
    const square = found.codes.reduce((sum, value) => sum + value * value, 0) / found.codes.length;
    expect(frame.spread).toBeCloseTo(Math.sqrt(square), 5);
  });

  test('R is a sum over pixels and a mean over digits; another draw of the noise changes it by little', () => {
    expect(frame.reconstruction).toBeCloseTo(found.reconstruction, 3);
    const other = createRng(99);
    const again = recompute(weights, pictures, () => other.normal());
    expect(again.reconstruction).not.toBeCloseTo(found.reconstruction, 3);
    expect(Math.abs(again.reconstruction - found.reconstruction)).toBeLessThan(0.25);
  });

  test('the grid is what the decoder draws at the centres of its cells, from the upper left', () => {
    for (const [row, column] of [
      [0, 0],
      [3, 8],
      [GRID - 1, 5],
    ] as const) {
      const step = (2 * HALF) / GRID;
      const z = [-HALF + (column + 0.5) * step, HALF - (row + 0.5) * step];
      const from = (row * GRID + column) * PIXELS;
      network(z, found.decoder).forEach((logit, pixel) => {
        expect(Math.abs(frame.grid[from + pixel]! - 255 * sigmoid(logit))).toBeLessThan(0.51);
      });
    }
  });

  test('the sentence under the figure says these numbers', () => {
    const text = say(frame, settings, figureText.en, 'en');
    const [, r, kl, bound] = /R = ([\d.]+), KL = ([\d.]+), together ([\d.]+)/.exec(text) ?? [];
    expect(Math.abs(Number(r) - frame.reconstruction)).toBeLessThan(0.051);
    expect(Math.abs(Number(kl) - found.kl[0]! - found.kl[1]!)).toBeLessThan(0.0051);
    expect(Math.abs(Number(bound) - frame.reconstruction - frame.kl)).toBeLessThan(0.051);
    let inside = 0;
    for (let at = 0; at < found.codes.length; at += 2)
      if (found.codes[at]! ** 2 + found.codes[at + 1]! ** 2 <= 4) inside += 1;
    expect(shareInCircle(frame.codes)).toBeCloseTo((2 * inside) / found.codes.length, 2);
    expect(measuresOf(frame)).toMatchObject({ kl: frame.kl, reconstruction: frame.reconstruction });
  });
});
