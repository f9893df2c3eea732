"""Packs of test pictures for pages, 28 x 28 in 16 greys: a file of bytes and its manifest in public/data.

The file: all pictures, row by row from the top left, two pixels a byte, the left one in the high four bits, 0 paper and 15
ink; then the labels, a byte each, in the same order.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

import numpy as np

from training.common.errors import DataError
from training.common.paths import ROOT
from training.data.mnist_small import LEVELS, pack

SIDE = 28


@dataclass(frozen=True)
class Pack:
    """The first `count` test pictures of a data set."""

    id: str
    file: str
    count: int
    # -> images uint8 [n, 28, 28], labels uint8 [n]. Raises DataError if they are absent or altered.
    load: Callable[[], tuple[np.ndarray, np.ndarray]]
    # What a manifest says of the data set.
    data: dict[str, Any]
    command: str

    @property
    def folder(self) -> Path:
        return ROOT / "public" / "data" / self.id


def coarsen(images: np.ndarray) -> np.ndarray:
    """uint8 [n, 28, 28] -> levels 0 ... 15, rounded half up."""
    return ((images.astype(np.int64) * 2 * (LEVELS - 1) + 255) // (2 * 255)).astype(np.uint8)


def build(wanted: Pack) -> tuple[bytes, dict[str, Any]]:
    """The file and its manifest. Raises DataError if the data set is absent or altered."""
    images, labels = wanted.load()
    raw = pack(coarsen(images[: wanted.count])) + labels[: wanted.count].astype(np.uint8).tobytes()
    return raw, {
        "id": wanted.id,
        "file": {"path": wanted.file, "bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()},
        "test": wanted.count,
        "side": SIDE,
        "levels": LEVELS,
        "data": wanted.data,
        "command": wanted.command,
    }


def write_or_check(wanted: Pack) -> None:
    """Writes both, or with --check compares them with what would be written. Raises DataError if they differ."""
    raw, manifest = build(wanted)
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    if "--check" in sys.argv[1:]:
        for name, expected in ((wanted.file, raw), ("data.json", text.encode())):
            path = wanted.folder / name
            if not path.is_file() or path.read_bytes() != expected:
                raise DataError(f"{path} is not what `{wanted.command}` writes.")
    else:
        wanted.folder.mkdir(parents=True, exist_ok=True)
        (wanted.folder / wanted.file).write_bytes(raw)
        (wanted.folder / "data.json").write_text(text, encoding="utf-8")
    print(f"{wanted.id}: {len(raw)} bytes, {wanted.count} pictures, SHA-256 {manifest['file']['sha256']}")
