"""Golden loss, gradients and three Adam steps of a small VAE of multi-layer perceptrons: torch.nn, torch.distributions."""

import torch
from golden import tensor, write
from torch import nn
from torch.distributions import Normal, kl_divergence
from torch.nn.functional import binary_cross_entropy_with_logits as bce

torch.manual_seed(20132)
PIXELS, HIDDEN, CODE, BATCH, STEPS, RATE = 6, 5, 2, 4, 3, 0.01
BETA, LAMBDA = 0.7, 0.028


def net(*units: int) -> nn.Sequential:
    layers = []
    for inputs, outputs in zip(units, units[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


encoder, decoder = net(PIXELS, HIDDEN, HIDDEN, 2 * CODE), net(CODE, HIDDEN, HIDDEN, PIXELS)
parameters = [*encoder.parameters(), *decoder.parameters()]
batches = torch.rand(STEPS, BATCH, PIXELS)
noise = torch.randn(STEPS, BATCH, CODE)


def weights() -> list:
    # A weight is [outputs, inputs] here and [inputs, outputs] there.
    return [tensor(p.T if p.dim() == 2 else p) for p in parameters]


def terms(x: torch.Tensor, e: torch.Tensor) -> tuple:
    mean, logvar = encoder(x).chunk(2, dim=1)
    q = Normal(mean, (logvar / 2).exp())
    logits = decoder(mean + q.stddev * e)
    reconstruction = bce(logits, x, reduction="none").sum(1).mean()
    return reconstruction, kl_divergence(q, Normal(0.0, 1.0)).mean(0)


def loss_of(x: torch.Tensor, e: torch.Tensor) -> torch.Tensor:
    reconstruction, kl = terms(x, e)
    return reconstruction + BETA * kl.clamp(min=LAMBDA).sum()


start = weights()
reconstruction, kl = terms(batches[0], noise[0])
gradients = torch.autograd.grad(loss_of(batches[0], noise[0]), parameters)
optimizer = torch.optim.Adam(parameters, RATE)
losses = []
for x, e in zip(batches, noise):
    optimizer.zero_grad()
    loss = loss_of(x, e)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
# One unit costs more than λ, one less: both branches of the free bits are in the gradients.
assert (kl > LAMBDA).any() and (kl < LAMBDA).any(), kl
write(
    "mlp-vae",
    {
        "sizes": {"pixels": PIXELS, "hidden": HIDDEN, "code": CODE},
        "beta": BETA,
        "lambda": LAMBDA,
        "rate": RATE,
        "batches": tensor(batches),
        "noise": tensor(noise),
        "start": start,
        "reconstruction": reconstruction.item(),
        "klByUnit": tensor(kl),
        "gradients": [tensor(g.T if g.dim() == 2 else g) for g in gradients],
        "losses": losses,
        "end": weights(),
    },
)
