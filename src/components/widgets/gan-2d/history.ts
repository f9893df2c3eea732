import type { Measures } from '../shared/reading';
import type { Rows } from '../shared/export';
import { Thinned } from '../shared/thinned';
import type { Frame } from './gan-2d.frame';

/** Moments that are kept; when there would be more, every second one is dropped. */
export const CAPACITY = 1000;
/** Pictures over which the walk of the samples is watched. */
export const WALK = 60;

const losses = ['lossD', 'lossG', 'judgedReal', 'judgedFake', 'pull'] as const;
const measures = ['covered', 'closeShare', 'js', 'w1', 'beganK', 'beganM'] as const;
const names = ['step', ...losses, ...measures] as const;
export type Quantity = (typeof names)[number];

export type Centre = readonly [x: number, y: number];

/** What the page remembers of a run: as much after a million steps as after a thousand. */
export class History {
  /** The frame before the one that is shown, to say what a single step did. */
  previous: Frame | undefined;
  latest: Frame | undefined;
  // Most figures never show a second side: its room is taken with its first frame.
  #kept: Thinned<Quantity> | undefined;
  #walk: Centre[] = [];

  clear(): void {
    this.previous = this.latest = undefined;
    this.#kept?.clear();
    this.#walk = [];
  }

  add(frame: Frame): void {
    this.previous = this.latest;
    this.latest = frame;
    this.#kept ??= new Thinned(names, CAPACITY);
    this.#kept.add(frame);
    this.#walk.push([meanOf(frame.generated, 0), meanOf(frame.generated, 1)]);
    if (this.#walk.length > WALK) this.#walk.shift();
  }

  /** Where the centre of the samples was in the last pictures, oldest first: every one of them, at most `WALK`. */
  get walk(): readonly Centre[] {
    return this.#walk;
  }

  /** Every kept value of one quantity, oldest first. */
  column(name: Quantity): number[] {
    return this.#kept?.column(name) ?? [];
  }
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
  const rows = histories.flatMap((history, side) => {
    const columns = names.map((name) => history.column(name));
    return (columns[0] ?? []).map((_, row) => [
      'AB'[side] ?? '',
      ...columns.map((column) => column[row] ?? NaN),
    ]);
  });
  return [['side', ...names], ...rows];
}
