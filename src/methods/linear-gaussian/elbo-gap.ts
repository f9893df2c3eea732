import { applyMatrix, multiplyMatrices, transposeMatrix, type Vector } from '~/methods/linear-algebra/matrix';
import { log } from '~/methods/rng/portable-math';
import {
  klOfGaussians,
  logEvidence,
  logNormalDensity,
  posterior,
  priorOf,
  type Gaussian,
  type LinearGaussian,
} from './model';

const LOG_TWO_PI = 1.8378770664093453;

/**
 * $\mathbb{E}_{q}\, \log p(x \mid z)$, exactly: with $q = N(m, S)$,
 *
 * $$-\tfrac{d}{2} \log 2\pi s^2 - \frac{\lVert x - Wm - b \rVert^2 + \operatorname{tr}(W S W^\top)}{2 s^2}$$
 *
 * @param x [d]
 * @param q the code's Gaussian, of dimension k
 * @returns in nats
 * @throws RangeError if sizes do not fit.
 * @example expectedLogLikelihood({ weights: [[2]], offset: [0], noiseVariance: 1 }, [1], { mean: [0.4], covariance: [[0.2]] })
 * // -1.3389385332046728
 */
export function expectedLogLikelihood(model: LinearGaussian, x: Vector, q: Gaussian): number {
  const { weights, offset, noiseVariance } = model;
  const center = applyMatrix(weights, q.mean);
  const error = x.reduce((sum, value, i) => sum + (value - center[i]! - offset[i]!) ** 2, 0);
  const spread = multiplyMatrices(multiplyMatrices(weights, q.covariance), transposeMatrix(weights));
  const trace = spread.reduce((sum, row, i) => sum + row[i]!, 0);
  return -(x.length * (LOG_TWO_PI + log(noiseVariance)) + (error + trace) / noiseVariance) / 2;
}

/** The ELBO and all that it is made of, in nats; none is estimated. */
export interface ElboTerms {
  /** E_q log p(x|z) */
  readonly logLikelihood: number;
  /** KL(q(z) ‖ p(z)), to the **prior** */
  readonly kl: number;
  /** logLikelihood − kl */
  readonly elbo: number;
  /** log p(x) */
  readonly logEvidence: number;
  /** KL(q(z) ‖ p(z|x)), to the **posterior**: what the ELBO falls short of log p(x) by */
  readonly gap: number;
}

/**
 * The ELBO of one data point and its gap, each by its own formula, so that their identity can be seen:
 *
 * $$\log p(x) = \underbrace{\mathbb{E}_q \log p(x \mid z) - \mathrm{KL}(q \,\|\, p(z))}_{\text{ELBO}} + \underbrace{\mathrm{KL}(q \,\|\, p(z \mid x))}_{\text{gap}}$$
 *
 * The gap is 0 exactly where q is the posterior; it is not the KL to the prior, nor KL(p ‖ q).
 * @param x [d]
 * @param q any Gaussian of the code: the posterior, `bestDiagonal`, or one that an encoder says
 * @throws RangeError if sizes do not fit or a covariance is not positive definite.
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, Eqs. 1 to 3
 * @example elboTerms(model, x, posterior(model, x)).gap // 0 to rounding
 */
export function elboTerms(model: LinearGaussian, x: Vector, q: Gaussian): ElboTerms {
  const logLikelihood = expectedLogLikelihood(model, x, q);
  const kl = klOfGaussians(q, priorOf(model));
  return {
    logLikelihood,
    kl,
    elbo: logLikelihood - kl,
    logEvidence: logEvidence(model, x),
    gap: klOfGaussians(q, posterior(model, x)),
  };
}

/**
 * The logarithm of one importance weight: $\log w = \log p(x \mid z) + \log p(z) - \log q(z)$. Its mean over z ~ q is the ELBO,
 * the logarithm of the mean of w tends to log p(x); where q is the posterior every w is p(x).
 * @param x [d]
 * @param q the Gaussian that z was drawn from
 * @param z [k]
 * @returns in nats
 * @see Burda, Grosse and Salakhutdinov, "Importance weighted autoencoders", ICLR 2016, Eq. 8
 * @example logImportanceWeight(model, x, posterior(model, x), [0.3]) // logEvidence(model, x)
 */
export function logImportanceWeight(model: LinearGaussian, x: Vector, q: Gaussian, z: Vector): number {
  const center = applyMatrix(model.weights, z);
  const error = x.reduce((sum, value, i) => sum + (value - center[i]! - model.offset[i]!) ** 2, 0);
  const likelihood = -(x.length * (LOG_TWO_PI + log(model.noiseVariance)) + error / model.noiseVariance) / 2;
  return likelihood + logNormalDensity(z, priorOf(model)) - logNormalDensity(z, q);
}
