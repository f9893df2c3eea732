"""Trains, exports and measures the model `vae-digits`.

    python -m training.vae_digits.train                 about 6 minutes on one CPU thread
    python -m training.vae_digits.train --smoke         a few steps into a temporary folder, with checks
    python -m training.vae_digits.train --resume-from-shipped --steps 2340      ten more epochs
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.common import cli, distributed, manifest, onnx_reader
from training.common import fit as fitting
from training.common.export import load_weights
from training.common.fit import Job
from training.common.images import as_floats
from training.common.loop import Step, cosine, set_rate
from training.common.seed import batch_indices, generator
from training.data import mnist
from training.vae_digits import ship
from training.vae_digits.model import CODE, Vae

MODULE, MODEL_ID = "training.vae_digits.train", "vae-digits"
RATE, WARMUP = 2e-3, 200
# The KL term grows from 0 to its full weight over this share of the steps, lest the code collapse at the start.
KL_SHARE = 0.03


def parse(words: list[str] | None = None) -> tuple[argparse.Namespace, str]:
    options = cli.parser(MODULE, MODEL_ID, "Trains the digit VAE.", steps=18_720, batch=256)
    chosen = options.parse_args(words)
    return chosen, cli.command_line(options, chosen)


def load(vae: Any, folder: Path) -> None:
    """The shipped weights into the networks."""
    load_weights(vae.decoder, folder / ship.DECODER)
    load_weights(vae.encoder, folder / ship.ENCODER)


def job(chosen: argparse.Namespace) -> Job:
    """Adam on minus the bound, the KL term warmed up unless the weights are trained already."""

    def prepare(network: nn.Module, optimizer: torch.optim.Optimizer, where: str) -> Step:
        images = as_floats(mnist.load("train")[0], where)
        warm = 0 if chosen.resume_from_shipped else max(1, round(KL_SHARE * chosen.steps))

        def step(index: int) -> dict[str, Any]:
            set_rate(optimizer, cosine(index, chosen.steps, RATE, min(WARMUP, chosen.steps // 4)))
            rows = batch_indices(len(images), chosen.batch, index, chosen.seed)
            noise = torch.randn(len(rows), CODE, generator=generator(chosen.seed, "noise", index))
            threshold = torch.rand(len(rows), *images.shape[1:], generator=generator(chosen.seed, "binary", index))
            rows, noise, threshold = (distributed.share(each).to(where) for each in (rows, noise, threshold))
            batch = images[rows]
            loglik, kl = network(batch, (threshold < batch).float(), noise)
            beta = min(1.0, (index + 1) / warm) if warm else 1.0
            loss = (beta * kl - loglik).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            return {"elbo": (loglik - kl).mean().detach(), "kl": kl.mean().detach()}

        return step

    return Job(MODEL_ID, Vae, load, prepare, RATE)


def run_smoke(chosen: argparse.Namespace) -> None:
    """Twelve steps; the same twelve with a stop in between must give the same bits; then export and check."""
    with fitting.temporary() as folder:
        small = fitting.as_smoke(chosen, Path(folder), steps=12, batch=64)
        done = fitting.check_resume(job, small, Path(folder))
        ship.export(done.model, small.out)
        facts = manifest.training_facts("smoke", "smoke", small.seed, done.seconds, done.device, done.log)
        ship.describe(small.out, facts, samples=1, weights=2, images=64)
        manifest.check_files(small.out)
        check_round_trip(done.model, small.out)
        small.resume_from_shipped, small.steps, small.checkpoints = True, 2, Path(folder) / "further"
        fitting.fit(job(small), small)
    print("smoke of vae-digits passed")


def check_round_trip(vae: Vae, folder: Path) -> None:
    """The exported weights are the trained ones, bit for bit."""
    again = Vae()
    load(again, folder)
    for name, value in vae.state_dict().items():
        assert torch.equal(value, again.state_dict()[name]), f"{name} changed on its way through ONNX"
    cut = (folder / ship.DECODER).read_bytes()[:-7]
    try:
        onnx_reader.read_initializers(cut)
    except ValueError:
        return
    raise AssertionError("a cut ONNX file was read without an error")


def main() -> None:
    chosen, command = parse()
    if chosen.smoke:
        return run_smoke(chosen)
    commit = manifest.current_commit()
    done = fitting.fit(job(chosen), chosen)
    if not distributed.leads():
        return
    facts = manifest.training_facts(command, commit, chosen.seed, done.seconds, done.device, done.log)
    ship.export(done.model, chosen.out)
    ship.describe(chosen.out, facts)
    print(f"{chosen.out}: {facts['minutes']} minutes of training, {facts['device']}")


if __name__ == "__main__":
    cli.run_main(main)
