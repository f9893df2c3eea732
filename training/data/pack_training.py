"""Pictures to train on in the page, 28 x 28 in 8 greys: public/data/fashion-28 and public/data/mnist-28, bytes and manifests.

    python -m training.data.pack_training            writes both
    python -m training.data.pack_training --check    compares them with what would be written, exit 1 if they differ

The first training pictures (20,000 of Fashion-MNIST, 10,000 of MNIST, in the data set's own order) and all 10,000 test
pictures of each. The file is a raw DEFLATE stream (RFC 1951). Inside: all pictures, training before test, row by row from the
top left, two pixels a byte, the left one in the high four bits, 0 paper and 7 ink; then the labels, a byte each, in the same
order. Other versions of zlib may write other bytes for the same pictures: --check compares what is inside.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

import numpy as np

from training.common.cli import run_main
from training.common.errors import DataError
from training.common.paths import ROOT
from training.data import fashion_mnist, mnist
from training.data.mnist_small import pack

SIDE, LEVELS = 28, 8
COMMAND = "python -m training.data.pack_training"


@dataclass(frozen=True)
class Pack:
    """The first `train` training pictures and all test pictures of a data set."""

    id: str
    file: str
    train: int
    # "train" or "test" -> images uint8 [n, 28, 28], labels uint8 [n]. Raises DataError if they are absent or altered.
    load: Callable[[str], tuple[np.ndarray, np.ndarray]]
    # What a manifest says of the data set.
    data: dict[str, Any]

    @property
    def folder(self) -> Path:
        return ROOT / "public" / "data" / self.id


def coarsen(images: np.ndarray) -> np.ndarray:
    """uint8 [n, 28, 28] -> levels 0 ... 7, rounded half up."""
    return ((images.astype(np.int64) * 2 * (LEVELS - 1) + 255) // (2 * 255)).astype(np.uint8)


def load_clothes(split: str) -> tuple[np.ndarray, np.ndarray]:
    if fashion_mnist.find() is None:
        fashion_mnist.fetch()
    return fashion_mnist.load(split)


PACKS = (
    Pack("fashion-28", "clothes.bin", 20_000, load_clothes, fashion_mnist.MANIFEST_ENTRY),
    Pack("mnist-28", "digits.bin", 10_000, mnist.load, mnist.MANIFEST_ENTRY),
)


def inside(wanted: Pack) -> tuple[bytes, int]:
    """What the file holds before it is deflated, and how many test pictures. Raises DataError if the data set is absent or altered."""
    train, train_labels = wanted.load("train")
    test, test_labels = wanted.load("test")
    levels = coarsen(np.concatenate([train[: wanted.train], test]))
    labels = np.concatenate([train_labels[: wanted.train], test_labels]).astype(np.uint8)
    return pack(levels) + labels.tobytes(), len(test)


def deflate(raw: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return packer.compress(raw) + packer.flush()


def manifest_of(wanted: Pack, packed: bytes, test: int) -> dict[str, Any]:
    return {
        "id": wanted.id,
        "file": {"path": wanted.file, "bytes": len(packed), "sha256": hashlib.sha256(packed).hexdigest()},
        "train": wanted.train,
        "test": test,
        "side": SIDE,
        "levels": LEVELS,
        "data": wanted.data,
        "command": COMMAND,
    }


def write(wanted: Pack) -> None:
    raw, test = inside(wanted)
    packed = deflate(raw)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    (wanted.folder / wanted.file).write_bytes(packed)
    text = json.dumps(manifest_of(wanted, packed, test), indent=2, ensure_ascii=False) + "\n"
    (wanted.folder / "data.json").write_text(text, encoding="utf-8")
    print(f"{wanted.id}: {len(packed)} bytes, {wanted.train} + {test} pictures")


def check(wanted: Pack) -> None:
    """Raises DataError if the file or its manifest is not what `write` would have written, but for the way of deflating."""
    raw, test = inside(wanted)
    try:
        packed = (wanted.folder / wanted.file).read_bytes()
        manifest = json.loads((wanted.folder / "data.json").read_text(encoding="utf-8"))
        same = zlib.decompress(packed, -15) == raw and manifest == manifest_of(wanted, packed, test)
    except (OSError, ValueError, zlib.error) as error:
        raise DataError(f"{wanted.folder} cannot be read ({error}). Run `{COMMAND}`.") from error
    if not same:
        raise DataError(f"{wanted.folder} is not what `{COMMAND}` writes.")
    print(f"{wanted.id}: as it should be")


def main() -> None:
    for wanted in PACKS:
        check(wanted) if "--check" in sys.argv[1:] else write(wanted)


if __name__ == "__main__":
    run_main(main)
