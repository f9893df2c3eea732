import type { Tensor } from '@tensorflow/tfjs-core';
import { showShape, sizeOf, type Node } from '~/autodiff/graph';
import type { OpenSession, Program, Session, Step } from '~/autodiff/program';
import { checkSeed } from '~/methods/rng/create-rng';
import { deviceLost, startBackend, type Backend } from './backend';
import { computeNode } from './kernels';
import { applyUpdate, type Carried, type Change } from './updates';

/** Milliseconds within which a loss is told after something failed because of it. */
const LOSS_IS_TOLD = 500;

/** Leaves and what optimisers carry, as tensors of one backend. */
class State {
  readonly seed: number;
  readonly backend: Backend;
  readonly #values = new Map<Node, Tensor>();
  readonly #carried = new Map<Node, Carried>();
  readonly #steps = new Set<TfjsStep>();
  #open = true;
  #lost = false;

  constructor(backend: Backend, seed: number) {
    this.seed = checkSeed(seed);
    this.backend = backend;
    void backend.lost.then(() => (this.#lost = true));
  }

  /**
   * Before anything touches TF.js: makes this session's backend the active one.
   * @throws RunFailure `device-lost`
   */
  enter(): void {
    if (!this.#open) throw new Error(`tfjs session: used after dispose`);
    if (this.#lost) throw deviceLost();
    const { tf, name } = this.backend;
    // Synchronous in effect, because the backend has been started.
    if (tf.getBackend() !== name) void tf.setBackend(name);
  }

  readonly held = (leaf: Node): Tensor => {
    if (leaf.op !== 'parameter' && leaf.op !== 'input')
      throw new Error(`tfjs session: node ${leaf.id} (${leaf.op}) is neither a parameter nor an input`);
    const known = this.#values.get(leaf);
    if (known) return known;
    const initial = leaf.attributes.initial ?? new Float32Array(sizeOf(leaf.shape));
    return this.#put(leaf, initial.slice());
  };

  #put(leaf: Node, values: Float32Array): Tensor {
    const { tf } = this.backend;
    const made = tf.keep(tf.tensor(values, [...leaf.shape], 'float32'));
    this.#values.get(leaf)?.dispose();
    this.#values.set(leaf, made);
    return made;
  }

  write(leaf: Node, values: ArrayLike<number>): void {
    this.enter();
    const { size } = this.held(leaf);
    if (values.length !== size)
      throw new RangeError(
        `write: a leaf of shape ${showShape(leaf.shape)} has ${size} elements, but ${values.length} were given`,
      );
    this.#put(leaf, Float32Array.from(values));
  }

  carriedOf(parameter: Node): Carried {
    return this.#carried.get(parameter) ?? { steps: 0 };
  }

  /** Takes over a parameter's new value and disposes what it replaces. */
  accept(parameter: Node, { weights, carried }: Change): void {
    const { tf } = this.backend;
    this.#values.get(parameter)?.dispose();
    this.#values.set(parameter, tf.keep(weights));
    const before = this.carriedOf(parameter);
    for (const part of ['velocity', 'mean', 'square'] as const) {
      if (before[part] === carried[part]) continue;
      before[part]?.dispose();
      if (carried[part]) tf.keep(carried[part]);
    }
    this.#carried.set(parameter, carried);
  }

  /** A tensor's values, unless the device is lost first. */
  async download(tensor: Tensor): Promise<Float32Array> {
    const lost = this.backend.lost.then(() => {
      throw deviceLost();
    });
    try {
      const values = await Promise.race([tensor.data<'float32'>(), lost]);
      return values.slice();
    } catch (error) {
      return this.explain(error);
    }
  }

  /**
   * Throws again what TF.js threw, unless the device turns out to be lost: what is under way then, also while a run is
   * only starting, fails with an error of its own a moment before the loss is told.
   */
  async explain(error: unknown): Promise<never> {
    const lost = this.backend.lost.then(() => true);
    const moment = new Promise<false>((resolve) => setTimeout(resolve, LOSS_IS_TOLD, false));
    throw (await Promise.race([lost, moment])) ? deviceLost() : error;
  }

  adopt(step: TfjsStep): TfjsStep {
    this.#steps.add(step);
    return step;
  }

  dispose(): void {
    this.#open = false;
    for (const step of this.#steps) step.dispose();
    for (const tensor of this.#values.values()) tensor.dispose();
    for (const { velocity, mean, square } of this.#carried.values())
      for (const tensor of [velocity, mean, square]) tensor?.dispose();
  }
}

class TfjsStep implements Step {
  readonly bytes: number;
  readonly #state: State;
  readonly #program: Program;
  #outputs = new Map<Node, Tensor>();
  #runs = 0;

  constructor(state: State, program: Program) {
    this.#state = state;
    this.#program = program;
    const computed = program.order.filter(({ op }) => op !== 'parameter' && op !== 'input');
    this.bytes = computed.reduce((bytes, { shape }) => bytes + 4 * sizeOf(shape), 0);
  }

  run(times = 1): void | Promise<void> {
    this.#state.enter();
    try {
      this.#runTimes(times);
    } catch (error) {
      return this.#state.explain(error);
    }
  }

  #runTimes(times: number): void {
    const { tf } = this.#state.backend;
    for (let i = 0; i < times; i++) {
      // Everything made in here that is not kept is freed at the end.
      tf.tidy(() => {
        this.#runOnce();
      });
      this.#runs++;
    }
  }

  #runOnce(): void {
    const state = this.#state;
    const { tf } = state.backend;
    const { order, outputs, updates } = this.#program;
    const values = new Map<Node, Tensor>();
    const valueOf = (node: Node): Tensor => {
      const value = values.get(node);
      if (!value) throw new Error(`tfjs step: node ${node.id} (${node.op}) was not computed`);
      return value;
    };
    const around = { tf, held: state.held, seed: state.seed, run: this.#runs };
    for (const node of order) values.set(node, computeNode(node, node.inputs.map(valueOf), around));
    // A clone shares its values and outlives the original.
    const kept = new Map(outputs.map((output) => [output, tf.keep(valueOf(output).clone())]));
    this.dispose();
    this.#outputs = kept;
    const changes = updates.map((update) => {
      const weights = state.held(update.parameter);
      const change = valueOf(update.rule === 'assign' ? update.value : update.gradient);
      const rate = update.rule === 'assign' ? undefined : tf.reshape(valueOf(update.rate), []);
      return [
        update.parameter,
        applyUpdate(tf, update, { weights, change, rate }, state.carriedOf(update.parameter)),
      ] as const;
    });
    for (const [parameter, change] of changes) state.accept(parameter, change);
  }

  async read(output: Node): Promise<Float32Array> {
    this.#state.enter();
    if (!this.#program.outputs.includes(output))
      throw new Error(`tfjs step: node ${output.id} (${output.op}) is not an output of this program`);
    const tensor = this.#outputs.get(output);
    if (!tensor) throw new Error('tfjs step: nothing was computed yet; run the step first');
    return this.#state.download(tensor);
  }

  /** Frees the outputs of the latest run. */
  dispose(): void {
    for (const tensor of this.#outputs.values()) tensor.dispose();
    this.#outputs = new Map();
  }
}

/** A session on a backend that has been started. */
export function openTfjsOn(backend: Backend, { seed }: { readonly seed: number }): Session {
  const state = new State(backend, seed);
  return {
    executor: backend.name === 'webgpu' ? 'tfjs-webgpu' : 'tfjs-wasm',
    compile: (program) =>
      new Promise((resolve) => {
        state.enter();
        resolve(state.adopt(new TfjsStep(state, program)));
      }),
    write: (leaf, values) => {
      state.write(leaf, values);
    },
    read: async (leaf) => {
      state.enter();
      return state.download(state.held(leaf));
    },
    dispose: () => {
      state.dispose();
    },
  };
}

/**
 * A session on TF.js's forward kernels in WebAssembly. Gradients are our graph's own: TF.js's are wrong at second order.
 * Random nodes are drawn on the host.
 * @throws RunFailure `unsupported`; RangeError if the seed is not a whole number in 0 … 2³² − 1.
 */
export const openTfjsWasm: OpenSession = async (options) =>
  openTfjsOn(await startBackend('tfjs-wasm'), options);

/** The same on WebGPU. Later calls reject with RunFailure `device-lost` when the GPU goes away. */
export const openTfjsWebgpu: OpenSession = async (options) =>
  openTfjsOn(await startBackend('tfjs-webgpu'), options);

/** The same on TF.js's plain JavaScript backend: no executor of the course, a further check of the table. */
export const openTfjsCpu: OpenSession = async (options) =>
  openTfjsOn(await startBackend('tfjs-cpu'), options);
