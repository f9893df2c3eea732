"""Pictures as PyTorch wants them."""

from __future__ import annotations

from typing import Any

import torch


def as_floats(images: Any, where: str = "cpu") -> torch.Tensor:
    """uint8 [n, h, w] or [n, h, w, 3] -> float32 [n, 1 or 3, h, w] in [0, 1]."""
    pixels = torch.from_numpy(images.copy()).to(where).float() / 255
    return pixels.unsqueeze(1) if pixels.dim() == 3 else pixels.permute(0, 3, 1, 2).contiguous()
