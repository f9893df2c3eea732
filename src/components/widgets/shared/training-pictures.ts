import type { PictureSet } from '~/methods/sparse-training/pictures';
import type { Run } from '~/runtime/loop';
import { fetchModelFile, type StoreNote, type StoreOptions } from '~/runtime/model-store/model-store';
import clothes from '../../../../public/data/fashion-28/data.json';
import digits from '../../../../public/data/mnist-28/data.json';
import { inflate, readPack } from './picture-pack';

/** Pictures that a page trains on: Fashion-MNIST and MNIST, 28 × 28 in 8 greys. */
export const PACKS = { clothes, digits } as const;
export type PackName = keyof typeof PACKS;

/** Bytes of a download, compressed. */
export const packBytes = (name: PackName): number => PACKS[name].file.bytes;

/** Pictures, and what the reader may want to know about their download. */
export interface OpenedPictures {
  readonly set: PictureSet;
  readonly notes: readonly StoreNote[];
}

/** Downloads one of the data sets. The worker hands in the real one, a test its own. */
export type OpenPictures = (
  name: PackName,
  run: Pick<Run<unknown>, 'progress' | 'signal'>,
) => Promise<OpenedPictures>;

/** @param store where the site is and what it may use */
export function makeOpenPictures(store: StoreOptions): OpenPictures {
  return async (name, { progress, signal }) => {
    const manifest = PACKS[name];
    const options = { ...store, shelf: 'data' as const, progress, signal };
    const { bytes, notes } = await fetchModelFile(manifest.id, manifest.file, options);
    return { set: readPack(await inflate(bytes, manifest.id), manifest), notes };
  };
}
