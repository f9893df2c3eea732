import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createRng } from '~/methods/rng/create-rng';
import { openSession } from '~/runtime/executors';
import { readDigits, type Digits } from './digits';
import { makeVaeTrain } from './vae-train.loop';
import type { Frame } from './vae-train.frame';
import type { Params } from './vae-train.params';

/** The shipped digits, read from the disk: for tests. */
export const shipped: Digits = {
  ...readDigits(readFileSync(resolve('public/data/mnist-14/digits.bin'))),
  notes: [],
};

/** All frames of a run on the wasm executor, and how it ended. `settings` is asked once or twice a frame. */
export async function runOf(settings: Params | ((step: number) => Params), seed: number, digits = shipped) {
  const frames: Frame[] = [];
  const paramsNow = () => (typeof settings === 'function' ? settings(frames.at(-1)?.step ?? 0) : settings);
  const loop = makeVaeTrain(() => Promise.resolve(digits))({
    seed,
    rng: createRng(seed),
    params: paramsNow,
    changed: () => Promise.resolve(),
    openSession: openSession('wasm'),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  for (;;) {
    const { done, value } = await loop.next();
    if (done) return { frames, reason: value, last: frames.at(-1)! };
    frames.push(value);
  }
}
