"""PyTorch to ONNX, and ONNX's weights back to PyTorch.

The TorchScript exporter is used: it is in PyTorch from 1.13 to 2.x and needs no further package. Weights are float32.
"""

from __future__ import annotations

import inspect
import warnings
from pathlib import Path

import torch
from torch import nn

from training.common.onnx_reader import read_initializers

OPSET = 17


def export_onnx(
    model: nn.Module, example: tuple[torch.Tensor, ...], path: Path, inputs: list[str], outputs: list[str]
) -> None:
    """Writes `model` with a free first axis ("batch") on every input and output."""
    model = model.eval()
    kept = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore", DeprecationWarning)  # the exporter says that a newer one exists
        torch.onnx.export(
            model,
            example,
            str(path),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes={name: {0: "batch"} for name in (*inputs, *outputs)},
            opset_version=OPSET,
            **kept,
        )


def load_weights(model: nn.Module, path: Path) -> None:
    """Puts the weights of an exported file back into the module it was exported from. Raises ValueError."""
    if not path.is_file():
        raise ValueError(f"{path} is absent: train and export the model first, or leave out --resume-from-shipped.")
    stored = read_initializers(path.read_bytes())
    state = {}
    for name, value in model.state_dict().items():
        if name not in stored:
            raise ValueError(f"{path}: no weights named {name}; it holds {', '.join(stored)}")
        if stored[name].shape != tuple(value.shape):
            raise ValueError(f"{path}: {name} has shape {stored[name].shape}, expected {tuple(value.shape)}")
        state[name] = torch.from_numpy(stored[name].copy())
    model.load_state_dict(state)
