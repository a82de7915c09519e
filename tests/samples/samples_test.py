#!/usr/bin/env python3
"""Every sample, end to end: samples_test.py TARANG ROOT

Each sample of samples/catalogue.tsv is imported and exported. The events must have the catalogue's verdict;
the export must follow its published schema, say what the sample's truth states (written before the sample
was set), and equal the expected export, whole. With TARANG_ACCEPT=1 the expected export is written instead,
and the test counts as skipped. What is read from pixels differs a little between processors: there the texts are
compared within a tolerance, and neither places nor confidences; "*" in the catalogue is any number.
"""
import copy
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import comparison

SKIPPED = 77
TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = ROOT / "samples"
ACCEPT = os.environ.get("TARANG_ACCEPT") == "1"


def tarang(*arguments):
    return subprocess.run([TARANG, *map(str, arguments)], capture_output=True, text=True, timeout=120)


def catalogue():
    with open(SAMPLES / "catalogue.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def schema_problems(name, value):
    import jsonschema
    schema = json.loads((ROOT / "schemas" / "json" / f"{name}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


class Samples(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.database = pathlib.Path(cls.folder.name, "samples.db")
        cls.rows = catalogue()
        cls.imported = tarang("import", "--json", "--lang", "th", "--db", cls.database,
                              *(SAMPLES / row["file"] for row in cls.rows))
        cls.again = tarang("import", "--json", "--lang", "th", "--db", cls.database,
                           *(SAMPLES / row["file"] for row in cls.rows))
        exported = tarang("export", "--lang", "th", cls.database)
        cls.export = json.loads(exported.stdout)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def document(self, row):
        return next(document for document in self.export["documents"] if document["file_name"] == row["file"])

    def verdicts(self, run):
        events = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual([], [problem for event in events for problem in schema_problems("events", event)])
        found = {pathlib.Path(event["path"]).name: event for event in events if event["event"] == "document"}
        return [{key: row[key] if key == "file" or row[key] == "*" else str(found[row["file"]][key]) for key in row}
                for row in self.rows]

    def test_every_sample_is_in_the_catalogue(self):
        self.assertEqual(sorted(path.name for path in SAMPLES.glob("*.pdf")), sorted(row["file"] for row in self.rows))

    def test_verdicts(self):
        self.assertEqual(self.rows, self.verdicts(self.imported))

    def test_the_same_again_says_the_same(self):
        self.assertEqual(self.rows, self.verdicts(self.again))

    def test_pixels_are_read_where_the_layer_tells_nothing_and_nowhere_else(self):
        from_pixels = [row["file"] for row in self.rows if comparison.from_pixels(self.document(row))]
        self.assertEqual(["layer-unknown-2565.pdf"], from_pixels)

    def test_nothing_is_said_on_standard_error(self):
        self.assertEqual("", self.imported.stderr)

    def test_the_export_follows_its_schema(self):
        self.assertEqual([], schema_problems("export", self.export))

    def test_the_export_says_what_the_truth_states(self):
        for row in self.rows:
            path = (SAMPLES / row["file"]).with_suffix(".truth.json")
            if not path.exists():
                continue
            truth = comparison.stated(json.loads(path.read_text(encoding="utf-8")))
            told = comparison.told(self.document(row), truth)
            if comparison.from_pixels(self.document(row)):
                told = comparison.near(truth, told)
            self.assertEqual([], list(comparison.differences(truth, told)), row["file"])

    def test_the_export_equals_the_expected_one(self):
        for row in self.rows:
            path = (SAMPLES / row["file"]).with_suffix(".export.json")
            actual = self.export | {"documents": [self.document(row)]}
            if ACCEPT:
                path.write_text(json.dumps(actual, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
                continue
            expected = json.loads(path.read_text(encoding="utf-8"))
            if comparison.from_pixels(self.document(row)):
                expected = comparison.told(expected["documents"][0])
                actual = comparison.near(expected, comparison.told(self.document(row)))
            self.assertEqual([], list(comparison.differences(expected, actual))[:20], row["file"])


class Comparisons(unittest.TestCase):
    """A comparison that cannot fail proves nothing."""

    def setUp(self):
        self.truth = json.loads((SAMPLES / "reading-2567.truth.json").read_text(encoding="utf-8"))

    def changed(self, change):
        other = copy.deepcopy(self.truth)
        change(other["groups"][0]["activities"][0], other)
        return list(comparison.differences(comparison.stated(self.truth), comparison.stated(other)))

    def test_every_kind_of_change_is_seen(self):
        changes = [
            lambda a, t: a.update(steps=a["steps"][:-1]),
            lambda a, t: a.update(budget=a["budget"].translate(comparison.TO_EUROPEAN)),
            lambda a, t: a.update(number=99),
            lambda a, t: a.update(pages=[1, 2]),
            lambda a, t: a.update(flags=["budget"]),
            lambda a, t: a["typed"].update(quarters=None),
            lambda a, t: a["typed"].update(steps=0),
            lambda a, t: a["targets"].update(qualitative=None),
            lambda a, t: t["groups"][0]["activities"].pop(),
            lambda a, t: t["groups"][0].update(total=["x"]),
            lambda a, t: t.update(fiscal_year=2566),
        ]
        for index, change in enumerate(changes):
            self.assertNotEqual([], self.changed(change), f"change {index}")
        self.assertEqual([], self.changed(lambda a, t: a.update(steps=a["steps"].replace("\n", " "))))

    def test_nearly_the_same_is_not_any_text(self):
        self.assertEqual(["กำลังดำเนินการ"], comparison.near(["กำลังดำเนินการ"], ["กำสังดำเนินการ"]))
        self.assertEqual(["ยกเลิก"], comparison.near(["กำลังดำเนินการ"], ["ยกเลิก"]))
        self.assertEqual({"amount": "1.00"}, comparison.near({"amount": "7.00"}, {"amount": "1.00"}))

    def test_types_and_places_are_compared(self):
        self.assertEqual(["$.a: expected 1, got True"], list(comparison.differences({"a": 1}, {"a": True})))
        self.assertEqual(["$.b is not expected"], list(comparison.differences({}, {"b": None})))
        self.assertEqual(["$ has 1 elements, expected 2"], list(comparison.differences([1, 2], [1])))


if __name__ == "__main__":
    result = unittest.main(argv=sys.argv[:1], exit=False).result
    sys.exit(1 if not result.wasSuccessful() else SKIPPED if ACCEPT else 0)
