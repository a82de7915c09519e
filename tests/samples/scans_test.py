#!/usr/bin/env python3
"""Every scanned sample, end to end: scans_test.py TARANG ROOT

A scan must give the records of the sample that it is a scan of: none missing, none extra, rows joined alike, and
no typed value wrong without a flag. Letters and flags are bounded by samples/scans/catalogue.tsv rather than
compared with an expected export: the last digits of a confidence depend on the processor.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import comparison

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = ROOT / "samples"
# Which field a typed value is read from.
TYPED = {"period": "period", "amount": "budget", "status": "result", "steps": "steps"}


def tarang(*arguments):
    return subprocess.run([TARANG, *map(str, arguments)], capture_output=True, text=True, timeout=240)


def catalogue():
    with open(SAMPLES / "scans" / "catalogue.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def edits(a, b):
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        now = [i]
        for j, y in enumerate(b, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (x != y)))
        before = now
    return before[-1]


def silent(expected, found):
    """Typed values that are wrong, or missing, and carry no flag."""
    return [f"activity {expected['number']}: {name} is {found[name]!r}, not {expected[name]!r}"
            for name, field in TYPED.items() if expected[name] != found[name] and field not in found["flags"]]


class Scans(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        database = pathlib.Path(cls.folder.name, "scans.db")
        cls.rows = catalogue()
        imported = tarang("import", "--db", database, *(SAMPLES / "scans" / row["file"] for row in cls.rows))
        if imported.stderr:
            raise AssertionError(imported.stderr)
        cls.export = json.loads(tarang("export", database).stdout)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def for_each(self, check):
        """Calls `check` with each scan, what is true of it and what was found."""
        for row in self.rows:
            truth = comparison.stated(json.loads((SAMPLES / f"{row['sample']}.truth.json").read_text(encoding="utf-8")))
            document = next(d for d in self.export["documents"] if d["file_name"] == row["file"])
            with self.subTest(row["file"]):
                check(row, truth["activities"], comparison.told(document, truth)["activities"])

    def test_every_scan_is_in_the_catalogue(self):
        there = sorted(path.name for path in (SAMPLES / "scans").iterdir() if path.suffix != ".tsv")
        self.assertEqual(there, sorted(row["file"] for row in self.rows))

    def test_records_and_joins(self):
        def check(_, expected, found):
            keys = [key for key in ("pages", "joins") if key in expected[0]]
            self.assertEqual([[one[key] for key in keys] for one in expected], [[one[key] for key in keys] for one in found])
            wrong = [other["number"] for one, other in zip(expected, found)
                     if one["number"] != other["number"] and "number" not in other["flags"]]
            self.assertEqual([], wrong)
        self.for_each(check)

    def test_no_typed_value_is_wrong_without_a_flag(self):
        def check(_, expected, found):
            self.assertEqual([], [problem for one, other in zip(expected, found) for problem in silent(one, other)])
        self.for_each(check)

    def test_letters(self):
        def check(row, expected, found):
            texts = [(text, other["fields"].get(key, "")) for one, other in zip(expected, found)
                     for key, text in one["fields"].items()]
            wrong = sum(edits(text, read) for text, read in texts)
            self.assertLessEqual(wrong / sum(len(text) for text, _ in texts), float(row["most_errors"]))
        self.for_each(check)

    def test_flags(self):
        def check(row, _, found):
            fields = sum(len(one["fields"]) for one in found)
            flagged = sum(len(one["flags"]) for one in found)
            self.assertLessEqual(flagged / fields, float(row["most_flagged"]))
        self.for_each(check)


class Comparisons(unittest.TestCase):
    """A comparison that cannot fail proves nothing."""

    def test_a_wrong_value_is_seen_unless_it_is_flagged(self):
        right = {"number": "1", "period": [None] * 3, "amount": "5.00", "status": "completed", "steps": 2, "flags": []}
        self.assertEqual([], silent(right, right))
        self.assertEqual(1, len(silent(right, right | {"amount": "6.00"})))
        self.assertEqual([], silent(right, right | {"amount": "6.00", "flags": ["budget"]}))
        self.assertEqual(1, len(silent(right, right | {"status": None, "flags": ["budget"]})))

    def test_edits(self):
        self.assertEqual(2, edits("กขค", "ขคง"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
