import type { NodeOf } from '~/autodiff/gradients';
import { sizeOf, type Node, type OpName, type Shape } from '~/autodiff/graph';
import { inputOf } from './nodes';

export type Convolution = NodeOf<'conv2d' | 'conv2dInputGradient' | 'conv2dFilterGradient'>;

/** Nodes whose work is a matrix product. */
export type ProductNode = NodeOf<'matmul'> | Convolution;

const PRODUCTS: ReadonlySet<OpName> = new Set<ProductNode['op']>([
  ...(['matmul', 'conv2d', 'conv2dInputGradient', 'conv2dFilterGradient'] as const),
]);

export function isProduct(node: Node): node is ProductNode {
  return PRODUCTS.has(node.op);
}

/** op(A) op(B): [M, K] · [K, N]; op transposes an operand that is stored as [K, M] or [N, K]. */
export interface MatrixForm {
  readonly M: number;
  readonly K: number;
  readonly N: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** The node as one matrix product of its two inputs as they lie in memory, if it is one. */
export function matrixForm(node: ProductNode): MatrixForm | undefined {
  if (node.op === 'matmul') {
    const [M = 1, N = 1] = node.shape;
    const { transposeA, transposeB } = node.attributes;
    return { M, K: inputOf(node, 0).shape[transposeA ? 0 : 1] ?? 1, N, transposeA, transposeB };
  }
  if (!patchesAreImage(node)) return undefined;
  const { M, K, N } = patchSizes(shapesOf(node));
  if (node.op === 'conv2d') return { M, K, N, transposeA: false, transposeB: false };
  if (node.op === 'conv2dInputGradient') return { M, K: N, N: K, transposeA: false, transposeB: true };
  return { M: K, K: M, N, transposeA: true, transposeB: false };
}

/** The three shapes of a convolution, whichever of them the node computes. */
export interface ConvolutionShapes {
  readonly image: Shape;
  readonly filter: Shape;
  readonly result: Shape;
}

export function shapesOf(node: Convolution): ConvolutionShapes {
  const [a, b] = [inputOf(node, 0).shape, inputOf(node, 1).shape];
  if (node.op === 'conv2d') return { image: a, filter: b, result: node.shape };
  if (node.op === 'conv2dInputGradient') return { image: node.shape, filter: b, result: a };
  return { image: a, filter: node.shape, result: b };
}

/** The sizes of patches [M, K] · filter [K, N]. */
export function patchSizes({ filter, result }: ConvolutionShapes): { M: number; K: number; N: number } {
  return { M: sizeOf(result.slice(0, 3)), K: sizeOf(filter.slice(0, 3)), N: filter[3] ?? 1 };
}

/** Whether patches are the image's numbers as they lie: kernels of one pixel, and kernels as large as the image. */
function patchesAreImage(node: Convolution): boolean {
  const { image, filter, result } = shapesOf(node);
  const { strides, padding } = node.attributes;
  if (padding[0] + padding[1] > 0) return false;
  const sameSize = result[1] === image[1] && result[2] === image[2];
  const pixel = filter[0] === 1 && filter[1] === 1 && sameSize && strides[0] === 1 && strides[1] === 1;
  const whole = filter[0] === image[1] && filter[1] === image[2] && result[1] === 1 && result[2] === 1;
  return pixel || whole;
}
