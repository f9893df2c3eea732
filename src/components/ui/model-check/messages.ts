import type { FailureCode } from '~/runtime/loop';
import type { OnnxDevice } from '~/runtime/onnx/backend';
import type { CheckResult } from './check-models';

/** Page to worker: what to check, and where ONNX Runtime shall compute. */
export interface CheckOrder {
  readonly ids: readonly string[];
  readonly device: OnnxDevice;
}

/** Worker to page: a result for each model in order, then the end; or what stopped it. */
export type CheckReport =
  | ({ readonly type: 'result' } & CheckResult)
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly code: FailureCode; readonly message: string };
