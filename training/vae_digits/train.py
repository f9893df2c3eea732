"""Trains, exports and measures the model `vae-digits`.

    python -m training.vae_digits.train                 about 6 minutes on one CPU thread
    python -m training.vae_digits.train --smoke         a few steps into a temporary folder, with checks
    python -m training.vae_digits.train --resume-from-shipped --steps 2340      ten more epochs
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch

from training.common import cli, device, manifest, onnx_reader
from training.common.export import load_weights
from training.common.loop import Run, cosine, set_rate, train
from training.common.seed import batch_indices, generator, seed_weights
from training.data import mnist
from training.vae_digits import ship
from training.vae_digits.model import CODE, Vae, bound_terms

MODULE, MODEL_ID = "training.vae_digits.train", "vae-digits"
RATE, WARMUP = 2e-3, 200
# The KL term grows from 0 to its full weight over this share of the steps, lest the code collapse at the start.
KL_SHARE = 0.03


def parse(words: list[str] | None = None) -> tuple[argparse.Namespace, str]:
    options = cli.parser(MODULE, MODEL_ID, "Trains the digit VAE.", steps=18_720, batch=256)
    chosen = options.parse_args(words)
    return chosen, cli.command_line(options, chosen)


def as_floats(images: Any, where: str) -> torch.Tensor:
    """uint8 [n, 28, 28] -> float32 [n, 1, 28, 28] in [0, 1]."""
    return torch.from_numpy(images.copy()).unsqueeze(1).to(where).float() / 255


def make_step(vae: Vae, optimizer: torch.optim.Optimizer, images: torch.Tensor, chosen: argparse.Namespace, where: str) -> Any:
    """One Adam step on minus the bound, the KL term warmed up unless the weights are trained already."""
    warm = 0 if chosen.resume_from_shipped else max(1, round(KL_SHARE * chosen.steps))

    def step(index: int) -> dict[str, Any]:
        set_rate(optimizer, cosine(index, chosen.steps, RATE, min(WARMUP, chosen.steps // 4)))
        batch = images[batch_indices(len(images), chosen.batch, index, chosen.seed).to(where)]
        noise = torch.randn(chosen.batch, CODE, generator=generator(chosen.seed, "noise", index)).to(where)
        threshold = torch.rand(batch.shape, generator=generator(chosen.seed, "binary", index)).to(where)
        loglik, kl = bound_terms(vae, batch, (threshold < batch).float(), noise)
        beta = min(1.0, (index + 1) / warm) if warm else 1.0
        loss = (beta * kl - loglik).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return {"elbo": (loglik - kl).mean().detach(), "kl": kl.mean().detach()}

    return step


def fit(chosen: argparse.Namespace, stop_after: int | None = None) -> tuple[Vae, float, str]:
    """The trained networks on the CPU, seconds of training in all, and words for the device."""
    where = device.choose(chosen.device, chosen.threads)
    images = as_floats(mnist.load("train")[0], where)
    seed_weights(chosen.seed)
    vae = Vae()
    earlier = 0.0
    if chosen.resume_from_shipped:
        load_weights(vae.decoder, chosen.out / ship.DECODER)
        load_weights(vae.encoder, chosen.out / ship.ENCODER)
        earlier = 60 * manifest.read(chosen.out)["training"]["minutes"]
    vae.to(where)
    optimizer = torch.optim.Adam(vae.parameters(), lr=RATE)
    folder = chosen.checkpoints / MODEL_ID
    if chosen.fresh and folder.is_dir():
        shutil.rmtree(folder)
    settings = cli.settings_of(chosen)
    run = Run(folder, settings, chosen.steps, where, log_every=max(1, min(500, chosen.steps // 4)))
    step = make_step(vae, optimizer, images, chosen, where)
    progress = train(run, {"vae": vae, "optimizer": optimizer}, step, stop_after)
    return vae.cpu().eval(), earlier + progress.seconds, device.describe(where)


def run_smoke(chosen: argparse.Namespace) -> None:
    """Twelve steps; the same twelve with a stop in between must give the same bits; then export and check."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        chosen = argparse.Namespace(**{**vars(chosen), "steps": 12, "batch": 64, "device": "cpu", "threads": 1})
        chosen.resume_from_shipped = False
        chosen.checkpoints, chosen.out = root / "whole", root / "out"
        whole, seconds, words = fit(chosen)
        chosen.checkpoints = root / "halves"
        fit(chosen, stop_after=5)
        halves, _, _ = fit(chosen)
        for name, value in whole.state_dict().items():
            assert torch.equal(value, halves.state_dict()[name]), f"{name}: a run taken up again differs"
        ship.export(whole, chosen.out)
        ship.describe(chosen.out, manifest.training_facts("smoke", "smoke", chosen.seed, seconds, words), samples=1, weights=2, images=64)
        manifest.check_files(chosen.out)
        check_round_trip(whole, chosen.out)
        chosen.resume_from_shipped, chosen.steps, chosen.checkpoints = True, 2, root / "further"
        fit(chosen)
    print("smoke of vae-digits passed")


def check_round_trip(vae: Vae, folder: Path) -> None:
    """The exported weights are the trained ones, bit for bit."""
    again = Vae()
    load_weights(again.decoder, folder / ship.DECODER)
    load_weights(again.encoder, folder / ship.ENCODER)
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
    vae, seconds, words = fit(chosen)
    facts = manifest.training_facts(command, commit, chosen.seed, seconds, words)
    ship.export(vae, chosen.out)
    ship.describe(chosen.out, facts)
    print(f"{chosen.out}: {facts['minutes']} minutes of training, {facts['device']}")


if __name__ == "__main__":
    cli.run_main(main)
