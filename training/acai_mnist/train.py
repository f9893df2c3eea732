"""Trains, exports and measures `acai-mnist-16d`.

    python -m training.acai_mnist.train                about 6 minutes on one CPU thread
    python -m training.acai_mnist.train --smoke        a few steps into a temporary folder, with checks

Needs `digit-features`, `autoencoder-mnist-16d` and `vae-mnist-16d-beta-1` for the measures.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.acai_mnist import evaluate
from training.acai_mnist.model import CODE, MODEL_ID, WEIGHT, Acai
from training.codec_mnist import ship
from training.common import cli, distributed, manifest
from training.common import fit as fitting
from training.common.fit import Job
from training.common.images import as_floats
from training.common.loop import Step, cosine, set_rate
from training.common.paths import MODELS
from training.common.seed import batch_indices, generator
from training.data import mnist
from training.digit_features.model import write_untrained

MODULE, RATE, WARMUP = "training.acai_mnist.train", 1e-3, 200
CARD = ship.Card(
    MODEL_ID,
    f"Autoencoder of digits whose interpolations a critic judges, a code of {CODE} numbers",
    f"A code of {CODE} numbers. There is no prior: where the codes of digits lie, test-codes.json shows.",
    ["code"],
)


def parse(words: list[str] | None = None) -> tuple[argparse.Namespace, str]:
    options = cli.parser(MODULE, None, "Trains an adversarially constrained autoencoder of digits.", steps=11_700, batch=256)
    options.add_argument("--weight", type=float, default=WEIGHT, help="of the critic's term beside nats per picture")
    chosen = options.parse_args(words)
    command = cli.command_line(options, chosen)
    chosen.out = chosen.out or MODELS / MODEL_ID
    return chosen, command


def job(chosen: argparse.Namespace) -> Job:
    def prepare(network: nn.Module, optimizer: torch.optim.Optimizer, where: str) -> Step:
        images = as_floats(mnist.load("train")[0], where)

        def step(index: int) -> dict[str, Any]:
            set_rate(optimizer, cosine(index, chosen.steps, RATE, min(WARMUP, chosen.steps // 4)))
            rows = batch_indices(len(images), chosen.batch, index, chosen.seed)
            share = torch.rand(len(rows), 1, generator=generator(chosen.seed, "share", index)) / 2
            rows, share = (distributed.share(each).to(where) for each in (rows, share))
            terms = network(images[rows], share)
            optimizer.zero_grad()
            terms["loss"].backward()
            optimizer.step()
            return {name: value.detach() for name, value in terms.items()}

        return step

    return Job(MODEL_ID, lambda: Acai(chosen.weight), ship.load, prepare, RATE, ["weight"])


def run_smoke(chosen: argparse.Namespace) -> None:
    with fitting.temporary() as folder:
        small = fitting.as_smoke(chosen, Path(folder), steps=6, batch=32)
        done = fitting.check_resume(job, small, Path(folder))
        ship.export(done.model, CODE, CARD, small.out)
        facts = manifest.training_facts("smoke", "smoke", small.seed, done.seconds, done.device, done.log)
        metrics = evaluate.measure(small.out, images=64, features=write_untrained(Path(folder) / "features"))
        ship.describe(small.out, CODE, CARD, facts, metrics)
        manifest.check_files(small.out)
    print("smoke of acai_mnist passed")


def main() -> None:
    chosen, command = parse()
    if chosen.smoke:
        return run_smoke(chosen)
    if chosen.resume_from_shipped:
        raise ValueError("--resume-from-shipped: the critic is not shipped, so this model is trained from the seed alone.")
    commit = manifest.current_commit()
    done = fitting.fit(job(chosen), chosen)
    if not distributed.leads():
        return
    facts = manifest.training_facts(command, commit, chosen.seed, done.seconds, done.device, done.log)
    ship.export(done.model, CODE, CARD, chosen.out)
    ship.describe(chosen.out, CODE, CARD, facts, evaluate.measure(chosen.out))
    print(f"{chosen.out}: {facts['minutes']} minutes of training, {facts['device']}")


if __name__ == "__main__":
    cli.run_main(main)
