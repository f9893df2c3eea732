import { createRng } from '~/methods/rng/create-rng';
import { openSession } from '~/runtime/executors';
import { shipped } from '../shared/shipped-pictures';
import type { Frame } from './sparse-lab.frame';
import { makeSparseLab } from './sparse-lab.loop';
import type { Params } from './sparse-lab.params';

/** All frames of a run on the wasm executor, and how it ended. `settings` is asked once or twice a frame. */
export async function runLab(settings: Params | ((step: number) => Params), seed: number) {
  const frames: Frame[] = [];
  const paramsNow = () => (typeof settings === 'function' ? settings(frames.at(-1)?.step ?? 0) : settings);
  const loop = makeSparseLab(async (name) => ({ set: await shipped(name), notes: [] }))({
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
