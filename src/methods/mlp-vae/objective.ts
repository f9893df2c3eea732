import type { Node } from '~/autodiff/graph';
import { add, mean, multiply, negate, type Operand } from '~/autodiff/ops';
import { freeBits, reparameterize } from '~/methods/vae/bounds';
import { standardNormalKlByDimension } from '~/methods/vae/kl';
import { bernoulliLogLikelihood } from '~/methods/vae/likelihoods';
import { decode, encode, type VaeNets } from './networks';

/** What one batch costs, all means over the batch, in nats. */
export interface VaeTerms {
  /** The reconstruction term, −log p(x|z), summed over pixels: scalar. */
  readonly reconstruction: Node;
  /** KL(q(z|x) ‖ N(0, I)) of each unit of the code: [code]. */
  readonly klByUnit: Node;
  /** The codes: [batch, code] each. */
  readonly mean: Node;
  readonly logVariance: Node;
  /** Logits of the reconstructions: [batch, pixels]. */
  readonly logits: Node;
  /** KL of each picture and unit: [batch, code]. */
  readonly kl: Node;
}

/**
 * Encodes a batch, draws one code for each picture with the given noise, decodes it and prices both:
 *
 * $$R = -\frac1n \sum_i \log p(x_i \mid z_i), \qquad \mathrm{KL}_j = \frac1n \sum_i \mathrm{KL}_{ij}, \qquad z_i = \mu_i + \sigma_i \odot \epsilon_i$$
 *
 * For grey pixels R is a cross-entropy, no likelihood: see `bernoulliLogLikelihood`.
 * @param x [batch, pixels], in [0, 1]
 * @param noise ε, [batch, code]
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, Eqs. 7 and 10, appendices B and C.1
 */
export function vaeTerms(nets: VaeNets, x: Node, noise: Node): VaeTerms {
  const { mean: mu, logVariance } = encode(nets, x);
  const logits = decode(nets, reparameterize(mu, logVariance, noise));
  const kl = standardNormalKlByDimension(mu, logVariance);
  return {
    reconstruction: negate(mean(bernoulliLogLikelihood(x, logits))),
    klByUnit: mean(kl, [0]),
    mean: mu,
    logVariance,
    logits,
    kl,
  };
}

/**
 * What training lowers: $L = R + \beta \sum_j \max(\lambda, \mathrm{KL}_j)$. With β = 1 and λ = 0 it is minus the ELBO.
 * @param beta β ≥ 0
 * @param lambda free bits λ ≥ 0, nats for each unit of the code
 * @returns scalar, in nats
 * @throws RangeError if β or λ is a number and negative or not finite.
 * @see β: Higgins et al., "beta-VAE", ICLR 2017, Eq. 4; λ: Kingma et al., "Improved variational inference with inverse
 * autoregressive flow", NeurIPS 2016, appendix C.8, Eq. 15
 * @example vaeLoss(vaeTerms(nets, x, normal(graph, [128, 2])), 1, 0)
 */
export function vaeLoss({ reconstruction, kl }: VaeTerms, beta: Operand, lambda: Operand): Node {
  if (typeof beta === 'number' && !(beta >= 0 && beta < Infinity))
    throw new RangeError(`vaeLoss: beta must be at least 0 and finite, found ${beta}`);
  return add(reconstruction, multiply(freeBits(kl, lambda), beta));
}
