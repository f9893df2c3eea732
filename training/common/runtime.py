"""Runs exported graphs: by onnxruntime where it is installed, else by PyTorch with the weights of the same files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.common.export import load_weights

Graph = Callable[[torch.Tensor], Any]


def load_graph(path: Path, network: nn.Module, source: str, targets: list[str]) -> tuple[Graph, str]:
    """The function of one exported file (one input `source`; a tuple where there are several targets) and what runs it.

    `network` is a module of the exported kind: its weights are replaced by those of the file.
    """
    try:
        import onnxruntime
    except ImportError:
        load_weights(network, path)
        return network.eval(), "PyTorch (onnxruntime is absent)"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(values: torch.Tensor) -> Any:
        found = tuple(torch.from_numpy(value) for value in session.run(targets, {source: values.numpy()}))
        return found if len(found) > 1 else found[0]

    return run, "onnxruntime " + onnxruntime.__version__
