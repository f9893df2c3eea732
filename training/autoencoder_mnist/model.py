r"""The networks and the objective.

    L = sum_i x_i log f_i(g(c)) + (1 - x_i) log(1 - f_i(g(c)))        with c = x (plain) or c ~ C(c|x) (denoising)

the cross-entropy of a picture x in [0, 1] and its reconstruction: Hinton and Salakhutdinov 2006; denoising: Vincent et
al. 2008, eq. 4. Networks as in training/vae_mnist, so that an autoencoder and a VAE differ in their objective alone.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from training.codec_mnist.networks import PIXELS, CodeEncoder, Decoder

CODES = (2, 16)
# The strongest noise in training; every picture draws its own strength below it.
MOST_GAUSSIAN, MOST_MASKED = 0.8, 0.6


class Autoencoder(nn.Module):
    def __init__(self, code: int) -> None:
        super().__init__()
        self.encoder = CodeEncoder(code)
        self.decoder = Decoder(code)

    def forward(self, image: torch.Tensor, shown: torch.Tensor) -> torch.Tensor:
        """Minus the cross-entropy of each picture [n], in nats; image and shown [n, 1, 28, 28] in [0, 1]."""
        logits = self.decoder.logits(self.encoder(shown))
        return -F.binary_cross_entropy_with_logits(logits, image.reshape(-1, PIXELS), reduction="none").sum(dim=1)


def add_gaussian(image: torch.Tensor, strength: torch.Tensor | float, draws: torch.Generator) -> torch.Tensor:
    """image + strength * N(0, 1) held in [0, 1]."""
    return (image + strength * torch.randn(image.shape, generator=draws)).clamp(0, 1)


def mask(image: torch.Tensor, share: torch.Tensor | float, draws: torch.Generator) -> torch.Tensor:
    """Each pixel is set to 0 with probability `share`: the noise of Vincent et al. 2008."""
    return image * (torch.rand(image.shape, generator=draws) >= share)


def corrupt(image: torch.Tensor, draws: torch.Generator) -> torch.Tensor:
    """Gaussian noise or masking, by a fair coin, of a strength drawn for each picture; [n, 1, 28, 28] on the CPU."""
    each = (len(image), 1, 1, 1)
    coin = torch.rand(each, generator=draws) < 0.5
    strength = torch.rand(each, generator=draws)
    noisy = add_gaussian(image, MOST_GAUSSIAN * strength, draws)
    return torch.where(coin, noisy, mask(image, MOST_MASKED * strength, draws))


def model_id(code: int, denoise: bool) -> str:
    """"autoencoder-mnist-2d" or "denoiser-mnist-16d"."""
    return f"{'denoiser' if denoise else 'autoencoder'}-mnist-{code}d"
