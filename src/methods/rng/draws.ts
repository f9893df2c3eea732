import { log, unitVector } from './portable-math';
import { threefry2x32 } from './threefry';

/** Where a random node's draw comes from. See threefry.ts for what each word is. */
export interface Draw {
  /** 0 … 2³² − 1 */
  readonly seed: number;
  readonly stream: number;
  /** How often the step ran before. */
  readonly run: number;
}

const UNIT_24 = 2 ** -24;

/** Calls `use` with element 2i and both words of call i, for as many pairs as `size` elements need. */
function forEachPair(
  size: number,
  { seed, stream, run }: Draw,
  use: (element: number, w0: number, w1: number) => void,
): void {
  const words = new Uint32Array(2);
  for (let element = 0; element < size; element += 2) {
    const [w0 = 0, w1 = 0] = threefry2x32(seed, stream, element / 2, run, words);
    use(element, w0, w1);
  }
}

/** `size` uniforms in [0, 1), multiples of 2⁻²⁴. */
export function drawUniform(size: number, draw: Draw): Float64Array {
  const out = new Float64Array(size);
  forEachPair(size, draw, (element, w0, w1) => {
    out[element] = (w0 >>> 8) * UNIT_24;
    if (element + 1 < size) out[element + 1] = (w1 >>> 8) * UNIT_24;
  });
  return out;
}

/** `size` whole numbers 0 … below − 1. */
export function drawIndices(size: number, below: number, draw: Draw): Float64Array {
  return drawUniform(size, draw).map((uniform) => Math.floor(uniform * below));
}

/** `size` standard normals by Box–Muller. */
export function drawNormal(size: number, draw: Draw): Float64Array {
  const out = new Float64Array(size);
  forEachPair(size, draw, (element, w0, w1) => {
    const radius = Math.sqrt(-2 * log(((w0 >>> 8) + 1) * UNIT_24));
    const [cosine, sine] = unitVector((w1 >>> 8) * UNIT_24);
    out[element] = radius * cosine;
    if (element + 1 < size) out[element + 1] = radius * sine;
  });
  return out;
}
