"""Strings of molecules for training and for pages: public/data/nci-smiles, lines and manifest.

    python -m training.data.nci_smiles            writes both
    python -m training.data.nci_smiles --check    compares them with what would be written, exit 1 if they differ

From `first_5K.smi` of RDKit's sample data (the first 5,000 compounds of the open collection of the National Cancer Institute), in
the Debian package `rdkit-data` (BSD 3-Clause; its terms lie beside the file). Kept as they are written there: one piece (no "."),
at most LONGEST tokens, no token that fewer than FREQUENT strings' tokens in all would teach; each string once. The order is shuffled by a
fixed seed; the first TEST lines are the test set.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from training.common.cli import run_main
from training.common.errors import DataError
from training.common.paths import ROOT, data_cache

PACKAGE, INSTALLED = "rdkit-data", Path("/usr/share/RDKit/Data/NCI/first_5K.smi")
SHA256 = "91e71c015f14939837f2943dcc904f7c87e5a3a0124d82b05c28ad2f23004def"
LONGEST, FREQUENT, TEST, SEED = 40, 25, 500, 1
FOLDER = ROOT / "public" / "data" / "nci-smiles"
FILE = "molecules.txt"
TOKEN = re.compile(r"\[[^\]]*\]|Br|Cl|%\d\d|.")
MANIFEST_ENTRY = {
    "name": "RDKit's sample of the open NCI collection",
    "licence": "BSD-3-Clause",
    "source": f"Debian package {PACKAGE}",
}


def tokenise(smiles: str) -> list[str]:
    """"CCl[N+]" -> ["C", "Cl", "[N+]"]"""
    return TOKEN.findall(smiles)


def find() -> Path:
    """The raw file, fetched by apt-get into the cache where it is not there. Raises DataError."""
    kept = data_cache("nci-smiles") / INSTALLED.name
    for path in (INSTALLED, kept):
        if path.is_file():
            return path
    missing = [tool for tool in ("apt-get", "dpkg-deb") if shutil.which(tool) is None]
    if missing:
        raise DataError(f"{' and '.join(missing)} not found: put {INSTALLED.name} of the Debian package {PACKAGE} into {kept.parent}.")
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run(["apt-get", "download", PACKAGE], cwd=scratch, capture_output=True, text=True, check=False)
        archives = list(Path(scratch).glob("*.deb"))
        if done.returncode != 0 or not archives:
            raise DataError(f"`apt-get download {PACKAGE}` failed: {done.stderr.strip()}. Run `apt-get update` (as root) and try again.")
        subprocess.run(["dpkg-deb", "-x", str(archives[0]), scratch], check=True)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(scratch) / INSTALLED.relative_to("/"), kept)
    return kept


def choose(lines: list[str]) -> list[str]:
    """The strings that are kept, each once, in the order of the file."""
    strings = [line.split("\t")[0].split()[0] for line in lines if line.strip()]
    counts = Counter(token for smiles in strings for token in tokenise(smiles))
    rare = {token for token, count in counts.items() if count < FREQUENT}
    fits = (s for s in strings if "." not in s and len(tokenise(s)) <= LONGEST and not rare & set(tokenise(s)))
    return list(dict.fromkeys(fits))


def build() -> tuple[bytes, dict[str, Any]]:
    """The file and its manifest. Raises DataError if the source is absent or altered."""
    raw = find().read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != SHA256:
        raise DataError(f"{INSTALLED.name} has SHA-256 {found}, expected {SHA256}.")
    kept = choose(raw.decode().splitlines())
    order = np.random.RandomState(SEED).permutation(len(kept))  # noqa: NPY002: its stream is frozen
    text = "\n".join(kept[at] for at in order) + "\n"
    packed = text.encode()
    return packed, {
        "id": FOLDER.name,
        "file": {"path": FILE, "bytes": len(packed), "sha256": hashlib.sha256(packed).hexdigest()},
        "test": TEST,
        "train": len(kept) - TEST,
        "longest": LONGEST,
        "tokens": sorted({token for smiles in kept for token in tokenise(smiles)}),
        "data": MANIFEST_ENTRY,
        "command": "python -m training.data.nci_smiles",
    }


def load() -> tuple[list[str], list[str], list[str]]:
    """Training strings, test strings, tokens: of the file in the tree. Raises DataError if it is altered."""
    manifest = json.loads((FOLDER / "data.json").read_text())
    raw = (FOLDER / FILE).read_bytes()
    if hashlib.sha256(raw).hexdigest() != manifest["file"]["sha256"]:
        raise DataError(f"{FOLDER / FILE} is not what its manifest says: run `{manifest['command']}`.")
    lines = raw.decode().splitlines()
    return lines[manifest["test"] :], lines[: manifest["test"]], manifest["tokens"]


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
        (FOLDER / "data.json").write_text(text)
    print(f"{manifest['train']} + {manifest['test']} strings, {len(manifest['tokens'])} tokens")


if __name__ == "__main__":
    run_main(main)
