import { showShape, sizeOf, type Node } from '~/autodiff/graph';
import type { OpenSession, Program, Session, Step, Update } from '~/autodiff/program';
import { adamStep } from '~/methods/optimizers/adam';
import { momentumStep } from '~/methods/optimizers/momentum';
import { sgdStep } from '~/methods/optimizers/sgd';
import { checkSeed } from '~/methods/rng/create-rng';
import { at } from './indexing';
import type { InputValues, Kernel } from './kernel';
import { kernelOf } from './kernels';

/** A step whose results are there when the call returns. */
export interface SyncStep extends Step {
  run(times?: number): void;
  readNow(output: Node): Float64Array;
}

/** The reference executor without promises, for tests and `evaluate`. */
export interface SyncSession {
  compile(program: Program): SyncStep;
  write(leaf: Node, values: ArrayLike<number>): void;
  /** A parameter's or input's present value, as a copy. */
  read(leaf: Node): Float64Array;
  dispose(): void;
}

/** What the rules carry from step to step; kept by parameter, so programs that update one parameter share it. */
interface Carried {
  velocity: Float64Array;
  mean: Float64Array;
  square: Float64Array;
  steps: number;
}

/** Arrays are replaced, never changed: what a step has read stays as it was. */
class State {
  readonly seed: number;
  readonly #values = new Map<Node, Float64Array>();
  readonly #carried = new Map<Node, Carried>();
  #open = true;

  constructor(seed: number) {
    this.seed = checkSeed(seed);
  }

  readonly held = (leaf: Node): Float64Array => {
    if (!this.#open) throw new Error('reference session: used after dispose');
    if (leaf.op !== 'parameter' && leaf.op !== 'input')
      throw new Error(`reference session: node ${leaf.id} (${leaf.op}) is neither a parameter nor an input`);
    const known = this.#values.get(leaf);
    if (known) return known;
    const made = Float64Array.from(leaf.attributes.initial ?? new Float64Array(sizeOf(leaf.shape)));
    this.#values.set(leaf, made);
    return made;
  };

  write(leaf: Node, values: ArrayLike<number>): void {
    const { length } = this.held(leaf);
    if (values.length !== length)
      throw new RangeError(
        `write: a leaf of shape ${showShape(leaf.shape)} has ${length} elements, but ${values.length} were given`,
      );
    this.#values.set(leaf, Float64Array.from(values));
  }

  #carriedOf(parameter: Node): Carried {
    const zeros = new Float64Array(sizeOf(parameter.shape));
    const known = this.#carried.get(parameter) ?? { velocity: zeros, mean: zeros, square: zeros, steps: 0 };
    this.#carried.set(parameter, known);
    return known;
  }

  /** The new value of an update's parameter; `valueOf` gives the values of this run. */
  apply(update: Update, valueOf: (node: Node) => Float64Array): Float64Array {
    if (update.rule === 'assign') return valueOf(update.value);
    const weights = this.held(update.parameter);
    const gradient = valueOf(update.gradient);
    const rate = at(valueOf(update.rate), 0);
    if (update.rule === 'sgd') return sgdStep(weights, gradient, rate);
    const carried = this.#carriedOf(update.parameter);
    const next =
      update.rule === 'momentum'
        ? momentumStep({ ...carried, weights }, gradient, { ...update, rate })
        : adamStep({ ...carried, weights }, gradient, { ...update, rate });
    this.#carried.set(update.parameter, { ...carried, ...next });
    return next.weights;
  }

  dispose(): void {
    this.#open = false;
    this.#values.clear();
    this.#carried.clear();
  }
}

class ReferenceStep implements SyncStep {
  readonly bytes: number;
  readonly #state: State;
  readonly #program: Program;
  readonly #kernels: readonly (readonly [Node, Kernel])[];
  #values = new Map<Node, Float64Array>();
  #runs = 0;

  constructor(state: State, program: Program) {
    this.#state = state;
    this.#program = program;
    this.#kernels = program.order.map((node) => [node, kernelOf(node)] as const);
    const computed = program.order.filter(({ op }) => op !== 'parameter' && op !== 'input');
    this.bytes = computed.reduce((bytes, { shape }) => bytes + 8 * sizeOf(shape), 0);
  }

  readonly #valueOf = (node: Node): Float64Array => {
    const value = this.#values.get(node);
    if (!value)
      throw new Error(`reference step: node ${node.id} (${node.op}) was not computed; run the step first`);
    return value;
  };

  run(times = 1): void {
    const { seed, held } = this.#state;
    for (let i = 0; i < times; i++) {
      this.#values = new Map();
      for (const [node, kernel] of this.#kernels) {
        const inputs = node.inputs.map(this.#valueOf);
        // A kernel takes only as many inputs as its operation has; compile's order has computed them all.
        const value = kernel(inputs as unknown as InputValues, {
          seed,
          run: this.#runs,
          size: sizeOf(node.shape),
          held,
        });
        this.#values.set(node, value);
      }
      const changes = this.#program.updates.map(
        (update) => [update.parameter, this.#state.apply(update, this.#valueOf)] as const,
      );
      for (const [parameter, value] of changes) this.#state.write(parameter, value);
      this.#runs++;
    }
  }

  readNow(output: Node): Float64Array {
    if (!this.#program.outputs.includes(output))
      throw new Error(`reference step: node ${output.id} (${output.op}) is not an output of this program`);
    return this.#valueOf(output).slice();
  }

  read(output: Node): Promise<Float64Array> {
    return new Promise((resolve) => resolve(this.readNow(output)));
  }
}

/**
 * Opens the oracle: float64, one plain function for each operation, everything done when a call returns.
 * @throws RangeError if the seed is not a whole number in 0 … 2³² − 1.
 */
export function openReferenceNow({ seed }: { readonly seed: number }): SyncSession {
  const state = new State(seed);
  return {
    compile: (program) => new ReferenceStep(state, program),
    write: (leaf, values) => state.write(leaf, values),
    read: (leaf) => state.held(leaf).slice(),
    dispose: () => state.dispose(),
  };
}

/** The same behind the interface of all executors. */
export const openReference: OpenSession = (options) =>
  new Promise((resolve) => {
    const session = openReferenceNow(options);
    const asynchronous: Session = {
      executor: 'reference',
      compile: (program) => new Promise((done) => done(session.compile(program))),
      write: (leaf, values) => session.write(leaf, values),
      read: (leaf) => new Promise((done) => done(session.read(leaf))),
      dispose: () => session.dispose(),
    };
    resolve(asynchronous);
  });
