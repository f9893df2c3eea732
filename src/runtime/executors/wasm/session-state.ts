import { showShape, sizeOf, type Node, type Shape } from '~/autodiff/graph';
import { checkSeed } from '~/methods/rng/create-rng';
import type { Kernels } from './kernels-module';
import { broadcastStrides } from './layout';
import { bufferBytes, Memory } from './memory';
import { storageOf } from './nodes';

/** What all programs of a session share: leaves, what optimisers carry, constants, and room for packed operands. */
export class SessionState {
  readonly seed: number;
  readonly memory: Memory;
  readonly #kernels: Kernels;
  readonly #leaves = new Map<Node, number>();
  readonly #constants = new Map<string, number>();
  readonly #velocities = new Map<Node, number>();
  readonly #moments = new Map<Node, { moments: number; steps: number }>();
  #workspace = { address: 0, bytes: 0 };

  constructor(kernels: Kernels, seed: number) {
    this.seed = checkSeed(seed);
    this.#kernels = kernels;
    this.memory = new Memory(kernels);
    this.workspace(64);
  }

  /** Address of a parameter, an input or a constant; made with its initial value when it is first asked for. */
  leafAddress(leaf: Node): number {
    if (leaf.op === 'constant') return this.#constant(leaf.attributes.value, sizeOf(leaf.shape));
    const known = this.#leaves.get(leaf);
    if (known !== undefined) return known;
    if (leaf.op !== 'parameter' && leaf.op !== 'input')
      throw new Error(`wasm session: node ${leaf.id} (${leaf.op}) is neither a parameter nor an input`);
    const address = this.memory.allot(bufferBytes(sizeOf(leaf.shape)));
    if (leaf.attributes.initial) this.memory.write(address, leaf.attributes.initial);
    this.#leaves.set(leaf, address);
    return address;
  }

  #constant(value: number, size: number): number {
    const key = `${value} ${size}`;
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const address = this.memory.allot(bufferBytes(size));
    this.memory.floats().fill(value, address / 4, address / 4 + size);
    this.#constants.set(key, address);
    return address;
  }

  /** Steps through a node's values under broadcasting; a constant is one element, at the address given. */
  readonly view = (
    node: Node,
    shape: Shape,
  ): { strides: readonly number[]; constant: number | undefined } => {
    const storage = storageOf(node);
    if (storage.op === 'constant')
      return { strides: shape.map(() => 0), constant: this.#constant(storage.attributes.value, 1) };
    return { strides: broadcastStrides(node.shape, shape), constant: undefined };
  };

  /** Room of at least that many bytes that every instruction may use. It may move when more is asked for. */
  workspace(bytes: number): number {
    if (bytes > this.#workspace.bytes) {
      this.#workspace = { address: this.memory.allot(bytes), bytes };
      this.#kernels.setWorkspace(this.#workspace.address);
    }
    return this.#workspace.address;
  }

  /** Address of a parameter's velocity. */
  velocity(parameter: Node): number {
    const address =
      this.#velocities.get(parameter) ?? this.memory.allot(bufferBytes(sizeOf(parameter.shape)));
    this.#velocities.set(parameter, address);
    return address;
  }

  /** Addresses of a parameter's two moments (see kernels/optimise.ts) and of its count of Adam's steps. */
  moments(parameter: Node): { moments: number; steps: number } {
    const known = this.#moments.get(parameter);
    if (known) return known;
    const padded = Math.ceil(sizeOf(parameter.shape) / 16) * 16;
    const made = { moments: this.memory.allot(bufferBytes(2 * padded)), steps: this.memory.allot(64) };
    this.#moments.set(parameter, made);
    return made;
  }

  /** @throws RangeError if the length is not the leaf's size, Error if the node is no leaf. */
  write(leaf: Node, values: ArrayLike<number>): void {
    const address = this.#heldAddress(leaf);
    const size = sizeOf(leaf.shape);
    if (values.length !== size)
      throw new RangeError(
        `write: a leaf of shape ${showShape(leaf.shape)} has ${size} elements, but ${values.length} were given`,
      );
    this.memory.write(address, values);
  }

  /** A parameter's or input's present value, as a copy. */
  read(leaf: Node): Float32Array {
    return this.memory.copy(this.#heldAddress(leaf), sizeOf(leaf.shape));
  }

  #heldAddress(leaf: Node): number {
    if (leaf.op !== 'parameter' && leaf.op !== 'input')
      throw new Error(`wasm session: node ${leaf.id} (${leaf.op}) is neither a parameter nor an input`);
    return this.leafAddress(leaf);
  }
}
