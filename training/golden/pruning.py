"""Golden numbers of pruning: the cubic schedule, magnitude masks, rounds of a lottery ticket on a quadratic, and costs of training."""

from fractions import Fraction

import torch
from golden import write


def cubic(step: int, begin: int, end: int, every: int, initial: str, final: str) -> float:
    """In fractions: t only at whole multiples of Δt, the net dense before the first."""
    if step < begin:
        return 0.0
    at = min(step, end) - (min(step, end) - begin) % every
    share = Fraction(at - begin, end - begin)
    low, high = Fraction(initial), Fraction(final)
    return float(high + (low - high) * (1 - share) ** 3)


def schedule(begin: int, end: int, every: int, initial: str, final: str) -> dict:
    return {
        "begin": begin,
        "end": end,
        "every": every,
        "initial": float(initial),
        "final": float(final),
        "values": [cubic(step, begin, end, every, initial, final) for step in range(0, end + 30, 7)],
    }


def topk(values: torch.Tensor, count: int) -> torch.Tensor:
    mask = torch.zeros(values.numel(), dtype=torch.int64)
    mask[torch.topk(values, count).indices] = 1
    return mask


def gradual(sparsities: list) -> dict:
    """Layer by layer and all together; weights change between, what is pruned stays so."""
    torch.manual_seed(2017)
    sizes = [30, 20]
    masks = {scope: [torch.ones(n, dtype=torch.int64) for n in sizes] for scope in ("layer", "global")}
    rounds = []
    for sparsity in sparsities:
        weights = [torch.randn(n) * scale for n, scale in zip(sizes, (1.0, 0.5))]
        sizes_of = {scope: [torch.where(m > 0, w.abs(), torch.full_like(w, -1)) for w, m in zip(weights, masks[scope])] for scope in masks}
        masks["layer"] = [topk(s, round(s.numel() * (1 - sparsity))) for s in sizes_of["layer"]]
        together = topk(torch.cat(sizes_of["global"]), round(sum(sizes) * (1 - sparsity)))
        masks["global"] = list(torch.split(together, sizes))
        rounds.append(
            {
                "sparsity": sparsity,
                "weights": [w.tolist() for w in weights],
                "layer": [m.tolist() for m in masks["layer"]],
                "global": [m.tolist() for m in masks["global"]],
            }
        )
    return {"rounds": rounds}


def tickets(rewind_to: int) -> dict:
    """Iterative magnitude pruning of ½ |A (m ⊙ w) − b|², by gradient descent of 12 steps."""
    torch.manual_seed(2019)
    size, steps, rate, learning = 16, 12, 0.3, 0.05
    matrix, target, initial = torch.randn(10, size), torch.randn(10), 0.5 * torch.randn(size)

    def train(weights: torch.Tensor, mask: torch.Tensor, count: int) -> torch.Tensor:
        for _ in range(count):
            value = weights.clone().requires_grad_()
            loss = 0.5 * ((matrix @ (mask * value) - target) ** 2).sum()
            (gradient,) = torch.autograd.grad(loss, value)
            weights = weights - learning * gradient
        return weights

    mask = torch.ones(size)
    early = train(initial, mask, rewind_to)
    rounds = []
    for _ in range(4):
        trained = train(early * mask, mask, steps - rewind_to)
        keep = round(float(mask.sum()) * (1 - rate))
        mask = topk(torch.where(mask > 0, trained.abs(), torch.full_like(trained, -1)), keep).double()
        rounds.append({"mask": mask.int().tolist(), "weights": (early * mask).tolist()})
    return {
        "rewindTo": rewind_to,
        "steps": steps,
        "rate": rate,
        "learning": learning,
        "matrix": matrix.tolist(),
        "target": target.tolist(),
        "initial": initial.tolist(),
        "rounds": rounds,
    }


def costs(dense: int, sparse: int, every: int, end: int, steps: int) -> dict:
    """Counted step by step: forward, gradient by inputs, gradient by weights."""
    run = 0
    for step in range(steps):
        exchange = step % every == 0 and step < end
        run += sparse + sparse + (dense if exchange else sparse)
    cycle = Fraction(every * 3 * sparse + sparse + sparse + dense, every + 1)
    return {"dense": dense, "sparse": sparse, "every": every, "end": end, "steps": steps, "run": run, "cycle": float(cycle)}


write(
    "pruning",
    {
        "schedules": [schedule(100, 500, 100, "0", "0.8"), schedule(0, 60, 4, "0.5", "0.98"), schedule(30, 51, 7, "0", "0.9")],
        **gradual([0.5, 0.8, 0.9]),
    },
)
write("lottery-ticket", {"searches": [tickets(0), tickets(3)]})
write("training-flops", {"runs": [costs(532400, 53240, 100, 450, 600), costs(1000, 10, 7, 30, 30), costs(9, 9, 1, 5, 8)]})
