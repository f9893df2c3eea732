"""Measures the shipped classifier `digit-features` on the MNIST test set.

    python -m training.digit_features.evaluate         half a minute; compares with the manifest, exit 1 if they differ
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from training.common import frechet, manifest
from training.common.cli import run_main
from training.common.images import as_floats
from training.common.paths import MODELS
from training.common.runtime import load_graph
from training.data import mnist
from training.digit_features.model import GRAPH, MODEL_ID, Classifier

COMMAND = "python -m training.digit_features.evaluate"


@torch.no_grad()
def measure(folder: Path, images: int = 10_000) -> dict[str, Any]:
    """Accuracy, and the distance of real from real: what a perfect generator would score."""
    run, engine = load_graph(folder / GRAPH, Classifier(), "image", ["features", "logits"])
    raw, digits = mnist.load("test")
    test, labels = as_floats(raw[:images]), torch.from_numpy(digits[:images].copy()).long()
    logits = frechet.gather(lambda rows: run(rows)[1], test)
    accuracy = float((logits.argmax(dim=1) == labels).float().mean())
    train = as_floats(mnist.load("train")[0][:images])
    floor = frechet.distance(
        frechet.gather(lambda rows: run(rows)[0], train), frechet.gather(lambda rows: run(rows)[0], test)
    )
    print(f"measured on {images} test images by {engine}")
    return {
        "test-accuracy": manifest.metric(accuracy, f"Share of {images} MNIST test images whose digit is recognised.", COMMAND, 4),
        "fid-train-test": manifest.metric(
            floor, f"Fréchet distance in this network's features of {images} training images to {images} test images: the score of real digits.", COMMAND
        ),
    }  # fmt: skip


def main() -> None:
    folder = MODELS / MODEL_ID
    manifest.check_files(folder)
    manifest.compare_metrics(folder, measure(folder))


if __name__ == "__main__":
    run_main(main)
