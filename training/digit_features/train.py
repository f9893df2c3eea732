"""Trains, exports and measures `digit-features`, the classifier behind our Fréchet distances of digits.

    python -m training.digit_features.train                 about 3 minutes on one CPU thread
    python -m training.digit_features.train --smoke         a few steps into a temporary folder, with checks
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

from training.common import cli, distributed, golden, manifest
from training.common import fit as fitting
from training.common.export import OPSET, export_onnx, load_weights
from training.common.fit import Job
from training.common.half import halve
from training.common.images import as_floats
from training.common.loop import Step, cosine, set_rate
from training.common.seed import batch_indices
from training.data import mnist
from training.digit_features import evaluate
from training.digit_features.model import (
    CLASSES,
    FEATURES,
    GRAPH,
    MODEL_ID,
    SIDE,
    Classifier,
)

MODULE, RATE, GOLDEN, TOLERANCE = "training.digit_features.train", 2e-3, "golden.json", 1e-3
TARGETS = ["features", "logits"]


def load(model: Any, folder: Path) -> None:
    load_weights(model, folder / GRAPH)


def job(chosen: argparse.Namespace) -> Job:
    """Cross-entropy, Adam (Kingma and Ba 2015), a cosine from the rate to 0."""

    def prepare(network: nn.Module, optimizer: torch.optim.Optimizer, where: str) -> Step:
        raw, digits = mnist.load("train")
        images, labels = as_floats(raw, where), torch.from_numpy(digits.copy()).long().to(where)

        def step(index: int) -> dict[str, Any]:
            set_rate(optimizer, cosine(index, chosen.steps, RATE, min(50, chosen.steps // 4)))
            rows = distributed.share(batch_indices(len(images), chosen.batch, index, chosen.seed)).to(where)
            _, logits = network(images[rows])
            loss = F.cross_entropy(logits, labels[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            right = (logits.argmax(dim=1) == labels[rows]).float().mean()
            return {"loss": loss.detach(), "accuracy": right}

        return step

    return Job(MODEL_ID, Classifier, load, prepare, RATE)


def export(model: Classifier, folder: Path) -> None:
    """The graph with float16 weights and PyTorch's outputs on four test digits."""
    export_onnx(model, (torch.zeros(2, 1, SIDE, SIDE),), folder / GRAPH, ["image"], TARGETS)
    halve(folder / GRAPH)
    load_weights(model, folder / GRAPH)
    few = as_floats(mnist.load("test")[0][:4])
    stored = golden.probe(model, {"image": few}, TARGETS)
    golden.write(folder / GOLDEN, stored)
    golden.compare(folder / GRAPH, stored, TOLERANCE)


def describe(folder: Path, training: dict[str, Any], images: int) -> None:
    entry = manifest.tensor
    manifest.write(
        folder,
        {
            "id": MODEL_ID,
            "title": "Digit features: the classifier that judges generated digits",
            "files": [manifest.describe_file(folder, GRAPH)],
            "inputs": [entry("image", ["batch", 1, SIDE, SIDE], "Ink of each pixel in [0, 1], row by row from the top left; 0 is background.")],
            "outputs": [
                entry("features", ["batch", FEATURES], "The last hidden layer, each number at least 0; the space of our Fréchet distances."),
                entry("logits", ["batch", CLASSES], "Log-odds of the digits 0 to 9, up to a common constant."),
            ],
            "opset": OPSET,
            "licence": "CC-BY-SA-3.0",
            "data": [mnist.MANIFEST_ENTRY],
            "training": training,
            "metrics": evaluate.measure(folder, images),
            "golden": {"path": GOLDEN, "tolerance": TOLERANCE},
        },
    )


def run_smoke(chosen: argparse.Namespace) -> None:
    with fitting.temporary() as folder:
        small = fitting.as_smoke(chosen, Path(folder), steps=6, batch=32)
        done = fitting.check_resume(job, small, Path(folder))
        export(done.model, small.out)
        describe(small.out, manifest.training_facts("smoke", "smoke", small.seed, done.seconds, done.device, done.log), images=64)
        manifest.check_files(small.out)
    print("smoke of digit-features passed")


def main() -> None:
    options = cli.parser(MODULE, MODEL_ID, "Trains the classifier of digits.", steps=2_340, batch=128)
    chosen = options.parse_args()
    if chosen.smoke:
        return run_smoke(chosen)
    commit = manifest.current_commit()
    done = fitting.fit(job(chosen), chosen)
    if not distributed.leads():
        return
    facts = manifest.training_facts(cli.command_line(options, chosen), commit, chosen.seed, done.seconds, done.device, done.log)
    export(done.model, chosen.out)
    describe(chosen.out, facts, images=10_000)
    print(f"{chosen.out}: {facts['minutes']} minutes of training, {facts['device']}")


if __name__ == "__main__":
    cli.run_main(main)
