"""Runs that stop and go on, break, or share their work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from argparse import Namespace
from pathlib import Path
from typing import Any

import torch

from training.common.errors import CheckpointError
from training.common.fit import fit, go_on
from training.common.loop import Run, read_log, train
from training.common.paths import ROOT
from training.tests.toy import STEPS, job

# Sums in another order; after a dozen steps of Adam the weights are still this near.
NEAR = 1e-5
OLD = torch.__version__.startswith("1.")
PIPES: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}


def options(folder: Path, **further: object) -> Namespace:
    return Namespace(
        **{
            "seed": 3, "steps": STEPS, "batch": 16, "device": "cpu", "threads": 1, "checkpoints": folder,
            "out": folder / "out", "fresh": False, "resume_from_shipped": False, **further,
        }
    )  # fmt: skip


class LoopTest(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def test_goes_on_bit_for_bit_and_logs_every_step_once(self) -> None:
        whole = fit(job(), options(self.folder / "a")).model.state_dict()
        fit(job(), options(self.folder / "b"), stop_after=5)
        again = fit(job(), options(self.folder / "b")).model.state_dict()
        for name, value in whole.items():
            self.assertTrue(torch.equal(value, again[name]), name)
        lines = (self.folder / "b" / "toy" / "log.jsonl").read_text().splitlines()
        self.assertEqual([json.loads(line)["step"] for line in lines], [3, 5, 6, 9, 12])

    def test_a_log_has_every_step_once_and_counts_on_from_the_shipped_run(self) -> None:
        run = Run(self.folder, {}, 9, "cpu")
        entries = [(3, 1.0, 0.123456789), (6, 2.0, 4.0), (6, 2.5, 5.0), (9, 3.0, 6.0)]
        run.log.write_text("".join(json.dumps({"step": s, "seconds": t, "loss": v}) + "\n" for s, t, v in entries))
        log = read_log(run)
        self.assertEqual([(e["step"], e["loss"]) for e in log], [(3, 0.12346), (6, 5.0), (9, 6.0)])
        both = go_on(log, read_log(run))
        self.assertEqual([(e["step"], e["seconds"]) for e in both[3:]], [(12, 4.0), (15, 5.5), (18, 6.0)])
        self.assertEqual(read_log(Run(self.folder / "none", {}, 9, "cpu")), [])

    def test_refuses_the_checkpoint_of_other_settings_and_a_damaged_one(self) -> None:
        fit(job(), options(self.folder))
        with self.assertRaisesRegex(CheckpointError, "Run with --fresh"):
            fit(job(), options(self.folder, seed=4))
        (self.folder / "toy" / "last.pt").write_bytes(b"cut")
        with self.assertRaisesRegex(CheckpointError, "cannot be read"):
            fit(job(), options(self.folder))
        fit(job(), options(self.folder, fresh=True))

    def test_keeps_the_last_checkpoint_when_the_loss_is_lost(self) -> None:
        run = Run(self.folder, {}, 4, "cpu", log_every=1)
        train(run, {}, lambda index: {"loss": 1.0}, stop_after=2)
        before = run.checkpoint.read_bytes()
        with self.assertRaisesRegex(FloatingPointError, "step 3: loss is not finite"):
            train(run, {}, lambda index: {"loss": float("nan")})
        self.assertEqual(run.checkpoint.read_bytes(), before)

    def test_two_processes_agree_and_do_what_one_does_with_the_whole_batch(self) -> None:
        # They meet in a file, so no port can be taken. The variables are those that torchrun sets.
        words = [sys.executable, "-m", "training.tests.toy", str(self.folder), str(self.folder / "meeting")]
        started = [
            subprocess.Popen(words, cwd=ROOT, env={**os.environ, "RANK": str(rank), "WORLD_SIZE": "2"}, **PIPES)
            for rank in (0, 1)
        ]
        said = [each.communicate(timeout=240)[1] for each in started]
        self.assertEqual([each.returncode for each in started], [0, 0], "".join(said))
        self.check_together()

    @unittest.skipIf(OLD, "torchrun of PyTorch 1.13 breaks on Python 3.11 (its elastic launcher, not ours)")
    def test_the_same_under_torchrun(self) -> None:
        words = ["-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2"]
        command = [sys.executable, *words, "-m", "training.tests.toy", str(self.folder)]
        done = subprocess.run(command, cwd=ROOT, timeout=240, check=False, **PIPES)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.check_together()

    def check_together(self) -> None:
        alone = fit(job(), options(self.folder / "alone")).model.state_dict()
        first, second = (torch.load(self.folder / f"rank-{rank}.pt") for rank in (0, 1))
        for name, value in alone.items():
            self.assertTrue(torch.equal(first[name], second[name]), f"{name}: the processes differ")
            self.assertLess(float((first[name] - value).abs().max()), NEAR, f"{name}: two processes differ from one")
        log = (self.folder / "together" / "toy" / "log.jsonl").read_text().splitlines()
        self.assertEqual([json.loads(line)["step"] for line in log], [3, 6, 9, 12])
        lone = (self.folder / "alone" / "toy" / "log.jsonl").read_text().splitlines()
        self.assertAlmostEqual(json.loads(log[-1])["loss"], json.loads(lone[-1])["loss"], places=5)
