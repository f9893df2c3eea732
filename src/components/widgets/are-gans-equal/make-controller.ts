import { WidgetController } from '../shared/controller.svelte';
import { WorkerPool } from '../shared/worker-pool';
import type { Frame, Slice } from './are-gans-equal.loop';
import { defaults, fields, restarts, type Fields, type Params } from './are-gans-equal.params';

/** More would make a telephone hot. */
const WORKERS = 4;

const spawn = () => new Worker(new URL('./are-gans-equal.worker.ts', import.meta.url), { type: 'module' });

const share = (params: Params, first: number, stride: number): Params & Slice => ({
  ...params,
  first,
  stride,
});

/** What the author asked for: the anchor, the seed, the controls that are not shown. */
interface Asked {
  readonly id: string;
  readonly seed: number;
  readonly hide: readonly string[];
}

/** The figure's run: its trials are shared out among workers, as many as the machine has cores and at most four. */
export function makeController(
  { id, seed, hide }: Asked,
  prepare: () => Promise<unknown>,
  onFrame: (frame: Frame | undefined) => void,
): WidgetController<Fields, Frame> {
  return new WidgetController<Fields, Frame>({
    link: { id, version: 1, fields },
    base: { params: defaults, seed, device: 'auto', hide },
    restarts,
    spawn: () =>
      new WorkerPool<Params, Params & Slice, Frame>(
        Math.min(WORKERS, Math.max(1, navigator.hardwareConcurrency)),
        spawn,
        share,
      ) as unknown as Worker,
    prepare,
    onFrame,
  });
}
