#!/usr/bin/env python3
"""Options that are written once: config_test.py TARANG ROOT"""
import json
import pathlib

import harness
from harness import SAMPLE, tarang


class Config(harness.CommandLineTest):
    def setUp(self):
        super().setUp()
        self.file("in/a.pdf", SAMPLE.read_bytes())
        self.toml = self.folder / "tarang.toml"

    def write(self, text):
        self.toml.write_text(text, encoding="utf-8")

    def shown(self, *arguments, **how):
        """Option: (value, where it comes from), and the line above them."""
        first, _, _, _, *rows = self.run_quietly("config", "--lang", "en", *arguments, **how).splitlines()
        cells = [[cell for cell in row.split("  ") if cell.strip()] for row in rows]
        return first, {row[0].strip(): (row[1].strip() if len(row) > 2 else "", row[-1].strip()) for row in cells}

    def test_what_stands_beside_the_database_is_taken(self):
        self.write('report = "out/report.csv"\nrecursive = true\nno-copy = true\nmax-pages = 2\n# a comment\nlog-level = "debug"\n')
        (self.folder / "out").mkdir()
        events = self.events(self.folder, expect=4)  # recursive, and neither tarang.toml nor the database is a document
        self.assertEqual({"a.pdf": "too_many_pages"}, {name: event["code"] for name, event in events.items()})
        self.assertTrue((self.folder / "out" / "report.csv").exists(), "paths start at the file's folder")
        self.assertFalse(pathlib.Path(f"{self.db}.files").exists())
        log = pathlib.Path(f"{self.db}.log").read_text(encoding="utf-8")
        self.assertIn(" debug document_begun ", log)
        self.assertIn(" configured=yes", log)
        # Relative to its folder from anywhere, and for a database that is named by a relative path.
        (self.folder / "out" / "report.csv").unlink()
        self.run_quietly("import", "in", "--db", "t.db", cwd=self.folder, expect=4)
        self.assertTrue((self.folder / "out" / "report.csv").exists())

    def test_the_command_line_outweighs_it(self):
        self.write("max-pages = 2\njson = true\n")
        done = self.run_quietly("import", self.folder / "in", "--db", self.db, "--max-pages", "50")
        self.assertEqual("ok", json.loads(done.splitlines()[0])["code"])

    def test_a_file_by_name(self):
        job = self.file("jobs/year.toml", b'db = "../year.db"\nmanifest = "due.csv"\njson = true\n')
        self.file("jobs/due.csv", f"code,name,year,form,path\n1,A,2567,monitoring,{self.folder}/in/a.pdf\n".encode())
        self.write("this is = no TOML")  # beside the database that would be meant else
        lines = self.run_quietly("import", "--config", job, cwd=self.folder).splitlines()
        self.assertEqual(("ok", []), (json.loads(lines[0])["code"], json.loads(lines[-1])["not_submitted"]))
        self.assertTrue((self.folder / "year.db").exists())
        self.assertFalse((self.folder / "tarang.db").exists())
        missing = tarang("import", "--config", self.folder / "none.toml", "x", "--lang", "en")
        self.assertEqual(2, missing.returncode)
        self.assertIn("none.toml", missing.stderr)

    def test_it_is_for_every_command_that_has_the_option(self):
        self.events(self.folder / "in")
        self.write('log = "all.log"\nocr = "skip"\n')
        self.run_quietly("backup", self.db, self.folder / "copy.db")
        self.run_quietly("retry", self.db)
        log = (self.folder / "all.log").read_text(encoding="utf-8")
        self.assertIn("backed_up", log)
        self.assertIn("started command=retry", log)
        self.assertIn("ocr=skip", log)

    def test_shards_are_merged_and_published_by_it(self):
        self.events(self.folder / "in")
        whole = self.folder / "whole" / "office.db"
        whole.parent.mkdir()
        (whole.parent / "tarang.toml").write_text('log = "all.log"\nto = "postgresql://127.0.0.1:1/none"\n')
        self.run_quietly("merge", whole, self.db)
        self.assertIn("shard_merged", (whole.parent / "all.log").read_text(encoding="utf-8"))
        refused = tarang("publish", whole, "--lang", "en")
        self.assertEqual(5, refused.returncode, "the server was known: " + refused.stderr)
        (whole.parent / "tarang.toml").unlink()
        unknown = tarang("publish", whole, "--lang", "en")
        self.assertEqual(2, unknown.returncode)
        self.assertIn("--to", unknown.stderr)

    def test_config_shows_each_value_and_where_it_comes_from(self):
        first, options = self.shown("--db", self.db)
        self.assertIn("no tarang.toml", first)
        self.assertEqual({"default"}, {where for name, (_, where) in options.items() if name != "db"})
        self.write('\njobs = 3\nmemory = "2G"\nlog = "journald"\nprofile = "mine.toml"\n')
        first, options = self.shown("--db", self.db, "--ocr", "force")
        self.assertEqual(f"File: {self.toml}", first)
        self.assertEqual(("3", "file, line 2"), options["jobs"])
        self.assertEqual(("2G", "file, line 3"), options["memory"])
        self.assertEqual(("journald", "file, line 4"), options["log"])
        self.assertEqual((str(self.folder / "mine.toml"), "file, line 5"), options["profile"])
        self.assertEqual(("force", "command line"), options["ocr"])
        self.assertEqual(("60", "default"), options["timeout"])
        self.assertEqual(("512M", "default"), options["max-bytes"])
        thai = self.run_quietly("config", "--db", self.db, "--lang", "th")
        self.assertIn("ไฟล์ บรรทัด 2", thai)
        self.assertIn("ค่าปกติ", thai)

    def test_mistakes_are_told_with_their_line(self):
        for text, line, english, thai in (
                ("a = 1\njosb = 3\n", None, "a is not known", "ไม่รู้จัก a"),
                ("jobs = 1\nreprot = 'x.html'\n", 2, "reprot is not known, did you mean report?", "หมายถึง report หรือไม่"),
                ("\n\njobs = 0\n", 3, "--jobs: 0 is not between 1 and 1024", "--jobs: 0 ไม่อยู่ในช่วง"),
                ("ocr = 'fource'\n", 1, "--ocr has no fource, did you mean force?", "--ocr ไม่มี fource"),
                ("memory = 'much'\n", 1, "'much' is no size", "ไม่ใช่ขนาด"),
                ("jobs = [1, 2]\n", 1, "jobs must be one text", "jobs ต้องเป็น"),
                ("[import]\njobs = 2\n", 1, "this file has no tables", "ไฟล์นี้ไม่มีหมวด"),
                ("jobs == 2\n", 1, "this is not valid TOML (jobs == 2)", "ไม่ใช่รูปแบบ TOML (jobs == 2)")):
            self.write(text)
            for language, said, word in (("en", english, ", line "), ("th", thai, " บรรทัด ")):
                done = tarang("import", self.folder / "in", "--db", self.db, "--lang", language)
                self.assertEqual((2, ""), (done.returncode, done.stdout), text)
                self.assertIn(said, done.stderr)
                self.assertIn(f"{self.toml}{word}{line or ''}", done.stderr)
            self.assertFalse(self.db.exists(), "nothing was begun")

    def test_a_form_that_is_no_toml_is_told_in_the_reader_s_language(self):
        form = self.file("form.toml", 'name = "x"\nfits = [["activty"]]\n'.encode())
        for language, said in (("th", "บรรทัด 2: \"activty\" ไม่ใช่ชื่อคอลัมน์"), ("en", "line 2: \"activty\" is no column")):
            done = tarang("import", self.folder / "in", "--db", self.db, "--profile", form, "--lang", language)
            self.assertEqual(2, done.returncode)
            self.assertIn(said, done.stderr)

    def test_a_watch_takes_its_settings_too(self):
        self.write("settle = 0.2\n")
        _, options = self.shown("--db", self.db)
        self.assertEqual(("0.2", "file, line 1"), options["settle"])


if __name__ == "__main__":
    harness.main()
