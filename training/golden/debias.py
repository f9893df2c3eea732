"""Golden resampling probabilities: histograms by torch.histc, the product of inverse smoothed shares."""

import torch
from golden import write

torch.manual_seed(20190)


def case(n: int, d: int, bins: int, alpha: float) -> dict:
    codes = torch.randn(n, d) * torch.rand(d) * 3
    factors, shares = [], []
    for column in codes.T:
        low, high = column.min().item(), column.max().item()
        share = torch.histc(column, bins, low, high) / n
        at = ((column - low) / (high - low) * bins).long().clamp(0, bins - 1)
        shares.append(share.tolist())
        factors.append(1 / (share[at] + alpha))
    stacked = torch.stack(factors)
    product, largest = stacked.prod(0), stacked.max(0)[0]
    return {
        "codes": codes.tolist(),
        "options": {"bins": bins, "alpha": alpha},
        "shares": shares,
        "probabilities": (product / product.sum()).tolist(),
        "largestFactor": (largest / largest.sum()).tolist(),
    }


write("debias", {"cases": [case(12, 1, 4, 0.01), case(20, 3, 5, 0.1), case(15, 2, 10, 1e-4)]})
