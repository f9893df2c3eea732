import type { Rows } from '../shared/export';
import type { Measures } from '../shared/reading';
import { Thinned } from '../shared/thinned';
import { TS, type Frame } from './loss-landscape.frame';

/** Moments that are kept; see `Thinned`. */
const CAPACITY = 400;
const NAMES = ['step', 'lossA', 'lossB', 'accuracyA', 'accuracyB', 'barrierLine', 'barrierCurve'] as const;
export type ColumnName = (typeof NAMES)[number];

function momentOf(frame: Frame): Record<ColumnName, number> {
  const { step, losses, accuracies, barrierLine, barrierCurve } = frame;
  return {
    ...{ step, lossA: losses[0], lossB: losses[1], barrierLine, barrierCurve },
    ...{ accuracyA: 100 * accuracies[0], accuracyB: 100 * accuracies[1] },
  };
}

/** What the page remembers of a run: as much after many steps as after few. */
export class History {
  readonly #rows = new Thinned(NAMES, CAPACITY);

  clear(): void {
    this.#rows.clear();
  }

  add(frame: Frame): void {
    this.#rows.add(momentOf(frame));
  }

  /** Every kept value of one quantity, oldest first. */
  column(name: ColumnName): number[] {
    return this.#rows.column(name);
  }
}

/** What the page may ask of a frame, by name; accuracies in percent, barriers in nats. */
export function measuresOf(frame: Frame | undefined): Measures {
  if (!frame) return {};
  const { accuracyA, accuracyB, barrierLine, barrierCurve } = momentOf(frame);
  return {
    ...{ accuracyA, accuracyB, barrierLine },
    ...(Number.isNaN(barrierCurve) ? {} : { barrierCurve }),
  };
}

/** The paths of each side as they are now, as a table for a file. */
export function rowsOf(frames: readonly (Frame | undefined)[]): Rows {
  const rows = frames.flatMap((frame, side) =>
    frame ? TS.map((t, at) => ['AB'[side] ?? '', t, frame.line[at] ?? NaN, frame.curve[at] ?? NaN]) : [],
  );
  return [['side', 't', 'loss on the line', 'loss along the curve'], ...rows];
}
