import { expect, test } from 'vitest';
import { createQueue } from './queue';

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

test('tasks run one at a time, in order', async () => {
  const queue = createQueue();
  const log: string[] = [];
  const task = (name: string) => async () => {
    log.push(`${name} starts`);
    await pause();
    log.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all(['a', 'b', 'c'].map((name) => queue(task(name))))).toEqual(['a', 'b', 'c']);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
});

test('a failed task rejects its own promise only', async () => {
  const queue = createQueue();
  const failed = queue(async () => {
    await pause();
    throw new Error('no');
  });
  const thrown = queue(() => {
    throw new Error('at once');
  });
  const after = queue(async () => 'still runs');
  await expect(failed).rejects.toThrow('no');
  await expect(thrown).rejects.toThrow('at once');
  await expect(after).resolves.toBe('still runs');
});
