r"""The networks and the objective.

    L = E_q(z|x) log p(x|z) - beta KL(q(z|x) || N(0, I))

Kingma and Welling 2014, eq. 3, for beta = 1; Higgins et al. 2017, eq. 4, for others (a bound on log p(x) only where
beta is at least 1). The likelihood is Bernoulli; grey pixels are the probabilities of ink, and the encoder is shown
another random black-and-white version of the picture: see training/vae_digits/model.py for why.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from training.codec_mnist.networks import PIXELS, Decoder, GaussianEncoder
from training.common.bounds import kl_terms

CODES = (2, 16)
BETAS = (0.25, 1.0, 4.0, 16.0)


class Vae(nn.Module):
    def __init__(self, code: int) -> None:
        super().__init__()
        self.encoder = GaussianEncoder(code)
        self.decoder = Decoder(code)

    def forward(
        self, image: torch.Tensor, shown: torch.Tensor, noise: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """log p(x|z) of one sample of z [n] and KL of each latent number [n, d], in nats.

        image [n, 1, 28, 28] is grey, in [0, 1]; `shown` of the same shape is what the encoder sees of it; noise [n, d]
        is standard normal.
        """
        mean, logvar = self.encoder(shown)
        z = mean + torch.exp(0.5 * logvar) * noise
        target = image.reshape(-1, PIXELS)
        loglik = -F.binary_cross_entropy_with_logits(self.decoder.logits(z), target, reduction="none").sum(dim=1)
        return loglik, kl_terms(mean, logvar)


def model_id(code: int, beta: float) -> str:
    """"vae-mnist-2d-beta-0-25"."""
    return f"vae-mnist-{code}d-beta-{beta:g}".replace(".", "-")
