import { showShape, type Node, type OpName } from '../graph';
import { constant } from './leaves';
import { sameShape } from './shapes';
import { broadcast, onlyInput } from './structure';

type PlainUnary = Extract<
  OpName,
  'exp' | 'log' | 'tanh' | 'sigmoid' | 'softplus' | 'square' | 'sqrt' | 'reciprocal' | 'relu' | 'step' | 'abs'
>;

/** A function of each element: a repeated operand is computed once and repeated afterwards. */
function unary(op: PlainUnary, x: Node): Node {
  if (x.op === 'broadcast') return broadcast(unary(op, onlyInput(x)), x.shape);
  return x.graph.node(op, [x], x.shape, {});
}

/** scale · x + shift. Affine of affine is one affine; scale 0 is a constant, whatever x is. */
export function affine(x: Node, scale: number, shift = 0): Node {
  if (!Number.isFinite(scale) || !Number.isFinite(shift))
    throw new RangeError(`affine: scale and shift must be finite, found ${scale} and ${shift}`);
  if (scale === 0) return constant(x.graph, shift, x.shape);
  if (scale === 1 && shift === 0) return x;
  if (x.op === 'constant') return constant(x.graph, scale * x.attributes.value + shift, x.shape);
  if (x.op === 'broadcast') return broadcast(affine(onlyInput(x), scale, shift), x.shape);
  if (x.op === 'affine')
    return affine(onlyInput(x), scale * x.attributes.scale, scale * x.attributes.shift + shift);
  return x.graph.node('affine', [x], x.shape, { scale, shift });
}

/** −x */
export function negate(x: Node): Node {
  return affine(x, -1);
}

/** eˣ */
export function exp(x: Node): Node {
  return unary('exp', x);
}

/** Natural logarithm; −∞ at 0, NaN below. */
export function log(x: Node): Node {
  return unary('log', x);
}

/** Hyperbolic tangent. */
export function tanh(x: Node): Node {
  return unary('tanh', x);
}

/** 1 / (1 + e⁻ˣ), without overflow. */
export function sigmoid(x: Node): Node {
  return unary('sigmoid', x);
}

/** log(1 + eˣ), without overflow. */
export function softplus(x: Node): Node {
  return unary('softplus', x);
}

/** x² */
export function square(x: Node): Node {
  return x.op === 'constant' ? constant(x.graph, x.attributes.value ** 2, x.shape) : unary('square', x);
}

/** √x. Its derivative at 0 is infinite: add a small number first where x can be 0. */
export function sqrt(x: Node): Node {
  return unary('sqrt', x);
}

/** 1 / x */
export function reciprocal(x: Node): Node {
  return unary('reciprocal', x);
}

/** x where x > 0, 0 elsewhere. Its derivative at 0 is taken as 0. */
export function relu(x: Node): Node {
  return unary('relu', x);
}

/**
 * x where x > 0, slope · x elsewhere. Its derivative at 0 is taken as the slope.
 * @param slope ≥ 0, because the gradient reads the sign of x off the output
 */
export function leakyRelu(x: Node, slope: number): Node {
  if (!(slope >= 0 && slope < Infinity))
    throw new RangeError(`leakyRelu: the slope must be at least 0 and finite, found ${slope}`);
  if (slope === 0) return relu(x);
  if (x.op === 'broadcast') return broadcast(leakyRelu(onlyInput(x), slope), x.shape);
  return x.graph.node('leakyRelu', [x], x.shape, { slope });
}

/** 1 where x > 0, 0 elsewhere. Its derivative is taken as 0. */
export function step(x: Node): Node {
  return unary('step', x);
}

/** |x|. Its derivative at 0 is taken as 0. */
export function abs(x: Node): Node {
  return unary('abs', x);
}

/** x itself, as a value of its own whose derivative is taken as 0: what frameworks call detach. */
export function stopGradient(x: Node): Node {
  return x.op === 'constant' ? x : x.graph.node('stopGradient', [x], x.shape, {});
}

function checkPair(name: string, a: Node, b: Node): void {
  if (!sameShape(a.shape, b.shape))
    throw new RangeError(`${name}: shapes ${showShape(a.shape)} and ${showShape(b.shape)} must be equal`);
}

/** g · (y > 0 ? 1 : slope): the gradient of relu and leakyRelu by their output. */
export function gate(g: Node, y: Node, slope: number): Node {
  checkPair('gate', g, y);
  return g.graph.node('gate', [g, y], y.shape, { slope });
}

/** g · (1 − y²), y = tanh(x) */
export function tanhGradient(g: Node, y: Node): Node {
  checkPair('tanhGradient', g, y);
  return g.graph.node('tanhGradient', [g, y], y.shape, {});
}

/** g · y · (1 − y), y = sigmoid(x) */
export function sigmoidGradient(g: Node, y: Node): Node {
  checkPair('sigmoidGradient', g, y);
  return g.graph.node('sigmoidGradient', [g, y], y.shape, {});
}
