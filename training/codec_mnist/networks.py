"""Encoder and decoder of one size for every autoencoder of MNIST, so that only the objective differs between them."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import nn

SIDE = 28
PIXELS = SIDE * SIDE
WIDTH = 256


def _layers(sizes: list[int]) -> nn.Sequential:
    """Linear layers with SiLU between them."""
    layers: list[nn.Module] = []
    for before, after in pairwise(sizes):
        layers += [nn.Linear(before, after), nn.SiLU()]
    return nn.Sequential(*layers[:-1])


class CodeEncoder(nn.Module):
    """image [n, 1, 28, 28] in [0, 1] -> code [n, d]."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.net = _layers([PIXELS, WIDTH, WIDTH, code])

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return self.net(image.reshape(-1, PIXELS))


class GaussianEncoder(nn.Module):
    """image [n, 1, 28, 28] in [0, 1] -> mean [n, d], logvar [n, d] of q(z|x)."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code
        self.net = _layers([PIXELS, WIDTH, WIDTH, 2 * code])

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        both = self.net(image.reshape(-1, PIXELS))
        return both[:, : self.code], both[:, self.code :]


class Decoder(nn.Module):
    """z [n, d] -> image [n, 1, 28, 28]: the probability that each pixel is ink."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.net = _layers([code, WIDTH, WIDTH, PIXELS])

    def logits(self, z: torch.Tensor) -> torch.Tensor:
        """[n, 784], before the sigmoid: what the loss is computed from without loss of digits."""
        return self.net(z)

    def forward(self, z: torch.Tensor) -> torch.Tensor:
        return torch.sigmoid(self.logits(z)).reshape(-1, 1, SIDE, SIDE)
