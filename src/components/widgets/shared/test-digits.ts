import { RunFailure } from '~/runtime/loop';
import { fetchModelFile, type StoreNote, type StoreOptions } from '~/runtime/model-store/model-store';
import manifest from '../../../../public/data/mnist-28-test/data.json';

/** Pixels of a picture: 28 × 28. */
export const PIXELS = 784;

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

/** Test digits, by which figures judge: pictures [500 · 784], ink in [0, 1], and which digit each is. */
export interface LabelledDigits {
  readonly pictures: Float32Array;
  readonly labels: Uint8Array;
}

/** The whole file. @throws RunFailure `checksum` as `readTestDigits` */
export function readLabelledDigits(bytes: Uint8Array): LabelledDigits {
  const pictures = readTestDigits(bytes);
  return { pictures, labels: bytes.slice(-manifest.test) };
}

/** How many test digits the file holds. */
export const TEST_DIGITS = manifest.test;

/** Bytes of the test digits. */
export const TEST_DIGITS_BYTES = manifest.file.bytes;

/** The test digits, downloaded at the first call. @param noted takes what the reader may want to know about the download */
export function openTestDigits(
  store: StoreOptions,
  noted: (notes: readonly StoreNote[]) => void,
): () => Promise<Float32Array> {
  let opened: Promise<Float32Array> | undefined;
  const open = async () => (await fetchTestDigits(store, noted)).pictures;
  return () => (opened ??= open());
}

/** Downloads the test digits with their labels. @param noted as in `openTestDigits` */
export async function fetchTestDigits(
  store: StoreOptions,
  noted: (notes: readonly StoreNote[]) => void,
): Promise<LabelledDigits> {
  const { bytes, notes } = await fetchModelFile(manifest.id, manifest.file, { ...store, shelf: 'data' });
  noted(notes);
  return readLabelledDigits(bytes);
}
