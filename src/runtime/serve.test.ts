import { describe, expect, test, vi } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { openReference } from './executors/reference/session';
import { RunFailure, type DeviceReport, type FromWorker, type Loop, type ToWorker } from './loop';
import { failureOf, LoopServer, type Services } from './serve';
import { transferables } from './transfer';

interface Params {
  readonly gain: number;
}
interface Frame {
  readonly step: number;
  readonly value: number;
  readonly large?: Float32Array;
}

const services: Services = {
  createRng,
  chooseExecutor: (wish) =>
    Promise.resolve({ name: wish, openSession: () => Promise.reject(new RunFailure('unsupported', 'none')) }),
};

function served(loop: Loop<Params, Frame>) {
  const posted: FromWorker<Frame>[] = [];
  const transferred: Transferable[] = [];
  const server = new LoopServer<Params, Frame>(loop, services, (message, transfer) => {
    posted.push(message);
    transferred.push(...transfer);
  });
  const start = (runId: number, extra: Partial<Extract<ToWorker<Params>, { type: 'start' }>> = {}) =>
    server.receive({ type: 'start', runId, seed: 3, params: { gain: 1 }, device: 'auto', ...extra });
  const pull = (runId: number) => server.receive({ type: 'pull', runId });
  return { server, posted, transferred, start, pull };
}

/** Three frames, then finished. */
const counting: Loop<Params, Frame> = async function* ({ params, rng }) {
  for (let step = 0; step < 3; step++) yield { step, value: params().gain * rng.uniform() };
  return 'finished';
};

describe('LoopServer', () => {
  test('computes nothing before a pull, one frame for each pull, then done', async () => {
    const { posted, start, pull } = served(counting);
    await start(1);
    expect(posted).toEqual([]);
    for (let pulls = 0; pulls < 4; pulls++) await pull(1);
    expect(posted.map(({ type }) => type)).toEqual(['frame', 'frame', 'frame', 'done']);
    expect(posted.at(-1)).toEqual({ type: 'done', runId: 1, reason: 'finished' });
    await pull(1);
    expect(posted).toHaveLength(4);
  });

  test('one seed gives one run', async () => {
    const { posted, start, pull } = served(counting);
    for (const [runId, seed] of [
      [1, 3],
      [2, 3],
      [3, 4],
    ] as const) {
      await start(runId, { seed });
      await pull(runId);
    }
    const values = posted.map((message) => (message.type === 'frame' ? message.frame.value : NaN));
    expect(values[0]).toBe(values[1]);
    expect(values[0]).not.toBe(values[2]);
  });

  test('an old run is dropped, even if its frame is still being computed, and its finally runs', async () => {
    const freed = vi.fn();
    let release: () => void = () => undefined;
    const { posted, start, pull } = served(async function* ({ seed }) {
      try {
        if (seed === 1) await new Promise<void>((resolve) => (release = resolve));
        yield { step: 0, value: seed };
        return 'finished';
      } finally {
        freed(seed);
      }
    });
    await start(1, { seed: 1 });
    const old = pull(1);
    await start(2, { seed: 2 });
    release();
    await old;
    await pull(1);
    await pull(2);
    expect(posted).toEqual([{ type: 'frame', runId: 2, frame: { step: 0, value: 2 } }]);
    expect(freed).toHaveBeenCalledWith(1);
  });

  test('params reach a run in progress, and changed() waits for them', async () => {
    const { posted, server, start, pull } = served(async function* ({ params, changed }) {
      for (let step = 0; ; step++) {
        yield { step, value: params().gain };
        await changed();
      }
    });
    await start(1);
    await pull(1);
    const second = pull(1);
    await Promise.resolve();
    expect(posted).toHaveLength(1);
    await server.receive({ type: 'params', runId: 7, params: { gain: 9 } });
    await server.receive({ type: 'params', runId: 1, params: { gain: 5 } });
    await second;
    expect(posted.map((message) => (message.type === 'frame' ? message.frame.value : NaN))).toEqual([1, 5]);
  });

  test('the device is chosen once, told to the page, and its failure is named', async () => {
    const { posted, start, pull } = served(async function* ({ openSession }) {
      await openSession({ seed: 1 }).catch(() => undefined);
      await openSession({ seed: 1 });
      yield { step: 0, value: 0 };
      return 'finished';
    });
    await start(1, { device: 'wasm' });
    await pull(1);
    expect(posted).toEqual([
      { type: 'device', runId: 1, device: 'wasm' },
      { type: 'failed', runId: 1, code: 'unsupported', message: 'none' },
    ]);
  });

  test('what auto settles on later is told with its figures, unless the run is over', async () => {
    let settle: (report: DeviceReport) => void = () => undefined;
    const posted: FromWorker<Frame>[] = [];
    const measuring: Services = {
      createRng,
      chooseExecutor: (_wish, told) => {
        settle = told;
        return Promise.resolve({ name: 'wasm', openSession: openReference });
      },
    };
    const loop: Loop<Params, Frame> = async function* ({ openSession }) {
      await openSession({ seed: 1 });
      yield { step: 0, value: 0 };
      return 'finished';
    };
    const server = new LoopServer<Params, Frame>(loop, measuring, (message) => posted.push(message));
    await server.receive({ type: 'start', runId: 1, seed: 3, params: { gain: 1 }, device: 'auto' });
    await server.receive({ type: 'pull', runId: 1 });
    const report = {
      device: 'tfjs-webgpu',
      reason: 'measured',
      speeds: { wasm: 10, 'tfjs-webgpu': 90 },
    } as const;
    settle(report);
    expect(posted.map(({ type }) => type)).toEqual(['device', 'frame', 'device']);
    expect(posted.at(-1)).toEqual({ type: 'device', runId: 1, ...report });
    await server.receive({ type: 'pull', runId: 1 });
    settle(report);
    expect(posted).toHaveLength(4);
  });

  test('progress is told; large arrays are transferred, small ones and parts of a buffer copied', async () => {
    const large = new Float32Array(1000);
    const { posted, transferred, start, pull } = served(async function* ({ progress }) {
      progress(1, 2);
      yield { step: 0, value: 0, large };
      return 'finished';
    });
    await start(1);
    await pull(1);
    expect(posted[0]).toEqual({ type: 'loading', runId: 1, loaded: 1, total: 2 });
    expect(transferred).toEqual([large.buffer]);
    expect(transferables({ a: new Float32Array(4), b: [large.subarray(0, 900)], c: 'x', d: null })).toEqual(
      [],
    );
    expect(transferables([large, large])).toHaveLength(1);
  });
});

test('failures are named', () => {
  expect(failureOf(new RunFailure('checksum', 'bad hash'))).toEqual({
    code: 'checksum',
    message: 'bad hash',
  });
  expect(failureOf(new RangeError('Array buffer allocation failed')).code).toBe('out-of-memory');
  expect(failureOf(new RangeError('batch: expected 1 … 8, found 9')).code).toBe('internal');
  for (const message of [
    'Failed to fetch dynamically imported module: https://site/session.js',
    'error loading dynamically imported module: https://site/session.js',
    'Importing a module script failed.',
  ])
    expect(failureOf(new TypeError(message))).toEqual({ code: 'download', message });
  expect(failureOf(new TypeError('x is not a function')).code).toBe('internal');
  expect(failureOf('odd').message).toBe('odd');
});
