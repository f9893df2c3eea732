import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { bothPrograms, ganPrograms } from '../../../../tests/bench/gan-programs';
import { instantiateKernels } from './kernels-module';
import { writeProgram } from './program-code';
import { openWasmSession } from './session';
import { SessionState } from './session-state';

const programs = () => bothPrograms(ganPrograms('non-saturating', { hidden: [10], batch: 150, rows: 1000 }));

/** Frees what nobody holds, so that what is left can be measured. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

test('after 20,000 steps heap and buffers are what they were after 200', async () => {
  const session = await openWasmSession({ seed: 2 });
  const steps = await Promise.all(programs().map(async (program) => ({ program, step: await session.compile(program) }))); // prettier-ignore
  const bytes = steps.map(({ step }) => step.bytes);
  const measured: { heap: number; buffers: number }[] = [];
  for (const turns of [200, 19_800]) {
    for (let turn = 0; turn < turns; turn++) {
      for (const { step, program } of steps) {
        await step.run();
        // A frame every ten steps, as a page draws them.
        if (turn % 10 === 0) for (const output of program.outputs) await step.read(output);
      }
    }
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    measured.push({ heap: heapUsed, buffers: arrayBuffers });
  }
  const [early, late] = measured;
  expect(steps.map(({ step }) => step.bytes)).toEqual(bytes);
  expect((late?.heap ?? NaN) - (early?.heap ?? NaN)).toBeLessThan(256 * 1024);
  expect((late?.buffers ?? NaN) - (early?.buffers ?? NaN)).toBeLessThan(64 * 1024);
  session.dispose();
});

test('the kernels’ memory does not grow while they run', async () => {
  const kernels = await instantiateKernels();
  const state = new SessionState(kernels, 2);
  const codes = programs().map((program) => writeProgram(state, program));
  const before = kernels.memory.buffer.byteLength;
  for (const { start, count } of codes) kernels.run(start, count, 20_000);
  expect(kernels.memory.buffer.byteLength).toBe(before);
});
