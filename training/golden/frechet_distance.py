"""Golden Fréchet distances: the trace of the root from the eigenvalues of the product C1 C2, which is not symmetric."""

import torch
from golden import write

torch.manual_seed(20171)


def distance(a: torch.Tensor, b: torch.Tensor) -> float:
    one, other = torch.cov(a.T).reshape(a.shape[1], -1), torch.cov(b.T).reshape(a.shape[1], -1)
    roots = torch.linalg.eigvals(one @ other).real.clamp(min=0).sqrt().sum()
    return ((a.mean(0) - b.mean(0)).square().sum() + one.trace() + other.trace() - 2 * roots).item()


def case(n: int, m: int, d: int) -> dict:
    real, fake = torch.randn(n, d) @ torch.randn(d, d), torch.randn(m, d) * 1.5 + torch.randn(d)
    return {"real": real.tolist(), "fake": fake.tolist(), "distance": distance(real, fake)}


write("frechet-distance", {"cases": [case(9, 9, 1), case(12, 15, 3), case(20, 14, 5)]})
