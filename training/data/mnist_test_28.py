"""The first test digits of MNIST in full size, by which a page judges a drawing: public/data/mnist-28-test, bytes and manifest.

    python -m training.data.mnist_test_28            writes both
    python -m training.data.mnist_test_28 --check    compares them with what would be written, exit 1 if they differ

The first COUNT test pictures, 28 x 28, in 16 greys. The file: all pictures, row by row from the top left, two pixels a byte,
the left one in the high four bits, 0 paper and 15 ink; then the labels, a byte each, in the same order.
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
from training.data.mnist_small import LEVELS, pack

COUNT, SIDE = 500, 28
FOLDER = ROOT / "public" / "data" / "mnist-28-test"
FILE = "digits.bin"


def coarsen(images: np.ndarray) -> np.ndarray:
    """uint8 [n, 28, 28] -> levels 0 ... 15, rounded half up."""
    return ((images.astype(np.int64) * 2 * (LEVELS - 1) + 255) // (2 * 255)).astype(np.uint8)


def build() -> tuple[bytes, dict[str, Any]]:
    """The file and its manifest. Raises DataError if MNIST is absent or altered."""
    images, labels = mnist.load("test")
    raw = pack(coarsen(images[:COUNT])) + labels[:COUNT].astype(np.uint8).tobytes()
    return raw, {
        "id": FOLDER.name,
        "file": {"path": FILE, "bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()},
        "test": COUNT,
        "side": SIDE,
        "levels": LEVELS,
        "data": mnist.MANIFEST_ENTRY,
        "command": "python -m training.data.mnist_test_28",
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
    print(f"{FOLDER.name}: {len(raw)} bytes, {COUNT} pictures, SHA-256 {manifest['file']['sha256']}")


if __name__ == "__main__":
    run_main(main)
