"""Trains, exports and measures one of the variational autoencoders `vae-mnist-<code>d-beta-<beta>`.

    python -m training.vae_mnist.train --code 16 --beta 4       about 3 minutes on one CPU thread
    python -m training.vae_mnist.train --smoke                  a few steps into a temporary folder, with checks

Needs `digit-features` (python -m training.digit_features.train) for the Fréchet distances.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from torch import nn

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
from training.vae_mnist import evaluate
from training.vae_mnist.model import BETAS, CODES, Vae, model_id

MODULE, RATE, WARMUP = "training.vae_mnist.train", 2e-3, 200
# The KL term grows from 0 to its full weight over this share of the steps, lest the code collapse at the start.
KL_SHARE = 0.05


def parse(words: list[str] | None = None) -> tuple[argparse.Namespace, str]:
    options = cli.parser(MODULE, None, "Trains a VAE of digits.", steps=5_850, batch=256)
    options.add_argument("--code", type=int, choices=CODES, default=2, help="how many latent numbers")
    options.add_argument("--beta", type=float, choices=BETAS, default=1.0, help="weight of the KL term")
    chosen = options.parse_args(words)
    command = cli.command_line(options, chosen)
    chosen.out = chosen.out or MODELS / model_id(chosen.code, chosen.beta)
    return chosen, command


def job(chosen: argparse.Namespace) -> Job:
    def prepare(network: nn.Module, optimizer: torch.optim.Optimizer, where: str) -> Step:
        images = as_floats(mnist.load("train")[0], where)
        warm = 0 if chosen.resume_from_shipped else max(1, round(KL_SHARE * chosen.steps))

        def step(index: int) -> dict[str, Any]:
            set_rate(optimizer, cosine(index, chosen.steps, RATE, min(WARMUP, chosen.steps // 4)))
            rows = batch_indices(len(images), chosen.batch, index, chosen.seed)
            noise = torch.randn(len(rows), chosen.code, generator=generator(chosen.seed, "noise", index))
            threshold = torch.rand(len(rows), *images.shape[1:], generator=generator(chosen.seed, "binary", index))
            rows, noise, threshold = (distributed.share(each).to(where) for each in (rows, noise, threshold))
            batch = images[rows]
            loglik, kl = network(batch, (threshold < batch).float(), noise)
            kl = kl.sum(dim=1)
            beta = chosen.beta * (min(1.0, (index + 1) / warm) if warm else 1.0)
            loss = (beta * kl - loglik).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            return {"elbo": (loglik - kl).mean().detach(), "kl": kl.mean().detach()}

        return step

    name = model_id(chosen.code, chosen.beta)
    return Job(name, lambda: Vae(chosen.code), ship.load, prepare, RATE, ["code", "beta"])


def card(code: int, beta: float) -> ship.Card:
    return ship.Card(
        model_id(code, beta),
        f"Variational autoencoder of digits, {code} latent numbers, β = {beta:g}",
        f"A point of the latent space of {code} numbers; the prior is N(0, I).",
        ["mean", "logvar"],
    )


def run_smoke(chosen: argparse.Namespace) -> None:
    with fitting.temporary() as folder:
        small = fitting.as_smoke(chosen, Path(folder), steps=8, batch=32)
        small.code, small.beta = 16, 4.0
        done = fitting.check_resume(job, small, Path(folder))
        ship.export(done.model, small.code, card(small.code, small.beta), small.out)
        facts = manifest.training_facts("smoke", "smoke", small.seed, done.seconds, done.device, done.log)
        features = write_untrained(Path(folder) / "features")
        metrics = evaluate.measure(small.out, small.code, small.beta, evaluate.SMOKE, features)
        ship.describe(small.out, small.code, card(small.code, small.beta), facts, metrics)
        manifest.check_files(small.out)
        small.resume_from_shipped, small.steps, small.checkpoints = True, 2, Path(folder) / "further"
        fitting.fit(job(small), small)
    print("smoke of vae_mnist passed")


def main() -> None:
    chosen, command = parse()
    if chosen.smoke:
        return run_smoke(chosen)
    commit = manifest.current_commit()
    done = fitting.fit(job(chosen), chosen)
    if not distributed.leads():
        return
    words = card(chosen.code, chosen.beta)
    facts = manifest.training_facts(command, commit, chosen.seed, done.seconds, done.device, done.log)
    ship.export(done.model, chosen.code, words, chosen.out)
    ship.describe(chosen.out, chosen.code, words, facts, evaluate.measure(chosen.out, chosen.code, chosen.beta))
    print(f"{chosen.out}: {facts['minutes']} minutes of training, {facts['device']}")


if __name__ == "__main__":
    cli.run_main(main)
