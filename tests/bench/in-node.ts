import { EVERYWHERE } from './entries';
import type { Result } from './contender';
import { measure, type Entry, type MeasureOptions } from './measure';
import { ours } from './ours';
import { startTorch } from './torch';

/** Times everything in this process, and PyTorch beside it where there is one. */
export async function benchInNode(
  options: Omit<MeasureOptions, 'cpuTime'>,
  python: string,
): Promise<Result[]> {
  const torch = await startTorch(python);
  const cpuTime = () => {
    const { user, system } = process.cpuUsage();
    return user + system + (torch?.cpuTime() ?? 0);
  };
  const entries = [...EVERYWHERE, (bench: Parameters<Entry>[0]) => ours('reference', bench)];
  if (torch) entries.push(torch.entry);
  try {
    return await measure(entries, { ...options, cpuTime });
  } finally {
    torch?.stop();
  }
}
