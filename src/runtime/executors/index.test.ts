import { expect, test } from 'vitest';
import { RunFailure } from '~/runtime/loop';
import { chooseExecutor, openSession } from './index';
import { ganPrograms } from '../../../tests/bench/gan-programs';

test('every executor that was named and runs here is the one that opens', async () => {
  for (const name of ['reference', 'wasm', 'tfjs-wasm'] as const) {
    const { reason, openSession: open } = await chooseExecutor(name);
    const session = await open({ seed: 1 });
    expect([session.executor, reason]).toEqual([name, 'wished']);
    session.dispose();
  }
});

test('an executor that does not run here is refused with advice', async () => {
  const refused = await chooseExecutor('tfjs-webgpu').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RunFailure);
  expect(refused).toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('Choose another device') as string,
  });
});

test('auto takes wasm, and with a probe what ran', async () => {
  expect(await chooseExecutor('auto')).toMatchObject({ name: 'wasm', reason: 'default' });
  const { discriminator } = ganPrograms('minimax', { hidden: [8], batch: 4, rows: 5 });
  const chosen = await chooseExecutor('auto', {
    budget: 5,
    probe: async (session) => {
      const step = await session.compile(discriminator);
      return async () => {
        await step.run();
      };
    },
  });
  expect(chosen).toMatchObject({ name: 'wasm', reason: 'only-one' });
  expect(chosen.speeds.get('wasm')).toBeGreaterThan(0);
});

test('without WebAssembly SIMD wasm says so and auto takes another', async () => {
  const validate = WebAssembly.validate.bind(WebAssembly);
  WebAssembly.validate = () => false;
  try {
    await expect(openSession('wasm')({ seed: 1 })).rejects.toMatchObject({ code: 'unsupported' });
    expect((await chooseExecutor('auto')).name).not.toBe('wasm');
  } finally {
    WebAssembly.validate = validate;
  }
});
