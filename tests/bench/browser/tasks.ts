import type { ExecutorName } from '~/autodiff/program';
import type { Deviation } from '~/runtime/executors/parity';
import type { DeviceReport } from '~/runtime/loop';
import type { Result } from '../contender';
import type { Extent } from '../extent';

/** What the page can be asked. */
export type Task =
  | { name: 'bench'; slice: number; repeats: number }
  | { name: 'deviations'; executor: ExecutorName; extent?: Extent }
  | { name: 'fingerprint' }
  | { name: 'loseDevice' }
  | { name: 'settle' };

export interface Answers {
  bench: Result[];
  deviations: Deviation[];
  fingerprint: string;
  settle: { report: DeviceReport; gpu: boolean };
  loseDevice: { codes: (string | undefined)[]; recovered: boolean };
}
