"""The first 500 test digits of MNIST in full size, by which a page judges a drawing: public/data/mnist-28-test, bytes and manifest.

    python -m training.data.mnist_test_28            writes both
    python -m training.data.mnist_test_28 --check    compares them with what would be written, exit 1 if they differ

`pack_28.py` tells how the file is laid out.
"""

from __future__ import annotations

from training.common.cli import run_main
from training.data import mnist
from training.data.pack_28 import Pack, write_or_check

PACK = Pack(
    id="mnist-28-test",
    file="digits.bin",
    count=500,
    load=lambda: mnist.load("test"),
    data=mnist.MANIFEST_ENTRY,
    command="python -m training.data.mnist_test_28",
)


def main() -> None:
    write_or_check(PACK)


if __name__ == "__main__":
    run_main(main)
