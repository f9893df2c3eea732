"""Batches of the drawn faces for generators and hierarchical VAEs: kept as bytes on the device, floats per batch.

20,000 faces of 64 pixels are 246 MB as bytes and four times that as floats, so only the batch is ever made float.
A mirrored face is a face as good (the style has no writing on it), and doubles what there is.
"""

from __future__ import annotations

import torch

from training.common import distributed
from training.common.seed import batch_indices, generator
from training.data.faces import Faces


class FaceBatches:
    """`faces` at one size; `mirror`: half of the faces are mirrored, drawn anew in each step."""

    def __init__(self, faces: Faces, where: str, mirror: bool = True) -> None:
        self.images = torch.from_numpy(faces.images.copy()).permute(0, 3, 1, 2).contiguous().to(where)
        self.where, self.mirror = where, mirror

    def __len__(self) -> int:
        return len(self.images)

    def take(self, batch: int, step: int, seed: int) -> torch.Tensor:
        """This process's share of the step's batch: float32 [batch / N, 3, side, side] in [-1, 1]. Raises ValueError."""
        rows = distributed.share(batch_indices(len(self.images), batch, step, seed)).to(self.where)
        pictures = self.images[rows].float() / 127.5 - 1
        if not self.mirror:
            return pictures
        coins = torch.rand(batch, generator=generator(seed, "mirror", step)) < 0.5
        turned = distributed.share(coins).to(self.where)[:, None, None, None]
        return torch.where(turned, pictures.flip(3), pictures)
