import type { Node } from './graph';

/**
 * A change of state at the end of a step. The gradient and every hyper-parameter is a node (mostly an input or a
 * constant of shape []), so that a reader can turn a learning rate while a run goes on.
 * Definitions and references: methods/optimizers.
 */
export type Update =
  | { readonly rule: 'assign'; readonly parameter: Node; readonly value: Node }
  | { readonly rule: 'sgd'; readonly parameter: Node; readonly gradient: Node; readonly rate: Node }
  | {
      readonly rule: 'momentum';
      readonly parameter: Node;
      readonly gradient: Node;
      readonly rate: Node;
      readonly momentum: number;
    }
  | {
      readonly rule: 'adam';
      readonly parameter: Node;
      readonly gradient: Node;
      readonly rate: Node;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
    };

/** What one step computes: made by `compile`, run by any executor. All reads see the state from before the updates. */
export interface Program {
  /** Every node that must be computed, inputs first, leaves included. */
  readonly order: readonly Node[];
  /** Values that can be read after a run. */
  readonly outputs: readonly Node[];
  readonly updates: readonly Update[];
}

export type ExecutorName = 'reference' | 'wasm' | 'tfjs-wasm' | 'tfjs-webgpu';

/** A compiled program inside a session: buffers are allotted, nothing is allocated by `run`. */
export interface Step {
  /** Runs the program `times` times (default 1). */
  run(times?: number): void | Promise<void>;
  /** The value that an output had in the latest run, as a copy. */
  read(output: Node): Promise<Float32Array | Float64Array>;
  /** Bytes of buffers this step owns, parameters not counted. */
  readonly bytes: number;
}

/**
 * One graph's state on one executor: parameters, inputs, optimiser state and the random key. Several programs of one
 * graph share it (a discriminator step, a generator step, a picture of the field).
 *
 * A random node's draw is a function of (seed, its stream, how often that program ran before, element), so neither the
 * order of programs nor the executor changes it. What optimisers carry (velocity, means, the count of Adam's steps)
 * belongs to the parameter, so programs that update one parameter share it; `write` leaves it as it is.
 */
export interface Session {
  readonly executor: ExecutorName;
  compile(program: Program): Promise<Step>;
  /** @throws RangeError if the length is not the leaf's size. */
  write(leaf: Node, values: ArrayLike<number>): void;
  /** A parameter's or input's present value, as a copy. */
  read(leaf: Node): Promise<Float32Array | Float64Array>;
  /** Frees everything. A session is not used after that. */
  dispose(): void;
}

/** Opens a session; each executor exports one. */
export type OpenSession = (options: { readonly seed: number }) => Promise<Session>;
