import type { StoreNote } from '~/runtime/model-store/model-store';
import type { OnnxDevice } from '~/runtime/onnx/backend';
import type { Score } from './anomaly.params';

/** Pictures judged wrongly, the worst first: at most `WORST` of them. */
export interface Mistaken {
  /** All that are judged wrongly so, shown or not. */
  readonly count: number;
  /** [shown · 784] ink in [0, 1] */
  readonly pictures: Float32Array;
  /** What the model made of them, as many. */
  readonly restored: Float32Array;
}

/** Shares of digits that raise a false alarm and of strangers that are caught, at every threshold. */
export interface Curve {
  readonly alarms: readonly number[];
  readonly hits: readonly number[];
}

export interface Frame {
  /** Pictures scored in this run, digits and strangers of every kind together. */
  readonly step: number;
  /** The score in force: the autoencoder has no ELBO. */
  readonly score: Score;
  /** Scores of the digits and of the strangers so far, in the order of the files; high means strange. */
  readonly normal: readonly number[];
  readonly foreign: readonly number[];
  /** What scores at least this is called strange. */
  readonly threshold: number;
  /** The ROC curve from (0, 0) to (1, 1). */
  readonly curve: Curve;
  /** Area under it. */
  readonly area: number;
  /** The same pictures judged by the sum of their ink alone, which needs no model. */
  readonly baseline: { readonly curve: Curve; readonly area: number };
  /** Digits that are called strange. */
  readonly falseAlarms: Mistaken;
  /** Strangers that are not. */
  readonly misses: Mistaken;
  readonly device: OnnxDevice;
  readonly notes: readonly StoreNote[];
}
