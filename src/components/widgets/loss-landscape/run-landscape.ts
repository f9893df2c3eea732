import { createRng } from '~/methods/rng/create-rng';
import { openSession } from '~/runtime/executors';
import { shipped } from '../shared/shipped-pictures';
import type { Frame } from './loss-landscape.frame';
import { makeLossLandscape } from './loss-landscape.loop';
import type { Params } from './loss-landscape.params';

/** All frames of a run on the wasm executor, and how it ended: for tests. */
export async function runLandscape(settings: Params, seed: number) {
  const frames: Frame[] = [];
  const loop = makeLossLandscape(async (name) => ({ set: await shipped(name), notes: [] }))({
    seed,
    rng: createRng(seed),
    params: () => settings,
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
