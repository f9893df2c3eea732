import type { ExecutorName, OpenSession } from '~/autodiff/program';
import { RunFailure, type DeviceReport, type DeviceWish } from '~/runtime/loop';
import { openMeasured, type MeasureOptions } from './measured-session';
import { hasGpu } from './tfjs/adapter';

/** Each executor's opener, imported when it is first used, so that a page downloads only what it runs. */
const OPENERS: { readonly [Name in ExecutorName]: () => Promise<OpenSession> } = {
  reference: async () => (await import('./reference/session')).openReference,
  wasm: async () => (await import('./wasm/session')).openWasmSession,
  'tfjs-wasm': async () => (await import('./tfjs/session')).openTfjsWasm,
  'tfjs-webgpu': async () => (await import('./tfjs/session')).openTfjsWebgpu,
};

/**
 * The executor of that name.
 * @returns opens a session; rejects with RunFailure `unsupported` where the browser lacks what the executor needs.
 */
export function openSession(name: ExecutorName): OpenSession {
  return async (options) => (await OPENERS[name]())(options);
}

export interface ChosenExecutor {
  /** Where the run begins. `auto` may move it later, and tells so. */
  readonly name: ExecutorName;
  readonly openSession: OpenSession;
}

export interface ChooseOptions extends Partial<Omit<MeasureOptions, 'told'>> {
  /** Told when `auto` has settled, which is some steps after the run began. */
  readonly told?: (report: DeviceReport) => void;
}

/** Where `auto` runs if `wasm` does not; the last always does. */
const FALLBACKS: readonly ExecutorName[] = ['tfjs-wasm', 'reference'];

/**
 * Turns the reader's wish into an executor.
 *
 * `auto` begins on `wasm`, times the loop's own first steps there, and only if they are slow (`SLOW_RUN`) and there is a
 * GPU does it try `tfjs-webgpu` and take the faster (see `openMeasured`). Where `wasm` does not run, the first that does of
 * `tfjs-wasm` and `reference`.
 * @throws RunFailure `unsupported` if an executor was named that does not run here; the message says what to do.
 */
export async function chooseExecutor(
  wish: DeviceWish,
  {
    told = () => undefined,
    open = openSession,
    hasGpu: gpu = hasGpu,
    now = () => performance.now(),
  }: ChooseOptions = {},
): Promise<ChosenExecutor> {
  if (wish !== 'auto') {
    await tryOut(open(wish));
    return { name: wish, openSession: open(wish) };
  }
  if (await runs(open('wasm')))
    return { name: 'wasm', openSession: measureFirst({ open, hasGpu: gpu, now, told }) };
  for (const name of FALLBACKS) if (await runs(open(name))) return { name, openSession: open(name) };
  throw new RunFailure('unsupported', 'No executor runs in this browser. Update it.');
}

/** The first session of a run is measured; those opened later go where it settled. */
function measureFirst(options: MeasureOptions): OpenSession {
  let name: ExecutorName = 'wasm';
  let measuring = false;
  const told = (report: DeviceReport) => {
    name = report.device;
    options.told(report);
  };
  return (seed) => {
    const open = measuring ? options.open(name) : openMeasured({ ...options, told });
    measuring = true;
    return open(seed);
  };
}

/** Opens a session and closes it. */
async function tryOut(open: OpenSession): Promise<void> {
  const session = await open({ seed: 0 });
  session.dispose();
}

/** Whether an executor runs here. @throws what it fails with for another reason than the browser */
async function runs(open: OpenSession): Promise<boolean> {
  try {
    await tryOut(open);
    return true;
  } catch (error) {
    if (error instanceof RunFailure && error.code === 'unsupported') return false;
    throw error;
  }
}
