import type { NodeOf } from '~/autodiff/gradients';
import { sizeOf, type Node, type Shape, type Window } from '~/autodiff/graph';
import { inputOf } from './nodes';
import * as code from './opcodes';
import { patchSizes, shapesOf, type Convolution } from './product-form';
import type { Target, Word } from './target';

/** Floats of patches that exist at a time: a quarter of a small second-level cache. */
const PATCH_FLOATS = 32_768;

/** Rows of patches at a time: a multiple of four, and enough that packing the other operand pays. */
function chunkOf(M: number, K: number): number {
  const wanted = Math.max(64, Math.floor(PATCH_FLOATS / K));
  return Math.ceil(Math.min(wanted, M) / 4) * 4;
}

/** What an instruction says of its windows; see `setWindows` in kernels/windows.ts. */
function windowWords(
  { strides, padding }: Window,
  image: Shape,
  kernel: Shape,
  counted: Shape,
): readonly number[] {
  return [...image.slice(1, 4), ...kernel.slice(0, 2), ...strides, ...padding, ...counted.slice(1, 3)];
}

/** Bytes of the workspace for pieces of so many bytes each; see `take` in kernels/convolution.ts. */
const roomFor = (...pieces: readonly number[]): number =>
  pieces.reduce((sum, bytes) => sum + Math.ceil(bytes / 64) * 64, 64);

/** What follows a convolution before it is stored. */
export interface ConvolutionFinish {
  readonly finish: number;
  readonly bias?: number;
  readonly gate?: number;
  readonly slope: number;
}

/** The instruction of a convolution or one of its adjoints. */
export function emitConvolution(
  to: Node,
  node: Convolution,
  { finish, bias = 0, gate = 0, slope }: ConvolutionFinish,
  { address, emit, workspace }: Target,
): void {
  const shapes = shapesOf(node);
  const { image, filter, result } = shapes;
  const { M, K, N } = patchSizes(shapes);
  const chunk = chunkOf(M, K);
  const edges = 5 * (Math.floor((4 * sizeOf(filter.slice(1, 3)) + 95) / 64) * 64);
  const panels = (depth: number, columns: number) => 32 * depth * Math.ceil(columns / 8);
  const rooms = {
    conv2d: () => roomFor(panels(K, N), 4 * K * chunk, edges),
    conv2dInputGradient: () => roomFor(panels(N, K), 4 * N * chunk, 4 * K * chunk + 64),
    conv2dFilterGradient: () => roomFor(32 * chunk, (4 * K + 64) * chunk + 64, edges),
  };
  workspace(rooms[node.op]());
  const opcode = {
    conv2d: code.CONVOLVE,
    conv2dInputGradient: code.CONVOLVE_INPUT,
    conv2dFilterGradient: code.CONVOLVE_FILTER,
  }[node.op];
  const operands = [address(inputOf(node, 0)), address(inputOf(node, 1)), bias, gate];
  const words: Word[] = [...operands, finish, { float: slope }, M, K, N, chunk];
  emit(opcode, address(to), ...words, ...windowWords(node.attributes, image, filter, result));
}

/** The instruction of a pooling of `image` to `pooled` or of its adjoint. */
export function emitPool(
  opcode: number,
  node: NodeOf<'sumPool' | 'unpool' | 'takeAtMax' | 'putAtMax'>,
  image: Shape,
  pooled: Shape,
  { address, emit }: Target,
): void {
  const [a = 0, b = 0] = node.inputs.map(address);
  const windows = windowWords(node.attributes, image, node.attributes.size, pooled);
  emit(opcode, address(node), a, b, image[0] ?? 1, ...windows);
}
