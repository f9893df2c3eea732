import type { Graph, Node } from '~/autodiff/graph';
import { add, leakyRelu, matmul, parameter, relu, tanh } from '~/autodiff/ops';
import type { Rng } from '~/methods/rng/rng';

/** A layer's parameters: weight [inputs, outputs], bias [outputs]. */
export interface Layer {
  readonly weight: Node;
  readonly bias: Node;
}

/** A multi-layer perceptron: layers from the input on. */
export type Mlp = readonly Layer[];

/** The function between layers. `leakyRelu` has slope 0.2. */
export type Activation = 'relu' | 'leakyRelu' | 'tanh';

/** Slope of the leaky ReLU below zero. */
export const LEAKY_SLOPE = 0.2;

const ACTIVATIONS: { readonly [Name in Activation]: (x: Node) => Node } = {
  relu,
  leakyRelu: (x) => leakyRelu(x, LEAKY_SLOPE),
  tanh,
};

/** The function itself. */
export function activate(activation: Activation, x: Node): Node {
  return ACTIVATIONS[activation](x);
}

/** x · W + b: x [batch, inputs], W [inputs, outputs], b [outputs] → [batch, outputs] */
export function dense(x: Node, weight: Node, bias: Node): Node {
  return add(matmul(x, weight), bias);
}

/**
 * The variance of a layer's initial weights: 2 / (inputs · (1 + slope²)) before a (leaky) ReLU (He et al. 2015, Eq. 15),
 * 2 / (inputs + outputs) before tanh (Glorot and Bengio 2010, Eq. 12).
 */
export function initialVariance(inputs: number, outputs: number, activation: Activation): number {
  if (activation === 'tanh') return 2 / (inputs + outputs);
  return 2 / (inputs * (1 + (activation === 'leakyRelu' ? LEAKY_SLOPE ** 2 : 0)));
}

/**
 * Parameters of a multi-layer perceptron. Weights are normal with mean 0 and `initialVariance`; the last layer, which no
 * activation follows, takes Glorot's variance 2 / (inputs + outputs). Biases are 0.
 * @param sizes units of each layer, the input first: [2, 64, 64, 1] has three layers
 * @param rng drawn from layer by layer, row-major
 * @param options.name begins the parameters' names
 * @throws RangeError if fewer than two sizes are given.
 * @example initMlp(graph, [2, 64, 1], createRng(3), { activation: 'relu', name: 'critic' })
 */
export function initMlp(
  graph: Graph,
  sizes: readonly number[],
  rng: Rng,
  { activation, name }: { readonly activation: Activation; readonly name: string },
): Mlp {
  if (sizes.length < 2)
    throw new RangeError(`initMlp: expected at least two sizes, found [${sizes.join(', ')}]`);
  return sizes.slice(1).map((outputs, layer) => {
    const inputs = sizes[layer] ?? NaN;
    const last = layer === sizes.length - 2;
    const deviation = Math.sqrt(initialVariance(inputs, outputs, last ? 'tanh' : activation));
    const weights = Float32Array.from({ length: inputs * outputs }, () => deviation * rng.normal());
    return {
      weight: parameter(graph, [inputs, outputs], weights, `${name} weight ${layer}`),
      bias: parameter(graph, [outputs], new Float32Array(outputs), `${name} bias ${layer}`),
    };
  });
}

/** The output of the last layer, without an activation: x [batch, inputs] → [batch, outputs]. */
export function applyMlp(net: Mlp, x: Node, activation: Activation): Node {
  return net.reduce((value, { weight, bias }, layer) => {
    const output = dense(value, weight, bias);
    return layer === net.length - 1 ? output : activate(activation, output);
  }, x);
}

/** Every parameter of the net, layer by layer, weight before bias. */
export function parametersOf(net: Mlp): Node[] {
  return net.flatMap(({ weight, bias }) => [weight, bias]);
}
