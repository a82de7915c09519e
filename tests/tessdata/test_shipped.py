"""The data that is shipped reads all ten Thai digits."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import numpy as np

import paths
import damage
import evalset
import fonts
import render
import score

LINES = ["๐ ๑ ๒ ๓ ๔ ๕ ๖ ๗ ๘ ๙", "พ.ศ. ๒๕๖๔ - ๒๕๖๙", "เป็นเงิน ๑,๔๗๘,๙๖๐.๐๐ บาท",
         "ร้อยละ ๘๗.๔๖", "๖) ดำเนินการแล้วเสร็จ", "งบประมาณ 159,100 บาท (ITA)"]


def read(image):
    """Return what tesseract reads with the shipped data in `image`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.png"
        image.save(path, dpi=(300, 300))
        done = subprocess.run(
            ["tesseract", str(path), "-", "--tessdata-dir", str(paths.TESSDATA), "-l",
             paths.SHIPPED.stem, "--psm", "6", "-c", "preserve_interword_spaces=1"],
            check=True, capture_output=True, env=dict(os.environ, OMP_THREAD_LIMIT="1"))
        return done.stdout.decode("utf-8")


@unittest.skipUnless(paths.SHIPPED.exists(), "no shipped data here")
class Shipped(unittest.TestCase):
    """tarang_tha.traineddata"""

    def test_character_set_is_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "x.lstm-unicharset"
            subprocess.run(["combine_tessdata", "-e", paths.SHIPPED, target], check=True,
                           capture_output=True)
            have = {line.split(" ")[0] for line in
                    target.read_text(encoding="utf-8").splitlines()[1:]}
        want = set("๐๑๒๓๔๕๖๗๘๙0123456789ฌฃฅฦ฿ฯๆ") | \
            set((paths.RECIPE / "extra-characters.txt").read_text().split())
        self.assertEqual(want - have, set())

    def test_it_is_an_integer_network_of_a_sane_size(self):
        self.assertLess(paths.SHIPPED.stat().st_size, 6_000_000)
        said = subprocess.run(["combine_tessdata", "-l", paths.SHIPPED], check=True,
                              capture_output=True, text=True)
        self.assertIn("int_mode=1", said.stdout + said.stderr)

    def test_numbers_are_exact_in_the_usual_face(self):
        for kind in ("clean300", "moderate200"):
            for at, line in enumerate(LINES):
                image = evalset.set_cell(render.Fonts(), fonts.DEBIAN / "tlwg/Laksaman.ttf",
                                         [line], 16, kind, np.random.default_rng([1, at]))
                output = read(image)
                for pattern in (score.THAI_NUMBER, score.ARABIC_NUMBER, score.LATIN_WORD):
                    with self.subTest(line=line, damage=kind):
                        self.assertEqual(pattern.findall(output), pattern.findall(line))

    def test_it_reads_nothing_on_an_empty_page(self):
        grey = damage.scan(np.zeros((200, 600), np.float32), np.random.default_rng(1))
        image = evalset.Image.fromarray(grey.astype(np.uint8))
        self.assertEqual(read(image).strip(), "")


if __name__ == "__main__":
    unittest.main()
