"""Golden estimates of p(x) from recorded samples, and exact needs of plain Monte Carlo by Gauss-Hermite quadrature."""

import math

import numpy
import torch
from golden import tensor, write
from torch.distributions import MultivariateNormal as Normal

torch.manual_seed(19940)
nodes, weights = numpy.polynomial.hermite_e.hermegauss(120)
nodes, weights = torch.tensor(nodes), torch.tensor(weights / weights.sum())


def weighing(scale: float) -> dict:
    logs = torch.randn(9) * scale - 700
    w = (logs - logs.max()).exp()
    share = w / w.sum()
    return {
        "logWeights": tensor(logs),
        "logEstimate": (torch.logsumexp(logs, 0) - math.log(9)).item(),
        "effectiveSampleSize": (1 / share.square().sum()).item(),
    }


def need(weight: list, offset: list, variance: float, x: list, error: float) -> dict:
    """Second moment of p(x|z) over a one-dimensional prior, by quadrature."""
    w, b, at = torch.tensor(weight), torch.tensor(offset), torch.tensor(x)
    likelihood = Normal(nodes[:, None] * w + b, variance * torch.eye(len(x))).log_prob(at).exp()
    first, second = (weights * likelihood).sum(), (weights * likelihood.square()).sum()
    return {
        "model": {"weights": [[each] for each in weight], "offset": offset, "noiseVariance": variance},
        "x": x,
        "relativeError": error,
        "logEvidence": first.log().item(),
        "logSamples": ((second / first.square() - 1) / error**2).log().item(),
    }


write(
    "marginal-likelihood",
    {
        "weighings": [weighing(0.1), weighing(2.0), weighing(30.0)],
        "needs": [
            need([1.0], [0.0], 1.0, [0.5], 0.1),
            need([0.8, -1.2], [0.1, 0.4], 0.9, [1.0, -2.0], 0.05),
            need([1.5, 0.2, 0.6], [0.0, 0.0, 1.0], 2.0, [1.0, 1.0, 0.0], 0.5),
        ],
    },
)
