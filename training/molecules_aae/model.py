r"""Networks and objective of an adversarial autoencoder of molecule strings: Makhzani et al. 2015 on the codes, a recurrent decoder.

A string is a row of one-hot tokens with a stop after the last, LENGTH places in all. The encoder (a perceptron) maps it to a code
z [CODE]; the decoder, a gated recurrent unit that sees z at every step, gives the log-odds of the next token; a critic tells codes
from draws of N(0, I):

    reconstruction    - E sum_t log p(x_t | x_<t, z)            nats per string, teacher forcing
    critic            - E_prior log D(z) - E_x log(1 - D(f(x)))
    encoder           - E_x log D(f(x))                         (non-saturating)

So that the decoder needs the code, a share DROP of the tokens that it is fed is hidden from it (Bowman et al. 2016, section 3.1.1).
The encoder's codes get noise of deviation NOISE in training, without which near codes decode unlike.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from training.aae_mnist.model import Critic, adversarial

CODE, HIDDEN, WIDTH = 32, 256, 512
ADVERSARIAL, DROP, NOISE = 5.0, 0.25, 0.2


class Encoder(nn.Module):
    """tokens [n, length, kinds] one-hot -> z [n, 32]."""

    def __init__(self, length: int, kinds: int) -> None:
        super().__init__()
        self.net = nn.Sequential(nn.Linear(length * kinds, WIDTH), nn.SiLU(), nn.Linear(WIDTH, WIDTH), nn.SiLU(), nn.Linear(WIDTH, CODE))

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        return self.net(tokens.flatten(1))


class Decoder(nn.Module):
    """One step: token [n, kinds] (one-hot; zeros before the first), hidden [n, 256] (zeros before the first), z [n, 32] -> logits
    [n, kinds] of the next token, hidden. The gates are written out: a recurrent operator would fix the length of the graph."""

    def __init__(self, kinds: int) -> None:
        super().__init__()
        self.inner = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.outer = nn.Linear(kinds + CODE, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, kinds)

    def forward(self, token: torch.Tensor, hidden: torch.Tensor, z: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        inner, outer = self.inner(hidden), self.outer(torch.cat([token, z], dim=1))
        reset, update = torch.sigmoid(inner[:, : 2 * HIDDEN] + outer[:, : 2 * HIDDEN]).chunk(2, dim=1)
        fresh = torch.tanh(outer[:, 2 * HIDDEN :] + reset * inner[:, 2 * HIDDEN :])
        hidden = (1 - update) * fresh + update * hidden
        return self.out(hidden), hidden

    def along(self, tokens: torch.Tensor, z: torch.Tensor) -> torch.Tensor:
        """Log-odds [n, length, kinds] of each token from those before it: tokens [n, length, kinds] as they are fed, shifted by one."""
        hidden = z.new_zeros(len(z), HIDDEN)
        said = []
        for at in range(tokens.shape[1]):
            logits, hidden = self(tokens[:, at], hidden, z)
            said.append(logits)
        return torch.stack(said, dim=1)

    @torch.no_grad()
    def write(self, z: torch.Tensor, length: int, draws: torch.Generator | None = None) -> torch.Tensor:
        """Token indices [n, length]: the likeliest at each place, or drawn where `draws` is given."""
        token, hidden = z.new_zeros(len(z), self.out.out_features), z.new_zeros(len(z), HIDDEN)
        written = []
        for _ in range(length):
            logits, hidden = self(token, hidden, z)
            if draws is None:
                chosen = logits.argmax(dim=1)
            else:
                chosen = torch.multinomial(logits.softmax(dim=1), 1, generator=draws)[:, 0]
            written.append(chosen)
            token = F.one_hot(chosen, logits.shape[1]).float()
        return torch.stack(written, dim=1)


class MoleculesAae(nn.Module):
    """All three networks; forward gives the terms of the loss."""

    def __init__(self, length: int, kinds: int) -> None:
        super().__init__()
        self.encoder, self.decoder, self.critic = Encoder(length, kinds), Decoder(kinds), Critic(CODE)

    def forward(self, tokens: torch.Tensor, prior: torch.Tensor, noise: torch.Tensor, kept: torch.Tensor) -> dict[str, torch.Tensor]:
        """tokens [n, length, kinds]; prior and noise [n, 32] from N(0, I); kept [n, length], 1 where the decoder sees the token."""
        z = self.encoder(tokens)
        fed = F.pad(tokens * kept[:, :, None], (0, 0, 1, 0))[:, :-1]
        logits = self.decoder.along(fed, z + NOISE * noise)
        target = tokens.argmax(dim=2)
        # After the stop every further token is a stop too: learned at once, and it counts nothing.
        counts = tokens.cumsum(dim=1)[:, :, 0] <= 1
        rows = F.cross_entropy(logits.transpose(1, 2), target, reduction="none") * counts
        terms = {"reconstruction": rows.sum(dim=1).mean()}
        terms["critic"], terms["style"] = adversarial(self.critic, z, prior)
        return {"loss": terms["reconstruction"] + terms["critic"] + ADVERSARIAL * terms["style"], **terms}
