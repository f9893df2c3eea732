"""What an adversarial autoencoder ships: decoder, encoder, golden probe, manifest. The critics stay behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from training.aae_mnist.model import ALL_LABELS, DIGITS, STYLE, Aae, model_id
from training.codec_mnist.networks import SIDE
from training.common import golden, manifest
from training.common.export import OPSET, export_onnx, load_weights
from training.common.half import halve
from training.common.images import as_floats
from training.common.seed import generator
from training.data import mnist

DECODER, ENCODER, GOLDEN = "model.onnx", "encoder.onnx", "golden.json"
TOLERANCE = 1e-5
TARGETS = ["style", "logits"]


def load(model: Any, folder: Path) -> None:
    load_weights(model.decoder, folder / DECODER)
    load_weights(model.encoder, folder / ENCODER)


def export(model: Aae, folder: Path) -> None:
    """Graphs with float16 weights; the rounded weights go back into the model and are probed."""
    folder.mkdir(parents=True, exist_ok=True)
    export_onnx(model.decoder, (torch.zeros(2, STYLE), torch.zeros(2, DIGITS)), folder / DECODER, ["z", "digit"], ["image"])
    export_onnx(model.encoder, (torch.zeros(2, 1, SIDE, SIDE),), folder / ENCODER, ["image"], TARGETS)
    for name in (DECODER, ENCODER):
        halve(folder / name)
    load(model, folder)
    z = torch.randn(DIGITS, STYLE, generator=generator(0, "probe"))
    stored = golden.probe(model.decoder, {"z": z, "digit": torch.eye(DIGITS)}, ["image"])
    golden.write(folder / GOLDEN, stored)
    golden.compare(folder / DECODER, stored, TOLERANCE)
    few = as_floats(mnist.load("test")[0][:16])
    golden.compare(folder / ENCODER, golden.probe(model.encoder, {"image": few}, TARGETS), 1e-3)


def describe(folder: Path, labels: int, training: dict[str, Any], metrics: dict[str, Any]) -> None:
    kind = "conditional" if labels == ALL_LABELS else f"semi-supervised with {labels} labels"
    entry = manifest.tensor
    manifest.write(
        folder,
        {
            "id": model_id(labels),
            "title": f"Adversarial autoencoder of digits, {kind}",
            "files": [manifest.describe_file(folder, name) for name in (DECODER, ENCODER)],
            "inputs": [
                entry("z", ["batch", STYLE], "Style of the writing; the prior is N(0, I)."),
                entry("digit", ["batch", DIGITS], "Which digit, one-hot; shares that sum to 1 mix digits."),
            ],
            "outputs": [entry("image", ["batch", 1, SIDE, SIDE], "Probability in [0, 1] that each pixel is ink, row by row from the top left; 0 is background.")],
            "opset": OPSET,
            "licence": "CC-BY-SA-3.0",
            "data": [mnist.MANIFEST_ENTRY],
            "training": training,
            "metrics": metrics,
            "golden": {"path": GOLDEN, "tolerance": TOLERANCE},
        },
    )  # fmt: skip
