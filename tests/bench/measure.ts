import { CASES, type BenchCase } from './cases';
import type { Absent, Contender, Result } from './contender';

/** Makes a contender for a case, just before it is first timed. */
export type Entry = (bench: BenchCase) => Promise<Contender | Absent>;

export interface MeasureOptions {
  /** Milliseconds of each timing. */
  readonly slice: number;
  /** Timings of each contender; they take turns, so that what disturbs the machine disturbs all. */
  readonly repeats: number;
  /** Processor time of this program in microseconds, where the platform tells it. */
  readonly cpuTime?: () => number;
  /** Told about each case when it is done. */
  readonly report?: (results: readonly Result[]) => void;
}

interface Lap {
  readonly wall: number;
  readonly cpu: number | undefined;
}

/** Times every entry on every case. */
export async function measure(
  entries: readonly Entry[],
  options: MeasureOptions,
  cases: readonly BenchCase[] = CASES,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const bench of cases) {
    const found = await measureCase(entries, options, bench);
    options.report?.(found);
    results.push(...found);
  }
  return results;
}

async function measureCase(
  entries: readonly Entry[],
  options: MeasureOptions,
  bench: BenchCase,
): Promise<Result[]> {
  const runners: { contender: Contender; chunk: number; laps: Lap[] }[] = [];
  const missing: Result[] = [];
  for (const enter of entries) {
    const contender = await enter(bench);
    if ('absent' in contender) {
      const { name, absent } = contender;
      missing.push({ case: bench.id, contender: name, wall: undefined, cpu: undefined, absent });
      continue;
    }
    // TF.js has one active backend: each contender is warmed up as soon as it is made.
    const chunk = await warmUp(contender, options.slice);
    runners.push({ contender, chunk, laps: [] });
  }
  for (let i = 0; i < options.repeats; i++)
    for (const { contender, chunk, laps } of runners) laps.push(await lap(contender, chunk, options));
  const timed = runners.map(({ contender, laps }): Result => {
    contender.dispose();
    const cpu = laps.flatMap((each) => each.cpu ?? []);
    return {
      case: bench.id,
      contender: contender.name,
      wall: median(laps.map(({ wall }) => wall)),
      cpu: cpu.length > 0 ? median(cpu) : undefined,
    };
  });
  return [...timed, ...missing];
}

/** Runs until engines have compiled what is hot; returns the number of steps that fill about a tenth of a slice. */
async function warmUp(contender: Contender, slice: number): Promise<number> {
  const begin = performance.now();
  let count = 1;
  for (;;) {
    const start = performance.now();
    await contender.steps(count);
    const now = performance.now();
    if (now - start > slice / 10) return count;
    if (now - begin > 2 * slice && now - start > slice / 20) return count;
    count *= 2;
  }
}

async function lap(contender: Contender, chunk: number, { slice, cpuTime }: MeasureOptions): Promise<Lap> {
  const begin = performance.now();
  const cpuBegin = cpuTime?.();
  let steps = 0;
  while (performance.now() - begin < slice) {
    await contender.steps(chunk);
    steps += chunk;
  }
  const cpu = cpuTime && cpuBegin !== undefined ? (steps * 1e6) / (cpuTime() - cpuBegin) : undefined;
  return { wall: (steps * 1000) / (performance.now() - begin), cpu };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2;
}
