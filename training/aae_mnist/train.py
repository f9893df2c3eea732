"""Trains, exports and measures an adversarial autoencoder, `aae-mnist-conditional` or `aae-mnist-semi-<labels>`.

    python -m training.aae_mnist.train                      conditional: the decoder is told the digit
    python -m training.aae_mnist.train --labels 1000        semi-supervised: 100 labels of each digit
    python -m training.aae_mnist.train --judge style        the style's critic does not see the digit, as in the paper
    python -m training.aae_mnist.train --smoke              a few steps into a temporary folder, with checks

Needs `digit-features` (python -m training.digit_features.train) for the measures.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from training.aae_mnist import evaluate, ship
from training.aae_mnist.model import ALL_LABELS, DIGITS, STYLE, Aae, model_id
from training.common import cli, distributed, manifest
from training.common import fit as fitting
from training.common.fit import Job
from training.common.images import as_floats
from training.common.loop import Step, cosine, set_rate
from training.common.paths import MODELS
from training.common.seed import batch_indices, generator
from training.data import mnist
from training.digit_features.model import write_untrained

MODULE, RATE = "training.aae_mnist.train", 1e-3
FEW = 100


def parse(words: list[str] | None = None) -> tuple[argparse.Namespace, str]:
    options = cli.parser(MODULE, None, "Trains an adversarial autoencoder of digits.", steps=11_700, batch=256)
    options.add_argument("--labels", type=int, choices=(100, 1000, ALL_LABELS), default=ALL_LABELS, help="how many labels are used")
    options.add_argument("--judge", choices=("pair", "style"), default="pair", help="what the style's critic sees; style: as in the paper")
    chosen = options.parse_args(words)
    command = cli.command_line(options, chosen)
    chosen.out = chosen.out or MODELS / model_id(chosen.labels)
    return chosen, command


def choose_labelled(labels: np.ndarray, count: int, seed: int) -> torch.Tensor:
    """Indices of `count` training pictures, equally many of each digit."""
    order = torch.randperm(len(labels), generator=generator(seed, "labelled")).numpy()
    each = [order[labels[order] == digit][: count // DIGITS] for digit in range(DIGITS)]
    return torch.from_numpy(np.concatenate(each))


def job(chosen: argparse.Namespace) -> Job:
    guess = chosen.labels != ALL_LABELS

    def prepare(network: nn.Module, optimizer: torch.optim.Optimizer, where: str) -> Step:
        raw, digits = mnist.load("train")
        images, labels = as_floats(raw, where), torch.from_numpy(digits.copy()).long().to(where)
        labelled = choose_labelled(digits, chosen.labels if guess else FEW, chosen.seed)
        for group in optimizer.param_groups:
            group["betas"] = (0.5, 0.999)

        def step(index: int) -> dict[str, Any]:
            set_rate(optimizer, cosine(index, chosen.steps, RATE, min(200, chosen.steps // 4)))
            rows = batch_indices(len(images), chosen.batch, index, chosen.seed)
            prior = torch.randn(len(rows), STYLE, generator=generator(chosen.seed, "prior", index))
            drawn = torch.randint(DIGITS, (len(rows),), generator=generator(chosen.seed, "digits", index))
            few = labelled[torch.randint(len(labelled), (FEW,), generator=generator(chosen.seed, "few", index))]
            rows, prior, drawn, few = (distributed.share(each).to(where) for each in (rows, prior, drawn, few))
            one_hot = F.one_hot(drawn, DIGITS).float()
            terms = network(images[rows], labels[rows], prior, one_hot, images[few], labels[few])
            optimizer.zero_grad()
            terms["loss"].backward()
            optimizer.step()
            return {name: value.detach() for name, value in terms.items()}

        return step

    return Job(model_id(chosen.labels), lambda: Aae(guess, chosen.judge == "pair"), ship.load, prepare, RATE, ["labels", "judge"])


def run_smoke(chosen: argparse.Namespace) -> None:
    with fitting.temporary() as folder:
        for labels in (ALL_LABELS, 100):
            root = Path(folder) / str(labels)
            small = fitting.as_smoke(chosen, root, steps=6, batch=32)
            small.labels = labels
            done = fitting.check_resume(job, small, root)
            facts = manifest.training_facts("smoke", "smoke", small.seed, done.seconds, done.device, done.log)
            ship.export(done.model, small.out)
            metrics = evaluate.measure(small.out, labels, images=60, features=write_untrained(root / "features"))
            ship.describe(small.out, labels, facts, metrics)
            manifest.check_files(small.out)
    print("smoke of aae_mnist passed")


def main() -> None:
    chosen, command = parse()
    if chosen.smoke:
        return run_smoke(chosen)
    if chosen.resume_from_shipped:
        raise ValueError("--resume-from-shipped: the critics are not shipped, so these models are trained from the seed alone.")
    commit = manifest.current_commit()
    done = fitting.fit(job(chosen), chosen)
    if not distributed.leads():
        return
    facts = manifest.training_facts(command, commit, chosen.seed, done.seconds, done.device, done.log)
    ship.export(done.model, chosen.out)
    ship.describe(chosen.out, chosen.labels, facts, evaluate.measure(chosen.out, chosen.labels))
    print(f"{chosen.out}: {facts['minutes']} minutes of training, {facts['device']}")


if __name__ == "__main__":
    cli.run_main(main)
