"""Files with float16 weights: half the bytes, the same names, weights rounded once."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import torch
from torch import nn

from training.common import golden
from training.common.export import export_onnx, load_weights
from training.common.half import halve
from training.common.onnx_reader import read_initializers


def build() -> nn.Sequential:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(40, 60), nn.Tanh(), nn.Linear(60, 30))


class HalfTest(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = Path(self.folder.name) / "net.onnx"
        self.model = build()
        export_onnx(self.model, (torch.zeros(2, 40),), self.path, ["x"], ["y"])

    def test_halves_the_bytes_and_rounds_the_weights_once(self) -> None:
        before = self.path.stat().st_size
        halve(self.path)
        self.assertLess(self.path.stat().st_size, 0.6 * before)
        stored = read_initializers(self.path.read_bytes())
        for name, value in self.model.state_dict().items():
            expected = value.half().float() if value.numel() >= 1024 else value
            self.assertTrue(torch.equal(torch.from_numpy(stored[name]), expected), name)

    def test_the_graph_runs_as_the_rounded_model_does(self) -> None:
        halve(self.path)
        load_weights(self.model, self.path)
        probe = golden.probe(self.model, {"x": torch.randn(5, 40)}, ["y"])
        golden.compare(self.path, probe, 1e-5)

    def test_is_a_valid_onnx_file(self) -> None:
        try:
            import onnx
        except ImportError:
            self.skipTest("onnx is absent")
        halve(self.path)
        onnx.checker.check_model(str(self.path), full_check=True)

    def test_refuses_weights_beyond_float16(self) -> None:
        with torch.no_grad():
            self.model[0].weight[0, 0] = 1e5
        export_onnx(self.model, (torch.zeros(2, 40),), self.path, ["x"], ["y"])
        with self.assertRaisesRegex(ValueError, "up to 65504, found 1e"):
            halve(self.path)
