#!/usr/bin/env python3
"""Forms that people taught, at the command line: forms_test.py TARANG ROOT"""
import json
import sqlite3

import harness
from harness import ROOT, SAMPLE, tarang


class Forms(harness.CommandLineTest):
    def test_a_form_is_taught_and_forgotten(self):
        sample = self.file("a.pdf", SAMPLE.read_bytes())
        self.events(sample, "--profile", "spending", expect=3)
        form = self.file("river.toml", 'name = "river_office"\nextends = "monitoring"\n[columns]\nactivity = ["งานที่ทำ"]\n'.encode())
        out = self.run_quietly("form", "import", self.db, form, "--json")
        self.assertEqual([("a.pdf", "ok")], [(event["path"].rsplit("/")[-1], event["code"]) for event in map(json.loads, out.splitlines()[:-1])])
        self.assertIn("river_office", self.run_quietly("form", "list", self.db))
        self.assertEqual(form.read_text(), self.run_quietly("form", "export", self.db, "river_office"))
        self.assertIn("งานที่ทำ", self.run_quietly("form", "show", self.db, "river_office"))
        self.assertIn("activity:", self.run_quietly("form", "show", self.db, "spending"))
        copy = self.file("b.pdf", SAMPLE.read_bytes() + b"\n")
        self.events(copy)
        self.assertEqual(0, tarang("form", "forget", self.db, "river_office").returncode)
        self.assertNotIn("river_office", self.run_quietly("form", "list", self.db))
        with sqlite3.connect(self.db) as connection:
            self.assertEqual([(1,), (0,)], connection.execute("SELECT toml IS NOT NULL FROM taught_forms ORDER BY number").fetchall())
            self.assertNotIn(("river_office",), connection.execute("SELECT form FROM documents").fetchall())

    def test_a_taught_form_is_taken_by_its_name(self):
        form = self.file("river.toml", 'name = "river"\nextends = "monitoring"\n[columns]\nactivity = ["งานที่ทำ"]\n'.encode())
        sample = self.file("a.pdf", SAMPLE.read_bytes())
        self.assertEqual(2, tarang("import", sample, "--db", self.db, "--profile", "river").returncode)
        self.assertFalse(self.db.exists())
        self.events(sample)
        self.run_quietly("form", "import", self.db, form)
        copy = self.file("b.pdf", SAMPLE.read_bytes() + b"\n")
        self.events(copy, "--profile", "river")
        with sqlite3.connect(self.db) as connection:
            self.assertEqual([("a.pdf", "monitoring"), ("b.pdf", "river")], connection.execute("SELECT file_name, form FROM documents ORDER BY 1").fetchall())
        self.run_quietly("form", "forget", self.db, "river")
        done = tarang("import", copy, "--db", self.db, "--profile", "river", "--reread", "--lang", "en")
        self.assertEqual(2, done.returncode)
        self.assertIn("no form is called 'river'", done.stderr)

    def test_a_form_is_applied_to_the_stored_pages_whatever_read_them(self):
        scan = self.file("scan.pdf", (ROOT / "samples" / "scans" / "stamped-200.pdf").read_bytes())
        self.events(scan, "--profile", "spending", expect=3)
        with sqlite3.connect(self.db) as connection:  # as an older program would have left it
            connection.execute("UPDATE documents SET engines = 'older'")
            connection.execute("UPDATE page_cache SET engines = 'older'")
        form = self.file("river.toml", 'name = "river"\nextends = "monitoring"\n[columns]\nactivity = ["งานที่ทำ"]\n'.encode())
        self.run_quietly("form", "import", self.db, form)
        with sqlite3.connect(self.db) as connection:
            self.assertEqual([("river", "older")], connection.execute("SELECT form, engines FROM documents").fetchall())
            self.assertEqual([("older",)], connection.execute("SELECT DISTINCT engines FROM page_cache").fetchall())

    def test_a_form_that_is_none_is_refused(self):
        self.events(self.file("a.pdf", SAMPLE.read_bytes()))
        broken = self.file("broken.toml", b"name = 5\n")
        taken = self.file("taken.toml", b'name = "spending"\nextends = "monitoring"\n')
        for arguments in (("import", broken), ("import", taken), ("forget", "nothing"), ("export", "nothing"), ("suggest", "a.pdf")):
            done = tarang("form", arguments[0], self.db, arguments[1])
            self.assertEqual((2, ""), (done.returncode, done.stdout), arguments)
        self.assertEqual("No form was taught.\n", self.run_quietly("form", "list", self.db, "--lang", "en"))


if __name__ == "__main__":
    harness.main()
