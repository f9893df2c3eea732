import type { Node, Shape } from '~/autodiff/graph';

/** Steps through a node's values when they are broadcast to a shape. */
export type View = (node: Node, shape: Shape) => { readonly strides: readonly number[] };

/** Where values lie and where instructions go: what the emitters of operations are given. */
export interface Target {
  /** Address of a node's values. */
  readonly address: (node: Node) => number;
  /** Address of a node's values and the steps through them: a constant is one element that is read again and again. */
  readonly view: (
    node: Node,
    target: Shape,
  ) => { readonly address: number; readonly strides: readonly number[] };
  /** Address of room for that many bytes, used within one instruction or between neighbouring ones. */
  readonly workspace: (bytes: number) => number;
  /** The session's seed and the address of the program's run counter. */
  readonly seed: number;
  readonly counter: number;
  readonly emit: (opcode: number, to: number, ...words: readonly Word[]) => void;
}

/** A word of an instruction: a whole number or address, or the bits of a float. */
export type Word = number | { readonly float: number } | { readonly double: number };
