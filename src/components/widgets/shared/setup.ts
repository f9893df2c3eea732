import type { BaseFrame } from '~/runtime/loop';
import type { Fields, ParamsOf } from './fields';
import type { Experiment, LinkFormat } from './url';

/** What makes one widget out of the common controller. */
export interface WidgetSetup<F extends Fields, Frame extends BaseFrame> {
  readonly link: LinkFormat<F>;
  /** The page's own setting: what the author asked for, before any link. */
  readonly base: Experiment<F>;
  /** Settings that a run in progress cannot take: changing one starts again from the beginning, with the same seed. */
  readonly restarts: readonly (keyof F)[];
  /** `() => new Worker(new URL('./x.worker.ts', import.meta.url), { type: 'module' })` */
  readonly spawn: () => Worker;
  /** What the page needs to show a run (the drawing, say); loaded beside the worker. If it fails, so does the run. */
  readonly prepare?: () => Promise<unknown>;
  /** Each frame as it is shown, for a view that keeps a history. `undefined`: the run begins, forget the old one. */
  readonly onFrame?: (frame: Frame | undefined, side: number) => void;
}

/** Whether a run in progress cannot go on with the settings after a change. */
export function isAnotherRun<F extends Fields>(
  before: Experiment<F>,
  after: Experiment<F>,
  restarts: readonly (keyof F)[],
): boolean {
  const differ = (a: ParamsOf<F> | undefined, b: ParamsOf<F> | undefined) =>
    restarts.some((key) => a?.[key] !== b?.[key]);
  return (
    before.seed !== after.seed ||
    before.device !== after.device ||
    (before.compare === undefined) !== (after.compare === undefined) ||
    differ(before.params, after.params) ||
    differ(before.compare, after.compare)
  );
}
