"""Trains, exports and measures `molecules-aae-32d`, an adversarial autoencoder of molecule strings.

    python -m training.molecules_aae.train                about 25 minutes on one CPU thread
    python -m training.molecules_aae.train --smoke        a few steps into a temporary folder, with checks
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.common import cli, distributed, manifest
from training.common import fit as fitting
from training.common.fit import Job
from training.common.loop import Step, cosine, set_rate
from training.common.seed import batch_indices, generator
from training.data import nci_smiles
from training.molecules_aae import evaluate, ship
from training.molecules_aae.model import CODE, DROP, MoleculesAae
from training.molecules_aae.ship import MODEL_ID
from training.molecules_aae.strings import Alphabet

MODULE, RATE, WARMUP = "training.molecules_aae.train", 1e-3, 200


def job(chosen: argparse.Namespace) -> Job:
    strings, _, tokens = nci_smiles.load()
    alphabet = Alphabet(tokens, nci_smiles.LONGEST)

    def prepare(network: nn.Module, optimizer: torch.optim.Optimizer, where: str) -> Step:
        rows_of = alphabet.encode(strings).to(where)
        for group in optimizer.param_groups:
            group["betas"] = (0.5, 0.999)

        def step(index: int) -> dict[str, Any]:
            set_rate(optimizer, cosine(index, chosen.steps, RATE, min(WARMUP, chosen.steps // 4)))
            rows = batch_indices(len(strings), chosen.batch, index, chosen.seed)
            draw = lambda purpose: torch.randn(len(rows), CODE, generator=generator(chosen.seed, purpose, index))  # noqa: E731
            kept = (torch.rand(len(rows), alphabet.length, generator=generator(chosen.seed, "kept", index)) >= DROP).float()
            parts = (distributed.share(each).to(where) for each in (rows, draw("prior"), draw("noise"), kept))
            rows, prior, noise, kept = parts
            terms = network(rows_of[rows], prior, noise, kept)
            optimizer.zero_grad()
            terms["loss"].backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            return {name: value.detach() for name, value in terms.items()}

        return step

    return Job(MODEL_ID, lambda: MoleculesAae(alphabet.length, alphabet.kinds), ship.load, prepare, RATE)


def run_smoke(chosen: argparse.Namespace) -> None:
    with fitting.temporary() as folder:
        small = fitting.as_smoke(chosen, Path(folder), steps=4, batch=16)
        done = fitting.check_resume(job, small, Path(folder))
        ship.export(done.model, small.out)
        facts = manifest.training_facts("smoke", "smoke", small.seed, done.seconds, done.device, done.log)
        ship.describe(small.out, facts, evaluate.measure(small.out, samples=40, tests=20))
        manifest.check_files(small.out)
    print("smoke of molecules_aae passed")


def main() -> None:
    options = cli.parser(MODULE, MODEL_ID, "Trains an adversarial autoencoder of molecule strings.", steps=7_800, batch=128)
    chosen = options.parse_args()
    command = cli.command_line(options, chosen)
    if chosen.smoke:
        return run_smoke(chosen)
    if chosen.resume_from_shipped:
        raise ValueError("--resume-from-shipped: the critic is not shipped, so this model is trained from the seed alone.")
    commit = manifest.current_commit()
    done = fitting.fit(job(chosen), chosen)
    if not distributed.leads():
        return
    facts = manifest.training_facts(command, commit, chosen.seed, done.seconds, done.device, done.log)
    ship.export(done.model, chosen.out)
    ship.describe(chosen.out, facts, evaluate.measure(chosen.out))
    print(f"{chosen.out}: {facts['minutes']} minutes of training, {facts['device']}")


if __name__ == "__main__":
    cli.run_main(main)
