"""A small part of MNIST for training in the page: public/data/mnist-14, one file of bytes and its manifest.

    python -m training.data.mnist_small            writes both
    python -m training.data.mnist_small --check    compares them with what would be written, exit 1 if they differ

The first TRAIN training and the first TEST test pictures, halved to 14 x 14 pixels (means of 2 x 2), in 16 greys. The file:
all pictures, training before test, row by row from the top left, two pixels a byte, the left one in the high four bits, 0
paper and 15 ink; then the labels, a byte each, in the same order.
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import Any

import numpy as np

from training.common.cli import run_main
from training.common.errors import DataError
from training.common.paths import ROOT
from training.data import mnist

TRAIN, TEST, SIDE, LEVELS = 8192, 1024, 14, 16
FOLDER = ROOT / "public" / "data" / "mnist-14"
FILE = "digits.bin"


def halve(images: np.ndarray) -> np.ndarray:
    """uint8 [n, 28, 28] -> levels 0 ... 15 [n, 14, 14]: means of 2 x 2, rounded half up."""
    sums = images.reshape(-1, SIDE, 2, SIDE, 2).sum((2, 4), dtype=np.int64)
    return ((sums * 2 * (LEVELS - 1) + 4 * 255) // (2 * 4 * 255)).astype(np.uint8)


def pack(levels: np.ndarray) -> bytes:
    """Two pixels a byte."""
    pairs = levels.reshape(-1, 2)
    return (pairs[:, 0] << 4 | pairs[:, 1]).astype(np.uint8).tobytes()


def build() -> tuple[bytes, dict[str, Any]]:
    """The file and its manifest. Raises DataError if MNIST is absent or altered."""
    train, train_labels = mnist.load("train")
    test, test_labels = mnist.load("test")
    levels = np.concatenate([halve(train[:TRAIN]), halve(test[:TEST])])
    labels = np.concatenate([train_labels[:TRAIN], test_labels[:TEST]]).astype(np.uint8)
    raw = pack(levels) + labels.tobytes()
    return raw, {
        "id": FOLDER.name,
        "file": {"path": FILE, "bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()},
        "train": TRAIN,
        "test": TEST,
        "side": SIDE,
        "levels": LEVELS,
        "data": mnist.MANIFEST_ENTRY,
        "command": "python -m training.data.mnist_small",
    }


def main() -> None:
    raw, manifest = build()
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    if "--check" in sys.argv[1:]:
        for name, expected in ((FILE, raw), ("data.json", text.encode())):
            path = FOLDER / name
            if not path.is_file() or path.read_bytes() != expected:
                raise DataError(f"{path} is not what `{manifest['command']}` writes.")
    else:
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / FILE).write_bytes(raw)
        (FOLDER / "data.json").write_text(text, encoding="utf-8")
    print(f"{FOLDER.name}: {len(raw)} bytes, {TRAIN} + {TEST} pictures, SHA-256 {manifest['file']['sha256']}")


if __name__ == "__main__":
    run_main(main)
