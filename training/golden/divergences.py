"""Golden values of the divergences: PyTorch's kl_div, and transport on the line by the area between distribution functions."""

import math

import torch
from golden import tensor, write
from torch.nn.functional import kl_div

torch.manual_seed(20480)
DIRECTIONS = 8


def kl(p: torch.Tensor, q: torch.Tensor) -> float:
    return kl_div(q.log(), p, reduction="sum").item()


def discrete(p: torch.Tensor, q: torch.Tensor) -> dict:
    middle = (p + q) / 2
    return {
        "p": tensor(p),
        "q": tensor(q),
        "klDivergence": kl(p, q),
        "reverse": kl(q, p),
        "jensenShannon": (kl(p, middle) + kl(q, middle)) / 2,
        "totalVariation": ((p - q).abs().sum() / 2).item(),
    }


def transport(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """The integral of |F - G|: another formula than the one that is tested, which compares quantiles."""
    ends = torch.cat([x, y]).sort().values
    below = lambda values: torch.searchsorted(values.sort().values, ends[:-1], right=True) / len(values)
    return ((below(x) - below(y)).abs() * ends.diff()).sum()


def line(n: int, m: int) -> dict:
    x, y = torch.randn(n) * 2, torch.randn(m) + 0.7
    # Ties too.
    y[: m // 3] = y[0]
    return {"x": tensor(x), "y": tensor(y), "wasserstein1d": transport(x, y).item()}


def plane(n: int, m: int) -> dict:
    # Representable in float32, to which projections are rounded.
    x, y = torch.randn(n, 2).float().double(), (torch.randn(m, 2) * 0.5 + 0.3).float().double()
    angles = torch.arange(DIRECTIONS) * math.pi / DIRECTIONS
    directions = torch.stack([angles.cos(), angles.sin()])
    distances = [transport(a, b) for a, b in zip((x @ directions).T, (y @ directions).T)]
    return {"x": tensor(x), "y": tensor(y), "slicedWasserstein": torch.stack(distances).mean().item()}


# Even, uneven to the edge of float32, and with zeros in p, where q has none.
far = torch.tensor([-80.0, 0, 3, -2, 7])
pairs = [
    (torch.randn(6).softmax(0), torch.randn(6).softmax(0)),
    (far.softmax(0), (-far).softmax(0)),
    (torch.tensor([0, 0.25, 0.75, 0]), torch.tensor([0.1, 0.2, 0.3, 0.4])),
]
write(
    "divergences",
    {
        "directions": DIRECTIONS,
        # kl_div of the reverse direction is infinite for the last pair.
        "discrete": [
            {key: None if value == math.inf else value for key, value in discrete(p, q).items()} for p, q in pairs
        ],
        "line": [line(9, 9), line(7, 4), line(1, 5), line(12, 8)],
        "plane": [plane(8, 8), plane(6, 9)],
    },
)
