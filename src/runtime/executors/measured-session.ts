import type { Node } from '~/autodiff/graph';
import type { ExecutorName, OpenSession, Program, Session, Step } from '~/autodiff/program';
import type { ChoiceReason, DeviceReport } from '~/runtime/loop';

/** A run slower than this, in milliseconds, is worth the trial of a GPU: at 30 steps a second waiting is felt. */
export const SLOW_RUN = 33;
/** Runs that are timed before the device is settled, fewer when they take long. */
const TRIAL_RUNS = 6;
/** Milliseconds after which a trial of fewer runs is enough. */
const TRIAL_TIME = 300;
/** A GPU must be this much faster: it starts slowly and gives other bits. */
const WORTH = 1.25;
/** Milliseconds that a GPU has for making its shaders. */
const PATIENCE = 8000;

/** What a measured session is given. */
export interface MeasureOptions {
  /** Opens a session on an executor that was not chosen yet. */
  readonly open: (name: ExecutorName) => OpenSession;
  /** Whether there is a GPU that is no imitation on the processor. */
  readonly hasGpu: () => Promise<boolean>;
  readonly now: () => number;
  /** Called once, when the device is settled. */
  readonly told: (report: DeviceReport) => void;
}

type Entry =
  | { readonly leaf: Node; readonly values: ArrayLike<number> }
  | { readonly step: MeasuredStep; readonly times: number };

/** A step of a measured session: the same program, on whichever executor the session is on. */
class MeasuredStep implements Step {
  readonly program: Program;
  readonly #owner: MeasuredSession;
  inner: Step;

  constructor(owner: MeasuredSession, program: Program, inner: Step) {
    this.#owner = owner;
    this.program = program;
    this.inner = inner;
  }

  get bytes(): number {
    return this.inner.bytes;
  }

  run(times = 1): void | Promise<void> {
    return this.#owner.settled ? this.inner.run(times) : this.#owner.runTimed(this, times);
  }

  read(output: Node): Promise<Float32Array | Float64Array> {
    return this.inner.read(output);
  }
}

/**
 * A session on `wasm` that times the first runs of the loop's own programs. If they are slow and there is a GPU, all that
 * was done so far is done again on `tfjs-webgpu`, and if that was faster the session goes on there: random nodes and
 * optimisers are where they would be, for the same runs were made. TF.js is downloaded only for that.
 */
class MeasuredSession implements Session {
  settled = false;
  readonly #options: MeasureOptions;
  readonly #seed: number;
  #session: Session;
  readonly #steps: MeasuredStep[] = [];
  readonly #journal: Entry[] = [];
  readonly #warm = new Set<MeasuredStep>();
  #trial = { runs: 0, time: 0, all: 0 };

  constructor(session: Session, seed: number, options: MeasureOptions) {
    this.#session = session;
    this.#seed = seed;
    this.#options = options;
  }

  get executor(): ExecutorName {
    return this.#session.executor;
  }

  async compile(program: Program): Promise<Step> {
    const step = new MeasuredStep(this, program, await this.#session.compile(program));
    if (!this.settled) this.#steps.push(step);
    return step;
  }

  write(leaf: Node, values: ArrayLike<number>): void {
    this.#session.write(leaf, values);
    if (!this.settled) this.#journal.push({ leaf, values: Float64Array.from(values) });
  }

  read(leaf: Node): Promise<Float32Array | Float64Array> {
    return this.#session.read(leaf);
  }

  dispose(): void {
    this.#session.dispose();
  }

  /** Runs a step before the device is settled, and settles it when enough was timed. */
  async runTimed(step: MeasuredStep, times: number): Promise<void> {
    const begin = this.#options.now();
    await step.inner.run(times);
    const time = this.#options.now() - begin;
    this.#journal.push({ step, times });
    const trial = this.#trial;
    trial.all += time;
    // The first run of a step is slower: engines compile what is hot after they have seen it.
    if (this.#warm.has(step)) {
      trial.runs += times;
      trial.time += time;
    }
    this.#warm.add(step);
    if (trial.runs >= TRIAL_RUNS || (trial.runs > 0 && trial.all >= TRIAL_TIME)) await this.#settle();
  }

  async #settle(): Promise<void> {
    this.settled = true;
    const { runs, time } = this.#trial;
    const wasm = (1000 * runs) / Math.max(time, 1e-3);
    const settle = (reason: ChoiceReason, speeds: DeviceReport['speeds']) => {
      this.#options.told({ device: this.executor, reason, speeds: { wasm, ...speeds } });
      this.#journal.length = 0;
    };
    if (time / runs < SLOW_RUN) return settle('fast-enough', {});
    if (!(await this.#options.hasGpu())) return settle('only-one', {});
    try {
      const gpu = await this.#tryGpu();
      settle('measured', { 'tfjs-webgpu': gpu });
    } catch {
      // The run itself is well: it stays where it is, whatever the GPU suffers from.
      settle('only-one', {});
    }
  }

  /** Goes over to the GPU if it is faster. @returns its runs in a second */
  async #tryGpu(): Promise<number> {
    const open = this.#options.open('tfjs-webgpu');
    const first = await open({ seed: this.#seed });
    try {
      await this.#replay(first, PATIENCE, true);
    } finally {
      first.dispose();
    }
    const session = await open({ seed: this.#seed });
    try {
      const budget = this.#trial.all / WORTH;
      const { steps, runs, time } = await this.#replay(session, budget, false);
      const speed = (1000 * runs) / Math.max(time, 1e-3);
      if (time > budget) session.dispose();
      else this.#move(session, steps);
      return speed;
    } catch (error) {
      session.dispose();
      throw error;
    }
  }

  #move(session: Session, steps: ReadonlyMap<MeasuredStep, Step>): void {
    this.#session.dispose();
    this.#session = session;
    for (const [step, inner] of steps) step.inner = inner;
  }

  /**
   * Does again what the journal says. Ends early when `budget` milliseconds of runs are over.
   * @param once to warm up: each step only one time
   */
  async #replay(
    session: Session,
    budget: number,
    once: boolean,
  ): Promise<{ steps: Map<MeasuredStep, Step>; runs: number; time: number }> {
    const steps = new Map<MeasuredStep, Step>();
    for (const step of this.#steps) steps.set(step, await session.compile(step.program));
    const done = new Set<Step>();
    let [runs, time] = [0, 0];
    for (const entry of this.#journal) {
      if ('leaf' in entry) session.write(entry.leaf, entry.values);
      else {
        const step = steps.get(entry.step);
        if (!step || (once && done.has(step))) continue;
        done.add(step);
        const times = once ? 1 : entry.times;
        const begin = this.#options.now();
        await step.run(times);
        await waitFor(session, step, entry.step.program);
        time += this.#options.now() - begin;
        runs += times;
        if (time > budget) break;
      }
    }
    if (once && time > budget) throw new Error(`the GPU took ${time} ms to warm up`);
    return { steps, runs, time };
  }
}

/** A GPU's run returns before it is done; a value that was read is there. */
async function waitFor(session: Session, step: Step, { outputs, updates }: Program): Promise<void> {
  const [output] = outputs;
  const [update] = updates;
  if (output) await step.read(output);
  else if (update) await session.read(update.parameter);
}

/** Opens a session that begins on `wasm` and settles on a device by what the loop's own first runs take. */
export function openMeasured(options: MeasureOptions): OpenSession {
  return async ({ seed }) => new MeasuredSession(await options.open('wasm')({ seed }), seed, options);
}
