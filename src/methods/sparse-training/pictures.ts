import type { Rng } from '~/methods/rng/rng';
import type { Batch } from '~/methods/sparse-mlp/trainer';

/** Pictures as they are shipped: one byte a pixel, row by row, and what each one is. */
export interface Pictures {
  readonly count: number;
  /** [count, pixels], levels 0 … levels − 1 */
  readonly pictures: Uint8Array;
  readonly labels: Uint8Array;
}

/** Pictures to train on and others to measure on. A pixel's value for the net is level / (levels − 1). */
export interface PictureSet {
  readonly pixels: number;
  readonly levels: number;
  readonly classes: number;
  readonly train: Pictures;
  readonly test: Pictures;
}

/** Batches of a data set in features-by-batch order, in memory that is taken once. */
export class Batches {
  readonly #set: PictureSet;
  readonly #size: number;
  readonly #rng: Rng;
  readonly #values: Float32Array;
  readonly #order: Uint32Array;
  /** Where each picture of the batch begins; below 0: blank. */
  readonly #starts: Int32Array;
  #at: number;
  readonly #x: Float32Array;
  readonly #labels: Float32Array;

  /**
   * @param rng shuffles the training pictures anew for each pass
   * @throws RangeError if there are fewer training pictures than a batch has
   */
  constructor(set: PictureSet, size: number, rng: Rng) {
    if (set.train.count < size)
      throw new RangeError(`batches: ${set.train.count} pictures do not fill a batch of ${size}`);
    this.#set = set;
    this.#size = size;
    this.#rng = rng;
    this.#values = Float32Array.from({ length: set.levels }, (_, level) => level / (set.levels - 1));
    this.#order = Uint32Array.from({ length: set.train.count }, (_, at) => at);
    this.#starts = new Int32Array(size);
    this.#at = set.train.count;
    this.#x = new Float32Array(set.pixels * size);
    this.#labels = new Float32Array(set.classes * size);
  }

  /** The next training batch. Its arrays are written over by the next call. What is left of a pass and fills no batch is passed over. */
  next(): Batch {
    if (this.#at + this.#size > this.#order.length) this.#shuffle();
    const from = this.#at;
    this.#at += this.#size;
    this.#fill(this.#set.train, (place) => this.#order[from + place]!);
    return { x: this.#x, labels: this.#labels };
  }

  /**
   * Test pictures from `from` on; beyond the last one the places are blank.
   * @returns [pixels, batch], written over by the next call
   */
  test(from: number): Float32Array {
    const { count } = this.#set.test;
    this.#fill(this.#set.test, (place) => (from + place < count ? from + place : -1));
    return this.#x;
  }

  #fill({ pictures, labels }: Pictures, pictureAt: (place: number) => number): void {
    const { pixels } = this.#set;
    const [size, values, x] = [this.#size, this.#values, this.#x];
    const starts = this.#starts;
    this.#labels.fill(0);
    for (let place = 0; place < size; place++) {
      const picture = pictureAt(place);
      starts[place] = picture * pixels;
      if (picture >= 0) this.#labels[labels[picture]! * size + place] = 1;
    }
    // Written in order and read from a hundred pictures at once: the other way round takes three times as long.
    let to = 0;
    for (let pixel = 0; pixel < pixels; pixel++)
      for (let place = 0; place < size; place++) {
        const start = starts[place]!;
        x[to++] = start < 0 ? 0 : values[pictures[start + pixel]!]!;
      }
  }

  #shuffle(): void {
    const order = this.#order;
    for (let at = order.length - 1; at > 0; at--) {
      const other = this.#rng.integer(at + 1);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    this.#at = 0;
  }
}

/**
 * How many of the test pictures have their own class as the largest logit; of equal ones the first counts.
 * @param logits [classes, batch]
 * @param labels of the pictures at the places of the batch; fewer than the batch if the rest is blank
 */
export function countRight(logits: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  const batch = logits.length / classes;
  let right = 0;
  for (let place = 0; place < labels.length; place++) {
    let best = 0;
    for (let c = 1; c < classes; c++)
      if (logits[c * batch + place]! > logits[best * batch + place]!) best = c;
    if (best === labels[place]) right++;
  }
  return right;
}
