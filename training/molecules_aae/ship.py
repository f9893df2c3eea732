"""What the adversarial autoencoder of molecules ships: one step of the decoder, the encoder, golden probe, manifest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from training.common import golden, manifest
from training.common.export import OPSET, export_onnx, load_weights
from training.common.half import halve
from training.common.seed import generator
from training.data import nci_smiles
from training.molecules_aae.model import CODE, HIDDEN, MoleculesAae
from training.molecules_aae.strings import Alphabet

MODEL_ID = "molecules-aae-32d"
DECODER, ENCODER, GOLDEN = "model.onnx", "encoder.onnx", "golden.json"
INPUTS, OUTPUTS = ["token", "hidden", "z"], ["logits", "state"]
TOLERANCE = 1e-4
PROBES = 6


def alphabet() -> Alphabet:
    return Alphabet(nci_smiles.load()[2], nci_smiles.LONGEST)


def load(model: Any, folder: Path) -> None:
    load_weights(model.decoder, folder / DECODER)
    load_weights(model.encoder, folder / ENCODER)


def export(model: MoleculesAae, folder: Path) -> None:
    """Graphs with float16 weights; the rounded weights go back into the model and are probed."""
    known = alphabet()
    folder.mkdir(parents=True, exist_ok=True)
    example = (torch.zeros(2, known.kinds), torch.zeros(2, HIDDEN), torch.zeros(2, CODE))
    export_onnx(model.decoder, example, folder / DECODER, INPUTS, OUTPUTS)
    export_onnx(model.encoder, (torch.zeros(2, known.length, known.kinds),), folder / ENCODER, ["tokens"], ["code"])
    for name in (DECODER, ENCODER):
        halve(folder / name)
    load(model, folder)
    few = known.encode(nci_smiles.load()[1][:PROBES])
    draw = lambda purpose, size: torch.randn(PROBES, size, generator=generator(0, purpose))  # noqa: E731
    inputs = {"token": few[:, 0], "hidden": 0.5 * draw("hidden", HIDDEN), "z": draw("probe", CODE)}
    stored = golden.probe(model.decoder, inputs, OUTPUTS)
    golden.write(folder / GOLDEN, stored)
    golden.compare(folder / DECODER, stored, TOLERANCE)
    golden.compare(folder / ENCODER, golden.probe(model.encoder, {"tokens": few}, ["code"]), 1e-3)


def describe(folder: Path, training: dict[str, Any], metrics: dict[str, Any]) -> None:
    known, entry = alphabet(), manifest.tensor
    order = f"stop, then the {known.kinds - 1} tokens in the order of public/data/nci-smiles/data.json"
    manifest.write(
        folder,
        {
            "id": MODEL_ID,
            "title": f"Adversarial autoencoder of molecule strings, a code of {CODE} numbers",
            "files": [manifest.describe_file(folder, name) for name in (DECODER, ENCODER)],
            "inputs": [
                entry("token", ["batch", known.kinds], f"The token before, one-hot: {order}; all 0 before the first."),
                entry("hidden", ["batch", HIDDEN], "The state after the token before; all 0 before the first."),
                entry("z", ["batch", CODE], "Code of the string; the prior is N(0, I)."),
            ],
            "outputs": [
                entry("logits", ["batch", known.kinds], "Log-odds of the next token, up to a common constant."),
                entry("state", ["batch", HIDDEN], "The state, to be handed to the next step."),
            ],
            "opset": OPSET,
            "licence": "MIT",
            "data": [nci_smiles.MANIFEST_ENTRY],
            "training": training,
            "metrics": metrics,
            "golden": {"path": GOLDEN, "tolerance": TOLERANCE},
        },
    )  # fmt: skip
