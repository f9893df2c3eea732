"""Golden principal components, by the singular values of the centred points (torch.linalg.svd)."""

import torch
from golden import write

torch.manual_seed(19010)


def case(n: int, d: int) -> dict:
    points = torch.randn(n, d) @ torch.randn(d, d) + torch.randn(d)
    centred = points - points.mean(0)
    _, singular, directions = torch.linalg.svd(centred, full_matrices=False)
    at = directions.abs().argmax(1, keepdim=True)
    directions = directions * directions.gather(1, at).sign()
    variances = singular.square() / n
    codes = centred @ directions[:2].T
    return {
        "points": points.tolist(),
        "covariance": torch.cov(points.T, correction=1).reshape(d, d).tolist(),
        "directions": directions.tolist(),
        "variances": variances.tolist(),
        "shares": (variances / variances.sum()).tolist(),
        "codes": codes.tolist(),
        "reconstructed": (codes @ directions[:2] + points.mean(0)).tolist(),
    }


write("pca", {"cases": [case(8, 2), case(12, 4)]})
