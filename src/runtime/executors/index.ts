import type { ExecutorName, OpenSession, Session } from '~/autodiff/program';
import { RunFailure, type DeviceWish } from '~/runtime/loop';

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

/** Why an executor was chosen; the page has the words. */
export type ChoiceReason = 'wished' | 'default' | 'measured' | 'only-one';

export interface ChosenExecutor {
  readonly name: ExecutorName;
  readonly reason: ChoiceReason;
  readonly openSession: OpenSession;
  /** Runs of the probe in a second on each executor that was measured. */
  readonly speeds: ReadonlyMap<ExecutorName, number>;
}

/** Times a network on an executor: makes its steps in the session and returns what runs them once and waits for the result. */
export type Probe = (session: Session) => Promise<() => Promise<void>>;

export interface ChooseOptions {
  /** The network at hand. Without it `auto` takes `wasm`, which is the fastest for networks of a few thousand weights. */
  readonly probe?: Probe;
  /** Milliseconds for each executor, after one run to warm up; default 150. */
  readonly budget?: number;
}

const CANDIDATES: readonly ExecutorName[] = ['wasm', 'tfjs-webgpu'];
const FALLBACKS: readonly ExecutorName[] = ['tfjs-wasm', 'reference'];

/**
 * Turns the reader's wish into an executor.
 *
 * `auto`: with a probe, `wasm` and `tfjs-webgpu` are timed on it and the faster one is taken; without one, `wasm`; where
 * none of them runs, the first that does of `tfjs-wasm` and `reference`, which always does.
 * @throws RunFailure `unsupported` if an executor was named that does not run here; the message says what to do.
 */
export async function chooseExecutor(
  wish: DeviceWish,
  { probe, budget = 150 }: ChooseOptions = {},
): Promise<ChosenExecutor> {
  const speeds = new Map<ExecutorName, number>();
  const chosen = (name: ExecutorName, reason: ChoiceReason): ChosenExecutor => ({
    name,
    reason,
    openSession: openSession(name),
    speeds,
  });
  if (wish !== 'auto') {
    await tryOut(wish);
    return chosen(wish, 'wished');
  }
  for (const name of probe ? CANDIDATES : CANDIDATES.slice(0, 1)) {
    const speed = await speedOf(name, probe, budget);
    if (speed !== undefined) speeds.set(name, speed);
  }
  const [best, ...others] = [...speeds].sort(([, a], [, b]) => b - a);
  if (best) return chosen(best[0], others.length > 0 ? 'measured' : probe ? 'only-one' : 'default');
  for (const name of FALLBACKS)
    if ((await speedOf(name, undefined, 0)) !== undefined) return chosen(name, 'only-one');
  throw new RunFailure('unsupported', 'No executor runs in this browser. Update it.');
}

/** Opens a session and closes it. */
async function tryOut(name: ExecutorName): Promise<void> {
  const session = await openSession(name)({ seed: 0 });
  session.dispose();
}

/** Runs of the probe in a second (0 without a probe); undefined where the executor does not run. */
async function speedOf(
  name: ExecutorName,
  probe: Probe | undefined,
  budget: number,
): Promise<number | undefined> {
  try {
    if (!probe) {
      await tryOut(name);
      return 0;
    }
    const session = await openSession(name)({ seed: 0 });
    try {
      const run = await probe(session);
      await run();
      const begin = performance.now();
      let runs = 0;
      while (performance.now() - begin < budget || runs === 0) {
        await run();
        runs++;
      }
      return (runs * 1000) / (performance.now() - begin);
    } finally {
      session.dispose();
    }
  } catch (error) {
    if (error instanceof RunFailure && (error.code === 'unsupported' || error.code === 'device-lost'))
      return undefined;
    throw error;
  }
}
