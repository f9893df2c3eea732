import { STUDENTS } from '~/methods/subclass-training/plan';
import type { Rows } from '../shared/export';
import type { Measures } from '../shared/reading';
import { Thinned } from '../shared/thinned';
import type { Frame } from './subclass.frame';

/** Moments that are kept; see `Thinned`. */
const CAPACITY = 400;
const NAMES = ['step', 'teacher', ...STUDENTS, 'purity', 'used', 'loss'] as const;
export type ColumnName = (typeof NAMES)[number];

/** The numbers of one frame; accuracies and purity in percent. Students have none before they begin. */
function momentOf(frame: Frame): Record<ColumnName, number> {
  const { step, teacherSteps, teacher, students, purity, used, losses } = frame;
  const of = (accuracy: number) => (step < teacherSteps ? NaN : 100 * accuracy);
  return {
    ...{ step, teacher: 100 * teacher, purity: 100 * purity, used, loss: losses[0] ?? NaN },
    ...{ labels: of(students.labels), classes: of(students.classes), subclasses: of(students.subclasses) },
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

/** What the page may ask of a frame, by name. `gain`: the subclasses' student over that of the labels, in points, once they learn. */
export function measuresOf(frame: Frame | undefined): Measures {
  if (!frame) return {};
  const { teacher, labels, classes, subclasses, purity, used } = momentOf(frame);
  const began = frame.step > frame.teacherSteps;
  return {
    ...{ teacher, purity, used },
    ...(began ? { labels, classes, subclasses, gain: subclasses - labels } : {}),
  };
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
