"""Strings as one-hot tokens and back. Token 0 is the stop."""

from __future__ import annotations

import torch
from torch.nn import functional as F

from training.data.nci_smiles import tokenise


class Alphabet:
    def __init__(self, tokens: list[str], longest: int) -> None:
        self.tokens = ["", *tokens]
        self.length = longest + 1
        self._index = {token: at for at, token in enumerate(self.tokens)}

    @property
    def kinds(self) -> int:
        return len(self.tokens)

    def encode(self, strings: list[str]) -> torch.Tensor:
        """[n, length, kinds] one-hot, stops after the last token. Raises KeyError for an unknown token."""
        rows = [[self._index[token] for token in tokenise(smiles)] for smiles in strings]
        padded = torch.tensor([row + [0] * (self.length - len(row)) for row in rows])
        return F.one_hot(padded, self.kinds).float()

    def decode(self, written: torch.Tensor) -> list[str]:
        """Token indices [n, length] -> strings, each up to its first stop."""
        strings = []
        for row in written.tolist():
            end = row.index(0) if 0 in row else len(row)
            strings.append("".join(self.tokens[at] for at in row[:end]))
        return strings
