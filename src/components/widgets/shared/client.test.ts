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
const told = { seed: 3, params: 'p', device: 'auto' } as const;
const start = { seed: 3, sides: ['p'], device: 'auto' } as const;
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
    client.setParams(['q']);
    expect(workers).toHaveLength(0);
  });

  test('start: loading, one pull; the first frame runs it', () => {
    client.start(start);
    expect(client.snapshot.state).toBe('loading');
    expect(worker().sent).toEqual([
      { type: 'start', runId: worker().runId, ...told },
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
    client.setParams(['q']);
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

  test('a detour: what was computed ahead is shown first, then one frame with settings of its own', () => {
    client.start(start);
    worker().answer(0);
    draw();
    worker().answer(1);
    client.pause();
    const { runId } = worker();
    const before = worker().sent.length;
    client.step(['only D']);
    draw();
    expect(client.snapshot.frame?.step).toBe(1);
    // One more was in flight.
    worker().answer(2);
    draw();
    expect(client.snapshot.frame?.step).toBe(2);
    expect(worker().sent.slice(before)).toEqual([
      { type: 'params', runId, params: 'only D' },
      { type: 'pull', runId },
      { type: 'params', runId, params: 'p' },
    ]);
    worker().answer(3);
    draw();
    expect(client.snapshot).toMatchObject({ state: 'paused', frame: { step: 3 } });
    draw();
    expect(client.snapshot.frame?.step).toBe(3);
  });

  test('the page can fail a run: what it needs to show it did not arrive', () => {
    client.fail('download', 'nothing runs yet');
    expect(client.snapshot.state).toBe('idle');
    client.start(start);
    client.fail('download', 'the drawing');
    expect(client.snapshot).toMatchObject({ state: 'failed', failure: { code: 'download' } });
    expect(worker().terminated).toBe(true);
  });
});

describe('two sides in step', () => {
  const pair = { ...start, sides: ['a', 'b'] };
  const steps = () => client.snapshot.frames.map((frame) => frame?.step);

  test('a frame is shown when both have theirs; then both are asked for the next at once', () => {
    client.start(pair);
    const [a, b] = workers;
    expect([a?.sent[0], b?.sent[0]]).toMatchObject([{ params: 'a' }, { params: 'b' }]);
    a?.answer(0);
    draw();
    expect(client.snapshot.state).toBe('loading');
    expect([a?.pulls, b?.pulls]).toEqual([1, 1]);
    b?.answer(0);
    draw();
    expect(steps()).toEqual([0, 0]);
    expect([a?.pulls, b?.pulls]).toEqual([2, 2]);
    client.setParams(['c', 'd']);
    expect([a?.sent.at(-1), b?.sent.at(-1)]).toMatchObject([{ params: 'c' }, { params: 'd' }]);
  });

  test('one ends, the other goes on; the run is over when both are', () => {
    client.start(pair);
    const [a, b] = workers;
    a?.answer(0);
    b?.answer(0);
    draw();
    a?.onmessage?.({ data: { type: 'done', runId: a.runId, reason: 'diverged' } });
    b?.answer(25);
    draw();
    expect(client.snapshot.state).toBe('running');
    expect(steps()).toEqual([0, 25]);
    expect(client.snapshot.reasons).toEqual(['diverged', undefined]);
    expect(a?.terminated).toBe(true);
    b?.answer(50);
    draw();
    b?.onmessage?.({ data: { type: 'done', runId: b.runId, reason: 'finished' } });
    draw();
    expect(steps()).toEqual([0, 50]);
    expect(client.snapshot).toMatchObject({ state: 'done', reason: 'diverged' });
    expect(b?.terminated).toBe(true);
  });

  test('a failure of either ends both', () => {
    client.start(pair);
    workers[1]?.onerror?.({});
    expect(client.snapshot.state).toBe('failed');
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
  });

  test('what a step costs is measured for each', () => {
    client.start(pair);
    const [a, b] = workers;
    a?.answer(0);
    b?.answer(0);
    draw();
    time += 10;
    a?.answer(10);
    time += 20;
    b?.answer(10);
    draw();
    expect(client.snapshot.costs).toEqual([1, 3]);
  });
});
