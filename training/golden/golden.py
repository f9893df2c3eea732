"""Writes golden numbers: what PyTorch computes in float64, kept beside the method that must compute the same."""

import json
import math
import re
import sys
from pathlib import Path

import torch

SOURCE = Path(__file__).resolve().parents[2] / "src"
METHODS = SOURCE / "methods"
WIDTH = 110
HEAD = ("command", "torch", "dtype")
# Between versions of PyTorch sums may be ordered otherwise.
RELATIVE, ABSOLUTE = 1e-9, 1e-12

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def tensor(value: torch.Tensor) -> dict:
    """Shape and row-major values; 17 digits, so that float64 survives the file."""
    return {"shape": list(value.shape), "values": value.detach().reshape(-1).tolist()}


def _text(value) -> str:
    """JSON on one line, exponents without leading zeros."""
    return re.sub(r"(\de-?)0+(\d)", r"\1\2", json.dumps(value).replace("e+", "e"))


def _numbers(items: list, indent: int) -> str:
    """A list of numbers, filled line by line as Prettier does it."""
    lines, line = [], ""
    for position, item in enumerate(items):
        text = _text(item) + ("" if position == len(items) - 1 else ",")
        if line and indent + len(line) + 1 + len(text) > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {text}" if line else text
    pad = " " * indent
    return "[\n" + "\n".join(pad + each for each in [*lines, line]) + "\n" + " " * (indent - 2) + "]"


def _render(value, column: int, indent: int) -> str:
    """JSON in the layout that the repository's formatter accepts."""
    if isinstance(value, dict):
        pad = " " * (indent + 2)
        rows = []
        for key, item in value.items():
            name = f"{json.dumps(key)}: "
            rows.append(pad + name + _render(item, indent + 2 + len(name), indent + 2))
        return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        pad = " " * (indent + 2)
        return "[\n" + ",\n".join(pad + _render(v, indent + 2, indent + 2) for v in value) + "\n" + " " * indent + "]"
    flat = _text(value)
    if not isinstance(value, list) or column + len(flat) + 1 <= WIDTH:
        return flat
    return _numbers(value, indent + 2)


def _differences(found, stored, where: str) -> list:
    """Places where two JSON values differ by more than the last digits of float64."""
    if isinstance(found, dict) and isinstance(stored, dict):
        if set(found) != set(stored):
            return [f"{where}: keys {sorted(stored)} are stored, {sorted(found)} were computed"]
        return [each for key in found for each in _differences(found[key], stored[key], f"{where}.{key}")]
    if isinstance(found, (list, tuple)) and isinstance(stored, list):
        if len(found) != len(stored):
            return [f"{where}: {len(stored)} values are stored, {len(found)} were computed"]
        pairs = enumerate(zip(found, stored))
        return [each for at, (one, other) in pairs for each in _differences(one, other, f"{where}[{at}]")]
    if isinstance(found, float) and isinstance(stored, (int, float)):
        same = math.isclose(found, stored, rel_tol=RELATIVE, abs_tol=ABSOLUTE)
    else:
        same = found == stored
    return [] if same else [f"{where}: {stored} is stored, {found} was computed"]


def write(method: str, data: dict, folder: Path = METHODS) -> None:
    """Writes <folder>/<method>/golden.json (src/methods unless told otherwise), headed by the command that wrote it.

    With --check on the command line nothing is written: the stored numbers are compared, and a difference exits 1.
    """
    command = f"python training/golden/{Path(sys.argv[0]).name}"
    path = folder / method / "golden.json"
    if "--check" in sys.argv[1:]:
        stored = json.loads(path.read_text())
        wrong = _differences(data, {key: value for key, value in stored.items() if key not in HEAD}, method)
        if wrong:
            sys.exit("\n".join([f"{len(wrong)} golden numbers of {method} differ", *wrong[:10]]))
        print(f"{path.relative_to(SOURCE.parent)}: as stored")
        return
    head = {"command": command, "torch": torch.__version__.split("+")[0], "dtype": "float64"}
    path.write_text(_render({**head, **data}, 0, 0) + "\n")
    print(f"{path.relative_to(SOURCE.parent)}: {path.stat().st_size} bytes")
