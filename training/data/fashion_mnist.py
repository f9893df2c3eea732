"""Fashion-MNIST as arrays, from the Debian package `dataset-fashion-mnist`.

    python -m training.data.fashion_mnist        fetches the package where it is not there, checks the files, counts

Xiao, Rasul and Vollgraf 2017; MIT licence. Looked for where the package installs it, then in the cache; else the
package is downloaded by apt-get (no root is needed) and unpacked into the cache.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from training.common.cli import run_main
from training.common.errors import DataError
from training.common.paths import data_cache
from training.data.mnist import parse_idx

PACKAGE = "dataset-fashion-mnist"
INSTALLED = Path("/usr/share/datasets/fashion-mnist")
NAMES = ("T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot")

SHA256 = {
    "train-images-idx3-ubyte": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
    "train-labels-idx1-ubyte": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
    "t10k-images-idx3-ubyte": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
    "t10k-labels-idx1-ubyte": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
}

# What a manifest says of this data set.
MANIFEST_ENTRY = {
    "name": "Fashion-MNIST (Xiao, Rasul, Vollgraf 2017)",
    "licence": "MIT",
    "source": f"Debian package {PACKAGE}",
}


def read_checked(name: str, folder: Path) -> bytes:
    """The unpacked bytes of one file, after their SHA-256 was compared. Raises DataError."""
    path = folder / f"{name}.gz"
    try:
        raw = gzip.decompress(path.read_bytes())
    except (OSError, EOFError) as error:
        raise DataError(f"Fashion-MNIST: {path} cannot be read ({error}). {advise(folder)}") from error
    found = hashlib.sha256(raw).hexdigest()
    if found != SHA256[name]:
        raise DataError(f"Fashion-MNIST: {name} has SHA-256 {found}, expected {SHA256[name]}. {advise(folder)}")
    return raw


def advise(folder: Path) -> str:
    if folder == INSTALLED:
        return f"Install the package anew: apt-get install --reinstall {PACKAGE}"
    return f"Delete {folder} and run `python -m training.data.fashion_mnist` again."


def find() -> Path | None:
    """The folder with the files; None where there is none yet."""
    for folder in (INSTALLED, data_cache("fashion-mnist")):
        if all((folder / f"{name}.gz").is_file() for name in SHA256):
            return folder
    return None


def fetch() -> Path:
    """Downloads and unpacks the package into the cache. Raises DataError where that cannot be done."""
    missing = [tool for tool in ("apt-get", "dpkg-deb") if shutil.which(tool) is None]
    if missing:
        raise DataError(
            f"Fashion-MNIST: {' and '.join(missing)} not found, so the Debian package {PACKAGE} cannot be fetched here. "
            f"Put its four .gz files into {data_cache('fashion-mnist')}."
        )
    target = data_cache("fashion-mnist")
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run(["apt-get", "download", PACKAGE], cwd=scratch, capture_output=True, text=True, check=False)
        archives = list(Path(scratch).glob("*.deb"))
        if done.returncode != 0 or not archives:
            raise DataError(
                f"Fashion-MNIST: `apt-get download {PACKAGE}` failed: {done.stderr.strip()}. "
                "Run `apt-get update` (as root) and try again."
            )
        subprocess.run(["dpkg-deb", "-x", str(archives[0]), scratch], check=True)
        target.mkdir(parents=True, exist_ok=True)
        for name in SHA256:
            shutil.copyfile(Path(scratch) / INSTALLED.relative_to("/") / f"{name}.gz", target / f"{name}.gz")
    return target


def load(split: str) -> tuple[np.ndarray, np.ndarray]:
    """Images uint8 [n, 28, 28] (0 is background) and labels uint8 [n], see NAMES; split is "train" or "test"."""
    prefix = {"train": "train", "test": "t10k"}.get(split)
    if prefix is None:
        raise ValueError(f"split: expected train or test, found {split!r}")
    folder = find()
    if folder is None:
        raise DataError("Fashion-MNIST is not there yet. Run `python -m training.data.fashion_mnist` (30 MB from Debian).")
    images, labels = f"{prefix}-images-idx3-ubyte", f"{prefix}-labels-idx1-ubyte"
    return parse_idx(read_checked(images, folder), images), parse_idx(read_checked(labels, folder), labels)


def main() -> None:
    folder = find() or fetch()
    for split in ("train", "test"):
        images, labels = load(split)
        counts = ", ".join(f"{NAMES[kind]}: {count}" for kind, count in enumerate(np.bincount(labels)))
        print(f"{split}: {len(images)} images {images.shape[1]}x{images.shape[2]}, mean {images.mean() / 255:.4f}; {counts}")
    print(f"in {folder}")


if __name__ == "__main__":
    run_main(main)
