/** Builders of every operation: the words in which methods are written. Nothing is computed when they are called. */
export { constant, input, normal, parameter, randomIndex, uniform } from './ops/leaves';
export {
  abs,
  affine,
  exp,
  gate,
  leakyRelu,
  log,
  negate,
  reciprocal,
  relu,
  sigmoid,
  sigmoidGradient,
  softplus,
  sqrt,
  square,
  step,
  stopGradient,
  tanh,
  tanhGradient,
} from './ops/elementwise';
export { add, clamp, divide, maximum, minimum, multiply, subtract, type Operand } from './ops/arithmetic';
export { conv2d, conv2dFilterGradient, conv2dInputGradient, conv2dTranspose } from './ops/convolution';
export type { Padding, Pair, WindowOptions } from './ops/windows';
export {
  averagePool,
  maxPool,
  putAtMax,
  sumPool,
  takeAtMax,
  unpool,
  upsampleBilinear,
  upsampleNearest,
} from './ops/pooling';
export { logSoftmax, logSumExp, max, softmax } from './ops/softmax';
export { broadcast, concat, pad, reshape, slice, transpose } from './ops/structure';
export { gatherRows, matmul, mean, scatterAddRows, sum, sumTo, type Transposes } from './ops/reductions';
export { sampledMatmul, sparseMatmul, sparsePattern, type SparsePattern } from './ops/sparse';
