"""Golden values of the WGAN-GP penalty and of its gradients by every parameter of small critics (second order)."""

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


def record(name: str) -> dict:
    torch.manual_seed(20170)
    parameters = []
    for inputs, outputs in zip(SIZES, SIZES[1:]):
        parameters.append((torch.randn(inputs, outputs) * inputs**-0.5).requires_grad_())
        parameters.append((torch.randn(outputs) * 0.3).requires_grad_())
    real, fake = torch.randn(BATCH, SIZES[0]), torch.randn(BATCH, SIZES[0]) + 0.5
    alpha = torch.rand(BATCH, 1)
    between = (alpha * real + (1 - alpha) * fake).requires_grad_()
    scores = critic(parameters, ACTIVATIONS[name], between)
    (slope,) = torch.autograd.grad(scores.sum(), between, create_graph=True)
    penalty = (((slope.square().sum(1) + EPSILON).sqrt() - 1) ** 2).mean()
    # The last bias does not move the slope, so PyTorch has no gradient for it: zero.
    gradients = torch.autograd.grad(penalty, parameters, allow_unused=True)
    return {
        "activation": name,
        "real": tensor(real),
        "fake": tensor(fake),
        "alpha": tensor(alpha),
        "parameters": [tensor(p) for p in parameters],
        "penalty": penalty.item(),
        "gradients": [tensor(torch.zeros_like(p) if g is None else g) for p, g in zip(parameters, gradients)],
    }


write("gradient-penalties", {"epsilon": EPSILON, "critics": [record(name) for name in ACTIVATIONS]})
