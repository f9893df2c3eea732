"""Measures a shipped adversarial autoencoder of MNIST on the test set.

    python -m training.aae_mnist.evaluate --labels 1000       half a minute; exit 1 where the manifest says otherwise
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch

from training.aae_mnist import ship
from training.aae_mnist.model import ALL_LABELS, DIGITS, PIXELS, STYLE, Aae, model_id
from training.codec_mnist import measure as shared
from training.common import bounds, manifest
from training.common.cli import run_main
from training.common.export import load_weights
from training.common.paths import MODELS
from training.common.seed import generator
from training.data import mnist
from training.digit_features.model import GRAPH, MODEL_ID, Classifier


@torch.no_grad()
def measure(folder: Path, labels: int, images: int = 10_000, features: Path | None = None) -> dict[str, Any]:
    """The manifest's `metrics`, by PyTorch with the weights of the shipped files."""
    model = Aae(guess=labels != ALL_LABELS).eval()
    ship.load(model, folder)
    judge = Classifier().eval()
    load_weights(judge, (features or MODELS / MODEL_ID) / GRAPH)
    grey = shared.test_images(images)
    truth = torch.from_numpy(mnist.load("test")[1][:images].copy()).long()
    z, logits = model.encoder(grey)
    digit = logits.softmax(dim=1) if model.guess else torch.eye(DIGITS)[truth]
    loglik = bounds.log_bernoulli(grey.reshape(-1, PIXELS), model.decoder(z, digit)).double().mean()
    asked = torch.arange(len(grey)) % DIGITS
    drawn = model.decoder(torch.randn(len(grey), STYLE, generator=generator(shared.SEED, "prior")), torch.eye(DIGITS)[asked])
    seen = shared.by_chunks(lambda rows: judge(rows)[1], drawn).argmax(dim=1)
    over = f" Over {len(grey)} MNIST test images."
    command = f"python -m training.aae_mnist.evaluate --labels {labels}"
    values: dict[str, tuple[float, str]] = {
        "test-reconstruction": (float(loglik), "Minus the cross-entropy of a picture and its reconstruction; nats per image." + over),
        "fid-samples": (shared.Judge(grey, features).score(drawn), f"Fréchet distance to the test images of {len(grey)} decoded samples of the prior, equally many of each digit; features of {shared.NETWORK}."),
        "samples-as-asked": (float((seen == asked).float().mean()), f"Share of those {len(grey)} samples in which our classifier sees the digit that was asked for."),
        "style-mean-square": (float(z.square().mean()), "Mean square of a style number; of the prior it is 1." + over),
    }  # fmt: skip
    if model.guess:
        right = float((logits.argmax(dim=1) == truth).float().mean())
        values["test-accuracy"] = (right, f"Share of digits recognised, learned from {labels} labels." + over)
    return {name: manifest.metric(value, words, command, 2 if abs(value) > 10 else 4) for name, (value, words) in values.items()}


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m training.aae_mnist.evaluate", description="Measures an adversarial autoencoder again.")
    options.add_argument("--labels", type=int, choices=(100, 1000, ALL_LABELS), default=ALL_LABELS)
    labels = options.parse_args().labels
    folder = MODELS / model_id(labels)
    manifest.check_files(folder)
    manifest.compare_metrics(folder, measure(folder, labels))


if __name__ == "__main__":
    run_main(main)
