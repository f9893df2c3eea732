import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Entry } from './measure';

export interface Torch {
  readonly version: string;
  readonly entry: Entry;
  readonly stop: () => void;
  /** Processor time used by steps so far, in microseconds. */
  readonly cpuTime: () => number;
}

/** Starts eager PyTorch in a process of its own; undefined where Python or PyTorch is absent. */
export async function startTorch(python: string): Promise<Torch | undefined> {
  const script = fileURLToPath(new URL('./torch_eager.py', import.meta.url));
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise<undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', () => resolve(undefined));
  });
  const answer = async (): Promise<unknown> => {
    const line = await Promise.race([lines.next(), failed]);
    return line === undefined || line.done ? undefined : JSON.parse(line.value);
  };
  const hello = (await answer()) as { torch: string } | undefined;
  if (!hello) return undefined;
  let cpu = 0;
  return {
    version: hello.torch,
    cpuTime: () => cpu,
    stop: () => child.kill(),
    entry: (bench) =>
      Promise.resolve({
        name: `eager PyTorch ${hello.torch}, 1 thread`,
        steps: async (count) => {
          child.stdin.write(`${bench.id} ${count}\n`);
          const times = (await answer()) as { cpu: number } | undefined;
          if (!times) throw new Error('PyTorch ended before it answered');
          cpu += times.cpu * 1e6;
        },
        dispose: () => undefined,
      }),
  };
}
