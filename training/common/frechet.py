r"""Fréchet distance of two clouds of features (Heusel et al. 2017, eq. 6; of Gaussians: Dowson and Landau 1982).

    d^2 = |m_1 - m_2|^2 + tr(S_1) + tr(S_2) - 2 tr((S_1 S_2)^{1/2}),
    tr((S_1 S_2)^{1/2}) = sum of the square roots of the eigenvalues of S_1^{1/2} S_2 S_1^{1/2}.

The features here are those of our own classifier of digits (training/digit_features), never Inception's, so the numbers
compare the models of this course with each other and with nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

import torch


def moments(features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean [d] and covariance [d, d] (divided by n - 1) of features [n, d], in float64. Raises ValueError if n < 2."""
    if len(features) < 2:
        raise ValueError(f"Fréchet distance: expected at least 2 feature vectors, found {len(features)}")
    rows = features.double()
    mean = rows.mean(dim=0)
    away = rows - mean
    return mean, away.T @ away / (len(rows) - 1)


def distance(first: torch.Tensor, second: torch.Tensor) -> float:
    """Squared Fréchet distance of the Gaussians of two clouds [n, d] and [m, d]; 0 where they are equal."""
    (mean, cov), (other_mean, other_cov) = moments(first), moments(second)
    values, vectors = torch.linalg.eigh(cov)
    root = vectors @ torch.diag(values.clamp(min=0).sqrt()) @ vectors.T
    cross = torch.linalg.eigvalsh(root @ other_cov @ root).clamp(min=0).sqrt().sum()
    return float((mean - other_mean).square().sum() + cov.trace() + other_cov.trace() - 2 * cross)


@torch.no_grad()
def gather(extract: Callable[[torch.Tensor], torch.Tensor], images: torch.Tensor, chunk: int = 500) -> torch.Tensor:
    """Features [n, d] of images [n, 1, h, w], some at a time."""
    return torch.cat([extract(images[at : at + chunk]) for at in range(0, len(images), chunk)])
