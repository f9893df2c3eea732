/**
 * The symbolic graph: nodes with static shapes, in the order in which they were made (so ids are a topological order).
 * Nothing is computed here; `compile` makes a program of a graph and an executor runs it.
 */

/** Sizes of the axes, outermost first, row-major. `[]` is a scalar. */
export type Shape = readonly number[];

/**
 * How a window moves over the rows and columns of an image. Window (i, j) begins at row i · strides[0] − padding[0] and
 * column j · strides[1] − padding[1]; how many windows there are is said by the shapes. What lies outside is zero.
 */
export interface Window {
  readonly strides: readonly [number, number];
  readonly padding: readonly [number, number];
}

/** Windows of a pooling, which have a size of their own: rows and columns. */
export interface PoolWindow extends Window {
  readonly size: readonly [number, number];
}

/** What each operation takes besides its input nodes. The one list of operations that every executor implements. */
export interface OpAttributes {
  // Leaves.
  /** Trainable or carried state. Lives in the session; changed by updates and by `session.write`. */
  parameter: { readonly name: string; readonly initial: Float32Array };
  /** Set from outside by `session.write`; `initial` (default zeros) holds until then. */
  input: { readonly name: string; readonly initial: Float32Array | undefined };
  /** Every element is `value`. */
  constant: { readonly value: number };
  /** Uniform in [0, 1): threefry2x32 of (seed, stream; run, element), see methods/rng. */
  uniform: { readonly stream: number };
  /** Standard normal by Box–Muller of the same bits. */
  normal: { readonly stream: number };
  /** Whole numbers 0 … below − 1, as floats: floor(uniform · below). */
  randomIndex: { readonly stream: number; readonly below: number };
  // Elementwise, one input.
  /** scale · x + shift */
  affine: { readonly scale: number; readonly shift: number };
  exp: NoAttributes;
  log: NoAttributes;
  tanh: NoAttributes;
  sigmoid: NoAttributes;
  /** log(1 + eˣ), without overflow. */
  softplus: NoAttributes;
  square: NoAttributes;
  sqrt: NoAttributes;
  reciprocal: NoAttributes;
  relu: NoAttributes;
  /** x where x > 0, slope · x elsewhere. */
  leakyRelu: { readonly slope: number };
  /** 1 where x > 0, 0 elsewhere. Its derivative is taken as 0. */
  step: NoAttributes;
  /** |x|. Its derivative at 0 is taken as 0. */
  abs: NoAttributes;
  /** x, whose derivative is taken as 0. */
  stopGradient: NoAttributes;
  // Elementwise, two inputs of one shape: parts of first derivatives, kept whole because they are hot.
  /** (g, y) ↦ g · (y > 0 ? 1 : slope): the gradient of relu (slope 0) and leakyRelu by their output. */
  gate: { readonly slope: number };
  /** (g, y) ↦ g · (1 − y²) with y = tanh(x). */
  tanhGradient: NoAttributes;
  /** (g, y) ↦ g · y · (1 − y) with y = sigmoid(x). */
  sigmoidGradient: NoAttributes;
  // Elementwise, two inputs, broadcast as NumPy does.
  add: NoAttributes;
  subtract: NoAttributes;
  multiply: NoAttributes;
  divide: NoAttributes;
  /** The larger (smaller) of two. Where they are equal the derivative goes to the first. */
  maximum: NoAttributes;
  minimum: NoAttributes;
  // Shapes.
  /** Repeats axes of size 1 (and new leading axes) to the node's shape. */
  broadcast: NoAttributes;
  reshape: NoAttributes;
  /** Axis i of the result is axis order[i] of the input. */
  transpose: { readonly order: readonly number[] };
  /** The block that begins at `start` and has the node's shape. */
  slice: { readonly start: Shape };
  /** The input at `start` inside zeros of the node's shape: the adjoint of slice. */
  pad: { readonly start: Shape };
  /** Any number of inputs, one after another along `axis`. */
  concat: { readonly axis: number };
  // Reductions and products.
  /** Sum over `axes`, which stay as axes of size 1. */
  sum: { readonly axes: readonly number[] };
  /** [m, k] · [k, n] → [m, n]; a transposed operand is given as stored. */
  matmul: { readonly transposeA: boolean; readonly transposeB: boolean };
  /** (x [n, h, w, c], filter [a, b, c, d]) ↦ y [n, i, j, d]: cross-correlation, as every framework's convolution is. */
  conv2d: Window;
  /** (g like y, filter) ↦ like x: the adjoint of conv2d in x. */
  conv2dInputGradient: Window;
  /** (x, g like y) ↦ like filter: the adjoint of conv2d in the filter. */
  conv2dFilterGradient: Window;
  /** x [n, h, w, c] ↦ [n, i, j, c]: the sum in each window. */
  sumPool: PoolWindow;
  /** g [n, i, j, c] ↦ [n, h, w, c]: each value in every place of its window; the adjoint of sumPool. */
  unpool: PoolWindow;
  /** (v, x) ↦ [n, i, j, c]: in each window what v has where x is largest (the first such place). */
  takeAtMax: PoolWindow;
  /** (g [n, i, j, c], x) ↦ like x: g where x is largest in each window; the adjoint of takeAtMax. */
  putAtMax: PoolWindow;
  /** (x [m, …], index [k]) ↦ rows x[index[i]] → [k, …] */
  gatherRows: NoAttributes;
  /** (g [k, …], index [k]) ↦ zeros [m, …] with g[i] added to row index[i]: the adjoint of gatherRows. */
  scatterAddRows: NoAttributes;
  /** (values [n], x [c, b], five leaves of a pattern [r, c]) ↦ W · x [r, b]; transposed (x [r, b]) ↦ Wᵀ · x [c, b]. */
  sparseMatmul: { readonly transpose: boolean };
  /** (g [r, b], x [c, b], five leaves of a pattern [r, c]) ↦ [n]: g · xᵀ where the pattern has entries. */
  sampledMatmul: NoAttributes;
}

