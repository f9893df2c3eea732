"""The options that every train.py has."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from training.common.errors import CheckpointError, DataError
from training.common.paths import MODELS, default_checkpoints

# What says where, not what: left out of the command that a manifest names.
PRIVATE = ("checkpoints", "out", "fresh", "smoke")


def parser(
    module: str, model_id: str | None, summary: str, steps: int, batch: int, seed: int = 1
) -> argparse.ArgumentParser:
    """`module` as in `python -m module`; `model_id` None where further options decide it (then --out is None too)."""
    options = argparse.ArgumentParser(prog=f"python -m {module}", description=summary)
    options.add_argument("--seed", type=int, default=seed)
    options.add_argument("--steps", type=positive, default=steps)
    options.add_argument("--batch", type=positive, default=batch)
    options.add_argument("--device", default="auto", help="auto, cpu or cuda")
    options.add_argument("--threads", type=positive, default=None, help="CPU threads (default: at most 4)")
    options.add_argument("--checkpoints", type=Path, default=default_checkpoints(), help="folder outside the tree")
    options.add_argument("--out", type=Path, default=MODELS / model_id if model_id else None, help="folder of the exported model")
    options.add_argument("--fresh", action="store_true", help="forget the checkpoint of this model")
    options.add_argument("--resume-from-shipped", action="store_true", help="start from the weights in --out")
    options.add_argument("--smoke", action="store_true", help="a few steps into a temporary folder, then checks")
    return options


def run_main(main: Callable[[], None]) -> None:
    """Runs a script; what a reader can put right (data, options, checkpoints) ends in its message, not a trace."""
    try:
        main()
    except (CheckpointError, DataError, FileNotFoundError, FloatingPointError, ValueError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
    except KeyboardInterrupt:
        sys.exit("stopped; the same command goes on from the last checkpoint")


def positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number of at least 1, found {text}")
    return value


def command_line(options: argparse.ArgumentParser, chosen: argparse.Namespace) -> str:
    """The command that gives this run again: module and the options that differ from their defaults."""
    words: list[str] = [options.prog]
    for name, value in sorted(vars(chosen).items()):
        if name in PRIVATE or value == options.get_default(name):
            continue
        flag = "--" + name.replace("_", "-")
        words += [flag] if value is True else [flag, str(value)]
    return " ".join(words)


def settings_of(chosen: argparse.Namespace, *names: str) -> dict[str, Any]:
    """The options that make a run another run, for its checkpoint."""
    return {name: getattr(chosen, name) for name in ("seed", "steps", "batch", "resume_from_shipped", *names)}
