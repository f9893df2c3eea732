"""Data sets: what they hold, and what they say when something is missing or damaged."""

from __future__ import annotations

import gzip
import json
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
import torch

from training.common.errors import DataError
from training.common.paths import ROOT
from training.data import faces, fashion_mnist, fashion_test_28, mnist, mnist_small, mnist_test_28, pack_28, pack_training
from training.data.face_batches import FaceBatches

DRAWN = all((ROOT / "node_modules" / name).is_dir() for name in faces.PACKAGES)


class WithFolder(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)


class MnistTest(WithFolder):
    def test_names_what_to_run_when_it_is_absent(self) -> None:
        with self.assertRaisesRegex(DataError, "Run `npm ci`"):
            mnist.load("train", self.folder)

    def test_finds_an_altered_file_by_its_hash(self) -> None:
        (self.folder / "t10k-images-idx3-ubyte").write_bytes(b"\0\0\x08\x03")
        with self.assertRaisesRegex(DataError, "SHA-256 .* expected 0fa7898d"):
            mnist.load("test", self.folder)

    def test_refuses_what_is_no_idx_file_of_bytes(self) -> None:
        with self.assertRaisesRegex(DataError, "expected 000008"):
            mnist.parse_idx(b"\0\0\x0d\x01\0\0\0\x01\0", "x")
        with self.assertRaisesRegex(DataError, r"holds 1 values, its header says \(2,\)"):
            mnist.parse_idx(b"\0\0\x08\x01\0\0\0\x02\0", "x")


class PackTrainingTest(unittest.TestCase):
    def test_rounds_half_up_to_eight_greys(self) -> None:
        self.assertEqual(pack_training.coarsen(np.array([0, 18, 19, 127, 128, 255], np.uint8)).tolist(), [0, 0, 1, 3, 4, 7])

    @unittest.skipUnless(mnist.FOLDER.is_dir(), "needs `npm ci`")
    def test_the_shipped_digits_are_what_it_writes(self) -> None:
        pack_training.check(pack_training.PACKS[1])

    def test_a_cut_file_is_named(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            wanted = mock.Mock(folder=Path(folder), id="x", file="x.bin", train=1)
            wanted.load = lambda _: (np.zeros((1, 28, 28), np.uint8), np.zeros(1, np.uint8))
            (Path(folder) / "x.bin").write_bytes(b"\x07")
            with self.assertRaisesRegex(DataError, "cannot be read"):
                pack_training.check(wanted)


class MnistSmallTest(unittest.TestCase):
    def test_halves_by_means_and_rounds_to_sixteen_greys(self) -> None:
        image = np.zeros((1, 28, 28), np.uint8)
        image[0, :2, :2] = 255
        image[0, 0, 2] = 34  # a mean of 8.5 is half a level, which counts as one
        levels = mnist_small.halve(image)
        self.assertEqual(levels.shape, (1, 14, 14))
        self.assertEqual(levels[0, 0, :3].tolist(), [15, 1, 0])

    def test_the_left_pixel_has_the_high_bits(self) -> None:
        self.assertEqual(mnist_small.pack(np.array([[1, 15, 2, 0]], np.uint8)), bytes([0x1F, 0x20]))

    @unittest.skipUnless(mnist.FOLDER.is_dir(), "needs `npm ci`")
    def test_the_shipped_file_is_what_the_command_writes(self) -> None:
        raw, manifest = mnist_small.build()
        self.assertEqual((mnist_small.FOLDER / mnist_small.FILE).read_bytes(), raw)
        self.assertEqual(json.loads((mnist_small.FOLDER / "data.json").read_text()), manifest)


class Pack28Test(unittest.TestCase):
    def test_rounds_to_sixteen_greys(self) -> None:
        levels = pack_28.coarsen(np.array([[0, 8, 9, 17, 247, 255]], np.uint8))
        self.assertEqual(levels.tolist(), [[0, 0, 1, 1, 15, 15]])

    def check_shipped(self, wanted: pack_28.Pack) -> None:
        raw, manifest = pack_28.build(wanted)
        self.assertEqual((wanted.folder / wanted.file).read_bytes(), raw)
        self.assertEqual(json.loads((wanted.folder / "data.json").read_text()), manifest)

    @unittest.skipUnless(mnist.FOLDER.is_dir(), "needs `npm ci`")
    def test_the_shipped_digits_are_what_the_command_writes(self) -> None:
        self.check_shipped(mnist_test_28.PACK)

    @unittest.skipUnless(fashion_mnist.find(), "needs `python -m training.data.fashion_mnist`")
    def test_the_shipped_clothes_are_what_the_command_writes(self) -> None:
        self.check_shipped(fashion_test_28.PACK)


class FashionTest(WithFolder):
    def setUp(self) -> None:
        super().setUp()
        for patch in (
            mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(self.folder)}),
            mock.patch.object(fashion_mnist, "INSTALLED", self.folder / "installed"),
        ):
            patch.start()
            self.addCleanup(patch.stop)

    def test_names_what_to_run_when_it_is_absent(self) -> None:
        with self.assertRaisesRegex(DataError, "Run `python -m training.data.fashion_mnist`"):
            fashion_mnist.load("train")

    def test_says_what_is_missing_where_there_is_no_apt(self) -> None:
        absent = mock.patch.object(fashion_mnist.shutil, "which", return_value=None)
        with absent, self.assertRaisesRegex(DataError, "apt-get and dpkg-deb not found"):
            fashion_mnist.fetch()

    def test_finds_a_cut_and_an_altered_file(self) -> None:
        installed = self.folder / "installed"
        installed.mkdir()
        for name in fashion_mnist.SHA256:
            (installed / f"{name}.gz").write_bytes(gzip.compress(b"other"))
        with self.assertRaisesRegex(DataError, "SHA-256 .*reinstall"):
            fashion_mnist.load("test")
        for name in fashion_mnist.SHA256:
            (installed / f"{name}.gz").write_bytes(gzip.compress(b"other")[:-9])
        with self.assertRaisesRegex(DataError, "cannot be read"):
            fashion_mnist.load("test")


