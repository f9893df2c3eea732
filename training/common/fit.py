"""From options to trained networks: device, seed, checkpoint, processes. What differs between models is a `Job`."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.common import cli, device, distributed, manifest
from training.common.loop import Run, Step, read_log, train
from training.common.seed import seed_weights


@dataclass
class Job:
    """A model and how it learns."""

    model_id: str
    # Fresh networks; their forward takes what the step hands over, so that gradients can be averaged around it.
    build: Callable[[], nn.Module]
    # Weights of a shipped folder into the networks.
    load: Callable[[Any, Path], None]
    # (networks to call, optimizer, device) -> the step.
    prepare: Callable[[nn.Module, torch.optim.Optimizer, str], Step]
    rate: float
    # Names of further options that make a run another run.
    names: list[str] = field(default_factory=list)


@dataclass
class Fitted:
    """Trained networks on the CPU, seconds of training in all, words for the device, and what was logged."""

    model: Any
    seconds: float
    device: str
    # Steps and seconds count on from the shipped run, where this one began with its weights.
    log: list[dict[str, float]]


def fit(job: Job, chosen: argparse.Namespace, stop_after: int | None = None) -> Fitted:
    """Trains from the last checkpoint, from the shipped weights or from the seed. Every process returns the same."""
    where = device.choose(chosen.device, chosen.threads)
    distributed.join(where)
    seed_weights(chosen.seed)
    model = job.build()
    earlier: dict[str, Any] = {"minutes": 0.0, "log": []}
    if chosen.resume_from_shipped:
        job.load(model, chosen.out)
        earlier = manifest.read(chosen.out)["training"]
    model.to(where)
    optimizer = torch.optim.Adam(model.parameters(), lr=job.rate)
    folder = chosen.checkpoints / job.model_id
    if chosen.fresh and folder.is_dir() and distributed.leads():
        shutil.rmtree(folder)
    distributed.wait()
    settings = cli.settings_of(chosen, *job.names)
    run = Run(folder, settings, chosen.steps, where, log_every=max(1, min(500, chosen.steps // 4)))
    step = job.prepare(distributed.wrap(model), optimizer, where)
    progress = train(run, {"model": model, "optimizer": optimizer}, step, stop_after)
    words = device.describe(where) + (f", {distributed.size()} processes" if distributed.size() > 1 else "")
    log = go_on(earlier["log"], read_log(run))
    return Fitted(model.cpu().eval(), 60 * earlier["minutes"] + progress.seconds, words, log)


def go_on(before: list[dict[str, float]], after: list[dict[str, float]]) -> list[dict[str, float]]:
    """Two logs as one: the second one's steps and seconds count on from the end of the first."""
    step, seconds = (before[-1]["step"], before[-1]["seconds"]) if before else (0, 0.0)
    further = [{**entry, "step": step + entry["step"], "seconds": round(seconds + entry["seconds"], 1)} for entry in after]
    return before + further


def check_resume(job: Callable[[argparse.Namespace], Job], chosen: argparse.Namespace, root: Path) -> Fitted:
    """A whole run, and the same run stopped and taken up again: their weights must be the same bits."""
    chosen = argparse.Namespace(**vars(chosen))
    chosen.checkpoints = root / "whole"
    whole = fit(job(chosen), chosen)
    chosen.checkpoints = root / "halves"
    fit(job(chosen), chosen, stop_after=max(1, chosen.steps // 2))
    halves = fit(job(chosen), chosen).model.state_dict()
    for name, value in whole.model.state_dict().items():
        assert torch.equal(value, halves[name]), f"{name}: a run taken up again differs"
    return whole


def as_smoke(chosen: argparse.Namespace, root: Path, steps: int, batch: int) -> argparse.Namespace:
    """The options of a smoke run: few steps, one thread of the CPU, everything in a temporary folder."""
    return argparse.Namespace(
        **{
            **vars(chosen), "steps": steps, "batch": batch, "device": "cpu", "threads": 1,
            "resume_from_shipped": False, "checkpoints": root / "whole", "out": root / "out",
        }
    )  # fmt: skip


def temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="smoke-")
