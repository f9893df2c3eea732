import type { BaseFrame } from '~/runtime/loop';
import type { StoreNote } from '~/runtime/model-store/model-store';

/** Points at which a path is measured, both ends with it. */
export const POINTS = 21;
/** t of each of them. */
export const TS: readonly number[] = Array.from({ length: POINTS }, (_, at) => at / (POINTS - 1));

/** What the figure shows at one moment. */
export interface Frame extends BaseFrame {
  /** Steps of the networks' training and of the curve's together, and those of the training. */
  readonly total: number;
  readonly trainSteps: number;
  /** Mean training losses of both networks since the last picture, nats; NaN before the first step. */
  readonly losses: readonly [number, number];
  /** Shares of the test pictures that both tell right. */
  readonly accuracies: readonly [number, number];
  /** Loss on 1,000 training pictures at each of `TS`: on the straight line, and along the curve (empty while the networks train). */
  readonly line: readonly number[];
  readonly curve: readonly number[];
  /** Heights of both above the line between the ends' losses, nats; the curve's NaN while there is none. */
  readonly barrierLine: number;
  readonly barrierCurve: number;
  /** Connections that both networks have, one of them has. */
  readonly shared: number;
  readonly joint: number;
  /** What became of the download. */
  readonly notes: readonly StoreNote[];
}

/** Whether the curve is being searched for. */
export const searching = ({ step, trainSteps }: Pick<Frame, 'step' | 'trainSteps'>): boolean =>
  step > trainSteps;
