"""Golden results of small dense matrices, from torch.linalg."""

import torch
from golden import write

torch.manual_seed(20130)


def orient(vectors: torch.Tensor) -> torch.Tensor:
    """Each row's entry of largest size is positive."""
    at = vectors.abs().argmax(1, keepdim=True)
    return vectors * vectors.gather(1, at).sign()


def record(n: int) -> dict:
    factor = torch.randn(n, n + 1)
    a = factor @ factor.T
    b = torch.randn(n)
    values, vectors = torch.linalg.eigh(a)
    root = vectors @ torch.diag(values.sqrt()) @ vectors.T
    return {
        "a": a.tolist(),
        "b": b.tolist(),
        "cholesky": torch.linalg.cholesky(a).tolist(),
        "solved": torch.linalg.solve(a, b).tolist(),
        "inverse": torch.linalg.inv(a).tolist(),
        "logDeterminant": torch.logdet(a).item(),
        "values": values.flip(0).tolist(),
        "vectors": orient(vectors.T.flip(0)).tolist(),
        "root": root.tolist(),
    }


write("linear-algebra", {"cases": [record(n) for n in (1, 2, 5)]})
