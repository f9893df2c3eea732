import type { Answers, Task } from './tasks';

declare global {
  /** Called by the script that drives this page: does the task in a fresh worker. */
  function ask<T extends Task>(task: T): Promise<Answers[T['name']]>;
}

globalThis.ask = <T extends Task>(task: T) =>
  new Promise<Answers[T['name']]>((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<{ answer: Answers[T['name']] } | { error: string }>) => {
      worker.terminate();
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.answer);
    };
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
    worker.postMessage(task);
  });
