"""Measures a shipped autoencoder of MNIST, plain or denoising, on the test set.

    python -m training.autoencoder_mnist.evaluate --code 16 --denoise       half a minute; exit 1 where the manifest differs
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch

from training.autoencoder_mnist.model import (
    CODES,
    Autoencoder,
    add_gaussian,
    mask,
    model_id,
)
from training.codec_mnist import measure as shared
from training.codec_mnist.networks import PIXELS
from training.common import bounds, frechet, manifest
from training.common.cli import run_main
from training.common.paths import MODELS
from training.common.seed import generator

GAUSSIAN, MASKED = 0.5, 0.25


def command(code: int, denoise: bool) -> str:
    return f"python -m training.autoencoder_mnist.evaluate --code {code}" + (" --denoise" if denoise else "")


def draw_codes(codes: torch.Tensor, count: int) -> torch.Tensor:
    """Samples [count, d] of the Gaussian with the mean and covariance of some codes: an autoencoder has no prior."""
    mean, cov = frechet.moments(codes)
    values, vectors = torch.linalg.eigh(cov)
    noise = torch.randn(count, codes.shape[1], generator=generator(shared.SEED, "gaussian")).double()
    return (mean + noise * values.clamp(min=0).sqrt() @ vectors.T).float()


def measure(folder: Path, code: int, denoise: bool, images: int = 10_000, features: Path | None = None) -> dict[str, Any]:
    """The manifest's `metrics`."""
    encode, decode = shared.load_codec(Autoencoder(code), folder, ["code"])
    grey = shared.test_images(images)
    pictures = shared.reconstruct(encode, decode, grey)
    loglik = bounds.log_bernoulli(grey.reshape(-1, PIXELS), pictures).double().mean()
    noisy = add_gaussian(grey, GAUSSIAN, generator(shared.SEED, "noisy"))
    masked = mask(grey, MASKED, generator(shared.SEED, "masked"))
    judge = shared.Judge(grey, features)
    samples = shared.by_chunks(decode, draw_codes(shared.by_chunks(encode, grey), len(grey)))
    to_clean = "Squared error of a pixel in [0, 1] to the clean picture"
    values: dict[str, tuple[float, str]] = {
        "test-reconstruction": (float(loglik), "Minus the cross-entropy of a picture and its reconstruction; nats per image."),
        "test-mse": (shared.mean_square(pictures, grey), f"{to_clean} when it is encoded and decoded."),
        "noisy-mse": (shared.mean_square(noisy, grey), f"{to_clean} of the picture with Gaussian noise of deviation {GAUSSIAN}, held in [0, 1]."),
        "noisy-restored-mse": (shared.mean_square(shared.reconstruct(encode, decode, noisy), grey), f"{to_clean} after the picture with Gaussian noise of deviation {GAUSSIAN} was encoded and decoded."),
        "masked-mse": (shared.mean_square(masked, grey), f"{to_clean} of the picture with a share of {MASKED} of its pixels set to 0."),
        "masked-restored-mse": (shared.mean_square(shared.reconstruct(encode, decode, masked), grey), f"{to_clean} after the picture with a share of {MASKED} of its pixels set to 0 was encoded and decoded."),
        "fid-samples": (judge.score(samples), f"Fréchet distance to the test images of {len(grey)} decoded samples of the Gaussian fitted to the test codes; features of {shared.NETWORK}."),
        "fid-reconstructions": (judge.score(pictures), f"Fréchet distance of the reconstructions to the test images; features of {shared.NETWORK}."),
    }  # fmt: skip
    over = f" Over {len(grey)} MNIST test images."
    return {
        name: manifest.metric(value, meaning + over, command(code, denoise), 5 if name.endswith("mse") else 2)
        for name, (value, meaning) in values.items()
    }


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m training.autoencoder_mnist.evaluate", description="Measures an autoencoder of digits again.")
    options.add_argument("--code", type=int, choices=CODES, default=2)
    options.add_argument("--denoise", action="store_true")
    chosen = options.parse_args()
    folder = MODELS / model_id(chosen.code, chosen.denoise)
    manifest.check_files(folder)
    manifest.compare_metrics(folder, measure(folder, chosen.code, chosen.denoise))


if __name__ == "__main__":
    run_main(main)
