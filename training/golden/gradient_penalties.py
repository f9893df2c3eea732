"""Golden values of the penalties on a judge's slope and of their gradients by every parameter of small judges (second order)."""

import torch
from golden import tensor, write
from torch.nn.functional import leaky_relu

SIZES = [3, 6, 5, 1]
BATCH = 7
EPSILON = 1e-12
ACTIVATIONS = {
    "relu": torch.relu,
    "leakyRelu": lambda x: leaky_relu(x, 0.2),
    "tanh": torch.tanh,
}


def critic(parameters: list, activation, x: torch.Tensor) -> torch.Tensor:
    for layer in range(len(SIZES) - 1):
        x = x @ parameters[2 * layer] + parameters[2 * layer + 1]
        if layer < len(SIZES) - 2:
            x = activation(x)
    return x


def slope_at(parameters: list, activation, points: torch.Tensor) -> torch.Tensor:
    points = points.detach().requires_grad_()
    scores = critic(parameters, activation, points)
    (slope,) = torch.autograd.grad(scores.sum(), points, create_graph=True)
    return slope


def to_one(slope: torch.Tensor) -> torch.Tensor:
    return (((slope.square().sum(1) + EPSILON).sqrt() - 1) ** 2).mean()


def by_parameters(penalty: torch.Tensor, parameters: list) -> list:
    # The last bias does not move the slope, so PyTorch has no gradient for it: zero.
    gradients = torch.autograd.grad(penalty, parameters, allow_unused=True)
    return [tensor(torch.zeros_like(p) if g is None else g) for p, g in zip(parameters, gradients)]


def record(name: str, scale: float = 1) -> dict:
    torch.manual_seed(20170)
    activation = ACTIVATIONS[name]
    parameters = []
    for inputs, outputs in zip(SIZES, SIZES[1:]):
        parameters.append((scale * torch.randn(inputs, outputs) * inputs**-0.5).requires_grad_())
        parameters.append((torch.randn(outputs) * 0.3).requires_grad_())
    real, fake = torch.randn(BATCH, SIZES[0]), torch.randn(BATCH, SIZES[0]) + 0.5
    alpha = torch.rand(BATCH, 1)
    noise = 0.7 * torch.randn(BATCH, SIZES[0])
    between = alpha * real + (1 - alpha) * fake
    penalty = to_one(slope_at(parameters, activation, between))
    dragan = to_one(slope_at(parameters, activation, real + noise))
    r1 = 0.5 * slope_at(parameters, activation, real).square().sum(1).mean()
    return {
        "activation": name,
        "real": tensor(real),
        "fake": tensor(fake),
        "alpha": tensor(alpha),
        "noise": tensor(noise),
        "parameters": [tensor(p) for p in parameters],
        "penalty": penalty.item(),
        "gradients": by_parameters(penalty, parameters),
        "dragan": {"penalty": dragan.item(), "gradients": by_parameters(dragan, parameters)},
        "r1": {"penalty": r1.item(), "gradients": by_parameters(r1, parameters)},
    }


# Steep judges too: weights ten times larger make slopes of some hundreds.
critics = [record(name) for name in ACTIVATIONS] + [record("leakyRelu", 10)]
write("gradient-penalties", {"epsilon": EPSILON, "critics": critics})
