"""The device of a run, and words for it."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import torch


def choose(asked: str = "auto", threads: int | None = None) -> str:
    """"cuda" where there is one, else "cpu"; `asked` ("cpu" or "cuda") decides if given. Sets the CPU threads."""
    if asked not in ("auto", "cpu", "cuda"):
        raise ValueError(f"--device: expected auto, cpu or cuda, found {asked!r}")
    if asked == "cuda" and not torch.cuda.is_available():
        raise ValueError("--device cuda: PyTorch finds no CUDA device here. Use --device cpu, or leave it out.")
    torch.set_num_threads(threads or min(4, os.cpu_count() or 1))
    return "cuda" if asked != "cpu" and torch.cuda.is_available() else "cpu"


def describe(device: str) -> str:
    """For a manifest: the GPU's name, or the processor's and how many threads were used."""
    if device == "cuda":
        return torch.cuda.get_device_name()
    threads = torch.get_num_threads()
    return f"CPU ({_processor()}), {threads} thread{'' if threads == 1 else 's'}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()