export type NoAttributes = Readonly<Record<never, never>>;
export type OpName = keyof OpAttributes;

/** One value of the graph. `op` tells which attributes it has. */
export type Node = {
  [Op in OpName]: {
    readonly graph: Graph;
    /** Position in the graph; every input has a smaller one. */
    readonly id: number;
    readonly op: Op;
    readonly inputs: readonly Node[];
    readonly shape: Shape;
    readonly attributes: OpAttributes[Op];
  };
}[OpName];

/** Leaves are told apart by identity; equal nodes of every other kind are one node. */
const NEVER_SHARED: ReadonlySet<OpName> = new Set(['parameter', 'input', 'uniform', 'normal', 'randomIndex']);

/** Owns its nodes and the table that makes equal expressions one node. */
export class Graph {
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, Node>();
  #streams = 0;

  /** The next unused stream number for a random node. */
  nextStream(): number {
    return this.#streams++;
  }

  /**
   * Appends a node, or returns the equal one that is there already.
   * @throws Error if an input belongs to another graph.
   */
  node<Op extends OpName>(op: Op, inputs: readonly Node[], shape: Shape, attributes: OpAttributes[Op]): Node {
    for (const input of inputs)
      if (input.graph !== this)
        throw new Error(`${op}: an input (node ${input.id}, ${input.op}) belongs to another graph`);
    const key = NEVER_SHARED.has(op)
      ? undefined
      : `${op}|${inputs.map(({ id }) => id).join()}|${shape.join()}|${JSON.stringify(attributes)}`;
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known) return known;
    const made = { graph: this, id: this.nodes.length, op, inputs, shape, attributes } as Node;
    this.nodes.push(made);
    if (key !== undefined) this.#known.set(key, made);
    return made;
  }
}

/** Number of elements of a shape. `sizeOf([]) === 1` */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** `showShape([2, 3]) === '[2, 3]'`, for error messages. */
export function showShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}
