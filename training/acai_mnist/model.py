r"""The networks and the objective: Berthelot, Raffel, Roy, Goodfellow 2019, "Understanding and improving interpolation in
autoencoders via an adversarial regularizer".

    z_a = a z_1 + (1 - a) z_2,   a ~ U[0, 1/2],   x_a = g(z_a)
    critic         (d(x_a) - a)^2 + d(gamma x + (1 - gamma) g(f(x)))^2
    autoencoder    reconstruction(x) + weight * d(x_a)^2

The paper's reconstruction is a squared error; here it is the cross-entropy of the other autoencoders of digits, in nats a
picture, so that these differ in the last term alone. The weight is therefore our own, chosen by the Fréchet distance of
decoded midpoints. One step does both at once: the critic's loss sees pictures without their gradient, the autoencoder's a
critic with its weights held.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from training.codec_mnist.networks import PIXELS, WIDTH, CodeEncoder, Decoder

CODE = 16
GAMMA = 0.2
WEIGHT = 200.0
MODEL_ID = f"acai-mnist-{CODE}d"


class Critic(nn.Module):
    """picture [n, 784] -> guess of a [n]. `held`: gradients reach the picture and not the weights."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(PIXELS, WIDTH), nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 1)])

    def forward(self, picture: torch.Tensor, held: bool = False) -> torch.Tensor:
        for at, layer in enumerate(self.layers):
            weight, bias = (layer.weight.detach(), layer.bias.detach()) if held else (layer.weight, layer.bias)
            picture = F.linear(picture if at == 0 else F.leaky_relu(picture, 0.2), weight, bias)
        return picture[:, 0]


class Acai(nn.Module):
    def __init__(self, weight: float = WEIGHT) -> None:
        super().__init__()
        self.weight = weight
        self.encoder, self.decoder, self.critic = CodeEncoder(CODE), Decoder(CODE), Critic()

    def forward(self, image: torch.Tensor, share: torch.Tensor) -> dict[str, torch.Tensor]:
        """Terms over images [n, 1, 28, 28] in [0, 1] and a [n, 1] in [0, 1/2]; a picture's partner is the next one of the batch."""
        flat = image.reshape(-1, PIXELS)
        z = self.encoder(image)
        logits = self.decoder.logits(z)
        between = torch.sigmoid(self.decoder.logits(share * z.roll(1, dims=0) + (1 - share) * z))
        near = GAMMA * flat + (1 - GAMMA) * torch.sigmoid(logits)
        critic = (self.critic(between.detach()) - share[:, 0]).square().mean() + self.critic(near.detach()).square().mean()
        reconstruction = F.binary_cross_entropy_with_logits(logits, flat, reduction="none").sum(dim=1).mean()
        fooled = self.critic(between, held=True).square().mean()
        loss = reconstruction + self.weight * fooled + critic
        return {"loss": loss, "reconstruction": -reconstruction, "critic": critic, "fooled": fooled}
