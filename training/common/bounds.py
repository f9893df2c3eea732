r"""Likelihoods, divergences and bounds of autoencoders, in nats.

    log p(x)  >=  E_q(z|x)[log p(x|z)] - KL(q(z|x) || p(z))                                 (Kingma and Welling 2014, eq. 3)
    log p(x)  >=  E log 1/K sum_k p(x|z_k) p(z_k) / q(z_k|x),   z_k ~ q(z|x)                (Burda et al. 2016, eq. 8)
"""

from __future__ import annotations

import math

import torch


def kl_terms(mean: torch.Tensor, logvar: torch.Tensor) -> torch.Tensor:
    """KL(N(mean, e^logvar) || N(0, 1)) of each latent number, [n, d] -> [n, d]."""
    return 0.5 * (mean.square() + logvar.exp() - logvar - 1)


def gaussian_kl(mean: torch.Tensor, logvar: torch.Tensor) -> torch.Tensor:
    """KL(N(mean, e^logvar) || N(0, I)), [n, d] -> [n]."""
    return 0.5 * (mean.square() + logvar.exp() - logvar - 1).sum(dim=1)


def log_bernoulli(target: torch.Tensor, probability: torch.Tensor) -> torch.Tensor:
    """sum_i t_i log p_i + (1 - t_i) log(1 - p_i): target [n, pixels], probability [n * k, ...] -> [n, k].

    Probabilities are held within [1e-6, 1 - 1e-6].
    """
    held = probability.reshape(len(target), -1, target.shape[1]).clamp(1e-6, 1 - 1e-6)
    off = torch.log1p(-held)
    odds = held.log() - off
    return torch.einsum("nkp,np->nk", odds, target) + off.sum(dim=2)


def importance_bound(loglik: torch.Tensor, noise: torch.Tensor, z: torch.Tensor, logvar: torch.Tensor) -> torch.Tensor:
    """The importance-weighted bound [n]: loglik [n, k], noise and z = mean + e^{logvar/2} noise [n, k, d], logvar [n, d]."""
    # log p(z) - log q(z|x): the factors (2 pi)^{-d/2} cancel.
    log_ratio = 0.5 * (noise.square() - z.square()).sum(dim=2) + 0.5 * logvar.sum(dim=1, keepdim=True)
    return torch.logsumexp(loglik + log_ratio, dim=1) - math.log(loglik.shape[1])
