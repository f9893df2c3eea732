import type { Node } from '~/autodiff/graph';
import {
  add,
  affine,
  logSoftmax,
  mean,
  multiply,
  negate,
  softmax,
  square,
  stopGradient,
  subtract,
  sum,
} from '~/autodiff/ops';
import { checkMatrices } from '~/methods/vae/shapes';
import { checkTemperature } from './soften';

/**
 * Guards the weight α between two losses.
 * @throws RangeError unless α is in [0, 1].
 */
export function checkAlpha(name: string, alpha: number): void {
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`${name}: α must be in [0, 1], found ${alpha}`);
}

/**
 * Cross-entropy with the labels: $-\frac1n \sum_i \sum_c y_{ic} \log \operatorname{softmax}(z_i)_c$.
 * @param logits z, [batch, classes]
 * @param labels y, one-hot or probabilities, of the same shape
 * @returns scalar `[]`, ≥ 0, nats, mean over the batch
 * @throws RangeError if the shapes differ or are not matrices.
 * @example evaluateScalar(hardLabelLoss, [[[0, 0]], [[1, 0]]]) // 0.6931471805599453, log 2
 */
export function hardLabelLoss(logits: Node, labels: Node): Node {
  checkMatrices('hardLabelLoss', { logits, labels });
  return negate(mean(sum(multiply(labels, logSoftmax(logits)), [1])));
}

/**
 * Distillation: the student's softened probabilities against the teacher's,
 *
 * $$L = T^2 \cdot \frac1n \sum_i \sum_c -p_{ic} \log q_{ic}, \qquad p = \operatorname{softmax}(v / T), \quad q = \operatorname{softmax}(z / T)$$
 *
 * The gradient by a student's logit is $T (q - p) / n$. Softening makes $q - p$ shrink as $1 / T$ and the chain rule brings another $1 / T$; the factor **T²** takes both
 * back, so that the weight against the hard labels keeps its meaning when T is changed. For large T and logits of mean 0 the gradient is $(z - v) / (n C)$ with C classes: the student
 * then fits the logits themselves.
 *
 * Conventions: cross-entropy, as in the paper and in the official code of subclass distillation. It is the KL divergence of `distillationKl` plus the teacher's entropy,
 * which the student cannot change: not 0 at a perfect student, same gradient. **No gradient goes to the teacher.**
 * @param teacherLogits v, [batch, classes]
 * @param studentLogits z, of the same shape
 * @param temperature T > 0
 * @returns scalar `[]`, ≥ 0, nats
 * @throws RangeError if the shapes differ or are not matrices, or T is out of range.
 * @see Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015, section 2, Eqs. 1 to 4
 * @example evaluateScalar((v, z) => distillationLoss(v, z, 2), [[[0, 0]], [[0, 0]]]) // 2.772588722239781, 4 log 2
 */
export function distillationLoss(teacherLogits: Node, studentLogits: Node, temperature: number): Node {
  checkMatrices('distillationLoss', { teacherLogits, studentLogits });
  checkTemperature('distillationLoss', temperature);
  const targets = softmax(affine(stopGradient(teacherLogits), 1 / temperature));
  const found = logSoftmax(affine(studentLogits, 1 / temperature));
  return affine(mean(sum(multiply(targets, found), [1])), -(temperature ** 2));
}

/**
 * The same as a divergence: $T^2 \cdot \frac1n \sum_i \mathrm{KL}(p_i \,\Vert\, q_i)$, which is 0 exactly where the student agrees with the teacher. Same gradient as `distillationLoss`.
 * @param teacherLogits v, [batch, classes]
 * @param studentLogits z, of the same shape
 * @param temperature T > 0
 * @returns scalar `[]`, ≥ 0, nats
 * @throws RangeError as `distillationLoss`
 * @see Hinton, Vinyals and Dean, 2015, section 2
 * @example evaluateScalar((v, z) => distillationKl(v, z, 2), [[[3, 1]], [[4, 2]]]) // 0: a common shift changes nothing
 */
export function distillationKl(teacherLogits: Node, studentLogits: Node, temperature: number): Node {
  checkMatrices('distillationKl', { teacherLogits, studentLogits });
  checkTemperature('distillationKl', temperature);
  const teacher = affine(stopGradient(teacherLogits), 1 / temperature);
  const apart = subtract(logSoftmax(teacher), logSoftmax(affine(studentLogits, 1 / temperature)));
  return affine(mean(sum(multiply(softmax(teacher), apart), [1])), temperature ** 2);
}

/**
 * What a student minimises: $\alpha\, L_{soft} + (1 - \alpha)\, L_{hard}$ with the soft part of `distillationLoss` at T and the hard one at temperature 1.
 *
 * Convention: α weighs the **teacher**, as in the official code of subclass distillation; α = 0 is training on labels alone. (Some texts weigh the labels with it.)
 * @param teacherLogits [batch, classes]
 * @param studentLogits of the same shape
 * @param labels one-hot, of the same shape
 * @param options.alpha α in [0, 1]
 * @param options.temperature T > 0
 * @returns scalar `[]`, nats
 * @throws RangeError if the shapes differ or are not matrices, or α or T is out of range.
 * @see Hinton, Vinyals and Dean, 2015, section 2
 * @example studentLoss(v, z, labels, { alpha: 0.5, temperature: 4 })
 */
export function studentLoss(
  teacherLogits: Node,
  studentLogits: Node,
  labels: Node,
  { alpha, temperature }: { readonly alpha: number; readonly temperature: number },
): Node {
  checkAlpha('studentLoss', alpha);
  const soft = distillationLoss(teacherLogits, studentLogits, temperature);
  return add(affine(soft, alpha), affine(hardLabelLoss(studentLogits, labels), 1 - alpha));
}

/**
 * Distillation of the layer before the last: $\frac{1}{2n} \sum_i \lVert r_i - h_i \rVert^2$ between what the student makes of its own layer and the teacher's activations.
 *
 * Convention: the form of FitNets' hints, summed over units and halved, mean over the batch. If the layers differ in width, put a linear layer of the student's between (its
 * regressor), which is dropped after training. No gradient goes to the teacher.
 * @param teacherFeatures h, [batch, units]
 * @param studentFeatures r, of the same shape
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Romero et al., "FitNets: hints for thin deep nets", ICLR 2015; Müller, Kornblith and Hinton, "Subclass distillation", 2020, compare with distillation of this layer
 * @example evaluateScalar(penultimateLoss, [[[1, 2]], [[1, 0]]]) // 2
 */
export function penultimateLoss(teacherFeatures: Node, studentFeatures: Node): Node {
  checkMatrices('penultimateLoss', { teacherFeatures, studentFeatures });
  const apart = square(subtract(studentFeatures, stopGradient(teacherFeatures)));
  return affine(mean(sum(apart, [1])), 0.5);
}
