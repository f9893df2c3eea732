"""Measures a shipped variational autoencoder of MNIST on the test set.

    python -m training.vae_mnist.evaluate --code 16 --beta 4       a minute; exit 1 where the manifest says otherwise

Nats per image, of images made binary pixel by pixel (training/vae_digits/model.py). The bounds are those of beta = 1,
whatever beta the model was trained with: they are bounds on log p(x), and so the models can be compared.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from training.codec_mnist import measure as shared
from training.codec_mnist.networks import PIXELS
from training.common import bounds, manifest
from training.common.cli import run_main
from training.common.paths import MODELS
from training.common.runtime import Graph
from training.common.seed import generator
from training.vae_mnist.model import BETAS, CODES, Vae, model_id

CHUNK = 100


@dataclass(frozen=True)
class Effort:
    images: int = 10_000
    samples: int = 4
    # The importance-weighted bound is of the first of the images alone: it costs `weights` decodings each.
    weighted_images: int = 2_000
    weights: int = 100


FULL, SMOKE = Effort(), Effort(images=64, samples=1, weighted_images=20, weights=3)


def command(code: int, beta: float) -> str:
    return f"python -m training.vae_mnist.evaluate --code {code} --beta {beta:g}"


@torch.no_grad()
def measure_bound(encode: Graph, decode: Graph, grey: torch.Tensor, start: int, samples: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Reconstruction term [n] and KL of each latent number [n, d] of some images."""
    mean, logvar = encode(grey)
    noise = torch.randn(len(grey), samples, mean.shape[1], generator=generator(shared.SEED, "bound", start))
    z = mean[:, None] + torch.exp(0.5 * logvar)[:, None] * noise
    loglik = bounds.log_bernoulli(grey.reshape(-1, PIXELS), decode(z.reshape(-1, mean.shape[1])))
    return loglik.mean(dim=1), bounds.kl_terms(mean, logvar)


@torch.no_grad()
def measure_weighted(encode: Graph, decode: Graph, grey: torch.Tensor, start: int, weights: int) -> torch.Tensor:
    """The importance-weighted bound [n] of one random binary version of each image."""
    mean, logvar = encode(grey)
    noise = torch.randn(len(grey), weights, mean.shape[1], generator=generator(shared.SEED, "importance", start))
    z = mean[:, None] + torch.exp(0.5 * logvar)[:, None] * noise
    flat = grey.reshape(-1, PIXELS)
    binary = (torch.rand(flat.shape, generator=generator(shared.SEED, "binary", start)) < flat).float()
    loglik = bounds.log_bernoulli(binary, decode(z.reshape(-1, mean.shape[1])))
    return bounds.importance_bound(loglik, noise, z, logvar)


def measure(folder: Path, code: int, beta: float, effort: Effort = FULL, features: Path | None = None) -> dict[str, Any]:
    """The manifest's `metrics`."""
    encode, decode = shared.load_codec(Vae(code), folder, ["mean", "logvar"])
    grey = shared.test_images(effort.images)
    starts = range(0, len(grey), CHUNK)
    terms = [measure_bound(encode, decode, grey[at : at + CHUNK], at, effort.samples) for at in starts]
    reconstruction = float(torch.cat([loglik for loglik, _ in terms]).double().mean())
    kl = torch.cat([each for _, each in terms]).double().mean(dim=0)
    first = range(0, min(len(grey), effort.weighted_images), CHUNK)
    stop = first.stop
    weighted = torch.cat([measure_weighted(encode, decode, grey[at : min(at + CHUNK, stop)], at, effort.weights) for at in first])
    judge = shared.Judge(grey, features)
    z = torch.randn(len(grey), code, generator=generator(shared.SEED, "prior"))
    pictures = shared.reconstruct(encode, decode, grey)
    values: dict[str, tuple[float, str]] = {
        "test-elbo": (reconstruction - float(kl.sum()), f"Evidence lower bound (β = 1), Bernoulli pixels averaged over binarisations; nats per image, {effort.samples} samples of z each."),
        "test-importance-bound": (float(weighted.double().mean()), f"Importance-weighted bound with {effort.weights} samples of z, one binarisation of each image; nats per image, the first {len(weighted)} test images."),
        "test-reconstruction": (reconstruction, "E log p(x|z), the bound's first term; nats per image."),
        "test-kl": (float(kl.sum()), "KL(q(z|x) || N(0, I)), the bound's second term, in closed form; nats per image."),
        "test-mse": (shared.mean_square(pictures, grey), "Squared error of a pixel in [0, 1] when the mean of q(z|x) is decoded."),
        "fid-samples": (judge.score(shared.by_chunks(decode, z)), f"Fréchet distance of {len(grey)} decoded samples of the prior to the test images; features of {shared.NETWORK}."),
        "fid-reconstructions": (judge.score(pictures), f"Fréchet distance of the reconstructions to the test images; features of {shared.NETWORK}."),
        "active-dimensions": (float((kl > 0.05).sum()), "Latent numbers whose mean KL is over 0.05 nats."),
    }  # fmt: skip
    for at, value in enumerate(kl.tolist()):
        values[f"test-kl-{at + 1}"] = (value, f"KL of latent number {at + 1}, counted from 1, in nats per image.")
    over = f" Over {len(grey)} MNIST test images." if len(grey) < 10_000 else " Over the MNIST test set."
    digits = {"test-mse": 5}
    return {
        name: manifest.metric(value, meaning + over, command(code, beta), digits.get(name, 2))
        for name, (value, meaning) in values.items()
    }


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m training.vae_mnist.evaluate", description="Measures a VAE of digits again.")
    options.add_argument("--code", type=int, choices=CODES, default=2)
    options.add_argument("--beta", type=float, choices=BETAS, default=1.0)
    chosen = options.parse_args()
    folder = MODELS / model_id(chosen.code, chosen.beta)
    manifest.check_files(folder)
    manifest.compare_metrics(folder, measure(folder, chosen.code, chosen.beta))


if __name__ == "__main__":
    run_main(main)
