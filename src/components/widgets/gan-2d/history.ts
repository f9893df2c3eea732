import type { Measures } from '../shared/reading';
import type { Rows } from '../shared/export';
import type { Frame } from './gan-2d.frame';

/** Moments that are kept; when there would be more, every second one is dropped. */
export const CAPACITY = 1000;

/** The numbers of one frame, without its pictures, and where the centre of its samples lies. */
export interface Moment {
  readonly step: number;
  readonly lossD: number;
  readonly lossG: number;
  readonly judgedReal: number;
  readonly judgedFake: number;
  readonly pull: number;
  readonly covered: number;
  readonly closeShare: number;
  readonly js: number;
  readonly w1: number;
  readonly beganK: number;
  readonly beganM: number;
  readonly centre: readonly [x: number, y: number];
}

/** What the page remembers of a run: as much after a million steps as after a thousand. */
export class History {
  readonly moments: Moment[] = [];
  /** The frame before the one that is shown, to say what a single step did. */
  previous: Frame | undefined;
  latest: Frame | undefined;
  #stride = 1;
  #seen = 0;
  /** The newest moment is not one of those to keep: the next one takes its place. */
  #passing = false;

  clear(): void {
    this.moments.length = 0;
    this.previous = this.latest = undefined;
    this.#stride = 1;
    this.#seen = 0;
    this.#passing = false;
  }

  add(frame: Frame): void {
    this.previous = this.latest;
    this.latest = frame;
    if (this.#passing) this.moments.pop();
    this.#passing = this.#seen % this.#stride !== 0;
    this.moments.push(momentOf(frame));
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
  column(name: Exclude<keyof Moment, 'centre'>): number[] {
    return this.moments.map((moment) => moment[name]);
  }
}

function momentOf(frame: Frame): Moment {
  const { step, lossD, lossG, judgedReal, judgedFake, pull, covered, closeShare, js, w1, beganK, beganM } =
    frame;
  const centre = [meanOf(frame.generated, 0), meanOf(frame.generated, 1)] as const;
  return {
    ...{ step, lossD, lossG, judgedReal, judgedFake, pull, covered, closeShare, js, w1, beganK, beganM },
    centre,
  };
}

function meanOf(points: Float32Array, axis: 0 | 1): number {
  let sum = 0;
  for (let index = axis; index < points.length; index += 2) sum += points[index] ?? 0;
  return (2 * sum) / points.length;
}

/**
 * What the page may ask of a frame, by name: `covered` of `modes`, `closeShare`, `js` and `w1` with their floors (means),
 * `lossD`, `lossG`, `pull`, `judgedReal`, `judgedFake`, BEGAN's `beganK` and `beganM`.
 */
export function measuresOf(frame: Frame | undefined): Measures {
  if (!frame) return {};
  const { covered, modes, closeShare, js, w1, lossD, lossG, pull, judgedReal, judgedFake, beganK, beganM } =
    frame;
  return {
    // Data without modes: no number, so that "at most two" does not hold of them.
    covered: modes > 0 ? covered : NaN,
    ...{ modes, closeShare, js, jsFloor: frame.jsFloor.mean, w1, w1Floor: frame.w1Floor.mean },
    ...{ lossD, lossG, pull, judgedReal, judgedFake, beganK, beganM },
  };
}

/** The history of each side as a table for a file. */
export function rowsOf(histories: readonly History[]): Rows {
  const names = ['step', 'lossD', 'lossG', 'judgedReal', 'judgedFake', 'pull', 'covered'] as const;
  const more = ['closeShare', 'js', 'w1', 'beganK', 'beganM'] as const;
  const head = ['side', ...names, ...more];
  const rows = histories.flatMap(({ moments }, side) =>
    moments.map((moment) => ['AB'[side] ?? '', ...[...names, ...more].map((name) => moment[name])]),
  );
  return [head, ...rows];
}
