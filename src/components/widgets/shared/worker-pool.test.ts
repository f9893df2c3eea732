import { expect, test, vi } from 'vitest';
import type { FromWorker, ToWorker } from '~/runtime/loop';
import { WorkerPool } from './worker-pool';

interface Share {
  readonly total: number;
  readonly first: number;
  readonly stride: number;
}
interface Frame {
  readonly step: number;
  readonly piece: number | undefined;
}

/** A worker that makes the pieces of its share, each when the test lets it. */
class FakeWorker {
  onmessage: ((event: MessageEvent<FromWorker<Frame>>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  share: Share | undefined;
  made = -1;
  pulls = 0;
  terminated = false;
  postMessage(message: ToWorker<Share>): void {
    if (message.type === 'pull') this.pulls += 1;
    else this.share = message.params;
  }
  terminate(): void {
    this.terminated = true;
  }
  /** Answers one pull, if there is one. */
  work(): void {
    const { share } = this;
    if (this.pulls === 0 || !share) return;
    this.pulls -= 1;
    const step = ++this.made;
    const piece = step === 0 ? undefined : share.first + (step - 1) * share.stride;
    const data: FromWorker<Frame> =
      piece !== undefined && piece >= share.total
        ? { type: 'done', runId: 1, reason: 'finished' }
        : { type: 'frame', runId: 1, frame: { step, piece } };
    this.onmessage?.({ data } as MessageEvent<FromWorker<Frame>>);
  }
}

function setUp(size: number, total: number) {
  const workers: FakeWorker[] = [];
  const said: FromWorker<Frame>[] = [];
  const pool = new WorkerPool<{ total: number }, Share, Frame>(
    size,
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    (params, first, stride) => ({ ...params, first, stride }),
  );
  pool.onmessage = ({ data }) => said.push(data);
  pool.postMessage({ type: 'start', runId: 1, seed: 1, params: { total }, device: 'auto' });
  const pull = () => pool.postMessage({ type: 'pull', runId: 1 });
  const pieces = () => said.map((each) => (each.type === 'frame' ? each.frame.piece : each.type));
  return { pool, workers, said, pull, pieces };
}

test('pieces come out in their order whichever worker is faster, and step counts them', () => {
  const { workers, said, pull, pieces } = setUp(3, 7);
  for (let i = 0; i < 9; i++) pull();
  // The last worker runs ahead as far as it may, the first is slow.
  for (let round = 0; round < 20; round++) for (const worker of workers.toReversed()) worker.work();
  expect(pieces()).toEqual([undefined, 0, 1, 2, 3, 4, 5, 6, 'done']);
  expect(said.flatMap((each) => (each.type === 'frame' ? [each.frame.step] : []))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7,
  ]);
});

test('one worker or many give the same', () => {
  const orders = [1, 2, 4].map((size) => {
    const { workers, pull, pieces } = setUp(size, 5);
    for (let i = 0; i < 7; i++) pull();
    for (let round = 0; round < 20; round++) for (const worker of workers) worker.work();
    return pieces();
  });
  expect(orders[1]).toEqual(orders[0]);
  expect(orders[2]).toEqual(orders[0]);
});

test('not pulling is pausing: each worker makes one piece ahead and waits', () => {
  const { workers, pull, pieces } = setUp(2, 100);
  pull();
  for (let round = 0; round < 20; round++) for (const worker of workers) worker.work();
  expect(pieces()).toEqual([undefined]);
  expect(workers.map(({ made }) => made)).toEqual([1, 1]);
  pull();
  for (let round = 0; round < 20; round++) for (const worker of workers) worker.work();
  expect(pieces()).toEqual([undefined, 0]);
});

test('new settings reach every worker with its share; the end of the run ends them all', () => {
  const { pool, workers } = setUp(2, 3);
  pool.postMessage({ type: 'params', runId: 1, params: { total: 9 } });
  expect(workers.map(({ share }) => share)).toEqual([
    { total: 9, first: 0, stride: 2 },
    { total: 9, first: 1, stride: 2 },
  ]);
  pool.terminate();
  expect(workers.every(({ terminated }) => terminated)).toBe(true);
});

test('a failure or a script that does not arrive is handed on; the device is told once', () => {
  const { pool, workers, said } = setUp(2, 3);
  const failed = vi.fn();
  pool.onerror = failed;
  for (const worker of workers)
    worker.onmessage?.({ data: { type: 'device', runId: 1, device: 'wasm' } } as MessageEvent<
      FromWorker<Frame>
    >);
  expect(said).toEqual([{ type: 'device', runId: 1, device: 'wasm' }]);
  workers[1]?.onmessage?.({
    data: { type: 'failed', runId: 1, code: 'internal', message: 'no' },
  } as MessageEvent<FromWorker<Frame>>);
  expect(said.at(-1)).toMatchObject({ type: 'failed', code: 'internal' });
  workers[1]?.onerror?.({ message: '' } as ErrorEvent);
  expect(failed).toHaveBeenCalledOnce();
  expect(() => setUp(0, 1)).toThrow(/size must be a whole number of at least 1, found 0/);
});
