import { showShape, type Node } from '~/autodiff/graph';
import { add, affine, concat, logSoftmax, mean, multiply, negate, sum } from '~/autodiff/ops';
import { sameShape } from '~/autodiff/ops/shapes';
import { minimaxDiscriminatorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';

/**
 * The loss of an adversarial autoencoder's discriminator, to be minimised: it tells codes from draws of the prior.
 *
 * $$L_D = -\mathbb{E}_{z \sim p(z)} \log D(z) - \mathbb{E}_{x} \log\bigl(1 - D(q(x))\bigr)$$
 *
 * The **prior's** draws are the real ones (label 1), the encoder's codes the fakes: the encoder is the generator of this game. It stands
 * where a VAE has its KL term, and needs of the prior only samples, so that any shape will do.
 * @param priorLogits of draws of the prior, [batch, 1] or any shape, no sigmoid before
 * @param codeLogits of codes, any shape; codes come without a gradient to the encoder
 * @returns scalar `[]`, > 0, nats; 2 log 2 where it cannot tell
 * @throws Error if the nodes belong to different graphs.
 * @see Makhzani et al., "Adversarial autoencoders", 2015 (ICLR workshop 2016), section 2
 * @example evaluate(codeDiscriminatorLoss, [[[0]], [[0]]]) // 1.3862943611198906
 */
export function codeDiscriminatorLoss(priorLogits: Node, codeLogits: Node): Node {
  return minimaxDiscriminatorLoss(priorLogits, codeLogits);
}

/**
 * The encoder's adversarial loss, to be minimised in the regularisation phase: $-\mathbb{E}_x \log D(q(x))$, the non-saturating form.
 * @param codeLogits of codes, with the gradient to the encoder, any shape
 * @returns scalar `[]`, > 0, nats
 * @see Makhzani et al., 2015, section 2; the form: Goodfellow et al., NeurIPS 2014, section 3
 * @example evaluate(encoderLoss, [[[0]]]) // 0.6931471805599453
 */
export function encoderLoss(codeLogits: Node): Node {
  return nonSaturatingGeneratorLoss(codeLogits);
}

/**
 * A label beside each row, by which a discriminator or a decoder is made conditional: [batch, a] and [batch, b] → [batch, a + b].
 *
 * To shape the code's regions by known classes the **discriminator** sees label and code together, and the prior draws of that class; to part
 * style from class the **decoder** sees label and code.
 * @param code [batch, dimensions]
 * @param label one-hot, [batch, classes]; by convention an extra class stands for "label unknown"
 * @throws RangeError if they are not matrices with equally many rows.
 * @see Makhzani et al., 2015, sections 2.3 and 4
 * @example evaluate(withLabel, [[[0.5]], [[0, 1]]]) // [[0.5, 0, 1]]
 */
export function withLabel(code: Node, label: Node): Node {
  if (code.shape.length !== 2 || label.shape.length !== 2 || code.shape[0] !== label.shape[0])
    throw new RangeError(
      `withLabel: expected a code [batch, dimensions] and a label [batch, classes], ` +
        `found ${showShape(code.shape)} and ${showShape(label.shape)}`,
    );
  return concat([code, label], 1);
}

/**
 * The cross-entropy of labels: $-\frac1n \sum_i \sum_c y_{ic} \log \operatorname{softmax}(a_i)_c$, for the semi-supervised phase.
 * @param logits a, [batch, classes], no softmax before
 * @param labels y, one-hot or probabilities, of the same shape
 * @returns scalar `[]`, ≥ 0, nats, the mean over the batch
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Makhzani et al., 2015, section 5
 * @example evaluate(labelLoss, [[[0, 0]], [[1, 0]]]) // 0.6931471805599453
 */
export function labelLoss(logits: Node, labels: Node): Node {
  if (logits.shape.length !== 2 || !sameShape(logits.shape, labels.shape))
    throw new RangeError(
      `labelLoss: logits and labels must both be [batch, classes], ` +
        `found ${showShape(logits.shape)} and ${showShape(labels.shape)}`,
    );
  return negate(mean(sum(multiply(labels, logSoftmax(logits, -1)), [1])));
}

/** What the phases of a semi-supervised adversarial autoencoder look at. */
export interface SemiSupervised {
  /** Error of the reconstruction, [batch, 1] or any shape: its mean counts. */
  readonly reconstructionError: Node;
  /** Of draws of the style's prior, N(0, I). */
  readonly stylePriorLogits: Node;
  /** Of styles that the encoder said. */
  readonly styleLogits: Node;
  /** Of draws of the class's prior, one-hot. */
  readonly classPriorLogits: Node;
  /** Of class probabilities that the encoder said. */
  readonly classLogits: Node;
  /** What the encoder says of labelled pictures, before its softmax, [batch, classes]. */
  readonly labelledLogits: Node;
  /** Their labels, one-hot, of the same shape. */
  readonly labels: Node;
}

/** The losses of the phases, each to be minimised by its own parameters. */
export interface PhaseLosses {
  /** 1. Reconstruction: encoder and decoder. */
  readonly reconstruction: Node;
  /** 2a. Regularisation: both discriminators. */
  readonly discriminators: Node;
  /** 2b. Regularisation: the encoder, against both. */
  readonly encoder: Node;
  /** 3. Semi-supervised classification: the encoder's class head, on labelled pictures. */
  readonly classification: Node;
}

/**
 * The three phases of the semi-supervised variant, one after another in every step: **reconstruction**, **regularisation** (first the two
 * discriminators, then the encoder) and **classification** on the few labelled pictures. Two discriminators hold the style to N(0, I)
 * and the class to one-hot vectors.
 *
 * Convention: the losses of the two discriminators are added, not averaged; so are the encoder's.
 * @returns four scalars `[]`
 * @throws RangeError if logits and labels differ in shape.
 * @see Makhzani et al., 2015, section 5 and Figure 8
 * @example semiSupervisedLosses({ … }).discriminators // 4 log 2 where neither can tell
 */
export function semiSupervisedLosses(seen: SemiSupervised): PhaseLosses {
  return {
    reconstruction: mean(seen.reconstructionError),
    discriminators: add(
      codeDiscriminatorLoss(seen.stylePriorLogits, seen.styleLogits),
      codeDiscriminatorLoss(seen.classPriorLogits, seen.classLogits),
    ),
    encoder: add(encoderLoss(seen.styleLogits), encoderLoss(seen.classLogits)),
    classification: labelLoss(seen.labelledLogits, seen.labels),
  };
}

/**
 * The squared error of a reconstruction, ½‖x − x̂‖² of each row, summed over pixels: the Gaussian log-likelihood with σ = 1 but for its
 * constant and sign.
 * @param residual x − x̂, [batch, pixels]
 * @returns [batch, 1], ≥ 0
 * @example evaluate(halfSquaredError, [[[3, 4]]]) // [[12.5]]
 */
export function halfSquaredError(residual: Node): Node {
  return affine(sum(multiply(residual, residual), [1]), 0.5);
}
