r"""The networks and the objective.

    p(z) = N(0, I) in two dimensions,   p(x|z) = prod_i Bernoulli(x_i; f_i(z)),   q(z|x) = N(mu(x), diag s(x)^2)

Kingma and Welling 2014, "Auto-Encoding Variational Bayes", eq. 3 (the bound) and appendix B (its KL term).

The pixels are grey, g in [0, 1]; the model is of black-and-white images b with b_i ~ Bernoulli(g_i). The objective
below is the average over all such b of the bound on log p(b), the encoder being shown g:

    E_b log p(b)  >=  E_q(z|g) sum_i [ g_i log f_i(z) + (1 - g_i) log(1 - f_i(z)) ]  -  KL(q(z|g) || p(z))

for any q whatever, so it is a true bound, and its unit is nats per binary image.

In training the encoder is shown another random b instead of g: that too is a bound, and it keeps the encoder from
learning the training images by heart (measured over 80 epochs: the test bound is better by about 3 nats).
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from training.common.bounds import gaussian_kl

SIDE = 28
PIXELS = SIDE * SIDE
CODE = 2


class Encoder(nn.Module):
    """image [n, 1, 28, 28] in [0, 1] -> mean [n, 2], logvar [n, 2] of q(z|x)."""

    def __init__(self) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(PIXELS, 256), nn.SiLU(), nn.Linear(256, 256), nn.SiLU(), nn.Linear(256, 2 * CODE)
        )

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        both = self.net(image.reshape(-1, PIXELS))
        return both[:, :CODE], both[:, CODE:]


class Decoder(nn.Module):
    """z [n, 2] -> image [n, 1, 28, 28]: the probability that each pixel is ink."""

    def __init__(self) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(CODE, 128), nn.SiLU(),
            nn.Linear(128, 160), nn.SiLU(),
            nn.Linear(160, 240), nn.SiLU(),
            nn.Linear(240, PIXELS),
        )  # fmt: skip

    def logits(self, z: torch.Tensor) -> torch.Tensor:
        """[n, 784], before the sigmoid: what the loss is computed from without loss of digits."""
        return self.net(z)

    def forward(self, z: torch.Tensor) -> torch.Tensor:
        return torch.sigmoid(self.logits(z)).reshape(-1, 1, SIDE, SIDE)


class Vae(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.decoder = Decoder()

    def forward(
        self, image: torch.Tensor, shown: torch.Tensor, noise: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """log-likelihood of the reconstruction [n] and KL [n], in nats.

        image [n, 1, 28, 28] is grey, in [0, 1]; `shown` of the same shape is what the encoder sees of it; noise [n, 2]
        is standard normal.
        """
        mean, logvar = self.encoder(shown)
        z = mean + torch.exp(0.5 * logvar) * noise
        target = image.reshape(-1, PIXELS)
        loglik = -F.binary_cross_entropy_with_logits(self.decoder.logits(z), target, reduction="none").sum(dim=1)
        return loglik, gaussian_kl(mean, logvar)
