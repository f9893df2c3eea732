"""Measures that an autoencoder of MNIST and a variational one have in common, over the MNIST test set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from training.codec_mnist import ship
from training.common import frechet
from training.common.images import as_floats
from training.common.runtime import Graph, load_graph
from training.data import mnist
from training.digit_features.model import FEATURES, load_extractor

SEED = 1

NETWORK = f"a classifier of digits of our own ({FEATURES} features, the model digit-features), not Inception"


def test_images(count: int) -> torch.Tensor:
    return as_floats(mnist.load("test")[0][:count])


def by_chunks(run: Callable[[torch.Tensor], torch.Tensor], rows: torch.Tensor, chunk: int = 500) -> torch.Tensor:
    with torch.no_grad():
        return torch.cat([run(rows[at : at + chunk]) for at in range(0, len(rows), chunk)])


class Judge:
    """Fréchet distance of pictures to the test set's, by the features of our own classifier."""

    def __init__(self, real: torch.Tensor, features: Path | None = None) -> None:
        self.extract = load_extractor(features)
        self.real = frechet.gather(self.extract, real)

    def score(self, images: torch.Tensor) -> float:
        return frechet.distance(frechet.gather(self.extract, images), self.real)


def reconstruct(encode: Graph, decode: Graph, images: torch.Tensor) -> torch.Tensor:
    """Pictures of the codes (of a variational one: of the means) of images [n, 1, 28, 28]."""

    def run(rows: torch.Tensor) -> torch.Tensor:
        codes = encode(rows)
        return decode(codes[0] if isinstance(codes, tuple) else codes)

    return by_chunks(run, images)


def mean_square(first: torch.Tensor, second: torch.Tensor) -> float:
    """Squared difference of a pixel, mean over pixels and images."""
    return float((first - second).square().mean())


def load_codec(model: Any, folder: Path, targets: list[str]) -> tuple[Graph, Graph]:
    """Encoder and decoder of a shipped folder."""
    encode, engine = load_graph(folder / ship.ENCODER, model.encoder, "image", targets)
    decode, _ = load_graph(folder / ship.DECODER, model.decoder, "z", ["image"])
    print(f"measured by {engine}")
    return encode, decode
