import { deviations, fingerprint, loseDevice, settle } from '../checks';
import { EVERYWHERE } from '../entries';
import { measure } from '../measure';
import type { Answers, Task } from './tasks';

async function answer(task: Task): Promise<Answers[Task['name']]> {
  if (task.name === 'bench') return measure(EVERYWHERE, task);
  if (task.name === 'deviations') return deviations(task.executor, task.extent);
  if (task.name === 'loseDevice') return loseDevice();
  if (task.name === 'settle') return settle();
  return fingerprint();
}

self.onmessage = async ({ data }: MessageEvent<Task>) => {
  try {
    self.postMessage({ answer: await answer(data) });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
};
