"""A small convolutional classifier of MNIST; its last hidden layer is the feature space of our Fréchet distances.

    28x28 -> conv 3x3, 16, ReLU, max 2x2 -> conv 3x3, 32, ReLU, max 2x2 -> linear 1568 to 64, ReLU (the features) -> linear 10

Inception's features (Heusel et al. 2017) are of photographs at 299 px and say little of digits.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn

from training.common.export import export_onnx, load_weights
from training.common.paths import MODELS

MODEL_ID, GRAPH = "digit-features", "model.onnx"
FEATURES, CLASSES, SIDE = 64, 10, 28


class Classifier(nn.Module):
    """image [n, 1, 28, 28] in [0, 1] -> features [n, 64] (at least 0), logits [n, 10]."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(32 * 7 * 7, FEATURES), nn.ReLU(),
        )  # fmt: skip
        self.head = nn.Linear(FEATURES, CLASSES)

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.body(image)
        return features, self.head(features)


class Extractor(nn.Module):
    """image [n, 1, 28, 28] -> features [n, 64]."""

    def __init__(self, classifier: Classifier) -> None:
        super().__init__()
        self.body = classifier.body

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return self.body(image)


def load_extractor(folder: Path | None = None) -> Extractor:
    """The shipped classifier's features, on the CPU. Raises ValueError where the model is not there."""
    path = (folder or MODELS / MODEL_ID) / GRAPH
    if not path.is_file():
        raise ValueError(f"{path} is absent: run `python -m training.digit_features.train` first.")
    classifier = Classifier()
    load_weights(classifier, path)
    return Extractor(classifier).eval()


def write_untrained(folder: Path) -> Path:
    """The graph with its first weights, for smoke runs: they must pass before the classifier was ever trained."""
    export_onnx(Classifier(), (torch.zeros(2, 1, SIDE, SIDE),), folder / GRAPH, ["image"], ["features", "logits"])
    return folder
