"""Rendering, damage and the training file format."""
import struct
import tempfile
import unittest
from pathlib import Path

import numpy as np
from PIL import Image

import paths  # noqa: F401  (puts the recipe on the path)
import damage
import fonts
import lstmf
import render
import sample

LAKSAMAN = fonts.DEBIAN / "tlwg/Laksaman.ttf"


def families():
    """Return one family as sample.Sampler wants it."""
    return [("laksaman", "sarabun", 1, [(LAKSAMAN, fonts.coverage(LAKSAMAN))])]


class Rendering(unittest.TestCase):
    """Lines are set, not replaced by empty boxes."""

    def ink(self, line):
        return render.draw(render.Fonts(), LAKSAMAN, line, 40)[0]

    def test_marks_stack_instead_of_following(self):
        self.assertAlmostEqual(self.ink("ที").shape[1], self.ink("ที่").shape[1], delta=3)

    def test_every_digit_looks_different(self):
        shapes = {self.ink(d).tobytes() for d in "๐๑๒๓๔๕๖๗๘๙"}
        self.assertEqual(len(shapes), 10)

    def test_a_font_without_latin_is_refused(self):
        bare = fonts.coverage(fonts.DEBIAN / "noto/NotoSansThai-Regular.ttf")
        self.assertTrue(set("ABC") - bare)
        self.assertFalse(set(fonts.NEEDED) - fonts.coverage(LAKSAMAN))

    def test_crop_pads_outside(self):
        out = render.crop(np.ones((4, 4)), -1, 5, -2, 4)
        self.assertEqual((out.shape, out.sum()), ((6, 6), 16))


class Damage(unittest.TestCase):
    """Each kind of damage keeps size and range, and does something."""

    def test_sizes_and_ranges(self):
        rng = np.random.default_rng(1)
        ink, _, _ = render.draw(render.Fonts(), LAKSAMAN, "๒๕๖๔ บาท", 40)
        grey = damage.scan(render.reduce(ink), rng, noise=5, shade=20)
        for made in (damage.jpeg(grey, 40), damage.bilevel(grey, .5), damage.blur(grey, .8),
                     damage.speckle(grey, rng, .01), damage.mixed_raster(grey, rng),
                     damage.faded(grey, rng), damage.resample(grey, .5),
                     damage.stencil(grey, rng, .5), damage.resample(grey, .6, sharp=True)):
            self.assertEqual(made.shape, grey.shape)
            self.assertGreaterEqual(made.min(), 0)
            self.assertLessEqual(made.max(), 255.01)
            self.assertGreater(np.abs(made - grey).max(), 1)

    def test_rules_and_dots_only_add_ink(self):
        rng = np.random.default_rng(2)
        ink = np.zeros((60, 300), np.float32)
        for made in (damage.rules(ink, rng, 2), damage.dotted(ink, rng, 40)):
            self.assertEqual(made.shape, ink.shape)
            self.assertGreater(made.sum(), 0)

    def test_spread_moves_both_ways(self):
        ink, _, _ = render.draw(render.Fonts(), LAKSAMAN, "๔", 40)
        self.assertLess(damage.spread(ink, -1.5).sum(), ink.sum())
        self.assertGreater(damage.spread(ink, 1.5).sum(), ink.sum())


class Samples(unittest.TestCase):
    """Training lines."""

    def test_a_line_depends_on_seed_and_index_alone(self):
        first, second = (sample.Sampler(families(), 5, "train") for _ in range(2))
        first.sample(0)
        one, other = first.sample(7), second.sample(7)
        self.assertEqual(one[1], other[1])
        self.assertEqual(one[0].tobytes(), other[0].tobytes())


class TrainingFile(unittest.TestCase):
    """The .lstmf bytes."""

    def test_layout(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.lstmf"
            self.assertEqual(lstmf.write(path, [(Image.new("L", (30, 20), 255), "๔")]), 1)
            data = path.read_bytes()
        self.assertEqual(struct.unpack_from("<Ib", data), (1, 1))
        self.assertEqual(data.count(b"\x89PNG"), 1)
        self.assertTrue(data.endswith("๔".encode() + b"\0"))


if __name__ == "__main__":
    unittest.main()
