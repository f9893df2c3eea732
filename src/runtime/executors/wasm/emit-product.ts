import type { Node } from '~/autodiff/graph';
import { emitConvolution } from './emit-convolution';
import { inputOf } from './nodes';
import * as code from './opcodes';
import { matrixForm, type ProductNode } from './product-form';
import type { Target } from './target';
import type { Product } from './tasks';

/** A matrix product or convolution with its finish. `node` is where the result goes. */
export function emitProduct(node: Node, product: Product, target: Target): void {
  const { address, workspace, emit } = target;
  const { source, finish, slope } = product;
  const bias = product.bias ? address(product.bias) : 0;
  const gate = product.gate ? address(product.gate) : 0;
  const form = matrixForm(source);
  if (!form && source.op !== 'matmul') {
    emitConvolution(node, source, { finish, bias, gate, slope }, target);
    return;
  }
  if (!form) throw new Error(`${source.op}: every product of matrices has a form`);
  const { M, K, N, transposeA, transposeB } = form;
  // See kernels/gemm.ts: spare bytes, a panel of eight columns, four rows of A at a time; or both columns of a thin B.
  workspace(Math.max(64 + 32 * K + 16 * K * Math.ceil(M / 4) + 64, 64 + 8 * N + 64));
  const operands = [address(inputOf(source, 0)), address(inputOf(source, 1)), bias, gate];
  const shape = [M, K, N, Number(transposeA), Number(transposeB)];
  emit(code.GEMM, address(node), ...operands, ...shape, finish, { float: slope });
}

/** A product as it is. */
export const emitPlainProduct = (node: ProductNode, target: Target): void => {
  emitProduct(node, { source: node, finish: code.PLAIN, slope: 0 }, target);
};
