import type { Node } from '~/autodiff/graph';
import { clamp } from '~/autodiff/ops';
import type { Update } from '~/autodiff/program';

/**
 * Weight clipping, by which the first Wasserstein GAN keeps its critic Lipschitz: every weight and bias is put back into
 * [−c, c]. Make a program of its own of it and run that after each step of the critic: all updates of one program read the
 * state from before it, so `compile` refuses two updates of one parameter.
 *
 * It bounds the critic's slope by a constant that depends on c and the depth, not by 1: the loss is W₁ times some unknown factor,
 * and weights tend to sit at ±c.
 * @param parameters every parameter of the critic
 * @param limit c, in the units of the weights; 0.01 in the paper
 * @returns one `assign` update for each parameter
 * @throws RangeError if the limit is not above 0 and finite.
 * @see Arjovsky, Chintala and Bottou, "Wasserstein generative adversarial networks", ICML 2017, Algorithm 1, line 7
 * @example const clipping = compile({ updates: clipWeights(parametersOf(critic), 0.01) });
 */
export function clipWeights(parameters: readonly Node[], limit: number): Update[] {
  if (!(limit > 0 && limit < Infinity))
    throw new RangeError(`clipWeights: the limit must be above 0 and finite, found ${limit}`);
  return parameters.map((parameter) => ({
    rule: 'assign',
    parameter,
    value: clamp(parameter, -limit, limit),
  }));
}
