import { expect, test } from 'vitest';
import { RunFailure } from '~/runtime/loop';
import { chooseExecutor, openSession } from './index';

test('every executor that was named and runs here is the one that opens', async () => {
  for (const wish of ['reference', 'wasm', 'tfjs-wasm'] as const) {
    const { name, openSession: open } = await chooseExecutor(wish);
    const session = await open({ seed: 1 });
    expect([name, session.executor]).toEqual([wish, wish]);
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

test('auto begins on wasm', async () => {
  const { name, openSession: open } = await chooseExecutor('auto');
  expect([name, (await open({ seed: 1 })).executor]).toEqual(['wasm', 'wasm']);
});

test('without WebAssembly SIMD wasm says so and auto takes another', async () => {
  const validate = WebAssembly.validate.bind(WebAssembly);
  WebAssembly.validate = () => false;
  try {
    await expect(openSession('wasm')({ seed: 1 })).rejects.toMatchObject({ code: 'unsupported' });
    const { name, openSession: open } = await chooseExecutor('auto');
    expect(name).not.toBe('wasm');
    expect((await open({ seed: 1 })).executor).toBe(name);
  } finally {
    WebAssembly.validate = validate;
  }
});
