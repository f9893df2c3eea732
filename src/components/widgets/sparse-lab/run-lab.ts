import { readFileSync } from 'node:fs';
import { createRng } from '~/methods/rng/create-rng';
import type { PictureSet } from '~/methods/sparse-training/pictures';
import { openSession } from '~/runtime/executors';
import { inflate, readPack } from '../shared/picture-pack';
import { PACKS, type PackName } from '../shared/training-pictures';
import type { Frame } from './sparse-lab.frame';
import { makeSparseLab } from './sparse-lab.loop';
import type { Params } from './sparse-lab.params';

const read = new Map<PackName, Promise<PictureSet>>();

/** Shipped pictures, read from the disk: for tests. */
export function shipped(name: PackName): Promise<PictureSet> {
  const { id, file } = PACKS[name];
  const open = async () =>
    readPack(await inflate(new Uint8Array(readFileSync(`public/data/${id}/${file.path}`)), id), PACKS[name]);
  const found = read.get(name) ?? open();
  read.set(name, found);
  return found;
}

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
