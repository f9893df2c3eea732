import type { Browser, Page } from '@playwright/test';

/** Microseconds: `ts` of the clock, `tts` of the processor that the thread has used up to then; an `X` has a length of both. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tts?: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of a processor, as the system counts them: what others do at the same time adds next to nothing. */
export interface ProcessorTime {
  readonly page: number;
  /** Of all that were started, from their start. */
  readonly workers: number;
}

/**
 * How long the page's thread was at work between two `performance.mark`s that `act` leaves, and its workers until the second.
 * @throws if a mark is missing or the browser does not count the time of threads.
 */
export async function measureWork(
  browser: Browser,
  page: Page,
  [from, to]: readonly [from: string, to: string],
  act: () => Promise<void>,
): Promise<ProcessorTime> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  await act();
  const text = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  const [begin, end] = [markOf(traceEvents, from), markOf(traceEvents, to)];
  const mine = traceEvents.filter(({ pid }) => pid === begin.pid);
  const workers = mine
    .filter(({ name, args }) => name === 'thread_name' && args?.name?.includes('DedicatedWorker'))
    .map(({ tid }) => usedUntil(end.ts, mine, tid));
  return {
    page: (end.tts - begin.tts) / 1000,
    workers: workers.reduce((sum, used) => sum + used, 0) / 1000,
  };
}

function markOf(events: readonly TraceEvent[], name: string): TraceEvent & { readonly tts: number } {
  const mark = events.find((event) => event.name === name);
  if (mark?.tts === undefined)
    throw new Error(
      `trace: expected the mark "${name}" with its thread's time, found ${JSON.stringify(mark)}`,
    );
  return { ...mark, tts: mark.tts };
}

/** What a thread has used of the processor at a moment: of a task under way then, its share. */
function usedUntil(moment: number, events: readonly TraceEvent[], tid: number): number {
  const used = events
    .filter((event) => event.tid === tid && event.ph === 'X' && event.ts < moment)
    .map(({ ts, tts = 0, dur = 0, tdur = 0 }) => tts + tdur * Math.min(1, (moment - ts) / Math.max(dur, 1)));
  if (used.length === 0) throw new Error(`trace: expected tasks of the worker's thread ${tid}, found none`);
  return Math.max(...used);
}
