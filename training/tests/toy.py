"""A job of a second for the tests; as a program, one process of a run under torchrun."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.common import distributed
from training.common.fit import Job, fit
from training.common.loop import Step
from training.common.seed import batch_indices, generator

STEPS = 12


def job() -> Job:
    """Regression on a fixed random table, with noise of each step in its inputs."""

    def prepare(network: nn.Module, optimizer: torch.optim.Optimizer, where: str) -> Step:
        rows = torch.randn(64, 6, generator=generator(0, "table"))

        def step(index: int) -> dict[str, Any]:
            batch = rows[batch_indices(len(rows), 16, index, 3)]
            noise = torch.randn(batch.shape, generator=generator(3, "noise", index))
            batch, noise = distributed.share(batch), distributed.share(noise)
            loss = (network(batch + 0.1 * noise) - batch.sin()).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            return {"loss": loss.detach()}

        return step

    def build() -> nn.Module:
        return nn.Sequential(nn.Linear(6, 16), nn.Tanh(), nn.Linear(16, 6))

    return Job("toy", build, lambda model, folder: None, prepare, 1e-2)


def main(folder: Path, meeting: str | None) -> None:
    if meeting:
        torch.distributed.init_process_group(
            "gloo", init_method=f"file://{meeting}", rank=distributed.rank(), world_size=distributed.size()
        )
    chosen = Namespace(
        seed=3, steps=STEPS, batch=16, device="cpu", threads=1, checkpoints=folder / "together", out=folder / "out",
        fresh=False, resume_from_shipped=False,
    )  # fmt: skip
    done = fit(job(), chosen)
    torch.save(done.model.state_dict(), folder / f"rank-{distributed.rank()}.pt")
    distributed.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
