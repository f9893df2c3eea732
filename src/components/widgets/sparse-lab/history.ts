import type { Rows } from '../shared/export';
import type { Measures } from '../shared/reading';
import { Thinned } from '../shared/thinned';
import { sparsityNow, type Frame } from './sparse-lab.frame';

/** Moments that are kept; see `Thinned`. */
const CAPACITY = 800;
const NAMES = ['step', 'loss', 'accuracy', 'cost', 'sparsity', 'moved', 'tried'] as const;
export type ColumnName = (typeof NAMES)[number];

/** The numbers of one frame. */
function momentOf(frame: Frame): Record<ColumnName, number> {
  const { step, loss, accuracy, cost, moved, tried } = frame;
  return { step, loss, accuracy: 100 * accuracy, cost, sparsity: 100 * sparsityNow(frame), moved, tried: 100 * tried };
} // prettier-ignore

/** What the page remembers of a run: as much after many steps as after few. */
export class History {
  readonly #rows = new Thinned(NAMES, CAPACITY);

  clear(): void {
    this.#rows.clear();
  }

  add(frame: Frame): void {
    this.#rows.add(momentOf(frame));
  }

  /** Every kept value of one quantity, oldest first; accuracy, sparsity and tried places in percent. */
  column(name: ColumnName): number[] {
    return this.#rows.column(name);
  }
}

/** What the page may ask of a frame, by name. `least`: connections of the poorest layer. */
export function measuresOf(frame: Frame | undefined): Measures {
  if (!frame) return {};
  const { accuracy, loss, cost, sparsity, tried } = momentOf(frame);
  return { accuracy, loss, cost, sparsity, tried, least: Math.min(...frame.kept) };
}

/** The history of each side as a table for a file. */
export function rowsOf(histories: readonly History[]): Rows {
  const rows = histories.flatMap((history, side) => {
    const columns = NAMES.map((name) => history.column(name));
    return (columns[0] ?? []).map((_, at) => [
      'AB'[side] ?? '',
      ...columns.map((column) => column[at] ?? NaN),
    ]);
  });
  return [['side', ...NAMES], ...rows];
}
