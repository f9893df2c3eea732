"""The training loop: resumable, logged as JSON lines. Of several processes (distributed.py) the first logs and stores."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.common import checkpoint, distributed
from training.common.checkpoint import Progress

SAVE_EVERY_SECONDS = 60.0

# One step: given its number, does the update and returns what to log (name -> number or tensor of one element).
Step = Callable[[int], "dict[str, Any]"]


@dataclass
class Run:
    """What the loop must know; `settings` are what makes a run another run (seed, batch, steps, …)."""

    folder: Path
    settings: dict[str, Any]
    steps: int
    device: str
    log_every: int = 100

    @property
    def checkpoint(self) -> Path:
        return self.folder / "last.pt"

    @property
    def log(self) -> Path:
        return self.folder / "log.jsonl"


def read_log(run: Run) -> list[dict[str, float]]:
    """What the run logged, in the order of its steps; of steps done twice (after a stop) what was done last.

    Numbers have five significant digits. Without a log the list is empty.
    """
    if not run.log.is_file():
        return []
    kept: list[dict[str, float]] = []
    for line in run.log.read_text().splitlines():
        entry = {name: value if name == "step" else float(f"{value:.5g}") for name, value in json.loads(line).items()}
        kept = [earlier for earlier in kept if earlier["step"] < entry["step"]] + [entry]
    return kept


def train(run: Run, parts: dict[str, Any], step: Step, stop_after: int | None = None) -> Progress:
    """Runs from the last checkpoint to `run.steps` (or `stop_after`, a stop on purpose) and stores the end.

    Raises FloatingPointError when a logged number is not finite: the last checkpoint is kept.
    """
    progress = checkpoint.restore(run.checkpoint, run.settings, parts, run.device)
    distributed.wait()  # nobody stores before all have read
    if progress.step > 0 and distributed.leads():
        print(f"going on at step {progress.step} of {run.steps}")
    end = min(run.steps, stop_after if stop_after is not None else run.steps)
    before, started, saved = progress.seconds, time.monotonic(), time.monotonic()
    while progress.step < end:
        numbers = step(progress.step)
        progress.step += 1
        progress.seconds = before + time.monotonic() - started
        if progress.step % run.log_every == 0 or progress.step == end:
            _log(run, progress, numbers)
        if time.monotonic() - saved > SAVE_EVERY_SECONDS:
            _save(run, progress, parts)
            saved = time.monotonic()
    _save(run, progress, parts)
    distributed.wait()
    return progress


def _save(run: Run, progress: Progress, parts: dict[str, Any]) -> None:
    if distributed.leads():
        checkpoint.save(run.checkpoint, run.settings, progress, parts)


def _log(run: Run, progress: Progress, numbers: dict[str, Any]) -> None:
    plain = distributed.average({name: float(value) for name, value in numbers.items()}, run.device)
    entry = {"step": progress.step, "seconds": round(progress.seconds, 1), **plain}
    if distributed.leads():
        run.folder.mkdir(parents=True, exist_ok=True)
        with run.log.open("a") as log:
            log.write(json.dumps(entry) + "\n")
        print(json.dumps(entry), flush=True)
    bad = [name for name, value in plain.items() if not math.isfinite(value)]
    if bad:
        raise FloatingPointError(f"step {progress.step}: {', '.join(bad)} is not finite. Try a smaller learning rate.")


def cosine(step: int, steps: int, start: float, warmup: int = 0) -> float:
    """Learning rate: linear from 0 over `warmup` steps, then start * (1 + cos(pi t)) / 2 down to 0."""
    if step < warmup:
        return start * (step + 1) / warmup
    share = (step - warmup) / max(1, steps - warmup)
    return start * 0.5 * (1 + math.cos(math.pi * share))


def set_rate(optimizer: Any, rate: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate
