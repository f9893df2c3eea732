"""One seed gives one run.

Every random number of a run is a function of (seed, step, purpose) alone, so a run that was stopped and taken up
again draws the same batches and the same noise as one that was not, and no generator's state has to be stored.
"""

from __future__ import annotations

import hashlib

import torch


def derive(seed: int, purpose: str, step: int = 0) -> int:
    """A 63-bit seed for one purpose at one step."""
    digest = hashlib.sha256(f"{seed}/{purpose}/{step}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def generator(seed: int, purpose: str, step: int = 0, device: str = "cpu") -> torch.Generator:
    """A fresh generator for one purpose at one step."""
    return torch.Generator(device=device).manual_seed(derive(seed, purpose, step))


def seed_weights(seed: int) -> None:
    """Seeds torch's global generator, which initial weights are drawn from."""
    torch.manual_seed(derive(seed, "weights"))


def batch_indices(count: int, batch: int, step: int, seed: int) -> torch.Tensor:
    """Indices [batch] of the step's examples: each epoch is a new permutation, its incomplete last batch dropped."""
    per_epoch = count // batch
    if per_epoch == 0:
        raise ValueError(f"batch: expected at most the {count} examples there are, found {batch}")
    epoch, place = divmod(step, per_epoch)
    order = _permutation(count, seed, epoch)
    return order[place * batch : (place + 1) * batch]


_last: tuple[tuple[int, int, int], torch.Tensor] | None = None


def _permutation(count: int, seed: int, epoch: int) -> torch.Tensor:
    global _last
    key = (count, seed, epoch)
    if _last is None or _last[0] != key:
        _last = (key, torch.randperm(count, generator=generator(seed, "batches", epoch)))
    return _last[1]
