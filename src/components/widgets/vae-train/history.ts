import type { Rows } from '../shared/export';
import type { Measures } from '../shared/reading';
import type { Frame } from './vae-train.frame';

/** Moments that are kept; when there would be more, every second one is dropped. */
export const CAPACITY = 800;

/** The numbers of one frame. */
export type Moment = Pick<
  Frame,
  'step' | 'beta' | 'loss' | 'reconstruction' | 'kl' | 'klByUnit' | 'inUse' | 'spread'
>;

/** What the page remembers of a run: as much after many steps as after few. */
export class History {
  readonly moments: Moment[] = [];
  #stride = 1;
  #seen = 0;
  /** The newest moment is not one of those to keep: the next one takes its place. */
  #passing = false;

  clear(): void {
    this.moments.length = 0;
    this.#stride = 1;
    this.#seen = 0;
    this.#passing = false;
  }

  add({ step, beta, loss, reconstruction, kl, klByUnit, inUse, spread }: Frame): void {
    if (this.#passing) this.moments.pop();
    this.#passing = this.#seen % this.#stride !== 0;
    this.moments.push({ step, beta, loss, reconstruction, kl, klByUnit, inUse, spread });
    this.#seen += 1;
    if (this.moments.length < CAPACITY) return;
    const newest = this.moments.at(-1);
    const kept = this.moments.filter((_, index) => index % 2 === 0);
    this.#stride *= 2;
    this.#passing = newest !== undefined && kept.at(-1) !== newest;
    if (newest && this.#passing) kept.push(newest);
    this.moments.splice(0, this.moments.length, ...kept);
  }

  /** Every kept value of one quantity, oldest first. */
  column(name: Exclude<keyof Moment, 'klByUnit'>): number[] {
    return this.moments.map((moment) => moment[name]);
  }

  /** The KL of one unit, oldest first. */
  unit(index: number): number[] {
    return this.moments.map(({ klByUnit }) => klByUnit[index] ?? NaN);
  }
}

/** What the page may ask of a frame, by name; `bound` is R + KL, which is minus the ELBO. */
export function measuresOf(frame: Frame | undefined): Measures {
  if (!frame) return {};
  const { reconstruction, kl, inUse, spread, beta, loss } = frame;
  return { reconstruction, kl, bound: reconstruction + kl, inUse, spread, beta, loss };
}

/** The history of each side as a table for a file: the KL of each unit in a column of its own. */
export function rowsOf(histories: readonly History[]): Rows {
  const names = ['step', 'beta', 'loss', 'reconstruction', 'kl', 'inUse', 'spread'] as const;
  const units = Math.max(
    0,
    ...histories.flatMap(({ moments }) => moments.map((moment) => moment.klByUnit.length)),
  );
  const unitNames = Array.from({ length: units }, (_, unit) => `kl${unit + 1}`);
  const rows = histories.flatMap(({ moments }, side) =>
    moments.map((moment) => [
      'AB'[side] ?? '',
      ...names.map((name) => moment[name]),
      ...unitNames.map((_, unit) => moment.klByUnit[unit] ?? NaN),
    ]),
  );
  return [['side', ...names, ...unitNames], ...rows];
}
