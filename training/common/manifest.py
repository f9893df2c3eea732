"""model.json: every fact about a shipped model. The schema is src/schemas/model.ts; this is its only writer."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import torch

from training.common.paths import ROOT

KEYS = (
    "id", "title", "files", "inputs", "outputs", "opset", "licence", "data", "training", "metrics", "golden",
)  # fmt: skip


def describe_file(folder: Path, name: str) -> dict[str, Any]:
    """Path, length and SHA-256 of one file of the model."""
    raw = (folder / name).read_bytes()
    return {"path": name, "bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}


def tensor(name: str, shape: list[Any], meaning: str, dtype: str = "float32") -> dict[str, Any]:
    """An input or output; a free axis is named by a string ("batch")."""
    return {"name": name, "dtype": dtype, "shape": shape, "meaning": meaning}


def metric(value: float, meaning: str, command: str, digits: int = 2) -> dict[str, Any]:
    return {"value": round(value, digits), "meaning": meaning, "command": command}


def training_facts(
    command: str, commit: str, seed: int, seconds: float, device: str, log: list[dict[str, float]]
) -> dict[str, Any]:
    """How the weights came to be; `commit` is that of the run's start, minutes are of wall clock, `log` is the whole run's."""
    return {
        "command": command,
        "commit": commit,
        "seed": seed,
        "minutes": max(0.01, round(seconds / 60, 2)),
        "device": device,
        "torch": torch.__version__,
        "log": log,
    }


def current_commit() -> str:
    """HEAD, with "+changes" if files under training/ differ from it; "unknown" outside a git checkout."""
    try:
        head = _git("rev-parse", "HEAD")
        return head + ("+changes" if _git("status", "--porcelain", "--", "training") else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def write(folder: Path, manifest: dict[str, Any]) -> None:
    """Writes model.json. Raises ValueError when a key is missing or not known."""
    if set(manifest) != set(KEYS):
        raise ValueError(f"manifest: expected the keys {', '.join(KEYS)}, found {', '.join(manifest)}")
    ordered = {key: manifest[key] for key in KEYS}
    (folder / "model.json").write_text(json.dumps(ordered, indent=2, ensure_ascii=False) + "\n")


def read(folder: Path) -> dict[str, Any]:
    path = folder / "model.json"
    if not path.is_file():
        raise FileNotFoundError(f"{path} is absent: the model was not exported there.")
    return json.loads(path.read_text())


def check_files(folder: Path) -> None:
    """Every file that the manifest names is there, with its length and hash. Raises ValueError."""
    for stored in read(folder)["files"]:
        found = describe_file(folder, stored["path"])
        if found != stored:
            raise ValueError(f"{folder / stored['path']}: expected {stored}, found {found}")


def compare_metrics(folder: Path, found: dict[str, Any]) -> None:
    """Prints each metric beside the manifest's; exit 1 where one is further away than runtimes differ.

    Allowed is 0.02 of the metric's unit, or 0.02% of values beyond 100; of values with more than two decimals, 0.5%.
    """
    stored = read(folder)["metrics"]
    failed = set(stored) != set(found)
    if failed:
        print(f"expected the metrics {', '.join(stored)}, found {', '.join(found)}")
    for name in sorted(set(stored) & set(found)):
        value, before = found[name]["value"], stored[name]["value"]
        allowed = 0.02 * max(1.0, abs(before) / 100) if round(before, 2) == before else 0.005 * abs(before)
        apart = abs(value - before) > allowed
        failed = failed or apart
        print(f"{name}: {value}, manifest {before}" + (" DIFFERS" if apart else ""))
    sys.exit(1 if failed else 0)
