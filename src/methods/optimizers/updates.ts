import { grad } from '~/autodiff/grad';
import type { Node } from '~/autodiff/graph';
import { constant, type Operand } from '~/autodiff/ops';
import type { Update } from '~/autodiff/program';

/** Pairs each parameter with its gradient and makes an update of each pair. */
function updateEach(
  loss: Node,
  parameters: readonly Node[],
  rate: Operand,
  make: (parameter: Node, gradient: Node, rate: Node) => Update,
): Update[] {
  const rateNode = typeof rate === 'number' ? constant(loss.graph, rate) : rate;
  const gradients = grad(loss, parameters);
  return parameters.map((parameter, i) => {
    const gradient = gradients[i];
    if (!gradient) throw new Error(`updateEach: parameter ${i} has no gradient`);
    return make(parameter, gradient, rateNode);
  });
}

/**
 * Updates that lower `loss` by gradient descent; only the parameters listed move.
 * @param options.rate η, a number or a node (an input, when the reader may turn it)
 */
export function sgd(loss: Node, parameters: readonly Node[], { rate }: { readonly rate: Operand }): Update[] {
  return updateEach(loss, parameters, rate, (parameter, gradient, rateNode) => ({
    rule: 'sgd',
    parameter,
    gradient,
    rate: rateNode,
  }));
}

/**
 * Updates that lower `loss` by `momentumStep`; only the parameters listed move.
 * @param options.rate η, a number or a node
 * @param options.momentum μ, default 0.9
 */
export function momentum(
  loss: Node,
  parameters: readonly Node[],
  { rate, momentum: coefficient = 0.9 }: { readonly rate: Operand; readonly momentum?: number },
): Update[] {
  return updateEach(loss, parameters, rate, (parameter, gradient, rateNode) => ({
    rule: 'momentum',
    parameter,
    gradient,
    rate: rateNode,
    momentum: coefficient,
  }));
}

/**
 * Updates that lower `loss` by `adamStep`; only the parameters listed move.
 * @param options.rate η, a number or a node
 * @param options.beta1 default 0.9
 * @param options.beta2 default 0.999
 * @param options.epsilon default 1e-8
 */
export function adam(
  loss: Node,
  parameters: readonly Node[],
  options: {
    readonly rate: Operand;
    readonly beta1?: number;
    readonly beta2?: number;
    readonly epsilon?: number;
  },
): Update[] {
  const { rate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  return updateEach(loss, parameters, rate, (parameter, gradient, rateNode) => ({
    rule: 'adam',
    parameter,
    gradient,
    rate: rateNode,
    beta1,
    beta2,
    epsilon,
  }));
}
