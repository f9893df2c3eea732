import { beforeEach, describe, expect, test } from 'vitest';
import { makeClient, start, told } from './test-client';

let { client, workers, worker, draw, clock } = makeClient();

beforeEach(() => {
  ({ client, workers, worker, draw, clock } = makeClient());
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
    expect(client.snapshot.choice).toBeUndefined();
  });

  test('why the device was chosen is kept until the next run, whatever another side says later', () => {
    client.start(start);
    const { runId } = worker();
    const choice = { device: 'wasm', reason: 'measured', speeds: { wasm: 20, 'tfjs-webgpu': 4 } } as const;
    worker().onmessage?.({ data: { type: 'device', runId, ...choice } });
    worker().onmessage?.({ data: { type: 'device', runId, device: 'wasm' } });
    expect(client.snapshot.choice).toEqual(choice);
    client.reset();
    expect(client.snapshot.choice).toBeUndefined();
  });

  test('steps a second over the last second', () => {
    client.start(start);
    for (const [at, step] of [
      [1, 0],
      [501, 400],
      [1001, 1000],
    ] as const) {
      clock.time = at;
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
