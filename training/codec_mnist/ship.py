"""What every autoencoder of MNIST ships: decoder, encoder, golden probe, codes of test digits, manifest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.codec_mnist.networks import SIDE
from training.common import golden, manifest
from training.common.export import OPSET, export_onnx, load_weights
from training.common.half import halve
from training.common.images import as_floats
from training.common.seed import generator
from training.data import mnist

DECODER, ENCODER, CODES, GOLDEN = "model.onnx", "encoder.onnx", "test-codes.json", "golden.json"
# Absolute, on probabilities; float32 runtimes order their sums differently.
TOLERANCE = 1e-5
IMAGE = ["batch", 1, SIDE, SIDE]


@dataclass
class Card:
    """The words of a manifest that differ between the models."""

    model_id: str
    title: str
    # What z is and where it may lie.
    code_meaning: str
    # The encoder's outputs; the first is what stands in test-codes.json.
    targets: list[str]


def code_count(code: int) -> int:
    """How many test digits' codes are shipped: a cloud for a plane, a few to start from in more dimensions."""
    return 1000 if code == 2 else 100


def export(model: Any, code: int, card: Card, folder: Path) -> None:
    """Writes the graphs with float16 weights, puts the rounded weights back into the model, probes and compares."""
    folder.mkdir(parents=True, exist_ok=True)
    parts: list[tuple[nn.Module, torch.Tensor, str, str, list[str]]] = [
        (model.decoder, torch.zeros(2, code), DECODER, "z", ["image"]),
        (model.encoder, torch.zeros(2, 1, SIDE, SIDE), ENCODER, "image", card.targets),
    ]
    for network, example, name, source, targets in parts:
        export_onnx(network, (example,), folder / name, [source], targets)
        halve(folder / name)
        load_weights(network, folder / name)
    images, labels = mnist.load("test")
    few = as_floats(images[: code_count(code)])
    with torch.no_grad():
        codes = model.encoder(few)
    codes = codes[0] if isinstance(codes, tuple) else codes
    write_codes(folder / CODES, codes, labels[: len(few)].tolist())
    # Codes of digits, and points between and beyond them.
    spread = 1.5 * codes.std(dim=0) * torch.randn(4, code, generator=generator(0, "probe"))
    stored = golden.probe(model.decoder, {"z": torch.cat([codes[:4], codes.mean(dim=0) + spread])}, ["image"])
    golden.write(folder / GOLDEN, stored)
    worst = golden.compare(folder / DECODER, stored, TOLERANCE)
    golden.compare(folder / ENCODER, golden.probe(model.encoder, {"image": few[:16]}, card.targets), 1e-3)
    if worst is not None:
        print(f"onnxruntime and PyTorch differ by at most {worst:.1e}")


def write_codes(path: Path, codes: torch.Tensor, labels: list[int]) -> None:
    """Codes of the first test digits, z row by row to four decimals."""
    z = [round(value, 4) for value in codes.reshape(-1).tolist()]
    body = {"data": "MNIST test set, the first images in its order", "labels": labels, "z": z}
    path.write_text(json.dumps(body, separators=(",", ":")) + "\n")


def describe(folder: Path, code: int, card: Card, training: dict[str, Any], metrics: dict[str, Any]) -> None:
    """Writes the manifest."""
    manifest.write(
        folder,
        {
            "id": card.model_id,
            "title": card.title,
            "files": [manifest.describe_file(folder, name) for name in (DECODER, ENCODER, CODES)],
            "inputs": [manifest.tensor("z", ["batch", code], card.code_meaning)],
            "outputs": [
                manifest.tensor("image", IMAGE, "Probability in [0, 1] that each pixel is ink, row by row from the top left; 0 is background.")
            ],
            "opset": OPSET,
            # MNIST is quoted as share-alike, and the weights and codes are made from it: the same licence is the safe one.
            "licence": "CC-BY-SA-3.0",
            "data": [mnist.MANIFEST_ENTRY],
            "training": training,
            "metrics": metrics,
            "golden": {"path": GOLDEN, "tolerance": TOLERANCE},
        },
    )


def load(model: Any, folder: Path) -> None:
    """The shipped weights into the networks."""
    load_weights(model.decoder, folder / DECODER)
    load_weights(model.encoder, folder / ENCODER)
