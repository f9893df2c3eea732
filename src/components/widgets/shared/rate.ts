/** Steps a second, over about the last second. */
export class Rate {
  #time = 0;
  #step = 0;
  #latest = 0;

  /** The clock stood still (a pause): the next moment is a new beginning. */
  rest(): void {
    this.#time = 0;
  }

  /** @returns steps a second up to here; 0 while unknown */
  at(time: number, step: number): number {
    const elapsed = time - this.#time;
    if (this.#time !== 0 && elapsed < 1000) return this.#latest;
    if (this.#time !== 0) this.#latest = ((step - this.#step) / elapsed) * 1000;
    this.#time = time;
    this.#step = step;
    return this.#latest;
  }
}
