/**
 * Rows of numbers over a run of any length, in memory that is taken once: what the page holds after a million steps is
 * what it held after the first. When the room is full every second row is dropped, and from then on every second one is
 * let by; the newest row is always there.
 */
export class Thinned<Name extends string> {
  readonly #columns: ReadonlyMap<Name, Float64Array>;
  readonly #capacity: number;
  #length = 0;
  #stride = 1;
  #seen = 0;
  /** The newest row is not one of those to keep: the next one takes its place. */
  #passing = false;

  /** @param capacity Rows that are kept at most; at least 2. */
  constructor(names: readonly Name[], capacity: number) {
    this.#capacity = capacity;
    this.#columns = new Map(names.map((name) => [name, new Float64Array(capacity)]));
  }

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = this.#seen = 0;
    this.#stride = 1;
    this.#passing = false;
  }

  add(row: Readonly<Record<Name, number>>): void {
    if (this.#passing) this.#length -= 1;
    this.#passing = this.#seen % this.#stride !== 0;
    for (const [name, values] of this.#columns) values[this.#length] = row[name];
    this.#length += 1;
    this.#seen += 1;
    if (this.#length === this.#capacity) this.#thin();
  }

  #thin(): void {
    const newest = this.#length - 1;
    const steady = this.#passing ? newest : this.#length;
    const kept = Math.ceil(steady / 2);
    this.#passing ||= newest % 2 !== 0;
    for (const values of this.#columns.values()) {
      const last = values[newest] ?? NaN;
      for (let row = 1; row < kept; row += 1) values[row] = values[2 * row] ?? NaN;
      if (this.#passing) values[kept] = last;
    }
    this.#stride *= 2;
    this.#length = this.#passing ? kept + 1 : kept;
  }

  /** Every kept value of one quantity, oldest first. */
  column(name: Name): number[] {
    return Array.from(this.#columns.get(name)?.subarray(0, this.#length) ?? []);
  }
}
