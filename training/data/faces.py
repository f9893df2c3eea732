"""Drawn faces (personas) with known factors and part masks, at 64 and 32 pixels.

    python -m training.data.faces                    draws 20,000 faces into the cache, about 4 minutes
    python -m training.data.faces --count 60000      more of them; face i is the same whatever the count

Design: Personas by Draftbit, CC BY 4.0; drawn with DiceBear's `@dicebear/personas` and `@resvg/resvg-js`
(devDependencies of this repository) by render-faces.mjs. 32 pixels are means of 2 x 2 of the 64.

Factors of a face: body, hair, nose, mouth, eyes (with glasses and sunglasses), facialHair ("none" or its kind),
hairColour, and numbers: hairShade and skinTone in [0, 1], clothesHue and backgroundHue in degrees, rotate in degrees,
scale in percent, shiftX and shiftY in percent of the side.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.common.cli import positive, run_main
from training.common.errors import DataError
from training.common.paths import ROOT, data_cache

SIDE, COUNT = 64, 20_000
SCRIPT = ROOT / "training" / "data" / "render-faces.mjs"
PACKAGES = ("@dicebear/core", "@dicebear/personas", "@resvg/resvg-js")
# Of the first faces of any build: SHA-256 of their images and masks.
FIRST = 64
FIRST_SHA256 = {
    "images.bin": "bdb300129fd561e5084e94129a8ed464de47c36f0662bf8bfcd692a8547205e7",
    "masks.bin": "5064a881d15fc0b9b645a32f2e32577bb2824445f0e4c1631d4c94dd0079cf1e",
}
BYTES = {"images.bin": SIDE * SIDE * 3, "masks.bin": SIDE * SIDE}

# What a manifest says of this data set.
MANIFEST_ENTRY = {
    "name": "drawn faces, style Personas by Draftbit, with known factors",
    "licence": "CC BY 4.0",
    "source": "npm packages @dicebear/personas@9.4.3, @dicebear/core@9.4.3, @resvg/resvg-js@2.6.2",
}


@dataclass
class Faces:
    """images uint8 [n, side, side, 3] RGB, masks uint8 [n, side, side] (index into parts), factors of each face."""

    images: np.ndarray
    masks: np.ndarray
    parts: list[str]
    factors: list[dict[str, Any]]


def build(count: int, folder: Path) -> None:
    """Draws the faces into `folder`, which is replaced whole once they are checked. Raises DataError."""
    missing = [name for name in PACKAGES if not (ROOT / "node_modules" / name).is_dir()]
    if missing:
        raise DataError(f"faces: {', '.join(missing)} not in node_modules. Run `npm ci` in the repository.")
    own = ROOT / "node_modules" / ".bin" / "node"
    node = str(own) if own.exists() else shutil.which("node")
    if node is None:
        raise DataError("faces: Node is not found. Install Node 22 or newer, or run `npm ci` where there is one.")
    half = folder.with_name(folder.name + ".part")
    shutil.rmtree(half, ignore_errors=True)
    half.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([node, str(SCRIPT), str(count), str(half)], cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise DataError(f"faces: drawing failed: {done.stderr.strip()[-2000:]}")
    check_first(half, count)
    hashes = {name: hashlib.sha256((half / name).read_bytes()).hexdigest() for name in (*BYTES, "factors.json")}
    (half / "built.json").write_text(json.dumps({"count": count, "sha256": hashes}) + "\n")
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(half, folder)


def check_first(folder: Path, count: int) -> None:
    """The first faces are the known ones, so the packages draw as they did. Raises DataError."""
    if count < FIRST:
        return
    for name, expected in FIRST_SHA256.items():
        with (folder / name).open("rb") as file:
            found = hashlib.sha256(file.read(FIRST * BYTES[name])).hexdigest()
        if found != expected:
            raise DataError(
                f"faces: the first {FIRST} of {name} have SHA-256 {found}, expected {expected}. "
                "The drawing packages are of other versions: run `npm ci`, then build again."
            )


def read_checked(name: str, folder: Path, expected: str) -> bytes:
    raw = (folder / name).read_bytes() if (folder / name).is_file() else b""
    found = hashlib.sha256(raw).hexdigest()
    if found != expected:
        raise DataError(
            f"faces: {folder / name} has SHA-256 {found}, it was built with {expected}. "
            f"Delete {folder} and run `python -m training.data.faces` again."
        )
    return raw


def load(side: int = SIDE, count: int | None = None, folder: Path | None = None) -> Faces:
    """The first `count` faces (all, if None) at 64 or 32 pixels. Raises DataError, ValueError."""
    if side not in (32, 64):
        raise ValueError(f"side: expected 32 or 64, found {side}")
    folder = folder or data_cache("faces")
    try:
        built = json.loads((folder / "built.json").read_text())
    except (OSError, json.JSONDecodeError) as error:
        raise DataError(f"faces: {folder} holds no built set. Run `python -m training.data.faces`.") from error
    wanted = built["count"] if count is None else count
    if wanted > built["count"]:
        raise DataError(f"faces: {built['count']} are built, {wanted} are asked for. Run `python -m training.data.faces --count {wanted}`.")
    raw = {name: read_checked(name, folder, expected) for name, expected in built["sha256"].items()}
    images = np.frombuffer(raw["images.bin"], dtype=np.uint8).reshape(-1, SIDE, SIDE, 3)[:wanted]
    masks = np.frombuffer(raw["masks.bin"], dtype=np.uint8).reshape(-1, SIDE, SIDE)[:wanted]
    known = json.loads(raw["factors.json"])
    if side == 32:
        images, masks = halve_images(images), halve_masks(masks, len(known["parts"]))
    return Faces(images, masks, known["parts"], known["faces"][:wanted])


def halve_images(images: np.ndarray) -> np.ndarray:
    """Means of 2 x 2 pixels, rounded: [n, 2s, 2s, 3] -> [n, s, s, 3]."""
    n, side = len(images), images.shape[1] // 2
    total = images.reshape(n, side, 2, side, 2, 3).astype(np.uint16).sum(axis=(2, 4))
    return ((total + 2) // 4).astype(np.uint8)


def halve_masks(masks: np.ndarray, parts: int) -> np.ndarray:
    """The commonest part of 2 x 2 pixels, of equally common ones the later: [n, 2s, 2s] -> [n, s, s]."""
    n, side = len(masks), masks.shape[1] // 2
    four = masks.reshape(n, side, 2, side, 2)
    best, most = np.zeros((n, side, side), dtype=np.uint8), np.zeros((n, side, side), dtype=np.uint8)
    for part in range(parts):
        votes = (four == part).sum(axis=(2, 4)).astype(np.uint8)
        best = np.where(votes >= np.maximum(most, 1), np.uint8(part), best)
        most = np.maximum(most, votes)
    return best


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m training.data.faces", description="Draws the faces into the cache.")
    options.add_argument("--count", type=positive, default=COUNT)
    count = options.parse_args().count
    folder = data_cache("faces")
    try:
        faces = load(count=count)
    except DataError as reason:
        print(f"{reason}\ndrawing {count} faces into {folder}", flush=True)
        build(count, folder)
        faces = load(count=count)
    shares = np.bincount(faces.masks.reshape(-1), minlength=len(faces.parts)) / faces.masks.size
    print(f"{len(faces.images)} faces of {SIDE} pixels in {folder}")
    print("share of the pixels: " + ", ".join(f"{part} {share:.3f}" for part, share in zip(faces.parts, shares)))


if __name__ == "__main__":
    run_main(main)
