import { RunFailure } from '~/runtime/loop';
import { fetchModelFile, type StoreNote, type StoreOptions } from '~/runtime/model-store/model-store';
import manifest from '../../../../public/data/mnist-28-test/data.json';
import { PIXELS } from './lab';

/**
 * The pictures of the file: see training/data/mnist_test_28.py for its layout.
 * @returns [500 · 784] ink in [0, 1]
 * @throws RunFailure `checksum` if its length is not what the manifest says
 */
export function readTestDigits(bytes: Uint8Array): Float32Array {
  const { test, levels, id } = manifest;
  const packed = (test * PIXELS) / 2;
  if (bytes.length !== packed + test)
    throw new RunFailure('checksum', `${id}: expected ${packed + test} bytes, found ${bytes.length}`);
  const pictures = new Float32Array(test * PIXELS);
  for (let at = 0; at < packed; at += 1) {
    const pair = bytes[at] ?? 0;
    pictures[2 * at] = (pair >> 4) / (levels - 1);
    pictures[2 * at + 1] = (pair & 15) / (levels - 1);
  }
  return pictures;
}

/** Bytes of the test digits. */
export const TEST_DIGITS_BYTES = manifest.file.bytes;

/** The test digits, downloaded at the first call. @param noted takes what the reader may want to know about the download */
export function openTestDigits(
  store: StoreOptions,
  noted: (notes: readonly StoreNote[]) => void,
): () => Promise<Float32Array> {
  let opened: Promise<Float32Array> | undefined;
  const open = async () => {
    const { bytes, notes } = await fetchModelFile(manifest.id, manifest.file, { ...store, shelf: 'data' });
    noted(notes);
    return readTestDigits(bytes);
  };
  return () => (opened ??= open());
}
