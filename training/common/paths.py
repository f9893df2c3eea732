"""Where things lie: the repository, the shipped models, the checkpoints outside the tree."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "public" / "models"


def default_checkpoints() -> Path:
    """The cache folder of the user: checkpoints never lie in the tree."""
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "course-training"


def data_cache(name: str) -> Path:
    """Where a data set lies that no package of the repository holds: `name` in the cache folder, outside the tree."""
    return default_checkpoints() / "data" / name
