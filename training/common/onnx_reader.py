"""Reads the weights of an ONNX file without the package `onnx`, which Debian's PyTorch comes without.

An ONNX file is one protobuf message. Field numbers are those of onnx.proto: ModelProto.graph 7, GraphProto.initializer
5, TensorProto.dims 1, .data_type 2 (1 is float32, 10 is float16), .name 8, .raw_data 9.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
FLOAT32, FLOAT16 = 1, 10
# What half.py hangs on the name of a weight that it stores as float16.
HALF = "/half"


def read_initializers(raw: bytes) -> dict[str, np.ndarray]:
    """Name -> float32 array. Raises ValueError on anything but raw float32 or float16 data."""
    found: dict[str, np.ndarray] = {}
    for field, _, graph in read_fields(raw):
        if field == 7:
            for inner, _, tensor in read_fields(graph):
                if inner == 5:
                    name, values = read_tensor(tensor)
                    found[name.removesuffix(HALF)] = values
    if not found:
        raise ValueError("not an ONNX file with weights: no initializer was found")
    return found


def read_tensor(raw: bytes) -> tuple[str, np.ndarray]:
    """Name and float32 values of one TensorProto."""
    dims: list[int] = []
    kind, name, data = 0, "", b""
    for field, wire, value in read_fields(raw):
        if field == 1:
            dims += [value] if wire == VARINT else _packed(value)
        elif field == 2:
            kind = value
        elif field == 8:
            name = value.decode()
        elif field == 9:
            data = value
    form = {FLOAT32: "<f4", FLOAT16: "<f2"}.get(kind)
    if form is None or len(data) != np.dtype(form).itemsize * int(np.prod(dims)):
        raise ValueError(f"weights {name}: expected raw float32 or float16 of shape {dims}, found type {kind}, {len(data)} bytes")
    return name, np.frombuffer(data, dtype=form).reshape(dims).astype(np.float32)


def read_fields(raw: bytes) -> Iterator[tuple[int, int, int | bytes]]:
    """Field number, wire type and value of each field of one message."""
    at = 0
    while at < len(raw):
        key, at = _varint(raw, at)
        field, wire = key >> 3, key & 7
        if wire == VARINT:
            value, at = _varint(raw, at)
            yield field, wire, value
            continue
        if wire == BYTES:
            size, at = _varint(raw, at)
        elif wire in (FIXED64, FIXED32):
            size = 8 if wire == FIXED64 else 4
        else:
            raise ValueError(f"not an ONNX file: wire type {wire} at byte {at}")
        if at + size > len(raw):
            raise ValueError(f"a cut ONNX file: a field needs {size} bytes at {at}, the file has {len(raw)}")
        yield field, wire, raw[at : at + size]
        at += size


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(raw):
        byte = raw[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
    raise ValueError("a cut ONNX file: it ends within a number")


def _packed(raw: bytes) -> list[int]:
    values, at = [], 0
    while at < len(raw):
        value, at = _varint(raw, at)
        values.append(value)
    return values
