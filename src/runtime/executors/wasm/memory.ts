import { RunFailure } from '~/runtime/loop';
import type { Kernels } from './kernels-module';

const PAGE = 65_536;
/** Kernels work on whole vectors and so read and write up to this many bytes behind a buffer's end. */
const SLACK = 32;

/** Bytes that a buffer of so many floats takes: with slack, a multiple of 64 (a cache line). */
export function bufferBytes(floats: number): number {
  return Math.ceil((floats * 4 + SLACK) / 64) * 64;
}

/**
 * Hands out pieces of the kernels' memory, which only grows: everything is freed when the session drops the instance.
 * Views are made on each use, because growing detaches the old ones.
 */
export class Memory {
  readonly #memory: WebAssembly.Memory;
  #top: number;
  #floats: Float32Array<ArrayBuffer>;

  constructor(kernels: Kernels) {
    this.#memory = kernels.memory;
    this.#top = Math.ceil(kernels.heapBase() / 64) * 64;
    this.#floats = new Float32Array(this.#memory.buffer);
  }

  /**
   * Address of `bytes` new bytes, zeroed, aligned to 64.
   * @throws RunFailure `out-of-memory` when the engine gives no more.
   */
  allot(bytes: number): number {
    const address = this.#top;
    const top = address + Math.ceil(bytes / 64) * 64;
    const missing = top - this.#memory.buffer.byteLength;
    if (missing > 0) {
      try {
        this.#memory.grow(Math.ceil(missing / PAGE));
      } catch (cause) {
        const megabytes = String(Math.ceil(top / 2 ** 20));
        throw new RunFailure(
          'out-of-memory',
          `The network needs ${megabytes} MiB, more than this browser gives. Choose a smaller network or batch.`,
          { cause },
        );
      }
    }
    this.#top = top;
    return address;
  }

  /** A view of all memory as floats, valid until the next `allot`. */
  floats(): Float32Array<ArrayBuffer> {
    if (this.#floats.buffer !== this.#memory.buffer) this.#floats = new Float32Array(this.#memory.buffer);
    return this.#floats;
  }

  /** `count` floats at `address`, copied. */
  copy(address: number, count: number): Float32Array<ArrayBuffer> {
    return this.floats().slice(address / 4, address / 4 + count);
  }

  /** Writes values at `address`, rounded to float32. */
  write(address: number, values: ArrayLike<number>): void {
    this.floats().set(values, address / 4);
  }

  /** Writes four-byte words at `address`. */
  writeWords(address: number, words: Int32Array): void {
    new Int32Array(this.#memory.buffer).set(words, address / 4);
  }

  /** Writes float64 numbers at `address`. */
  writeDoubles(address: number, values: readonly number[]): void {
    new Float64Array(this.#memory.buffer).set(values, address / 8);
  }
}
