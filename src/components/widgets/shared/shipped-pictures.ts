import { readFileSync } from 'node:fs';
import type { PictureSet } from '~/methods/sparse-training/pictures';
import { inflate, readPack } from './picture-pack';
import { PACKS, type PackName } from './training-pictures';

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
