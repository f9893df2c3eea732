"""Golden probes: inputs and PyTorch's outputs, which every other runtime is compared with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

ABSENT = "onnxruntime absent: parity is checked by the Node tests"


def probe(model: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str]) -> dict[str, Any]:
    """Runs the PyTorch model on the probe inputs; the form of golden.json."""
    model = model.eval()
    with torch.no_grad():
        result = model(*inputs.values())
    values = result if isinstance(result, tuple) else (result,)
    return {
        "inputs": {name: flat(value) for name, value in inputs.items()},
        "outputs": {name: flat(value) for name, value in zip(outputs, values)},
    }


def flat(value: torch.Tensor) -> dict[str, Any]:
    """Shape and row-major values; nine significant digits hold a float32 exactly, eight are enough for a probe."""
    numbers = [float(f"{number:.8g}") for number in value.detach().cpu().reshape(-1).tolist()]
    return {"shape": list(value.shape), "values": numbers}


def write(path: Path, golden: dict[str, Any]) -> None:
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


def compare(path: Path, golden: dict[str, Any], tolerance: float) -> float | None:
    """Largest absolute difference of onnxruntime's outputs; None, with a printed line, where it is not installed.

    Raises AssertionError beyond the tolerance.
    """
    try:
        import onnxruntime
    except ImportError:
        print(ABSENT)
        return None
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    feeds = {name: _array(stored) for name, stored in golden["inputs"].items()}
    names = list(golden["outputs"])
    worst = 0.0
    for name, value in zip(names, session.run(names, feeds)):
        expected = _array(golden["outputs"][name])
        assert value.shape == expected.shape, f"{path.name}: {name} has shape {value.shape}, expected {expected.shape}"
        worst = max(worst, float(np.abs(value - expected).max()))
    assert worst <= tolerance, f"{path.name}: onnxruntime is {worst:.2e} from PyTorch, at most {tolerance:.0e} is allowed"
    return worst


def _array(stored: dict[str, Any]) -> np.ndarray:
    return np.asarray(stored["values"], dtype=np.float32).reshape(stored["shape"])
