import { CASES, type BenchCase } from './cases';
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
  const entries = [...EVERYWHERE, reference];
  if (torch) entries.push(torch.entry);
  try {
    const results = await measure(entries, { ...options, cpuTime });
    return torch ? results : [...results, ...CASES.map(absentTorch)];
  } finally {
    torch?.stop();
  }
}

function absentTorch({ id }: BenchCase): Result {
  return {
    case: id,
    contender: 'eager PyTorch, 1 thread',
    wall: undefined,
    cpu: undefined,
    absent: 'absent',
  };
}

/** The oracle is not made for speed: on convolutions a step takes seconds. */
const reference: Entry = (bench) =>
  bench.kind === 'convolutions'
    ? Promise.resolve({ name: 'reference (float64)', absent: 'not timed' })
    : ours('reference', bench);
