"""The whole recipe, small: from Debian's data to a trained file and a table.

It takes one to two minutes on one core.  That the result reads well is not
asked (a few hundred iterations are far too few); that every step runs, that
training brings the error down and that the result is usable data, is.
"""
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import paths


class SmallRecipe(unittest.TestCase):
    """tessdata/train --small"""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = Path(cls.folder.name)
        done = subprocess.run(
            [paths.TESSDATA / "train", "--small", "--debian-fonts", "--no-install",
             "--work", cls.work], capture_output=True, text=True, timeout=900)
        cls.said = done.stdout + done.stderr
        cls.code = done.returncode

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        self.assertEqual(self.code, 0, self.said[-3000:])

    def test_the_errors_fall(self):
        log = (self.work / "stage-1" / "log").read_text(errors="replace")
        rates = [float(r) for r in re.findall(r"BCER train=([0-9.]+)%", log)]
        self.assertGreaterEqual(len(rates), 2, log[-2000:])
        self.assertLess(rates[-1], rates[0])
        self.assertLess(rates[-1], 40)
        self.assertIn("Code range changed from 182 to 195", log)

    def test_no_line_was_refused(self):
        log = (self.work / "stage-1" / "log").read_text(errors="replace")
        self.assertNotRegex(log, "Encoding of string failed|Failed to read|Deserialize")

    def test_the_result_is_data_that_the_engine_loads(self):
        said = subprocess.run(["combine_tessdata", "-l", self.work / "tarang_tha.traineddata"],
                              check=True, capture_output=True, text=True)
        self.assertIn("int_mode=1", said.stdout + said.stderr)

    def test_the_table_compares_three_files(self):
        table = (self.work / "table.md").read_text(encoding="utf-8")
        for word in ("tha", "Thai", "ours", "waree", "moderate200", "CPU milliseconds"):
            self.assertIn(word, table)
        self.assertNotIn("kanit", table)   # npm's fonts were not asked for

    def test_a_second_call_repeats_nothing(self):
        before = (self.work / "tarang_tha.traineddata").stat().st_mtime_ns
        again = subprocess.run(
            [paths.TESSDATA / "train", "--small", "--debian-fonts", "--no-install",
             "--work", self.work], capture_output=True, text=True, check=True, timeout=60)
        self.assertNotIn("==", again.stdout)
        self.assertEqual((self.work / "tarang_tha.traineddata").stat().st_mtime_ns, before)


class Options(unittest.TestCase):
    """The command line."""

    def test_unknown_option_is_refused(self):
        done = subprocess.run([paths.TESSDATA / "train", "--wrong"], capture_output=True)
        self.assertEqual(done.returncode, 2)

    def test_help(self):
        done = subprocess.run([paths.TESSDATA / "train", "--help"], capture_output=True,
                              text=True, check=True)
        self.assertIn("--work DIR", done.stdout)


if __name__ == "__main__":
    unittest.main()
