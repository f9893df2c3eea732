import { RunFailure, type Run } from '~/runtime/loop';
import { fetchModelFile, type StoreNote, type StoreOptions } from '~/runtime/model-store/model-store';
import manifest from '../../../../public/data/mnist-14/data.json';

/** Real digits: pixels in [0, 1] (1 is ink), row by row from the top left, and what each one is. */
export interface Digits {
  readonly side: number;
  /** [8192, side²] */
  readonly train: Float32Array;
  /** [1024, side²] */
  readonly test: Float32Array;
  readonly testLabels: Uint8Array;
  /** What the reader may want to know about the download. */
  readonly notes: readonly StoreNote[];
}

/** Downloads the digits. The worker hands in the real one, a test its own. */
export type OpenDigits = (run: Pick<Run<unknown>, 'progress' | 'signal'>) => Promise<Digits>;

/**
 * The pictures and labels of the file: see training/data/mnist_small.py for its layout.
 * @throws RunFailure `checksum` if its length or a label is not what the manifest says.
 */
export function readDigits(bytes: Uint8Array): Omit<Digits, 'notes'> {
  const { train, test, side, levels, id } = manifest;
  const pixels = side * side;
  const [all, packed] = [train + test, ((train + test) * pixels) / 2];
  if (bytes.length !== packed + all)
    throw new RunFailure('checksum', `${id}: expected ${packed + all} bytes, found ${bytes.length}`);
  const labels = bytes.slice(packed);
  const odd = labels.findIndex((label) => label > 9);
  if (odd >= 0)
    throw new RunFailure('checksum', `${id}: expected labels 0 … 9, found ${labels[odd]} at ${odd}`);
  const pictures = new Float32Array(all * pixels);
  for (let at = 0; at < packed; at++) {
    const pair = bytes[at] ?? 0;
    pictures[2 * at] = (pair >> 4) / (levels - 1);
    pictures[2 * at + 1] = (pair & 15) / (levels - 1);
  }
  return {
    side,
    train: pictures.slice(0, train * pixels),
    test: pictures.slice(train * pixels),
    testLabels: labels.slice(train),
  };
}

/** @param store where the site is and what it may use */
export function makeOpenDigits(store: StoreOptions): OpenDigits {
  return async ({ progress, signal }) => {
    const { bytes, notes } = await fetchModelFile(manifest.id, manifest.file, {
      ...store,
      shelf: 'data',
      progress,
      signal,
    });
    return { ...readDigits(bytes), notes };
  };
}
