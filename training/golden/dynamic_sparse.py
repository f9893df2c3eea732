"""Golden numbers of SET's drop, SNFS, DSR and DeepR: in each the part that chance does not decide, with the noise of DeepR written down."""

import math

import torch
from golden import write


def places(chosen: torch.Tensor) -> list:
    return torch.nonzero(chosen).flatten().tolist()


def layer(size: int, active: int) -> tuple:
    mask = torch.zeros(size)
    mask[torch.randperm(size)[:active]] = 1
    return torch.randn(size) * mask, mask


def lowest(values: torch.Tensor, among: torch.Tensor, count: int) -> torch.Tensor:
    chosen = torch.zeros_like(values)
    chosen[torch.argsort(torch.where(among > 0, values, torch.full_like(values, math.inf)))[:count]] = 1
    return chosen


def set_drop(share: float) -> dict:
    torch.manual_seed(2018)
    weights, mask = layer(40, 23)
    magnitude = lowest(weights.abs(), mask, int(23 * share))
    signs = [lowest(weights.abs(), mask * side, int(int(side.sum()) * share)) for side in ((weights > 0), (weights < 0))]
    return {
        "fraction": share,
        "weights": weights.tolist(),
        "mask": mask.int().tolist(),
        "magnitude": places(magnitude),
        "bySign": places(signs[0] + signs[1]),
    }


def snfs(share: float, scales: list) -> dict:
    """Sparse momentum; the counts by handing out one connection after another to the layer that is furthest behind its claim."""
    torch.manual_seed(2019)
    layers = [(*layer(size, active), scale * torch.randn(size)) for (size, active), scale in zip([(30, 9), (12, 8), (20, 5)], scales)]
    means = torch.stack([(m.abs() * mask).sum() / mask.sum() for _, mask, m in layers])
    claims = (means / means.sum()).tolist()
    drops = [lowest(w.abs(), mask, int(int(mask.sum()) * share)) for w, mask, _ in layers]
    free = [int((1 - mask + drop).sum()) for (_, mask, _), drop in zip(layers, drops)]
    total = int(sum(drop.sum() for drop in drops))
    # Water level λ by bisection: shares min(room, λ claim) with sum `total`; then the largest remainders.
    low, high = 0.0, 1e9
    for _ in range(300):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(f, middle * c) for f, c in zip(free, claims)) < total else (low, middle)
    exact = [min(f, high * c) for f, c in zip(free, claims)]
    shares = [math.floor(e + 1e-9) for e in exact]
    order = sorted(range(3), key=lambda at: shares[at] - exact[at])
    for at in order[: total - sum(shares)]:
        shares[at] += 1
    grown = [lowest(-m.abs(), 1 - mask + drop, n) for (_, mask, m), drop, n in zip(layers, drops, shares)]
    return {
        "fraction": share,
        "layers": [{"weights": w.tolist(), "mask": mask.int().tolist(), "momentum": m.tolist()} for w, mask, m in layers],
        "claims": claims,
        "dropped": [{"places": places(drop)} for drop in drops],
        "grown": [{"places": places(each)} for each in grown],
    }


def dsr(threshold: float, target: int) -> dict:
    torch.manual_seed(2020)
    layers = [layer(30, 12), layer(25, 10), layer(15, 6)]
    drops = [mask * (w.abs() < threshold) for w, mask in layers]
    total = int(sum(drop.sum() for drop in drops))
    if total < 0.9 * target:
        following = threshold * 2
    elif total > 1.1 * target:
        following = threshold / 2
    else:
        following = threshold
    left = [int((mask - drop).sum()) for (_, mask), drop in zip(layers, drops)]
    return {
        "threshold": threshold,
        "target": target,
        "layers": [{"weights": w.tolist(), "mask": mask.int().tolist()} for w, mask in layers],
        "dropped": [{"places": places(drop)} for drop in drops],
        "next": following,
        "exactShares": [total * count / sum(left) for count in left],
    }


def deepr(steps: int) -> dict:
    torch.manual_seed(2021)
    rate, l1, temperature = 0.1, 0.01, 0.02
    weights, mask = layer(20, 8)
    signs = torch.where(weights == 0, torch.where(torch.rand(20) < 0.5, -1.0, 1.0).double(), torch.sign(weights))
    theta = torch.where(mask > 0, weights.abs(), torch.zeros(20))
    record = []
    for _ in range(steps):
        gradients, noise = torch.randn(20), torch.randn(20)
        moved = theta - rate * signs * gradients - rate * l1 + math.sqrt(2 * rate * temperature) * noise
        asleep = mask * (moved < 0)
        after = torch.where((mask > 0) & (moved >= 0), moved, torch.zeros(20))
        record.append(
            {
                "strengths": theta.tolist(),
                "mask": mask.int().tolist(),
                "gradients": gradients.tolist(),
                "noise": noise[mask > 0].tolist(),
                "after": after.tolist(),
                "dropped": places(asleep),
            }
        )
        mask = mask - asleep
        sleeping = torch.nonzero(mask == 0).flatten()
        mask[sleeping[torch.randperm(len(sleeping))[: int(asleep.sum())]]] = 1
        theta = after
    return {"rate": rate, "l1": l1, "temperature": temperature, "signs": signs.tolist(), "steps": record}


write("set", {"cases": [set_drop(0.3), set_drop(0.65)]})
write("snfs", {"cases": [snfs(0.5, [1, 1, 1]), snfs(0.8, [0.1, 9, 1])]})
write("dsr", {"cases": [dsr(0.5, 4), dsr(0.5, 40), dsr(0.7, 12)]})
write("deepr", deepr(4))
