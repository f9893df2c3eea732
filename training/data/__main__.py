"""Builds every data set that the training scripts use, or those that are named.

    python -m training.data                    all of them
    python -m training.data mnist faces        some of them
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from training.common.paths import ROOT

# Name -> licence, for the list that --help prints; each is training/data/<name>.py.
SETS = {
    "mnist": "MNIST, commonly quoted as CC BY-SA 3.0",
    "mnist_small": "the part of MNIST that pages train on, same licence",
    "mnist_test_28": "the test digits by which pages judge a drawing, same licence",
    "fashion_mnist": "Fashion-MNIST, MIT",
    "nci_smiles": "strings of molecules, from RDKit's sample of the open NCI collection, BSD-3-Clause",
    "pack_training": "the parts of MNIST and Fashion-MNIST that pages train on in full size, same licences",
    "fashion_test_28": "clothes that pages take for strangers among digits, same licence",
    "faces": "drawn faces, Personas by Draftbit, CC BY 4.0",
}


def main() -> None:
    listed = "; ".join(f"{name}: {words}" for name, words in SETS.items())
    options = argparse.ArgumentParser(prog="python -m training.data", description=f"Builds the data sets. {listed}.")
    options.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(SETS)} (default: all)")
    chosen = options.parse_args().names or list(SETS)
    unknown = [name for name in chosen if name not in SETS]
    if unknown:
        options.error(f"no data set named {', '.join(unknown)}: there are {', '.join(SETS)}")
    failed = []
    for name in chosen:
        print(f"{name} ({SETS[name]})", flush=True)
        if subprocess.run([sys.executable, "-m", f"training.data.{name}"], cwd=ROOT, check=False).returncode != 0:
            failed.append(name)
    if failed:
        sys.exit(f"not built: {', '.join(failed)}")


if __name__ == "__main__":
    main()
