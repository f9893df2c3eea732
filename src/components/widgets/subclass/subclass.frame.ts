import type { StudentName } from '~/methods/subclass-training/plan';
import type { BaseFrame } from '~/runtime/loop';
import type { StoreNote } from '~/runtime/model-store/model-store';

/** Side of a picture in pixels. */
export const SIDE = 28;
/** True classes of the pictures. */
export const CLASSES = 10;
/** Outputs of every network: five for each of the two classes. */
export const SUBCLASSES = 10;

/** What the figure shows at one moment. */
export interface Frame extends BaseFrame {
  /** Steps of the teacher and the students together, and those of the teacher. */
  readonly total: number;
  readonly teacherSteps: number;
  /** Mean losses since the last picture, nats: the teacher's, or one for each student; empty before the first step. */
  readonly losses: readonly number[];
  /** Shares of the 10,000 test pictures whose class (of two) is told right. */
  readonly teacher: number;
  readonly students: Readonly<Record<StudentName, number>>;
  /** Of the test pictures: true class × subclass of the teacher, row-major. */
  readonly table: Uint32Array;
  readonly purity: number;
  readonly used: number;
  /** Mean test picture of each true class and then of each subclass of the teacher, 0 … 255. */
  readonly means: Uint8Array;
  /** What became of the download. */
  readonly notes: readonly StoreNote[];
}

/** Whether the students are at work. */
export const learning = ({ step, teacherSteps }: Pick<Frame, 'step' | 'teacherSteps'>): boolean =>
  step > teacherSteps;
