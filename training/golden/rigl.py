"""Golden numbers of RigL: the cosine fraction, and exchanges of connections in the order of the paper's Algorithm 1, by dense sorting."""

import math

import torch
from golden import tensor, write


def fraction(step: int, alpha: float, end: int) -> float:
    return alpha / 2 * (1 + math.cos(step * math.pi / end))


def exchange(weights: torch.Tensor, mask: torch.Tensor, gradients: torch.Tensor, momentum: torch.Tensor, share: float) -> tuple:
    """Scores of all places are sorted; what may not be chosen is put below all others. Dropped and regrown places keep weight and momentum."""
    active = int(mask.sum())
    count = int(active * share)
    strength = torch.where(mask > 0, weights.abs(), torch.full_like(weights, -1.0))
    stay = torch.zeros_like(mask)
    stay[torch.argsort(strength, descending=True)[: active - count]] = 1
    slope = torch.where(stay > 0, torch.full_like(gradients, -1.0), gradients.abs())
    grown = torch.zeros_like(mask)
    grown[torch.argsort(slope, descending=True)[:count]] = 1
    after = stay + grown
    fresh = grown * (1 - mask)
    return weights * after * (1 - fresh), after, momentum * after * (1 - fresh), stay, grown, fresh


def places(mask: torch.Tensor) -> list:
    return torch.nonzero(mask).flatten().tolist()


def run(rows: int, columns: int, active: int, alpha: float, seed: int) -> dict:
    torch.manual_seed(seed)
    size = rows * columns
    mask = torch.zeros(size)
    mask[torch.randperm(size)[:active]] = 1
    weights = torch.randn(size) * mask
    momentum = torch.randn(size) * mask
    start = {"weights": tensor(weights), "mask": mask.int().tolist(), "momentum": tensor(momentum)}
    updates = []
    for step in range(0, 500, 100):
        gradients = torch.randn(size)
        share = fraction(step, alpha, 500)
        before = mask
        weights, mask, momentum, stay, grown, fresh = exchange(weights, mask, gradients, momentum, share)
        updates.append(
            {
                "step": step,
                "fraction": share,
                "gradients": gradients.tolist(),
                "dropped": places(before * (1 - stay)),
                "grown": places(grown),
                "fresh": places(fresh),
                "mask": mask.int().tolist(),
                "weights": weights.tolist(),
                "momentum": momentum.tolist(),
            }
        )
        # Training goes on: every active weight moves.
        weights = weights - 0.3 * gradients * mask
        updates[-1]["trained"] = weights.tolist()
    return {"alpha": alpha, "end": 500, **start, "updates": updates}


write("rigl", {"runs": [run(6, 5, 9, 0.3, 1), run(4, 6, 12, 0.9, 2)]})
