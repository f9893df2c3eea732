import { beforeEach, describe, expect, test } from 'vitest';
import type { FromWorker, ToWorker } from '~/runtime/loop';
import { RunClient, type Snapshot } from './client';

interface Frame {
  readonly step: number;
}

/** A worker that answers only when the test says so. */
class FakeWorker {
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

let workers: FakeWorker[];
let scheduled: (() => void)[];
let time: number;
let seen: Snapshot<Frame>[];
let client: RunClient<string, Frame>;
const start = { seed: 3, params: 'p', device: 'auto' } as const;
const worker = () => workers.at(-1) ?? new FakeWorker();
/** One animation frame. */
const draw = () => {
  for (const callback of scheduled.splice(0)) callback();
};

beforeEach(() => {
  workers = [];
  scheduled = [];
  seen = [];
  time = 1;
  client = new RunClient<string, Frame>(
    {
      spawn: () => {
        const made = new FakeWorker();
        workers.push(made);
        return made as unknown as Worker;
      },
      schedule: (callback) => scheduled.push(callback),
      now: () => time,
    },
    (snapshot) => seen.push(snapshot),
  );
});

describe('RunClient', () => {
  test('no worker exists before Run', () => {
    client.step();
    client.resume();
    client.setParams('q');
    expect(workers).toHaveLength(0);
  });

  test('start: loading, one pull; the first frame runs it', () => {
    client.start(start);
    expect(client.snapshot.state).toBe('loading');
    expect(worker().sent).toEqual([
      { type: 'start', runId: worker().runId, ...start },
      { type: 'pull', runId: worker().runId },
    ]);
    worker().answer(0);
    expect(client.snapshot.state).toBe('loading');
    draw();
    expect(client.snapshot).toMatchObject({ state: 'running', frame: { step: 0 } });
  });

  test('back-pressure: with two frames undrawn nothing is pulled until one is drawn', () => {
    client.start(start);
    worker().answer(0);
    worker().answer(1);
    expect(worker().pulls).toBe(2);
    draw();
    expect(worker().pulls).toBe(3);
  });

  test('pause stops pulls and holds what arrives; step shows one; resume goes on', () => {
    client.start(start);
    worker().answer(0);
    draw();
    client.pause();
    const { pulls } = worker();
    worker().answer(1);
    draw();
    expect(client.snapshot).toMatchObject({ state: 'paused', frame: { step: 0 } });
    expect(worker().pulls).toBe(pulls);
    client.step();
    draw();
    expect(client.snapshot).toMatchObject({ state: 'paused', frame: { step: 1 } });
    client.step();
    expect(worker().pulls).toBe(pulls + 1);
    worker().answer(2);
    draw();
    expect(client.snapshot.frame?.step).toBe(2);
    client.resume();
    expect(client.snapshot.state).toBe('running');
    expect(worker().pulls).toBe(pulls + 2);
  });

  test('single: pauses at the first frame', () => {
    client.start({ ...start, single: true });
    worker().answer(0);
    draw();
    expect(client.snapshot).toMatchObject({ state: 'paused', frame: { step: 0 } });
    expect(worker().pulls).toBe(1);
  });

  test('done comes after the frames before it; the worker ends, the frame stays', () => {
    client.start(start);
    worker().answer(0);
    const { runId } = worker();
    worker().onmessage?.({ data: { type: 'done', runId, reason: 'diverged' } });
    draw();
    expect(client.snapshot.state).toBe('running');
    draw();
    expect(client.snapshot).toMatchObject({ state: 'done', reason: 'diverged', frame: { step: 0 } });
    expect(worker().terminated).toBe(true);
  });

  test('reset ends the worker; its late frame is dropped', () => {
    client.start(start);
    const old = worker();
    const { runId } = old;
    client.reset();
    expect(old.terminated).toBe(true);
    old.answer(7, runId);
    draw();
    expect(client.snapshot).toMatchObject({ state: 'idle', frame: undefined });
    client.start(start);
    expect(worker().runId).not.toBe(runId);
  });

  test('failures: named by the worker, or a script that did not arrive, or one that broke', () => {
    for (const [event, code] of [
      [{}, 'download'],
      [{ message: 'oops' }, 'internal'],
    ] as const) {
      client.start(start);
      worker().onerror?.(event);
      expect(client.snapshot).toMatchObject({ state: 'failed', failure: { code } });
      expect(worker().terminated).toBe(true);
    }
    client.start(start);
    const { runId } = worker();
    worker().onmessage?.({ data: { type: 'failed', runId, code: 'device-lost', message: 'm' } });
    expect(client.snapshot.failure).toEqual({ code: 'device-lost', message: 'm' });
  });

  test('params go to the run; progress and device are shown', () => {
    client.start(start);
    const { runId } = worker();
    client.setParams('q');
    expect(worker().sent.at(-1)).toEqual({ type: 'params', runId, params: 'q' });
    worker().onmessage?.({ data: { type: 'loading', runId, loaded: 1, total: 4 } });
    worker().onmessage?.({ data: { type: 'device', runId, device: 'wasm' } });
    expect(client.snapshot).toMatchObject({ state: 'loading', loaded: 1, total: 4, device: 'wasm' });
  });

  test('steps a second over the last second', () => {
    client.start(start);
    for (const [at, step] of [
      [1, 0],
      [501, 400],
      [1001, 1000],
    ] as const) {
      time = at;
      worker().answer(step);
      draw();
    }
    expect(client.snapshot.rate).toBe(1000);
  });
});
