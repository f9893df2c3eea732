"""Golden whitening, fixed-point steps and Amari distances, in PyTorch."""

import torch
from golden import write

torch.manual_seed(19991)
N = 40
sources = torch.stack([torch.rand(N) - 0.5, torch.randn(N).pow(3), torch.randn(N).sign() * torch.rand(N)], 1)
mixing = torch.randn(3, 3)
points = sources @ mixing.T + torch.randn(3)


def whiten() -> tuple:
    """By the singular values of the centred points; each row's entry of largest size positive."""
    centred = points - points.mean(0)
    _, singular, directions = torch.linalg.svd(centred, full_matrices=False)
    at = directions.abs().argmax(1, keepdim=True)
    directions = directions * directions.gather(1, at).sign()
    matrix = directions / (singular / N**0.5)[:, None]
    return matrix, centred @ matrix.T


def decorrelate(w: torch.Tensor) -> torch.Tensor:
    """The polar factor, from singular vectors."""
    u, _, v = torch.linalg.svd(w)
    return u @ v


def step(w: torch.Tensor, white: torch.Tensor, contrast) -> torch.Tensor:
    u = (white @ w.T).requires_grad_()
    g = contrast(u)
    (slope,) = torch.autograd.grad(g.sum(), u)
    return decorrelate(g.detach().T @ white / N - slope.mean(0)[:, None] * w)


def amari(w: torch.Tensor) -> float:
    p = (w @ mixing).abs()
    rows, columns = (p / p.max(1, keepdim=True)[0]).sum() - 3, (p / p.max(0, keepdim=True)[0]).sum() - 3
    return ((rows + columns) / 12).item()


matrix, white = whiten()
start = decorrelate(torch.randn(3, 3))
contrasts = {"tanh": torch.tanh, "cube": lambda u: u**3}
runs = {}
for name, contrast in contrasts.items():
    places = [start]
    for _ in range(3):
        places.append(step(places[-1], white, contrast))
    runs[name] = [each.tolist() for each in places[1:]]
write(
    "ica",
    {
        "points": points.tolist(),
        "mixing": mixing.tolist(),
        "matrix": matrix.tolist(),
        "white": white.tolist(),
        "start": start.tolist(),
        "runs": runs,
        "amariDistance": amari(start @ matrix),
    },
)
