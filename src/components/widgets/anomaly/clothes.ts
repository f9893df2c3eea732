import { fetchModelFile, type StoreNote, type StoreOptions } from '~/runtime/model-store/model-store';
import manifest from '../../../../public/data/fashion-28-test/data.json';
import { readPictures } from '../shared/test-digits';

/** Bytes of the clothes. */
export const CLOTHES_BYTES = manifest.file.bytes;

/** The first 300 test pictures of Fashion-MNIST, [300 · 784] ink in [0, 1], and what the reader may want to know of the download. */
export type OpenClothes = (
  signal: AbortSignal,
) => Promise<{ readonly pictures: Float32Array; readonly notes: readonly StoreNote[] }>;

/** @param store where the site is and what it may use; the worker hands in the browser's, a test its own */
export function makeOpenClothes(store: StoreOptions): OpenClothes {
  return async (signal) => {
    const { bytes, notes } = await fetchModelFile(manifest.id, manifest.file, {
      ...store,
      signal,
      shelf: 'data',
    });
    return { pictures: readPictures(bytes, manifest), notes };
  };
}
