"""Halves an ONNX file: weights are stored as float16 and cast back to float32 in the graph.

The sums stay in float32, so any runtime gives nearly what PyTorch gives with the same rounded weights; a runtime folds
the casts once, when it loads the file. Field numbers are those of onnx.proto (see onnx_reader.py); further
NodeProto.input 1, .output 2, .name 3, .op_type 4, .attribute 5; AttributeProto.name 1, .i 3, .type 20 (2 is INT).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.common.onnx_reader import (
    BYTES,
    FLOAT16,
    FLOAT32,
    HALF,
    VARINT,
    read_fields,
    read_tensor,
)

# Smaller ones (biases) stay as they are: the cast's node would weigh as much as it saves.
SMALLEST = 1024


def halve(path: Path) -> None:
    """Rewrites the file in place. Raises ValueError where a weight is beyond float16's range (65,504)."""
    raw = path.read_bytes()
    parts = [_message(field, _graph(value)) if field == 7 else _field(field, wire, value) for field, wire, value in read_fields(raw)]
    path.write_bytes(b"".join(parts))


def _graph(raw: bytes) -> bytes:
    casts, rest = [], []
    for field, wire, value in read_fields(raw):
        if field != 5:
            rest.append(_field(field, wire, value))
            continue
        name, values = read_tensor(value)
        if values.size < SMALLEST:
            rest.append(_field(field, wire, value))
            continue
        if float(np.abs(values).max()) > 65504:
            raise ValueError(f"weights {name}: float16 holds numbers up to 65504, found {np.abs(values).max():.3g}")
        casts.append(_message(1, _cast(name + HALF, name)))
        rest.append(_message(5, _tensor(name + HALF, values)))
    return b"".join(casts + rest)


def _tensor(name: str, values: np.ndarray) -> bytes:
    dims = b"".join(_field(1, VARINT, size) for size in values.shape)
    return dims + _field(2, VARINT, FLOAT16) + _message(8, name.encode()) + _message(9, values.astype("<f2").tobytes())


def _cast(source: str, target: str) -> bytes:
    to = _message(1, b"to") + _field(3, VARINT, FLOAT32) + _field(20, VARINT, 2)
    words = ((1, source), (2, target), (3, target + "/cast"), (4, "Cast"))
    return b"".join(_message(field, text.encode()) for field, text in words) + _message(5, to)


def _message(field: int, raw: bytes) -> bytes:
    return _field(field, BYTES, raw)


def _field(field: int, wire: int, value: int | bytes) -> bytes:
    key = _varint(field << 3 | wire)
    if isinstance(value, int):
        return key + _varint(value)
    return key + (_varint(len(value)) if wire == BYTES else b"") + value


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
