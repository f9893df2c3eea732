"""Trains, exports and measures `autoencoder-mnist-<code>d` or, with --denoise, `denoiser-mnist-<code>d`.

    python -m training.autoencoder_mnist.train --code 16 --denoise       about 3 minutes on one CPU thread
    python -m training.autoencoder_mnist.train --smoke                   a few steps into a temporary folder, with checks

Needs `digit-features` (python -m training.digit_features.train) for the Fréchet distances.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.autoencoder_mnist import evaluate
from training.autoencoder_mnist.model import CODES, Autoencoder, corrupt, model_id
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

MODULE, RATE, WARMUP = "training.autoencoder_mnist.train", 2e-3, 200


def parse(words: list[str] | None = None) -> tuple[argparse.Namespace, str]:
    options = cli.parser(MODULE, None, "Trains an autoencoder of digits.", steps=5_850, batch=256)
    options.add_argument("--code", type=int, choices=CODES, default=2, help="how many numbers the code has")
    options.add_argument("--denoise", action="store_true", help="show the encoder corrupted pictures")
    chosen = options.parse_args(words)
    command = cli.command_line(options, chosen)
    chosen.out = chosen.out or MODELS / model_id(chosen.code, chosen.denoise)
    return chosen, command


def job(chosen: argparse.Namespace) -> Job:
    def prepare(network: nn.Module, optimizer: torch.optim.Optimizer, where: str) -> Step:
        images = as_floats(mnist.load("train")[0])

        def step(index: int) -> dict[str, Any]:
            set_rate(optimizer, cosine(index, chosen.steps, RATE, min(WARMUP, chosen.steps // 4)))
            batch = images[batch_indices(len(images), chosen.batch, index, chosen.seed)]
            shown = corrupt(batch, generator(chosen.seed, "corrupt", index)) if chosen.denoise else batch
            loglik = network(distributed.share(batch).to(where), distributed.share(shown).to(where)).mean()
            optimizer.zero_grad()
            (-loglik).backward()
            optimizer.step()
            return {"reconstruction": loglik.detach()}

        return step

    name = model_id(chosen.code, chosen.denoise)
    return Job(name, lambda: Autoencoder(chosen.code), ship.load, prepare, RATE, ["code", "denoise"])


def card(code: int, denoise: bool) -> ship.Card:
    kind = "Denoising autoencoder" if denoise else "Autoencoder"
    return ship.Card(
        model_id(code, denoise),
        f"{kind} of digits, a code of {code} numbers",
        f"A code of {code} numbers. There is no prior: where the codes of digits lie, test-codes.json shows.",
        ["code"],
    )


def run_smoke(chosen: argparse.Namespace) -> None:
    with fitting.temporary() as folder:
        small = fitting.as_smoke(chosen, Path(folder), steps=8, batch=32)
        small.code, small.denoise = 2, True
        done = fitting.check_resume(job, small, Path(folder))
        ship.export(done.model, small.code, card(small.code, True), small.out)
        facts = manifest.training_facts("smoke", "smoke", small.seed, done.seconds, done.device, done.log)
        features = write_untrained(Path(folder) / "features")
        metrics = evaluate.measure(small.out, small.code, True, images=64, features=features)
        ship.describe(small.out, small.code, card(small.code, True), facts, metrics)
        manifest.check_files(small.out)
    print("smoke of autoencoder_mnist passed")


def main() -> None:
    chosen, command = parse()
    if chosen.smoke:
        return run_smoke(chosen)
    commit = manifest.current_commit()
    done = fitting.fit(job(chosen), chosen)
    if not distributed.leads():
        return
    words = card(chosen.code, chosen.denoise)
    facts = manifest.training_facts(command, commit, chosen.seed, done.seconds, done.device, done.log)
    ship.export(done.model, chosen.code, words, chosen.out)
    ship.describe(chosen.out, chosen.code, words, facts, evaluate.measure(chosen.out, chosen.code, chosen.denoise))
    print(f"{chosen.out}: {facts['minutes']} minutes of training, {facts['device']}")


if __name__ == "__main__":
    cli.run_main(main)
