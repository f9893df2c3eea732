"""Golden orbits of the bilinear game V = xy: every gradient is PyTorch's, by automatic differentiation."""

import torch
from golden import tensor, write

START, RATE, WEIGHT, STEPS = (0.9, -0.4), 0.3, 0.8, 12


def gradients(x: float, y: float) -> tuple[float, float]:
    """dV/dx and dV/dy."""
    at = [torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in (x, y)]
    by_x, by_y = torch.autograd.grad(at[0] * at[1], at)
    return by_x.item(), by_y.item()


def penalty_gradient(x: float, y: float) -> float:
    """d/dy of half the squared slope of the judge D(s) = ys at the sample s = x."""
    sample = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    judge = torch.tensor(y, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(judge * sample, sample, create_graph=True)
    return torch.autograd.grad(WEIGHT / 2 * slope.square(), judge)[0].item()


def simultaneous(x: float, y: float) -> tuple[float, float]:
    by_x, by_y = gradients(x, y)
    return x - RATE * by_x, y + RATE * by_y


def alternating(x: float, y: float) -> tuple[float, float]:
    moved = x - RATE * gradients(x, y)[0]
    return moved, y + RATE * gradients(moved, y)[1]


def extragradient(x: float, y: float) -> tuple[float, float]:
    by_x, by_y = gradients(*simultaneous(x, y))
    return x - RATE * by_x, y + RATE * by_y


def penalized(x: float, y: float) -> tuple[float, float]:
    by_x, by_y = gradients(x, y)
    return x - RATE * by_x, y + RATE * (by_y - penalty_gradient(x, y))


def orbit(step) -> dict:
    places = [START]
    for _ in range(STEPS):
        places.append(step(*places[-1]))
    return tensor(torch.tensor(places[1:]))


rules = {rule.__name__: rule for rule in (simultaneous, alternating, extragradient, penalized)}
write(
    "game-dynamics",
    {
        "start": {"x": START[0], "y": START[1]},
        "rate": RATE,
        "weight": WEIGHT,
        "orbits": {name: orbit(rule) for name, rule in rules.items()},
    },
)
