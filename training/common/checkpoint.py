"""Checkpoints: one file, replaced whole, so a run that is killed leaves the last good one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from training.common.errors import CheckpointError

# PyTorch 1.13's safe loader knows no floats, which an optimizer's state holds; from 2.0 on it does.
SAFE = {"weights_only": True} if int(torch.__version__.split(".")[0]) >= 2 else {}


@dataclass
class Progress:
    """How far a run has come: steps done, and seconds of wall clock spent in them."""

    step: int = 0
    seconds: float = 0.0


def save(path: Path, settings: dict[str, Any], progress: Progress, parts: dict[str, Any]) -> None:
    """Stores the state of each part (anything with state_dict) under its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part")
    torch.save(
        {
            "settings": settings,
            "step": progress.step,
            "seconds": progress.seconds,
            "parts": {name: part.state_dict() for name, part in parts.items()},
        },
        half,
    )
    os.replace(half, path)


def restore(path: Path, settings: dict[str, Any], parts: dict[str, Any], device: str) -> Progress:
    """Loads each part's state; a run with no checkpoint starts at step 0. Raises CheckpointError."""
    if not path.is_file():
        return Progress()
    advice = "Run with --fresh to start again, or with another --checkpoints folder."
    try:
        stored = torch.load(path, map_location=device, **SAFE)
    except Exception as error:  # a damaged file raises many kinds
        raise CheckpointError(f"{path} cannot be read ({error}). {advice}") from error
    if stored["settings"] != settings:
        raise CheckpointError(f"{path} is of a run with {stored['settings']}, this one has {settings}. {advice}")
    for name, part in parts.items():
        part.load_state_dict(stored["parts"][name])
    return Progress(stored["step"], stored["seconds"])
