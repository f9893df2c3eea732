"""Measures the shipped ACAI on the MNIST test set, beside the plain autoencoder and the variational one of its size.

    python -m training.acai_mnist.evaluate       a minute; exit 1 where the manifest differs
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch

from training.acai_mnist.model import CODE, MODEL_ID, Acai
from training.autoencoder_mnist.model import Autoencoder
from training.autoencoder_mnist.model import model_id as plain_id
from training.codec_mnist import measure as shared
from training.codec_mnist.networks import PIXELS
from training.common import bounds, manifest
from training.common.cli import run_main
from training.common.paths import MODELS
from training.common.runtime import Graph
from training.common.seed import generator
from training.vae_mnist.model import Vae
from training.vae_mnist.model import model_id as vae_id

COMMAND = "python -m training.acai_mnist.evaluate"


def partners(count: int) -> torch.Tensor:
    """Another picture for each: a fixed permutation."""
    return torch.randperm(count, generator=generator(shared.SEED, "partners"))


def midpoints(encode: Graph, decode: Graph, images: torch.Tensor) -> torch.Tensor:
    """The pictures halfway between the codes (of a variational one: the means) of each test image and its partner."""

    def code_of(rows: torch.Tensor) -> torch.Tensor:
        codes = encode(rows)
        return codes[0] if isinstance(codes, tuple) else codes

    codes = shared.by_chunks(code_of, images)
    return shared.by_chunks(decode, (codes + codes[partners(len(codes))]) / 2)


def others() -> dict[str, tuple[str, Graph, Graph]]:
    """name -> title, encoder, decoder of the models beside which this one is measured."""
    plain, variational = plain_id(CODE, False), vae_id(CODE, 1.0)
    return {
        "plain": (plain, *shared.load_codec(Autoencoder(CODE), MODELS / plain, ["code"])),
        "vae": (variational, *shared.load_codec(Vae(CODE), MODELS / variational, ["mean", "logvar"])),
    }


def measure(folder: Path, images: int = 10_000, features: Path | None = None) -> dict[str, Any]:
    """The manifest's `metrics`."""
    encode, decode = shared.load_codec(Acai(), folder, ["code"])
    grey = shared.test_images(images)
    pictures = shared.reconstruct(encode, decode, grey)
    loglik = bounds.log_bernoulli(grey.reshape(-1, PIXELS), pictures).double().mean()
    judge = shared.Judge(grey, features)
    far = "Fréchet distance to the test images of the pictures decoded halfway between the codes of each and of another"
    by = f"features of {shared.NETWORK}"
    values: dict[str, tuple[float, str, int]] = {
        "test-reconstruction": (float(loglik), "Minus the cross-entropy of a picture and its reconstruction; nats per image.", 2),
        "test-mse": (shared.mean_square(pictures, grey), "Squared error of a pixel in [0, 1] to the picture when it is encoded and decoded.", 5),
        "fid-reconstructions": (judge.score(pictures), f"Fréchet distance of the reconstructions to the test images; {by}.", 2),
        "fid-midpoints": (judge.score(midpoints(encode, decode, grey)), f"{far}; {by}.", 2),
    }  # fmt: skip
    for name, (title, their_encoder, their_decoder) in others().items():
        score = judge.score(midpoints(their_encoder, their_decoder, grey))
        values[f"fid-midpoints-{name}"] = (score, f"The same measure of {title}; {by}.", 2)
    pixels = (grey + grey[partners(len(grey))]) / 2
    values["fid-midpoints-pixels"] = (judge.score(pixels), f"The same measure of the mean of both pictures, pixel by pixel; {by}.", 2)
    over = f" Over {len(grey)} MNIST test images."
    return {name: manifest.metric(value, meaning + over, COMMAND, digits) for name, (value, meaning, digits) in values.items()}


def main() -> None:
    argparse.ArgumentParser(prog=COMMAND, description="Measures the adversarially constrained autoencoder again.").parse_args()
    folder = MODELS / MODEL_ID
    manifest.check_files(folder)
    manifest.compare_metrics(folder, measure(folder))


if __name__ == "__main__":
    run_main(main)
