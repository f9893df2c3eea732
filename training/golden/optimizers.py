"""Golden weights after each of five steps of PyTorch's SGD, momentum and Adam on given gradients."""

import torch
from golden import tensor, write

STEPS = 5
# The rate changes in mid-run: conventions that agree at a constant rate part there.
RATES = [0.1, 0.1, 0.1, 0.02, 0.02]
OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD([p], lr=RATES[0]),
    "momentum": lambda p: torch.optim.SGD([p], lr=RATES[0], momentum=0.9),
    "adam": lambda p: torch.optim.Adam([p], lr=RATES[0], betas=(0.5, 0.99), eps=1e-8),
}

torch.manual_seed(20150)
start = torch.randn(6)
# One gradient that is zero throughout, one tiny (where Adam's epsilon counts), one large.
gradients = torch.randn(STEPS, 6) * torch.tensor([0.0, 1e-8, 1.0, 1.0, 10.0, 1e3])


def record(name: str) -> dict:
    parameter = start.clone().requires_grad_()
    optimizer = OPTIMIZERS[name](parameter)
    weights = []
    for rate, gradient in zip(RATES, gradients):
        optimizer.param_groups[0]["lr"] = rate
        parameter.grad = gradient.clone()
        optimizer.step()
        weights.append(parameter.detach().clone())
    return tensor(torch.stack(weights))


options = {"momentum": 0.9, "beta1": 0.5, "beta2": 0.99, "epsilon": 1e-8}
write(
    "optimizers",
    {
        "rates": RATES,
        "options": options,
        "start": tensor(start),
        "gradients": tensor(gradients),
        "weights": {name: record(name) for name in OPTIMIZERS},
    },
)
