r"""The networks and the objective: Makhzani, Shlens, Jaitly, Goodfellow, Frey 2016, "Adversarial Autoencoders".

An encoder gives a style z and (semi-supervised) a guess y of the digit; the decoder sees both. Critics D_z and D_y hold
the aggregated codes to N(0, I) and to the uniform distribution of one-hot digits:

    reconstruction    - E sum_i x_i log f_i(y, z) + (1 - x_i) log(1 - f_i(y, z))
    critics           - E_prior log D(c) - E_x log(1 - D(c(x)))
    regularisation    - E_x log D(c(x))                                     (non-saturating, the encoder's)
    classification    - E log y_label(x), over the few pictures whose label is used

Conditional (section 4): the decoder gets the true label, and there is no guess. Semi-supervised (section 5): it gets the
guess.

What the paper's D_z cannot see: that z goes with y. It holds the styles of all digits together to N(0, I), and each digit may
still keep a region of its own, from which alone the decoder learns to draw it. So here D_z sees the pair, (z, y) of a picture
against a draw of N(0, I) beside an independent, uniform digit (the label before the discriminator, section 2.3, with one
prior for all classes): at its optimum z is N(0, I) *and* independent of y. `pair` False gives the paper's. The paper takes the phases in turn, each with an optimizer; here one step does all of them at once: the critics'
loss sees detached codes, the encoder's loss sees critics with detached weights.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from training.codec_mnist.networks import PIXELS, SIDE, WIDTH

STYLE, DIGITS = 8, 10
# Of the adversarial and the classification terms beside the reconstruction in nats per picture.
ADVERSARIAL, CLASSIFY = 10.0, 10.0


class Encoder(nn.Module):
    """image [n, 1, 28, 28] in [0, 1] -> style [n, 8], logits [n, 10] of the digit."""

    def __init__(self) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(PIXELS, WIDTH), nn.SiLU(), nn.Linear(WIDTH, WIDTH), nn.SiLU(), nn.Linear(WIDTH, STYLE + DIGITS)
        )

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        both = self.net(image.reshape(-1, PIXELS))
        return both[:, :STYLE], both[:, STYLE:]


class Decoder(nn.Module):
    """z [n, 8], digit [n, 10] (one-hot, or shares that sum to 1) -> image [n, 1, 28, 28]: probabilities of ink."""

    def __init__(self) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(STYLE + DIGITS, WIDTH), nn.SiLU(), nn.Linear(WIDTH, WIDTH), nn.SiLU(), nn.Linear(WIDTH, PIXELS)
        )

    def logits(self, z: torch.Tensor, digit: torch.Tensor) -> torch.Tensor:
        return self.net(torch.cat([z, digit], dim=1))

    def forward(self, z: torch.Tensor, digit: torch.Tensor) -> torch.Tensor:
        return torch.sigmoid(self.logits(z, digit)).reshape(-1, 1, SIDE, SIDE)


class Critic(nn.Module):
    """code [n, d] -> log-odds [n] that it is from the prior. `held`: gradients reach the code and not the weights."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(code, 128), nn.Linear(128, 128), nn.Linear(128, 1)])

    def forward(self, code: torch.Tensor, held: bool = False) -> torch.Tensor:
        for at, layer in enumerate(self.layers):
            weight, bias = (layer.weight.detach(), layer.bias.detach()) if held else (layer.weight, layer.bias)
            code = F.linear(code if at == 0 else F.leaky_relu(code, 0.2), weight, bias)
        return code[:, 0]


def adversarial(critic: Critic, code: torch.Tensor, prior: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The critic's loss and the encoder's, in nats; both are log 2 (times 2 the critic's) where it cannot tell."""
    judge = F.softplus(-critic(prior)).mean() + F.softplus(critic(code.detach())).mean()
    return judge, F.softplus(-critic(code, held=True)).mean()


class Aae(nn.Module):
    """`guess` False: conditional on given labels; True: semi-supervised. `pair`: the style's critic sees the digit too."""

    def __init__(self, guess: bool, pair: bool = True) -> None:
        super().__init__()
        self.guess, self.pair = guess, pair
        self.encoder, self.decoder = Encoder(), Decoder()
        self.critic = Critic(STYLE + DIGITS if pair else STYLE)
        self.digit_critic = Critic(DIGITS) if guess else None

    def beside(self, z: torch.Tensor, digit: torch.Tensor) -> torch.Tensor:
        """What the style's critic sees. The digit comes as one-hot and without a gradient: the style is to fit, not the guess."""
        return torch.cat([z, F.one_hot(digit.argmax(dim=1), DIGITS).float()], dim=1) if self.pair else z

    def forward(
        self, image: torch.Tensor, label: torch.Tensor, prior: torch.Tensor, digit_prior: torch.Tensor,
        few: torch.Tensor, few_labels: torch.Tensor,
    ) -> dict[str, torch.Tensor]:  # fmt: skip
        """Means of the terms over the batch, `loss` their weighted sum.

        image [n, 1, 28, 28], label [n] (used by the conditional model alone), prior [n, 8] from N(0, I), digit_prior
        [n, 10] one-hot; few [m, 1, 28, 28] and few_labels [m] (used by the semi-supervised model alone).
        """
        z, logits = self.encoder(image)
        digit = logits.softmax(dim=1) if self.guess else F.one_hot(label, DIGITS).float()
        target = image.reshape(-1, PIXELS)
        rows = F.binary_cross_entropy_with_logits(self.decoder.logits(z, digit), target, reduction="none")
        terms = {"reconstruction": rows.sum(dim=1).mean()}
        terms["critic"], terms["style"] = adversarial(self.critic, self.beside(z, digit), self.beside(prior, digit_prior))
        loss = terms["reconstruction"] + terms["critic"] + ADVERSARIAL * terms["style"]
        if self.digit_critic is not None:
            terms["digit_critic"], terms["digit"] = adversarial(self.digit_critic, digit, digit_prior)
            terms["classify"] = F.cross_entropy(self.encoder(few)[1], few_labels)
            loss = loss + terms["digit_critic"] + ADVERSARIAL * terms["digit"] + CLASSIFY * terms["classify"]
        else:
            # Keeps the unused logits in the graph: every process must have a gradient for every weight.
            loss = loss + 0 * logits.sum()
        return {"loss": loss, **terms}


def model_id(labels: int) -> str:
    """"aae-mnist-conditional" where every label is used, else "aae-mnist-semi-1000"."""
    return "aae-mnist-conditional" if labels == ALL_LABELS else f"aae-mnist-semi-{labels}"


ALL_LABELS = 60_000
