import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph } from '~/autodiff/graph';
import { exp, input } from '~/autodiff/ops';
import { RunFailure } from '~/runtime/loop';
import type { Backend } from './backend';
import { openTfjsOn } from './session';

/** A backend whose kernels fail as they do when the memory of a lost GPU is asked for, and the news of the loss. */
function failing(error: Error): { backend: Backend; lose: () => void } {
  const broken = () => {
    throw error;
  };
  let lose: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => (lose = resolve));
  return { backend: { tf: { ...tf, exp: broken }, name: 'cpu', lost }, lose };
}

async function start(backend: Backend) {
  await tf.setBackend('cpu');
  const session = openTfjsOn(backend, { seed: 1 });
  const x = input(new Graph(), [3], 'x');
  session.write(x, [1, 2, 3]);
  return { session, step: await session.compile(compile({ outputs: [exp(x)] })) };
}

test('a GPU that is lost while a run starts is device-lost, though TF.js fails with something else first', async () => {
  const { backend, lose } = failing(new RangeError('Array buffer allocation failed'));
  const { step } = await start(backend);
  const running = Promise.resolve(step.run());
  setTimeout(lose, 20);
  await expect(running).rejects.toBeInstanceOf(RunFailure);
  await expect(running).rejects.toMatchObject({ code: 'device-lost' });
  expect(() => step.run()).toThrow('The GPU was lost');
});

test('what fails for another reason is told as it is', async () => {
  const { step } = await start(failing(new Error('a shader is wrong')).backend);
  await expect(Promise.resolve(step.run())).rejects.toThrow('a shader is wrong');
});
