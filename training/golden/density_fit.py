"""Golden divergences and fits of mixtures of normals: torch.distributions on a fine grid, minima by L-BFGS on autograd."""

import torch
from golden import write
from torch.distributions import Categorical, MixtureSameFamily, MultivariateNormal, Normal

MIXTURES = {
    "two far": ([0.5, 0.5], [-3.0, 3.0], [0.8, 0.6]),
    "three": ([0.2, 0.5, 0.3], [-2.0, 0.5, 4.0], [0.5, 1.0, 0.7]),
    "skew": ([0.7, 0.3], [0.0, 1.5], [1.0, 0.4]),
}
NORMALS = [(0.0, 1.0), (2.5, 0.7), (-1.0, 3.0)]
GRID = torch.linspace(-40, 40, 160001)


def mixture(weights: list, means: list, deviations: list) -> MixtureSameFamily:
    parts = Normal(torch.tensor(means), torch.tensor(deviations))
    return MixtureSameFamily(Categorical(torch.tensor(weights)), parts)


def kl(p, q) -> torch.Tensor:
    at, other = p.log_prob(GRID), q.log_prob(GRID)
    return torch.trapezoid(torch.where(at > -700, at.exp() * (at - other), torch.zeros_like(at)), GRID)


def minimise(loss, start: list) -> torch.Tensor:
    """L-BFGS in (mean, log deviation) until it stands still."""
    at = torch.tensor(start, requires_grad=True)
    search = {"line_search_fn": "strong_wolfe", "max_iter": 200, "tolerance_grad": 1e-12, "tolerance_change": 1e-16}
    optimizer = torch.optim.LBFGS([at], **search)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        value = loss(at)
        value.backward()
        return value

    optimizer.step(closure)
    return at.detach()


NOISE = torch.linspace(-9, 9, 3601)
STANDARD = Normal(torch.tensor(0.0), torch.tensor(1.0))


def reverse(p, at: torch.Tensor) -> torch.Tensor:
    """KL(q || p) by quadrature over the noise."""
    x = at[0] + at[1].exp() * NOISE
    q = Normal(at[0], at[1].exp())
    return torch.trapezoid(STANDARD.log_prob(NOISE).exp() * (q.log_prob(x) - p.log_prob(x)), NOISE)


def record(weights: list, means: list, deviations: list) -> dict:
    p = mixture(weights, means, deviations)
    fits = []
    for mean, deviation in zip(means, deviations):
        start = [mean, torch.tensor(deviation).log().item()]
        at = minimise(lambda v: reverse(p, v), start)
        # Rounded: a minimum is known to half the digits of its value.
        fits.append({"mean": round(at[0].item(), 6), "deviation": round(at[1].exp().item(), 6), "kl": reverse(p, at).item()})
    return {
        "parts": [{"weight": w, "mean": m, "deviation": s} for w, m, s in zip(weights, means, deviations)],
        "normals": [
            {"mean": m, "deviation": s, "forward": kl(p, q).item(), "reverse": kl(q, p).item()}
            for m, s in NORMALS
            for q in [Normal(torch.tensor(m), torch.tensor(s))]
        ],
        "forward": {"mean": p.mean.item(), "deviation": p.variance.sqrt().item()},
        "reverse": fits,
    }


def plane() -> dict:
    """Two parts in the plane, a normal between them, both divergences on a fine grid."""
    means = torch.tensor([[-1.5, 0.0], [1.5, 1.0]])
    covariances = torch.tensor([[[0.6, 0.2], [0.2, 0.5]], [[0.5, -0.3], [-0.3, 0.9]]])
    p = MixtureSameFamily(Categorical(torch.tensor([0.6, 0.4])), MultivariateNormal(means, covariances))
    mean, covariance = torch.tensor([0.2, 0.3]), torch.tensor([[1.2, 0.4], [0.4, 0.8]])
    q = MultivariateNormal(mean, covariance)
    side = torch.linspace(-12, 12, 601)
    grid = torch.stack(torch.meshgrid(side, side, indexing="ij"), -1)
    a, b = p.log_prob(grid), q.log_prob(grid)
    cell = (side[1] - side[0]) ** 2
    return {
        "weights": [0.6, 0.4],
        "means": means.tolist(),
        "covariances": covariances.tolist(),
        "mean": mean.tolist(),
        "covariance": covariance.tolist(),
        "forward": ((a.exp() * (a - b)).sum() * cell).item(),
        "reverse": ((b.exp() * (b - a)).sum() * cell).item(),
    }


write("density-fit", {"line": [record(*each) for each in MIXTURES.values()], "plane": plane()})
