#!/usr/bin/env python3
"""Holds the golden outputs against the published JSON Schemas, and the schemas against wrong documents.

schemas_test.py SCHEMAS GOLDENS. The schemas are closed: an unknown key anywhere must be refused, and so must the
lack of any key that is always there. So every object of every golden is spoiled in both ways, one at a time."""
import copy
import json
import pathlib
import re
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
    """Keys that are not always there: a form's columns, a print's corners, the states of a summary, and what it says of a manifest."""
    return key in ("quad", "not_submitted") or path[-1:] == ("counts",) or (path[-1:] == ("fields",) and ("activities" in path or len(path) == 1))


# Objects of the schemas, and where the data dictionary lists their fields.
SECTIONS = {"export": "export", "tables": "tables", "activity": "activity line", "events/document": "document event",
            "events/summary": "summary event", "tables/table": "table", "tables/cell": "cell",
            "export/sheet_place": "sheet place", "export/table_place": "table place", "export/year_target": "year target",
            "export/table": "table of a document",
            **{f"export/{name}": name for name in ("document", "activity", "field", "extra", "region", "period", "actual", "money",
                                                   "progress", "part", "step", "targets", "page", "row", "join", "finding",
                                                   "submission")}}


def dictionary_rows():
    """Of each section under "# JSON" its fields, by name: type, null, example."""
    text = (SCHEMAS.parents[1] / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    rows = {}
    for section in text.split("\n# JSON\n")[1].split("\n# ")[0].split("\n## ")[1:]:
        found = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \|", section, re.MULTILINE)
        rows[section.splitlines()[0]] = {name: rest for name, *rest in found}
    return rows


def may_be_null(field):
    return (None in field.get("enum", []) or "null" in field.get("type", [])
            or {"type": "null"} in field.get("oneOf", []))


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
        self.assertEqual({"schema", "version", "document", "table_kind", "table_form", "findings"}, set(line) - set(whole["properties"]))
        self.assertEqual(set(), set(whole["properties"]) - set(line))

    def test_tables(self):
        self.check("tables", 2)

    def test_events(self):
        self.check("events", 4)

    def test_the_dictionary_has_every_field(self):
        rows = dictionary_rows()
        for name, section in SECTIONS.items():
            schema, _, part = name.partition("/")
            whole = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
            fields = (whole["$defs"][part] if part else whole)["properties"]
            if section == "activity line":
                fields = {key: value for key, value in fields.items() if key not in rows["activity"]}
            self.assertEqual(list(fields), list(rows[section]), section)
            for key, field in fields.items():
                kinds, null, _ = rows[section][key]
                for value in field.get("enum", []):
                    if isinstance(value, str) and key != "code":
                        self.assertIn(f"`{value}`", kinds, f"{section}.{key}")
                self.assertEqual(may_be_null(field), not null.startswith("never"), f"{section}.{key}: null?")
        self.assertEqual(set(SECTIONS.values()), set(rows))

    def test_the_dictionary_has_the_columns_of_csv(self):
        text = (SCHEMAS.parents[1] / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
        section = text.split("\n## Activities\n")[1].split("\n## ")[0]
        header = (GOLDENS / "activities.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        own = [name for name in header.split(",") if "extra:" not in name]
        self.assertEqual(own, re.findall(r"^\| `(\w+)`", section, re.MULTILINE))

    def test_wrong_values(self):
        document = dict(goldens("export"))["export-th.json"]
        activity = ("documents", 0, "activities", 0)
        for path, value in [
            (("version",), 1),
            (("documents", 0, "tables", 0, "kind"), "other"),
            (("documents", 0, "tables", 1, "places", 0, "row"), 0),
            (activity + ("fields", "progress", "places", 0, "cell"), "12C"),
            (activity + ("amounts", 0, "by"), "person"),
            (activity + ("progress", "percent"), 75.5),
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
