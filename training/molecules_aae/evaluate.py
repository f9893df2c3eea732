"""Measures the shipped adversarial autoencoder of molecules, and what its measures say of simpler writers.

    python -m training.molecules_aae.evaluate        two minutes; exit 1 where the manifest says otherwise

Needs RDKit (Debian's python3-rdkit) for all but the reconstruction.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch.nn import functional as F

from training.common import manifest
from training.common.cli import run_main
from training.common.errors import DataError
from training.common.paths import MODELS
from training.common.seed import generator
from training.data import nci_smiles
from training.molecules_aae import measures, ship
from training.molecules_aae.model import CODE, MoleculesAae
from training.molecules_aae.ship import MODEL_ID

COMMAND = "python -m training.molecules_aae.evaluate"
SEED, ORDER, CHAINS = 7, 4, 40
MEANINGS = {
    "validity": "Share that RDKit reads as molecules, of {n}",
    "uniqueness": "Share of different molecules among the valid, of {n}",
    "novelty": "Share of molecules that are not in the training set among the different ones, of {n}",
    "diversity": "One minus the mean Tanimoto similarity (Morgan, radius 2, 1,024 bits) of the different molecules, of {n}",
    "nearest": "Mean similarity of the different molecules to the nearest test molecule, of {n}",
}


@torch.no_grad()
def measure(folder: Path, samples: int = 2_000, tests: int = 500) -> dict[str, Any]:
    """The manifest's `metrics`, by PyTorch with the weights of the shipped files, and by RDKit where it is installed."""
    train, test, _ = nci_smiles.load()
    known = ship.alphabet()
    model = MoleculesAae(known.length, known.kinds).eval()
    ship.load(model, folder)
    test = test[:tests]
    tokens = known.encode(test)
    z = model.encoder(tokens)
    fed = F.pad(tokens, (0, 0, 1, 0))[:, :-1]
    counts = tokens.cumsum(dim=1)[:, :, 0] <= 1
    rows = F.cross_entropy(model.decoder.along(fed, z).transpose(1, 2), tokens.argmax(dim=2), reduction="none") * counts
    same = [one == other for one, other in zip(known.decode(model.decoder.write(z, known.length)), test)]
    over = f" Over {len(test)} test strings."
    values: dict[str, tuple[float, str]] = {
        "test-reconstruction": (-float(rows.sum(dim=1).mean()), "Mean log-probability of a test string given its own code; nats." + over),
        "test-restored": (sum(same) / len(same), "Share of test strings that come back whole from their code, the likeliest token at each place." + over),
        "code-mean-square": (float(z.square().mean()), "Mean square of a number of the code; of the prior it is 1." + over),
    }  # fmt: skip
    drawn = model.decoder.write(torch.randn(samples, CODE, generator=generator(SEED, "prior")), known.length, generator(SEED, "tokens"))
    writers = {
        "samples": (known.decode(drawn), f"{samples} draws (a code of the prior, then token by token by their probabilities)."),
        "counts": (measures.write_by_counts(train, ORDER, samples, SEED), f"{samples} strings of a Markov chain of {ORDER - 1} tokens."),
        "training": (train[:samples], f"{len(train[:samples])} training strings as they are."),
        "chains": (measures.write_chains(CHAINS), f"{CHAINS} carbon chains."),
    }
    if measures.chemistry() is None:
        print(measures.ABSENT)
    else:
        judge = measures.Judge(train, test)
        for name, (strings, words) in writers.items():
            for key, value in judge.measure(strings).items():
                values[f"{name}-{key}"] = (value, f"{MEANINGS[key].format(n=words)}")
    return {name: manifest.metric(value, words, COMMAND, 2 if abs(value) > 10 else 4) for name, (value, words) in values.items()}


def main() -> None:
    if measures.chemistry() is None:
        raise DataError(measures.ABSENT)
    folder = MODELS / MODEL_ID
    manifest.check_files(folder)
    manifest.compare_metrics(folder, measure(folder))


if __name__ == "__main__":
    run_main(main)
