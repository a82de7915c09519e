#!/usr/bin/env python3
"""The same reports as Word and Excel files: office_test.py TARANG ROOT

Each file of samples/office must give the records that the truth states, as its PDF does, exactly; with places and
without pages, and with no flag that the paper does not give.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import comparison

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = ROOT / "samples"
FILES = sorted((SAMPLES / "office").glob("*.*x"))


def tarang(*arguments):
    return subprocess.run([TARANG, *map(str, arguments)], capture_output=True, text=True, timeout=120)


def schema_problems(name, value):
    import jsonschema
    schema = json.loads((ROOT / "schemas" / "json" / f"{name}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def fields_of(activity):
    return list(activity["fields"].values()) + activity["extra"] + activity["headings"]


class Office(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder, "office.db")
            cls.imported = tarang("import", "--json", "--db", database, *FILES)
            cls.export = json.loads(tarang("export", database).stdout)
        cls.documents = {document["file_name"]: document for document in cls.export["documents"]}

    def test_events_say_that_there_are_no_pages(self):
        events = [json.loads(line) for line in self.imported.stdout.splitlines()]
        self.assertEqual([], [problem for event in events for problem in schema_problems("events", event)])
        for event in events[:-1]:
            self.assertEqual(("done", "ok", None, None), tuple(event[key] for key in ("state", "code", "pages", "pages_read")), event)

    def test_the_export_follows_its_schema(self):
        self.assertEqual([], schema_problems("export", self.export))

    def test_records_are_those_that_the_truth_states(self):
        for path in FILES:
            with self.subTest(path.name):
                truth = comparison.stated(json.loads((SAMPLES / f"{path.stem}.truth.json").read_text(encoding="utf-8")))
                for activity in truth["activities"]:
                    activity.pop("pages", None), activity.pop("joins", None)
                said = comparison.told(self.documents[path.name], truth)
                self.assertEqual([], list(comparison.differences(truth, said)))

    def test_values_have_places_and_no_made_up_page(self):
        for name, document in self.documents.items():
            self.assertEqual((None, []), (document["page_count"], document["pages"]), name)
            for field in (field for activity in document["activities"] for field in fields_of(activity)):
                self.assertEqual([], field["regions"], name)
                self.assertTrue(field["places"], name)
                kind = "sheet" if name.endswith("xlsx") else "table"
                self.assertEqual({kind}, {place["kind"] for place in field["places"]}, name)

    def test_tables_of_both_kinds(self):
        for suffix in ("docx", "xlsx"):
            done = tarang("tables", SAMPLES / "office" / f"spending-2567.{suffix}")
            self.assertEqual(0, done.returncode, done.stderr)
            tables = json.loads(done.stdout)
            self.assertEqual([], schema_problems("tables", tables))
            self.assertEqual([], tables["pages"])
            texts = [cell["text"] for table in tables["tables"] for cell in table["cells"]]
            self.assertIn("รายการ/โครงการ", texts)

    def test_pages_of_a_file_without_pages_are_wrong_usage(self):
        done = tarang("tables", SAMPLES / "office" / "spending-2567.docx", "--pages", "1")
        self.assertEqual((2, ""), (done.returncode, done.stdout))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