class FacesTest(WithFolder):
    def test_halves_pictures_by_means_and_masks_by_votes(self) -> None:
        image = np.array([[[[0, 0, 0], [10, 1, 2]], [[20, 1, 2], [10, 1, 1]]]], dtype=np.uint8)
        self.assertEqual(faces.halve_images(image).tolist(), [[[[10, 1, 1]]]])
        masks = np.array([[[1, 1, 0, 3], [1, 2, 3, 0], [2, 2, 0, 0], [2, 2, 0, 3]]], dtype=np.uint8)
        self.assertEqual(faces.halve_masks(masks, 4).tolist(), [[[1, 3], [2, 0]]])

    def test_names_what_to_run_when_they_are_absent(self) -> None:
        with self.assertRaisesRegex(DataError, "Run `python -m training.data.faces`"):
            faces.load(folder=self.folder)
        absent = mock.patch.object(faces, "PACKAGES", ("no-such-package",))
        with absent, self.assertRaisesRegex(DataError, "no-such-package not in node_modules. Run `npm ci`"):
            faces.build(2, self.folder / "faces")

    @unittest.skipUnless(DRAWN, "the drawing packages are absent: npm ci")
    def test_draws_the_known_faces_and_finds_a_damaged_file(self) -> None:
        folder = self.folder / "faces"
        faces.build(faces.FIRST, folder)
        whole, small = faces.load(64, folder=folder), faces.load(32, count=5, folder=folder)
        self.assertEqual(whole.images.shape, (faces.FIRST, 64, 64, 3))
        self.assertEqual((small.images.shape, small.masks.shape), ((5, 32, 32, 3), (5, 32, 32)))
        self.check_factors(whole)
        with self.assertRaisesRegex(DataError, "64 are built, 65 are asked for"):
            faces.load(count=65, folder=folder)
        (folder / "masks.bin").write_bytes(b"cut")
        with self.assertRaisesRegex(DataError, "it was built with"):
            faces.load(folder=folder)

    def check_factors(self, whole: faces.Faces) -> None:
        """Masks and colours say what the factors say."""
        beard, eyes = whole.parts.index("facialHair"), whole.parts.index("eyes")
        for image, mask, factors in zip(whole.images, whole.masks, whole.factors):
            self.assertEqual(bool((mask == beard).any()), factors["facialHair"] != "none")
            self.assertEqual((mask == eyes).sum() > 100, factors["eyes"] in ("glasses", "sunglasses"))
            # The corner above the head is background, light whatever its hue.
            self.assertEqual(mask[0, 0], 0)
            self.assertGreater(int(image[0, 0].min()), 180)
        skin = whole.masks == whole.parts.index("skin")
        light = np.array([image[at].mean() for image, at in zip(whole.images, skin)])
        tone = np.array([factors["skinTone"] for factors in whole.factors])
        self.assertLess(np.corrcoef(light, tone)[0, 1], -0.9)


class FaceBatchesTest(unittest.TestCase):
    def setUp(self) -> None:
        images = np.random.default_rng(0).integers(0, 256, (10, 4, 4, 3), dtype=np.uint8)
        self.faces = faces.Faces(images, images[..., 0], ["background"], [{}] * 10)

    def test_gives_every_face_once_an_epoch_between_minus_one_and_one(self) -> None:
        batches = FaceBatches(self.faces, "cpu", mirror=False)
        epoch = torch.cat([batches.take(5, step, seed=1) for step in (0, 1)])
        found = ((epoch + 1) * 127.5).round().long().permute(0, 2, 3, 1)
        self.assertEqual(sorted(found.tolist()), sorted(self.faces.images.tolist()))
        self.assertLessEqual(float(epoch.abs().max()), 1)

    def test_mirrors_some_and_the_same_ones_each_time(self) -> None:
        plain = FaceBatches(self.faces, "cpu", mirror=False).take(10, 0, seed=1)
        turned = FaceBatches(self.faces, "cpu").take(10, 0, seed=1)
        self.assertTrue(torch.equal(turned, FaceBatches(self.faces, "cpu").take(10, 0, seed=1)))
        same = [torch.equal(a, b) for a, b in zip(turned, plain)]
        mirrored = [torch.equal(a.flip(2), b) for a, b in zip(turned, plain)]
        self.assertTrue(any(same) and any(mirrored))
        self.assertTrue(all(a != b for a, b in zip(same, mirrored)))
