import type { FromWorker, ToWorker } from '~/runtime/loop';
import { RunClient } from './client';

interface Frame {
  readonly step: number;
}

/** A worker that answers only when the test says so. */
export class FakeWorker {
  onmessage: ((event: { data: FromWorker<Frame> }) => void) | undefined;
  onerror: ((event: { message?: string }) => void) | undefined;
  sent: ToWorker<string>[] = [];
  terminated = false;
  postMessage(message: ToWorker<string>) {
    this.sent.push(message);
  }
  terminate() {
    this.terminated = true;
  }
  get pulls() {
    return this.sent.filter(({ type }) => type === 'pull').length;
  }
  get runId() {
    return this.sent[0]?.runId ?? NaN;
  }
  answer(step: number, runId = this.runId) {
    this.onmessage?.({ data: { type: 'frame', runId, frame: { step } } });
  }
}

/** A client among fakes, for tests: its workers, its animation frames and its clock are the test's own. */
export function makeClient() {
  const workers: FakeWorker[] = [];
  const scheduled: (() => void)[] = [];
  const clock = { time: 1 };
  const client = new RunClient<string, Frame>(
    {
      spawn: () => {
        const made = new FakeWorker();
        workers.push(made);
        return made as unknown as Worker;
      },
      schedule: (callback) => scheduled.push(callback),
      now: () => clock.time,
    },
    () => undefined,
  );
  return {
    client,
    workers,
    clock,
    worker: () => workers.at(-1) ?? new FakeWorker(),
    /** One animation frame. */
    draw: () => {
      for (const callback of scheduled.splice(0)) callback();
    },
  };
}

/** What a test starts, and what the worker is told of it. */
export const start = { seed: 3, sides: ['p'], device: 'auto' } as const;
export const told = { seed: 3, params: 'p', device: 'auto' } as const;
