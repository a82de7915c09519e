#!/usr/bin/env python3
"""Holds the golden outputs against the published JSON Schemas, and the schemas against wrong documents.

schemas_test.py SCHEMAS GOLDENS. The schemas are closed: an unknown key anywhere must be refused, and so must the
lack of any key that is always there. So every object of every golden is spoiled in both ways, one at a time."""
import copy
import json
import pathlib
import sys
import unittest

from jsonschema import Draft202012Validator, RefResolver

SCHEMAS, GOLDENS = (pathlib.Path(argument) for argument in sys.argv[1:3])


def validator(name):
    path = SCHEMAS.resolve() / f"{name}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, resolver=RefResolver(path.as_uri(), schema))


def goldens(name):
    """(name, document) of each golden that the schema is for; of events, each line."""
    for path in sorted(GOLDENS.glob(f"{name}*.json*")):
        text = path.read_text(encoding="utf-8")
        for part in text.splitlines() if path.suffix == ".jsonl" else [text]:
            yield path.name, json.loads(part)


def places(value, path=()):
    """The path of every object in a document."""
    if isinstance(value, dict):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in items:
        yield from places(part, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def may_lack(path, key):
    """Keys that are not always there: a form's columns, a print's corners, the states of a summary."""
    return key == "quad" or path[-1:] == ("counts",) or (path[-1:] == ("fields",) and ("activities" in path or len(path) == 1))


class Schemas(unittest.TestCase):
    def check(self, name, least):
        checker = validator(name)
        documents = list(goldens(name))
        self.assertGreaterEqual(len(documents), least)
        for source, document in documents:
            with self.subTest(golden=source):
                self.assertEqual([], [f"{e.json_path}: {e.message}" for e in checker.iter_errors(document)])
                self.spoil(checker, document)

    def spoil(self, checker, document):
        for path in places(document):
            wrong = copy.deepcopy(document)
            at(wrong, path)["surprise"] = None
            self.assertFalse(checker.is_valid(wrong), f"takes an unknown key at {path}")
            for key in at(document, path):
                if may_lack(path, key):
                    continue
                wrong = copy.deepcopy(document)
                del at(wrong, path)[key]
                self.assertFalse(checker.is_valid(wrong), f"does without {key} at {path}")

    def test_export(self):
        self.check("export", 3)

    def test_activity(self):
        self.check("activity", 3)

    def test_an_activity_of_a_line_is_that_of_the_export(self):
        line = dict(goldens("activity"))  # the last line
        line, = line.values()
        whole = json.loads((SCHEMAS / "export.schema.json").read_text(encoding="utf-8"))["$defs"]["activity"]
        self.assertEqual({"schema", "version", "document", "findings"}, set(line) - set(whole["properties"]))
        self.assertEqual(set(), set(whole["properties"]) - set(line))

    def test_tables(self):
        self.check("tables", 2)

    def test_events(self):
        self.check("events", 4)

    def test_wrong_values(self):
        document = dict(goldens("export"))["export-th.json"]
        activity = ("documents", 0, "activities", 0)
        for path, value in [
            (("version",), 2),
            (("documents", 0, "sha256"), "A" * 64),
            (("documents", 0, "state"), "failed"),
            (activity + ("period", "quarters"), []),
            (activity + ("period", "quarters"), [5]),
            (activity + ("period", "start"), "2562"),
            (activity + ("budget", "amount"), 159100.0),
            (activity + ("budget", "amount"), "159100"),
            (activity + ("budget", "stated"), "none"),
            (activity + ("status",), "finished"),
            (activity + ("fields", "period", "confidence"), 1.5),
            (activity + ("fields", "period", "regions", 0, "page"), 0),
            (activity + ("fields", "period", "regions", 0, "quad"), [1, 2, 3]),
            (("documents", 0, "joins", 0, "pages"), [1, 2, 3]),
            (("documents", 0, "findings", 0, "severity"), "fatal"),
        ]:
            wrong = copy.deepcopy(document)
            at(wrong, path[:-1])[path[-1]] = value
            self.assertFalse(validator("export").is_valid(wrong), f"takes {value!r} at {path}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
