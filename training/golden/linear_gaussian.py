"""Golden densities, posteriors and bounds of a linear Gaussian model, from torch.distributions on the joint of (z, x)."""

import torch
from golden import write
from torch.distributions import MultivariateNormal as Normal
from torch.distributions import kl_divergence

torch.manual_seed(19990)
D, K, VARIANCE = 3, 2, 0.4
weights, offset, x = torch.randn(D, K), torch.randn(D), torch.randn(D) * 2
# Columns that are not orthogonal, so that the posterior's coordinates depend on each other.
weights[:, 1] += 0.8 * weights[:, 0]
noise = VARIANCE * torch.eye(D)
# The joint covariance of (z, x), and the posterior by conditioning it: not the formula of the code.
both = torch.cat([torch.cat([torch.eye(K), weights.T], 1), torch.cat([weights, weights @ weights.T + noise], 1)])
gain = both[:K, K:] @ torch.linalg.inv(both[K:, K:])
exact = Normal(gain @ (x - offset), both[:K, :K] - gain @ both[K:, :K])
marginal = Normal(offset, both[K:, K:])
prior = Normal(torch.zeros(K), torch.eye(K))


def best_diagonal() -> Normal:
    """By Newton's method on the ELBO in log-variances: again not the formula of the code."""
    v = torch.zeros(K, requires_grad=True)

    def bound(at: torch.Tensor) -> torch.Tensor:
        return elbo(Normal(exact.mean, torch.diag(at.exp())))

    for _ in range(60):
        (slope,) = torch.autograd.grad(bound(v), v)
        v = (v - torch.linalg.solve(torch.autograd.functional.hessian(bound, v), slope)).detach().requires_grad_()
    return Normal(exact.mean, torch.diag(v.detach().exp()))


def log_likelihood(q: Normal) -> torch.Tensor:
    """E_q log p(x|z) from the mean and covariance of x - Wz - b under q."""
    rest = x - offset - weights @ q.mean
    spread = torch.trace(weights @ q.covariance_matrix @ weights.T)
    return Normal(torch.zeros(D), noise).log_prob(rest) - spread / (2 * VARIANCE)


def elbo(q: Normal) -> torch.Tensor:
    return log_likelihood(q) - kl_divergence(q, prior)


def gaussian(q: Normal) -> dict:
    return {"mean": q.mean.tolist(), "covariance": q.covariance_matrix.tolist()}


def terms(q: Normal) -> dict:
    return {
        "q": gaussian(q),
        "logLikelihood": log_likelihood(q).item(),
        "kl": kl_divergence(q, prior).item(),
        "elbo": elbo(q).item(),
        "gap": kl_divergence(q, exact).item(),
    }


factor = torch.randn(K, K)
some = Normal(torch.randn(K), factor @ factor.T + 0.1 * torch.eye(K))
z = torch.randn(K)
weight = Normal(weights @ z + offset, noise).log_prob(x) + prior.log_prob(z) - some.log_prob(z)
write(
    "linear-gaussian",
    {
        "model": {"weights": weights.tolist(), "offset": offset.tolist(), "noiseVariance": VARIANCE},
        "x": x.tolist(),
        "logEvidence": marginal.log_prob(x).item(),
        "posterior": gaussian(exact),
        "bestDiagonal": gaussian(best_diagonal()),
        "terms": [terms(some), terms(best_diagonal())],
        "z": z.tolist(),
        "logImportanceWeight": weight.item(),
    },
)
