"""The first 300 test pictures of Fashion-MNIST, strangers among digits: public/data/fashion-28-test, bytes and manifest.

    python -m training.data.fashion_test_28            writes both
    python -m training.data.fashion_test_28 --check    compares them with what would be written, exit 1 if they differ

Fetches Fashion-MNIST first where it is not there. `pack_28.py` tells how the file is laid out.
"""

from __future__ import annotations

import numpy as np

from training.common.cli import run_main
from training.data import fashion_mnist
from training.data.pack_28 import Pack, write_or_check


def load() -> tuple[np.ndarray, np.ndarray]:
    if fashion_mnist.find() is None:
        fashion_mnist.fetch()
    return fashion_mnist.load("test")


PACK = Pack(
    id="fashion-28-test",
    file="clothes.bin",
    count=300,
    load=load,
    data=fashion_mnist.MANIFEST_ENTRY,
    command="python -m training.data.fashion_test_28",
)


def main() -> None:
    write_or_check(PACK)


if __name__ == "__main__":
    run_main(main)
