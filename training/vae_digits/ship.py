"""What `vae-digits` ships: decoder, encoder, golden probe, codes of test digits, manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

from training.common import golden, manifest
from training.common.export import OPSET, export_onnx
from training.data import mnist
from training.vae_digits import evaluate
from training.vae_digits.model import CODE, SIDE, Vae

DECODER, ENCODER, CODES, GOLDEN = "model.onnx", "encoder.onnx", "test-codes.json", "golden.json"
CODE_COUNT = 1000
# Absolute, on probabilities; float32 runtimes order their sums differently.
TOLERANCE = 1e-5
PROBES = [[0.0, 0.0], [1.0, -0.5], [-1.5, 0.75], [0.3, 2.2], [-0.8, -2.5], [3.0, 3.0]]
IMAGE = ["batch", 1, SIDE, SIDE]


def export(vae: Vae, folder: Path) -> None:
    """Writes the two graphs, the golden probe and the codes, and compares onnxruntime with PyTorch where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    export_onnx(vae.decoder, (torch.zeros(2, CODE),), folder / DECODER, ["z"], ["image"])
    export_onnx(vae.encoder, (torch.zeros(2, 1, SIDE, SIDE),), folder / ENCODER, ["image"], ["mean", "logvar"])
    stored = golden.probe(vae.decoder, {"z": torch.tensor(PROBES)}, ["image"])
    golden.write(folder / GOLDEN, stored)
    images, labels = mnist.load("test")
    first = torch.from_numpy(images[:CODE_COUNT].copy()).unsqueeze(1).float() / 255
    with torch.no_grad():
        mean, _ = vae.encoder(first)
    write_codes(folder / CODES, mean, labels[:CODE_COUNT].tolist())
    worst = golden.compare(folder / DECODER, stored, TOLERANCE)
    few = golden.probe(vae.encoder, {"image": first[:16]}, ["mean", "logvar"])
    golden.compare(folder / ENCODER, few, 1e-4)
    if worst is not None:
        print(f"onnxruntime and PyTorch differ by at most {worst:.1e}")


def write_codes(path: Path, mean: torch.Tensor, labels: list[int]) -> None:
    """Means of q(z|x) of the first test digits, z as x0, y0, x1, y1, … to four decimals."""
    z = [round(value, 4) for value in mean.reshape(-1).tolist()]
    body = {"data": "MNIST test set, the first images in its order", "labels": labels, "z": z}
    path.write_text(json.dumps(body, separators=(",", ":")) + "\n")


def describe(
    folder: Path,
    training: dict[str, Any],
    samples: int = evaluate.SAMPLES,
    weights: int = evaluate.WEIGHTS,
    images: int = evaluate.IMAGES,
) -> None:
    """Measures the exported files and writes the manifest."""
    measured = evaluate.measure(folder, samples, weights, images)
    manifest.write(
        folder,
        {
            "id": "vae-digits",
            "title": "Digit plane: a variational autoencoder with two latent numbers",
            "files": [manifest.describe_file(folder, name) for name in (DECODER, ENCODER, CODES)],
            "inputs": [
                manifest.tensor("z", ["batch", CODE], "A point of the latent plane; the prior is N(0, I), useful range about -3 to 3.")
            ],
            "outputs": [
                manifest.tensor("image", IMAGE, "Probability in [0, 1] that each pixel is ink, row by row from the top left; 0 is background.")
            ],
            "opset": OPSET,
            # MNIST is quoted as share-alike, and the weights and codes are made from it: the same licence is the safe one.
            "licence": "CC-BY-SA-3.0",
            "data": [mnist.MANIFEST_ENTRY],
            "training": training,
            "metrics": evaluate.as_metrics(measured, samples, weights, images),
            "golden": {"path": GOLDEN, "tolerance": TOLERANCE},
        },
    )
