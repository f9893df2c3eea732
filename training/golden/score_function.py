"""Golden estimates of a gradient: both estimators by automatic differentiation, their variances by Gauss-Hermite quadrature."""

import numpy
import torch
from golden import tensor, write
from torch.distributions import Normal

torch.manual_seed(19920)
MEAN, DEVIATION, BASELINE = 0.6, 0.8, 1.7
noise = torch.randn(12)


def f(z: torch.Tensor) -> torch.Tensor:
    return z.sin() + z.square() / 2


def samples(baseline: float) -> tuple:
    """Each sample's gradients by mean and deviation: pathwise, and by the score."""
    mean, deviation = (torch.full((12,), v, requires_grad=True) for v in (MEAN, DEVIATION))
    z = mean + deviation * noise
    path = torch.autograd.grad(f(z).sum(), [mean, deviation], retain_graph=True)
    fixed = z.detach()
    score = (f(fixed) - baseline) * Normal(mean, deviation).log_prob(fixed)
    return path, torch.autograd.grad(score.sum(), [mean, deviation])


def moments(estimate) -> dict:
    """Mean and variance of a function of a standard normal, by quadrature with 80 nodes."""
    nodes, weights = numpy.polynomial.hermite_e.hermegauss(80)
    at, w = torch.tensor(nodes), torch.tensor(weights / weights.sum())
    values = estimate(at)
    mean = (w * values).sum()
    return {"mean": mean.item(), "variance": (w * (values - mean).square()).sum().item()}


def quadratic(offset: float, deviation: float, baseline: float) -> dict:
    values = moments(lambda e: ((offset + deviation * e).square() - baseline) * e / deviation)
    return {"offset": offset, "deviation": deviation, "baseline": baseline, **values}


path, _ = samples(0)
write(
    "score-function",
    {
        "mean": MEAN,
        "deviation": DEVIATION,
        "baseline": BASELINE,
        "noise": tensor(noise),
        "pathwise": [tensor(each) for each in path],
        "scoreFunction": [tensor(each) for each in samples(0)[1]],
        "withBaseline": [tensor(each) for each in samples(BASELINE)[1]],
        "quadratic": [quadratic(1.0, 1.0, 0.0), quadratic(-0.7, 0.4, 0.5), quadratic(2.5, 1.3, 3.0)],
    },
)
