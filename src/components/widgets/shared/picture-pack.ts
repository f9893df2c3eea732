import type { PictureSet } from '~/methods/sparse-training/pictures';
import { RunFailure } from '~/runtime/loop';

/** What a manifest of `public/data/fashion-28` and `mnist-28` says of its file. */
export interface PackManifest {
  readonly id: string;
  readonly file: { readonly path: string; readonly bytes: number; readonly sha256: string };
  readonly train: number;
  readonly test: number;
  readonly side: number;
  readonly levels: number;
}

/** Both data sets have ten classes. */
const CLASSES = 10;

/**
 * A raw DEFLATE stream unpacked.
 * @throws RunFailure `checksum` if the stream is not one
 */
export async function inflate(packed: Uint8Array<ArrayBuffer>, id: string): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    throw new RunFailure('checksum', `${id}: the file cannot be unpacked`, { cause: error });
  }
}

/**
 * The pictures of a pack: see training/data/pack_training.py for its layout. Nothing is subtracted from the levels.
 * @param bytes unpacked
 * @throws RunFailure `checksum` if the length, a level or a label is not what the manifest says
 */
export function readPack(
  bytes: Uint8Array,
  { id, train, test, side, levels }: Omit<PackManifest, 'file'>,
): PictureSet {
  const pixels = side * side;
  const [all, packed] = [train + test, ((train + test) * pixels) / 2];
  if (bytes.length !== packed + all)
    throw new RunFailure('checksum', `${id}: expected ${packed + all} bytes inside, found ${bytes.length}`);
  const pictures = new Uint8Array(all * pixels);
  let most = 0;
  for (let at = 0; at < packed; at++) {
    const pair = bytes[at]!;
    const [left, right] = [pair >> 4, pair & 15];
    pictures[2 * at] = left;
    pictures[2 * at + 1] = right;
    if (left > most) most = left;
    if (right > most) most = right;
  }
  if (most >= levels)
    throw new RunFailure('checksum', `${id}: expected levels below ${levels}, found ${most}`);
  const labels = bytes.slice(packed);
  const odd = labels.findIndex((label) => label >= CLASSES);
  if (odd >= 0)
    throw new RunFailure('checksum', `${id}: expected labels 0 … 9, found ${labels[odd]} at ${odd}`);
  const part = (from: number, count: number) => ({
    count,
    pictures: pictures.subarray(from * pixels, (from + count) * pixels),
    labels: labels.subarray(from, from + count),
  });
  return { pixels, levels, classes: CLASSES, train: part(0, train), test: part(train, test) };
}
