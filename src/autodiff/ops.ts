/** Builders of every operation: the words in which methods are written. Nothing is computed when they are called. */
export { constant, input, normal, parameter, randomIndex, uniform } from './ops/leaves';
export {
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
  tanh,
  tanhGradient,
} from './ops/elementwise';
export { add, divide, multiply, subtract, type Operand } from './ops/arithmetic';
export { broadcast, concat, pad, reshape, slice } from './ops/structure';
export { gatherRows, matmul, mean, scatterAddRows, sum, sumTo, type Transposes } from './ops/reductions';
