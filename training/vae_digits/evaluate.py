"""Measures the shipped ONNX files of `vae-digits` on the MNIST test set.

    python -m training.vae_digits.evaluate         about 2 minutes; compares with the manifest, exit 1 if they differ

By onnxruntime where it is installed, else by PyTorch with the weights of the same files. All in nats per image, of
images made binary pixel by pixel (see model.py). Probabilities are held within [1e-6, 1 - 1e-6].
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.common import manifest
from training.common.bounds import gaussian_kl, importance_bound, log_bernoulli
from training.common.cli import run_main
from training.common.paths import MODELS
from training.common.runtime import Graph, load_graph
from training.common.seed import generator
from training.data import mnist
from training.vae_digits.model import CODE, PIXELS, Vae

COMMAND = "python -m training.vae_digits.evaluate"
SAMPLES, WEIGHTS, IMAGES, SEED = 16, 100, 10_000, 1
CHUNK = 100
# Nats. Runtimes differ in the last digits, and the manifest is rounded to two decimals.
TOLERANCE = 0.02


def load_shipped(folder: Path) -> tuple[Graph, Graph, str]:
    """Encoder, decoder and the name of what runs them."""
    vae = Vae()
    encode, engine = load_graph(folder / "encoder.onnx", vae.encoder, "image", ["mean", "logvar"])
    decode, _ = load_graph(folder / "model.onnx", vae.decoder, "z", ["image"])
    return encode, decode, engine


@torch.no_grad()
def measure_chunk(encode: Graph, decode: Graph, grey: torch.Tensor, start: int, samples: int, weights: int) -> np.ndarray:
    """Reconstruction term, KL and importance-weighted bound of each image, float64 [n, 3]."""
    mean, logvar = encode(grey)
    scale = torch.exp(0.5 * logvar)
    flat = grey.reshape(len(grey), PIXELS)

    def draw(count: int, purpose: str) -> tuple[torch.Tensor, torch.Tensor]:
        noise = torch.randn(len(grey), count, CODE, generator=generator(SEED, purpose, start))
        return noise, mean[:, None] + scale[:, None] * noise

    _, z = draw(samples, "bound")
    reconstruction = log_bernoulli(flat, decode(z.reshape(-1, CODE))).mean(dim=1)
    noise, z = draw(weights, "importance")
    binary = (torch.rand(flat.shape, generator=generator(SEED, "binary", start)) < flat).float()
    loglik = log_bernoulli(binary, decode(z.reshape(-1, CODE)))
    importance = importance_bound(loglik, noise, z, logvar)
    return torch.stack([reconstruction, gaussian_kl(mean, logvar), importance], dim=1).double().numpy()


def measure(folder: Path, samples: int = SAMPLES, weights: int = WEIGHTS, images: int = IMAGES) -> dict[str, float]:
    """Means over the first `images` test digits."""
    encode, decode, engine = load_shipped(folder)
    grey = torch.from_numpy(mnist.load("test")[0][:images].copy()).unsqueeze(1).float() / 255
    starts = range(0, len(grey), CHUNK)
    rows = [measure_chunk(encode, decode, grey[at : at + CHUNK], at, samples, weights) for at in starts]
    reconstruction, kl, importance = np.concatenate(rows).mean(axis=0)
    print(f"measured on {len(grey)} test images by {engine}")
    return {
        "test-elbo": float(reconstruction - kl),
        "test-reconstruction": float(reconstruction),
        "test-kl": float(kl),
        "test-importance-bound": float(importance),
    }


def as_metrics(measured: dict[str, float], samples: int, weights: int, images: int) -> dict[str, Any]:
    """The manifest's `metrics`."""
    over = f"nats per image, mean over {images} MNIST test images"
    meaning = {
        "test-elbo": f"Evidence lower bound, Bernoulli pixels averaged over binarisations; {over}, {samples} samples of z each.",
        "test-reconstruction": f"E log p(x|z), the bound's first term; {over}, {samples} samples of z each.",
        "test-kl": f"KL(q(z|x) || N(0, I)), the bound's second term, in closed form; {over}.",
        "test-importance-bound": f"Importance-weighted bound with {weights} samples of z, one binarisation of each image; {over}.",
    }
    return {name: manifest.metric(value, meaning[name], COMMAND) for name, value in measured.items()}


def main() -> None:
    options = argparse.ArgumentParser(prog=COMMAND, description="Measures the shipped digit VAE again.")
    options.add_argument("--folder", type=Path, default=MODELS / "vae-digits")
    folder = options.parse_args().folder
    manifest.check_files(folder)
    stored = manifest.read(folder)["metrics"]
    failed = 0
    for name, value in measure(folder).items():
        away = abs(value - stored[name]["value"])
        failed += away > TOLERANCE
        print(f"{name}: {value:.3f}, manifest {stored[name]['value']}" + (" DIFFERS" if away > TOLERANCE else ""))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    run_main(main)
