import type { OpenSession } from '~/autodiff/program';
import type { Rng } from '~/methods/rng/rng';
import type {
  BaseFrame,
  DeviceReport,
  DeviceWish,
  FailureCode,
  FromWorker,
  Loop,
  Run,
  ToWorker,
} from './loop';
import { RunFailure } from './loop';
import { transferables } from './transfer';
import { workerServices } from './worker-services';

/** What a run needs from outside; a test hands in its own. */
export interface Services {
  readonly createRng: (seed: number) => Rng;
  /** Called at most once a run, when the loop opens its first session. */
  readonly chooseExecutor: (
    wish: DeviceWish,
    told: (report: DeviceReport) => void,
  ) => Promise<ChosenExecutor>;
}

export interface ChosenExecutor {
  /** Shown to the reader. */
  readonly name: string;
  readonly openSession: OpenSession;
}

export type Post<Frame> = (message: FromWorker<Frame>, transfer: Transferable[]) => void;

interface Active<Params, Frame> {
  readonly id: number;
  readonly abort: AbortController;
  frames: AsyncGenerator<Frame, 'finished' | 'diverged'> | undefined;
  params: Params;
  /** Whether `params` is what the loop last saw. */
  seen: boolean;
  wake: (() => void) | undefined;
}

/**
 * The worker's side of the protocol, without the worker: hand it each message of the page. One run at a time; a new
 * `start` aborts the run before it, and a message that names another run is dropped.
 */
export class LoopServer<Params, Frame extends BaseFrame> {
  readonly #loop: Loop<Params, Frame>;
  readonly #services: Services;
  readonly #post: Post<Frame>;
  #active: Active<Params, Frame> | undefined;

  constructor(loop: Loop<Params, Frame>, services: Services, post: Post<Frame>) {
    this.#loop = loop;
    this.#services = services;
    this.#post = post;
  }

  /** Resolves when the answer to this message has been posted. Never rejects: an error becomes `failed`. */
  async receive(message: ToWorker<Params>): Promise<void> {
    if (message.type === 'start') return this.#start(message);
    const active = this.#active;
    if (active?.id !== message.runId) return;
    if (message.type === 'pull') return this.#pull(active);
    active.params = message.params;
    active.seen = false;
    active.wake?.();
  }

  #start({ runId, seed, params, device }: Extract<ToWorker<Params>, { type: 'start' }>): void {
    this.#stop();
    const active: Active<Params, Frame> = {
      id: runId,
      abort: new AbortController(),
      frames: undefined,
      params,
      seen: false,
      wake: undefined,
    };
    this.#active = active;
    active.frames = this.#loop(this.#runOf(active, seed, device));
  }

  #stop(): void {
    const active = this.#active;
    this.#active = undefined;
    active?.abort.abort();
    active?.wake?.();
    // The generator's `finally` frees its session; what it throws on the way out concerns nobody any more.
    active?.frames?.return('finished').catch(() => undefined);
  }

  async #pull(active: Active<Params, Frame>): Promise<void> {
    try {
      const result = await active.frames?.next();
      if (this.#active !== active || !result) return;
      if (result.done) {
        this.#active = undefined;
        this.#post({ type: 'done', runId: active.id, reason: result.value }, []);
      } else {
        this.#post({ type: 'frame', runId: active.id, frame: result.value }, transferables(result.value));
      }
    } catch (error) {
      if (this.#active !== active) return;
      this.#active = undefined;
      this.#post({ type: 'failed', runId: active.id, ...failureOf(error) }, []);
    }
  }

  #runOf(active: Active<Params, Frame>, seed: number, device: DeviceWish): Run<Params> {
    const runId = active.id;
    const post: Post<Frame> = (message, transfer) => {
      if (this.#active === active) this.#post(message, transfer);
    };
    let chosen: Promise<ChosenExecutor> | undefined;
    const choose = async () => {
      const executor = await this.#services.chooseExecutor(device, (report) =>
        post({ type: 'device', runId, ...report }, []),
      );
      post({ type: 'device', runId, device: executor.name }, []);
      return executor;
    };
    return {
      seed,
      rng: this.#services.createRng(seed),
      signal: active.abort.signal,
      progress: (loaded, total) => post({ type: 'loading', runId, loaded, total }, []),
      openSession: async (options) => (await (chosen ??= choose())).openSession(options),
      params: () => {
        active.seen = true;
        return active.params;
      },
      changed: () =>
        new Promise((resolve) => {
          if (!active.seen || active.abort.signal.aborted) resolve();
          else active.wake = resolve;
        }),
    };
  }
}

/** What Chromium, Firefox and Safari say when a part of the program does not arrive. */
const NOT_ARRIVED = /dynamically imported module|importing a module script failed/i;

/** Names the cause of an error that a loop threw. */
export function failureOf(error: unknown): { code: FailureCode; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RunFailure) return { code: error.code, message };
  if (error instanceof TypeError && NOT_ARRIVED.test(message)) return { code: 'download', message };
  const memory = error instanceof RangeError && /alloc|memory|array length/i.test(message);
  return { code: memory ? 'out-of-memory' : 'internal', message };
}

/** Answers the page from inside a worker. The executors download when the loop opens its first session. */
export function serve<Params, Frame extends BaseFrame>(loop: Loop<Params, Frame>): void {
  const server = new LoopServer<Params, Frame>(loop, workerServices, (message, transfer) =>
    self.postMessage(message, { transfer }),
  );
  self.addEventListener('message', ({ data }: MessageEvent<ToWorker<Params>>) => void server.receive(data));
}
