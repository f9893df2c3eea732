import { expect, test, vi } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph } from '~/autodiff/graph';
import { add, input, mean, multiply, normal, parameter, square } from '~/autodiff/ops';
import type { ExecutorName, OpenSession, Session } from '~/autodiff/program';
import { adam } from '~/methods/optimizers/updates';
import { RunFailure, type DeviceReport } from '~/runtime/loop';
import { chooseExecutor } from './index';
import { SLOW_RUN } from './measured-session';
import { openReference } from './reference/session';

/** Milliseconds that a run takes on each device of a made-up machine. */
type Costs = Readonly<Partial<Record<ExecutorName, number>>>;

/** The reference under other names, with a clock that its runs move on. */
function machine(costs: Costs, { gpu = true, broken }: { gpu?: boolean; broken?: Error } = {}) {
  let time = 0;
  const opened: ExecutorName[] = [];
  const disposed: ExecutorName[] = [];
  const reports: DeviceReport[] = [];
  const open =
    (name: ExecutorName): OpenSession =>
    async (options) => {
      if (name === 'tfjs-webgpu' && broken) throw broken;
      opened.push(name);
      const session = await openReference(options);
      const slowed: Session = {
        ...session,
        executor: name,
        compile: async (program) => {
          const step = await session.compile(program);
          return {
            bytes: step.bytes,
            read: (node) => step.read(node),
            run: (times = 1) => {
              time += (costs[name] ?? 1) * times;
              return step.run(times);
            },
          };
        },
        dispose: () => {
          disposed.push(name);
          session.dispose();
        },
      };
      return slowed;
    };
  const hasGpu = vi.fn(() => Promise.resolve(gpu));
  const choose = () =>
    chooseExecutor('auto', { open, hasGpu, now: () => time, told: (report) => reports.push(report) });
  return { choose, opened, disposed, reports, hasGpu };
}

/** A program with everything that a device must carry over: noise, an input, Adam's moments. */
function programs() {
  const graph = new Graph();
  const w = parameter(graph, [3], [1, 2, 3], 'w');
  const gain = input(graph, [], 'gain', [1]);
  const loss = mean(square(add(multiply(w, gain), normal(graph, [5, 3]))));
  const train = compile({ outputs: [loss], updates: adam(loss, [w], { rate: 0.1 }) });
  return { w, gain, loss, train };
}

/** Some frames of a loop: settings are written, steps are run, the loss is read. */
async function frames(open: OpenSession, count: number): Promise<{ session: Session; seen: number[] }> {
  const { w, gain, loss, train } = programs();
  const session = await open({ seed: 11 });
  const step = await session.compile(train);
  const seen: number[] = [];
  for (let frame = 0; frame < count; frame++) {
    session.write(gain, [1 + 0.1 * frame]);
    await step.run(2);
    seen.push(...(await step.read(loss)), ...(await session.read(w)));
  }
  return { session, seen };
}

test('a network that is fast stays on wasm, and nobody asks for a GPU', async () => {
  const { choose, reports, opened, hasGpu } = machine({ wasm: SLOW_RUN / 2 });
  const { session } = await frames((await choose()).openSession, 10);
  expect(session.executor).toBe('wasm');
  expect(reports).toEqual([{ device: 'wasm', reason: 'fast-enough', speeds: { wasm: 2000 / SLOW_RUN } }]);
  expect(hasGpu).not.toHaveBeenCalled();
  expect(opened).not.toContain('tfjs-webgpu');
});

test('a slow one without a GPU stays on wasm, and TF.js is not fetched', async () => {
  const { choose, reports, opened } = machine({ wasm: 100 }, { gpu: false });
  const { session } = await frames((await choose()).openSession, 6);
  expect(session.executor).toBe('wasm');
  expect(reports).toEqual([{ device: 'wasm', reason: 'only-one', speeds: { wasm: 10 } }]);
  expect(opened).not.toContain('tfjs-webgpu');
});

test('a slow one goes over to a faster GPU and computes what it would have computed', async () => {
  const { choose, reports, disposed } = machine({ wasm: 100, 'tfjs-webgpu': 4 });
  const { session, seen } = await frames((await choose()).openSession, 9);
  expect(session.executor).toBe('tfjs-webgpu');
  expect(reports).toEqual([
    { device: 'tfjs-webgpu', reason: 'measured', speeds: { wasm: 10, 'tfjs-webgpu': 250 } },
  ]);
  expect(disposed).toContain('wasm');
  expect(seen).toEqual((await frames(openReference, 9)).seen);
});

test('a GPU that is not clearly faster is left', async () => {
  for (const cost of [90, 400]) {
    const { choose, reports, disposed } = machine({ wasm: 100, 'tfjs-webgpu': cost });
    const { session, seen } = await frames((await choose()).openSession, 9);
    expect(session.executor).toBe('wasm');
    expect(reports).toMatchObject([{ device: 'wasm', reason: 'measured', speeds: { wasm: 10 } }]);
    expect(reports[0]?.speeds['tfjs-webgpu']).toBeCloseTo(1000 / cost, 6);
    expect(disposed.filter((name) => name === 'tfjs-webgpu')).toHaveLength(2);
    expect(seen).toEqual((await frames(openReference, 9)).seen);
  }
});

test('a GPU that fails or cannot warm up leaves the run as it is', async () => {
  const failures: [Costs, { broken?: Error }][] = [
    [{ wasm: 100, 'tfjs-webgpu': 4 }, { broken: new RunFailure('device-lost', 'gone') }],
    [{ wasm: 100, 'tfjs-webgpu': 4 }, { broken: new Error('odd') }],
    [{ wasm: 100, 'tfjs-webgpu': 20_000 }, {}],
  ];
  for (const [costs, options] of failures) {
    const { choose, reports } = machine(costs, options);
    const { session, seen } = await frames((await choose()).openSession, 5);
    expect(session.executor).toBe('wasm');
    expect(reports).toEqual([{ device: 'wasm', reason: 'only-one', speeds: { wasm: 10 } }]);
    expect(seen).toEqual((await frames(openReference, 5)).seen);
  }
});

test('sessions opened later go where the first one settled', async () => {
  const { choose } = machine({ wasm: 100, 'tfjs-webgpu': 4 });
  const { openSession } = await choose();
  await frames(openSession, 5);
  expect((await openSession({ seed: 1 })).executor).toBe('tfjs-webgpu');
});
