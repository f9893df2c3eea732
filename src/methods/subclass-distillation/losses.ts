import { showShape, type Node } from '~/autodiff/graph';
import {
  add,
  affine,
  divide,
  logSumExp,
  matmul,
  mean,
  reshape,
  sqrt,
  square,
  subtract,
} from '~/autodiff/ops';
import { checkAlpha, distillationLoss, hardLabelLoss } from '~/methods/distillation/losses';
import { checkTemperature } from '~/methods/distillation/soften';

/**
 * Class logits of subclass logits: $a_c = \log \sum_{s \in c} e^{v_s}$, so that a class has the **sum** of its subclasses' probabilities.
 *
 * Convention: the subclasses of a class stand side by side: of K subclasses those of class c are c K/C … (c + 1) K/C − 1.
 * @param subclassLogits v, [batch, K]
 * @param classes C ≥ 1, a divisor of K
 * @returns [batch, C]
 * @throws RangeError if the logits are no matrix or C does not divide K.
 * @see Müller, Kornblith and Hinton, "Subclass distillation", 2020 (arXiv 2002.03936)
 * @example evaluate((v) => classLogits(v, 2), [[[0, 0, 1, -40]]]) // [[log 2, 1 + 2e-18]]
 */
export function classLogits(subclassLogits: Node, classes: number): Node {
  const [batch = NaN, subclasses = NaN] = subclassLogits.shape;
  if (subclassLogits.shape.length !== 2)
    throw new RangeError(
      `classLogits: the logits must be [batch, subclasses], found ${showShape(subclassLogits.shape)}`,
    );
  if (!Number.isInteger(classes) || classes < 1 || subclasses % classes !== 0)
    throw new RangeError(
      `classLogits: the number of classes must be a whole number ≥ 1 that divides the ${subclasses} subclasses, found ${classes}`,
    );
  const grouped = reshape(subclassLogits, [batch, classes, subclasses / classes]);
  return reshape(logSumExp(grouped, [2]), [batch, classes]);
}

/**
 * The auxiliary loss that keeps a teacher from using one subclass for a whole class: it is high when the examples of a batch have alike logits.
 *
 * $$L_{aux} = \frac1B \sum_i \log \sum_j e^{\hat v_i^\top \hat v_j / (TK)} - \frac1T - \log B, \qquad
 *   \hat v_i = \frac{v_i - \bar v_i}{\sqrt{\frac1K \sum_k (v_{ik} - \bar v_i)^2 + \varepsilon}}$$
 *
 * Each example's own logits are brought to mean 0 and variance 1 over the subclasses, so the exponent is their correlation over T, and 1/T for an example with itself. The loss is at
 * most 0 and is 0 (to ε) when all examples look alike; it falls as they part, to $-\frac1T - \log B + \log(e^{1/T} + \dots)$. It needs no labels, and knows nothing of classes.
 *
 * Conventions: variance over K, not K − 1; j runs over the whole batch **with i**; ε = 10⁻⁹ as in the official code.
 * @param subclassLogits v, [B, K], K ≥ 2
 * @param temperature T > 0, usually ≤ 1
 * @param epsilon ε > 0; default 1e-9
 * @returns scalar `[]`, ≤ 0, nats
 * @throws RangeError if the logits are no matrix of at least 2 subclasses, or T or ε is out of range.
 * @see Müller, Kornblith and Hinton, 2020; the authors' mnist_colab.ipynb in google-research/google-research ("negative sampling loss")
 * @example auxiliaryLoss(logits, 1)
 */
export function auxiliaryLoss(subclassLogits: Node, temperature: number, epsilon = 1e-9): Node {
  const [batch = NaN, subclasses = NaN] = subclassLogits.shape;
  if (subclassLogits.shape.length !== 2 || subclasses < 2)
    throw new RangeError(
      `auxiliaryLoss: the logits must be [batch, subclasses] with at least 2 subclasses, found ${showShape(subclassLogits.shape)}`,
    );
  checkTemperature('auxiliaryLoss', temperature);
  if (!(epsilon > 0 && epsilon < Infinity))
    throw new RangeError(`auxiliaryLoss: epsilon must be above 0 and finite, found ${epsilon}`);
  const centred = subtract(subclassLogits, mean(subclassLogits, [1]));
  const deviation = sqrt(affine(mean(square(centred), [1]), 1, epsilon));
  const normalized = divide(centred, deviation);
  const alike = affine(matmul(normalized, normalized, { transposeB: true }), 1 / (temperature * subclasses));
  return affine(mean(logSumExp(alike, [1])), 1, -1 / temperature - Math.log(batch));
}

/**
 * What the teacher minimises: cross-entropy of the **classes** and $\beta$ times the auxiliary loss. No label says which subclass is meant: the teacher invents them.
 * @param subclassLogits [batch, K]
 * @param labels one-hot, [batch, C]; C divides K
 * @param options.beta β ≥ 0; 0 trains without the auxiliary loss
 * @param options.temperature T > 0 of the auxiliary loss
 * @returns scalar `[]`, nats
 * @throws RangeError if shapes do not fit or an option is out of range.
 * @see Müller, Kornblith and Hinton, 2020
 * @example teacherLoss(logits, labels, { beta: 1, temperature: 1 })
 */
export function teacherLoss(
  subclassLogits: Node,
  labels: Node,
  { beta, temperature }: { readonly beta: number; readonly temperature: number },
): Node {
  if (!(beta >= 0 && beta < Infinity))
    throw new RangeError(`teacherLoss: β must be at least 0 and finite, found ${beta}`);
  const hard = hardLabelLoss(classLogits(subclassLogits, labels.shape[1] ?? NaN), labels);
  return add(hard, affine(auxiliaryLoss(subclassLogits, temperature), beta));
}

/**
 * What the student minimises: $\alpha\, T^2 \mathrm{CE}$ of the softened **subclasses** and $(1 - \alpha)$ of the cross-entropy of its **classes** with the labels.
 *
 * Convention: α weighs the teacher, as in the authors' notebook (α = 0.5, T = 4 there). With as many subclasses as classes it is `studentLoss`.
 * @param teacherLogits subclass logits of the teacher, [batch, K]; no gradient goes there
 * @param studentLogits subclass logits of the student, of the same shape
 * @param labels one-hot, [batch, C]; C divides K
 * @param options.alpha α in [0, 1]
 * @param options.temperature T > 0
 * @returns scalar `[]`, nats
 * @throws RangeError if shapes do not fit or an option is out of range.
 * @see Müller, Kornblith and Hinton, 2020; the authors' mnist_colab.ipynb
 * @example subclassStudentLoss(v, z, labels, { alpha: 0.5, temperature: 4 })
 */
export function subclassStudentLoss(
  teacherLogits: Node,
  studentLogits: Node,
  labels: Node,
  { alpha, temperature }: { readonly alpha: number; readonly temperature: number },
): Node {
  checkAlpha('subclassStudentLoss', alpha);
  const soft = distillationLoss(teacherLogits, studentLogits, temperature);
  const hard = hardLabelLoss(classLogits(studentLogits, labels.shape[1] ?? NaN), labels);
  return add(affine(soft, alpha), affine(hard, 1 - alpha));
}
