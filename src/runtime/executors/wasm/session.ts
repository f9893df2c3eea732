import { sizeOf, type Node } from '~/autodiff/graph';
import type { OpenSession, Program, Session, Step } from '~/autodiff/program';
import { instantiateKernels, type Kernels } from './kernels-module';
import { writeProgram, type CodeOptions, type ProgramCode } from './program-code';
import { SessionState } from './session-state';

class WasmStep implements Step {
  readonly bytes: number;
  readonly #kernels: Kernels;
  readonly #state: SessionState;
  readonly #code: ProgramCode;
  #ran = false;

  constructor(kernels: Kernels, state: SessionState, program: ProgramCode) {
    this.#kernels = kernels;
    this.#state = state;
    this.#code = program;
    this.bytes = program.bytes;
  }

  /** @throws RangeError if an index of gatherRows, scatterAddRows or a sparse pattern named no row. */
  run(times = 1): void {
    this.#kernels.run(this.#code.start, this.#code.count, times);
    this.#ran = true;
    const bad = this.#kernels.takeBadRows();
    if (bad > 0)
      throw new RangeError(
        `gatherRows, scatterAddRows, sparse products: indices must be whole numbers in 0 … size − 1, but ${bad} of this run were not`,
      );
  }

  read(output: Node): Promise<Float32Array> {
    return new Promise((resolve) => {
      const address = this.#code.outputs.get(output);
      if (address === undefined)
        throw new Error(`wasm step: node ${output.id} (${output.op}) is not an output of this program`);
      if (!this.#ran) throw new Error('wasm step: nothing was computed yet; run the step first');
      resolve(this.#state.memory.copy(address, sizeOf(output.shape)));
    });
  }
}

/**
 * Opens a session on our own SIMD kernels: float32 in one WebAssembly memory, a whole step in one call. Two sessions of
 * one seed compute the same bits, in every browser.
 * @param options.fuse for tests: false gives every node a step of its own
 * @throws RunFailure `unsupported` without WebAssembly SIMD, `download` when the kernels do not load, and later
 * `out-of-memory` from `compile`; RangeError if the seed is not a whole number in 0 … 2³² − 1.
 */
export async function openWasmSession(options: { readonly seed: number } & CodeOptions): Promise<Session> {
  const kernels = await instantiateKernels();
  let state: SessionState | undefined = new SessionState(kernels, options.seed);
  const open = (): SessionState => {
    if (!state) throw new Error('wasm session: used after dispose');
    return state;
  };
  return {
    executor: 'wasm',
    compile: (program: Program) =>
      new Promise((resolve) => {
        resolve(new WasmStep(kernels, open(), writeProgram(open(), program, options)));
      }),
    write: (leaf, values) => {
      open().write(leaf, values);
    },
    read: (leaf) =>
      new Promise((resolve) => {
        resolve(open().read(leaf));
      }),
    // The memory goes with the last reference to its instance.
    dispose: () => {
      state = undefined;
    },
  };
}

export const openWasm: OpenSession = openWasmSession;
