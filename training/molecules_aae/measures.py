"""MOSES-style measures of generated molecules (Polykovskiy et al. 2020, section 4), by RDKit where it is installed.

Conventions of MOSES: validity among all strings, uniqueness among the valid, novelty among the unique; molecules are compared as
canonical strings; similarity is Tanimoto's of Morgan fingerprints of radius 2 and 1,024 bits; internal diversity with p = 1.
MOSES takes other data, 30,000 samples and further measures, so numbers here stand beside each other and beside nothing published.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from typing import Any

from training.data.nci_smiles import tokenise

ABSENT = "RDKit absent (Debian's python3-rdkit): validity, diversity and similarity are not measured here"


def chemistry() -> Any:
    """RDKit's modules Chem, AllChem, DataStructs; None where it is not installed."""
    try:
        from rdkit import Chem, DataStructs, RDLogger
        from rdkit.Chem import AllChem
    except ImportError:
        return None
    RDLogger.DisableLog("rdApp.*")
    return Chem, AllChem, DataStructs


class Judge:
    """Knows the training and the test molecules. Raises RuntimeError where RDKit is absent."""

    def __init__(self, train: list[str], test: list[str]) -> None:
        found = chemistry()
        if found is None:
            raise RuntimeError(ABSENT)
        self._chem, self._all, self._structs = found
        self._known = set(self.canonical(train))
        self._test = self._prints(self.canonical(test))

    def canonical(self, strings: list[str]) -> list[str]:
        """The valid ones, as canonical strings."""
        molecules = (self._chem.MolFromSmiles(smiles) if smiles else None for smiles in strings)
        return [self._chem.MolToSmiles(molecule) for molecule in molecules if molecule is not None]

    def _prints(self, canonical: list[str]) -> list[Any]:
        return [self._all.GetMorganFingerprintAsBitVect(self._chem.MolFromSmiles(each), 2, 1024) for each in canonical]

    def measure(self, strings: list[str]) -> dict[str, float]:
        valid = self.canonical(strings)
        unique = sorted(set(valid))
        prints = self._prints(unique)
        alike = self._structs.BulkTanimotoSimilarity
        pairs = [value for at, one in enumerate(prints) for value in alike(one, prints[:at])]
        return {
            "validity": len(valid) / max(1, len(strings)),
            "uniqueness": len(unique) / max(1, len(valid)),
            "novelty": sum(each not in self._known for each in unique) / max(1, len(unique)),
            "diversity": 1 - sum(pairs) / max(1, len(pairs)),
            "nearest": sum(max(alike(one, self._test)) for one in prints) / max(1, len(prints)),
        }


def write_by_counts(train: list[str], order: int, count: int, seed: int) -> list[str]:
    """Strings of a Markov chain of tokens: each is drawn from what followed the same order - 1 tokens in training."""
    follow: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for smiles in train:
        tokens = ["^"] * (order - 1) + tokenise(smiles) + ["$"]
        for at in range(order - 1, len(tokens)):
            follow[tuple(tokens[at - order + 1 : at])][tokens[at]] += 1
    draws = random.Random(seed)
    written = []
    while len(written) < count:
        tokens = ["^"] * (order - 1)
        while tokens[-1] != "$" and len(tokens) < 200:
            seen = follow[tuple(tokens[-(order - 1) :])]
            tokens.append(draws.choices(list(seen), list(seen.values()))[0])
        written.append("".join(token for token in tokens if token not in "^$"))
    return written


def write_chains(count: int) -> list[str]:
    """Carbon chains of 1, 2, ... atoms."""
    return ["C" * (at + 1) for at in range(count)]
