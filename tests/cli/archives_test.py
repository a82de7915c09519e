#!/usr/bin/env python3
"""Archives: each file in them is a document of its own: archives_test.py TARANG ROOT

Composed here, with Python's zipfile. What is damaged or too large is ordinary otherwise.
"""
import email.message
import io
import json
import pathlib
import random
import signal
import sqlite3
import subprocess
import zipfile

import harness
from harness import ROOT, SAMPLE, TARANG, pdf, tarang

OFFICE = ROOT / "samples" / "office"
THAI = "โครงการ/แผน ๒๕๖๗.pdf"


def archive(*members):
    """(name, content) or ready ZipInfo; folders end in a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


class Archives(harness.CommandLineTest):
    def by_path(self, *arguments, expect=0):
        """State and code by the path below the test's folder."""
        out = self.run_quietly("import", "--json", "--lang", "en", "--db", self.db, *arguments, expect=expect)
        *documents, self.summary = [json.loads(line) for line in out.splitlines()]
        self.full = {event["path"].removeprefix(f"{self.folder}/"): event for event in documents}
        self.assertEqual(len(documents), len(self.full), "one event a file")
        return {path: (event["state"], event["code"]) for path, event in self.full.items()}

    def rows(self, query):
        with sqlite3.connect(self.db) as connection:
            return connection.execute(query).fetchall()

    def mixed(self):
        return archive(("in/", ""), (THAI, SAMPLE.read_bytes()), ("in/words.txt", b"words"), ("Thumbs.db", b"x"),
                       ("__MACOSX/._plan.pdf", b"x"), ("in/blank.pdf", pdf()))

    MIXED = {"a.zip": ("done", "archive"), f"a.zip/{THAI}": ("done", "ok"), "a.zip/in/words.txt": ("failed", "not_a_document"),
             "a.zip/Thumbs.db": ("skipped", "office_junk"), "a.zip/__MACOSX/._plan.pdf": ("skipped", "office_junk"),
             "a.zip/in/blank.pdf": ("partial", "no_table")}

    def test_each_file_is_a_document_of_its_own(self):
        path = self.file("a.zip", self.mixed())
        self.assertEqual(self.MIXED, self.by_path(path, expect=4))
        self.assertEqual({"done": 2, "failed": 1, "partial": 1, "skipped": 2}, self.summary["counts"])
        self.assertIn("document of its own", self.full["a.zip"]["reason"])
        inside = json.loads(self.run_quietly("export", self.db))["documents"]
        alone = self.folder / "alone.db"
        self.run_quietly("import", "--db", alone, SAMPLE)
        outside = json.loads(self.run_quietly("export", alone))["documents"]
        found = next(document for document in inside if document["file_name"] == "แผน ๒๕๖๗.pdf")
        self.assertTrue(found["activities"])
        self.assertEqual(outside[0]["activities"], found["activities"])

    def test_the_same_again_changes_nothing(self):
        path = self.file("a.zip", self.mixed())
        self.by_path(path, expect=4)
        lines = self.rows("SELECT sha256, first_path, state, code FROM documents ORDER BY id")
        attempts = self.rows("SELECT count(*) FROM attempts")
        for _ in range(2):
            self.assertEqual(self.MIXED, self.by_path(path, expect=4))
        self.assertEqual(lines, self.rows("SELECT sha256, first_path, state, code FROM documents ORDER BY id"))
        self.assertEqual(attempts, self.rows("SELECT count(*) FROM attempts"))
        self.assertEqual(self.MIXED, self.by_path(path, "--reread", expect=4))

    def test_the_same_archive_elsewhere_is_a_duplicate_with_all_its_files(self):
        self.file("in/a.zip", archive(("x.pdf", pdf())))
        self.file("in/b.zip", archive(("x.pdf", pdf())))
        self.file("in/x.pdf", pdf())
        self.by_path(self.folder / "in/a.zip", expect=3)
        self.assertEqual({"in/a.zip": ("done", "archive"), "in/a.zip/x.pdf": ("partial", "no_table"),
                          "in/b.zip": ("duplicate", "archive"), "in/b.zip/x.pdf": ("duplicate", "no_table"),
                          "in/x.pdf": ("duplicate", "no_table")}, self.by_path(self.folder / "in", expect=3))
        self.assertEqual(f"{self.folder}/in/a.zip/x.pdf", self.full["in/x.pdf"]["duplicate_of"])

    def test_a_file_of_new_content_is_a_new_version(self):
        self.by_path(self.file("a.zip", archive(("x.pdf", pdf()))), expect=3)
        self.by_path(self.file("a.zip", archive(("x.pdf", pdf(b"1 w")))), expect=3)
        states = self.rows("SELECT file_name, superseded_by IS NULL FROM documents ORDER BY id")
        self.assertEqual([("a.zip", 0), ("x.pdf", 0), ("a.zip", 1), ("x.pdf", 1)], states)

    def test_office_files_are_no_archives(self):
        sample = next(OFFICE.glob("*.docx"))
        events = self.by_path(self.file("a.zip", archive(("plan.docx", sample.read_bytes()))))
        self.assertEqual(("done", "ok"), events["a.zip/plan.docx"])

    def test_names_in_the_code_page_of_windows(self):
        """Windows' own compressed folders write Thai names without saying so."""
        made = archive(("XXXX/YYYY.pdf", pdf()))
        made = made.replace(b"XXXX", "แผนก".encode("cp874")).replace(b"YYYY", "รายง".encode("cp874"))
        self.assertIn("a.zip/แผนก/รายง.pdf", self.by_path(self.file("a.zip", made), expect=3))

    def test_archives_in_archives_end_somewhere(self):
        inner = archive(("x.pdf", pdf()))
        for name in ("3.zip", "2.zip", "1.zip"):
            inner = archive((name, inner))
        events = self.by_path(self.file("a.zip", inner), expect=4)
        self.assertEqual({"a.zip": ("done", "archive"), "a.zip/1.zip": ("done", "archive"),
                          "a.zip/1.zip/2.zip": ("done", "archive"),
                          "a.zip/1.zip/2.zip/3.zip": ("failed", "too_complex")}, events)

    def test_many_files_in_several_archives(self):
        """More than wait at once, and archives of the same content beside each other."""
        made = archive(*((f"{i:03}.pdf", pdf(b"%d w" % i)) for i in range(80)))
        for i in range(4):
            self.file(f"in/{i}.zip", archive(("same.zip", made), (f"{i}.pdf", pdf(b"%d h" % i))))
        events = self.by_path("--jobs", "2", self.folder / "in", expect=3)
        self.assertEqual(4 * (1 + 1 + 1 + 80), len(events))
        self.assertEqual(80 + 4, sum(state == "partial" for state, _ in events.values()))
        self.assertEqual([(80 + 4 + 4 + 1,)], self.rows("SELECT count(*) FROM documents"))

    def test_a_damaged_file_costs_itself_only(self):
        made = archive(("good.pdf", pdf()))
        stored = io.BytesIO()
        with zipfile.ZipFile(stored, "w") as out:
            out.writestr("bad.pdf", b"%PDF-1.4 some words")
            out.writestr("good.pdf", pdf())
        path = self.file("a.zip", stored.getvalue().replace(b"some words", b"same words"))
        expected = {"a.zip": ("partial", "archive_incomplete"), "a.zip/bad.pdf": ("failed", "damaged"),
                    "a.zip/good.pdf": ("partial", "no_table")}
        self.assertEqual(expected, self.by_path(path, expect=4))
        self.assertEqual(expected, self.by_path(path, expect=4), "and again")
        documents = json.loads(self.run_quietly("export", self.db, "--lang", "en"))["documents"]
        findings = next(document["findings"] for document in documents if document["file_name"] == "a.zip")
        self.assertEqual(["archive_incomplete"], [finding["code"] for finding in findings])
        self.assertIn("“bad.pdf”", findings[0]["message"])
        self.assertEqual({"b.zip": ("done", "archive"), "b.zip/good.pdf": ("duplicate", "no_table")},
                         self.by_path(self.file("b.zip", made), expect=3))

    def test_a_file_larger_than_allowed(self):
        path = self.file("a.zip", archive(("large.pdf", pdf(b"1 w " * 2000)), ("small.pdf", pdf())))
        self.assertLess(path.stat().st_size, 2000)
        self.assertEqual({"a.zip": ("partial", "archive_incomplete"), "a.zip/large.pdf": ("failed", "too_large"),
                          "a.zip/small.pdf": ("partial", "no_table")},
                         self.by_path("--max-bytes", "2000", path, expect=4))

    def test_what_holds_nothing(self):
        self.assertEqual({"a.zip": ("failed", "no_pages")}, self.by_path(self.file("a.zip", archive()), expect=4))
        self.assertEqual({"b.zip": ("failed", "damaged")}, self.by_path(self.file("b.zip", b"PK\x03\x04"), expect=4))

    def test_the_manifest_names_files_in_archives(self):
        self.file("in/one.zip", archive(("plan/report.pdf", SAMPLE.read_bytes()), ("annex.pdf", pdf())))
        manifest = self.file("m.csv", ("code,name,year,form,path\n1,โรงเรียนหนึ่ง,2567,monitoring,in/one.zip/plan/report.pdf\n"
                                       "2,โรงเรียนสอง,2567,monitoring,in/one.zip/other.pdf\n").encode())
        events = self.by_path("--manifest", manifest, expect=3)
        self.assertEqual({"in/one.zip", "in/one.zip/plan/report.pdf", "in/one.zip/annex.pdf"}, set(events))
        self.assertEqual(["2"], [missing["code"] for missing in self.summary["not_submitted"]])
        self.assertEqual([("1", "report.pdf", "done"), ("2", None, "missing")],
                         self.rows("SELECT code, file, state FROM submission_list"))

    def test_an_archive_that_the_manifest_names_stands_for_the_files_in_it(self):
        self.file("in/one.zip", archive(("report.pdf", SAMPLE.read_bytes()), ("~$report.docx", b"x" * 162)))
        self.file("in/two.zip", archive(("a.pdf", pdf()), ("b.pdf", pdf(b"1 w"))))
        self.file("in/deep.zip", archive(("inner.zip", archive(("c.pdf", pdf(pages=2))))))
        manifest = self.file("m.csv", ("code,name,year,form,path\n1,โรงเรียนหนึ่ง,2567,monitoring,in/one.zip\n"
                                       "2,โรงเรียนสอง,2567,monitoring,in/two.zip\n3,โรงเรียนสาม,2567,,in/deep.zip\n").encode())
        for again in ((), (), ("--reread",)):
            self.by_path("--manifest", manifest, *again, expect=3)
            self.assertEqual([("1", "report.pdf", "done"), ("2", "a.pdf", "partial"), ("2", "b.pdf", "partial"), ("3", "c.pdf", "partial")],
                             self.rows("SELECT code, file, state FROM submission_list"))
            self.assertEqual([(0,)], self.rows("SELECT count(*) FROM documents WHERE superseded_by IS NOT NULL"))
        # Another file in a newer archive for the same row is a new version.
        self.file("in/one.zip", archive(("second.pdf", (SAMPLE.parent / "spending-2567.pdf").read_bytes())))
        self.by_path("--manifest", manifest, expect=3)
        self.assertEqual([("report.pdf", "superseded"), ("second.pdf", "done")],
                         self.rows("SELECT file, state FROM submission_list WHERE code = '1'"))

    def test_parts_of_a_submission_are_current_together(self):
        report, spending = SAMPLE.read_bytes(), (SAMPLE.parent / "spending-2567.pdf").read_bytes()
        manifest = self.file("m.csv", ("code,name,year,form,path\n1,โรงเรียนหนึ่ง,2567,,in/all.zip\n"
                                       "2,โรงเรียนสอง,2567,,in/all.zip/other/two.pdf\n").encode())
        listed = "SELECT code, file, state FROM submission_list ORDER BY code, file"
        self.file("in/all.zip", archive(("report.pdf", report), ("annex.pdf", pdf()), ("other/two.pdf", pdf(b"2 w")),
                                        ("inner.zip", archive(("spending.pdf", spending)))))
        for again in ((), (), ("--reread",)):
            self.by_path("--manifest", manifest, *again, expect=3)
            self.assertEqual([("1", "annex.pdf", "partial"), ("1", "report.pdf", "done"), ("1", "spending.pdf", "done"),
                              ("2", "two.pdf", "partial")], self.rows(listed))
        activities = self.rows("SELECT DISTINCT file FROM activity_list ORDER BY 1")
        self.assertEqual([("report.pdf",), ("spending.pdf",)], activities)
        self.assertEqual([], self.summary["not_submitted"])
        # A newer archive: one file stays, one comes, the others are of the older one.
        self.file("in/all.zip", archive(("renamed.pdf", report), ("new.pdf", pdf(b"3 w"))))
        for _ in range(2):
            self.by_path("--manifest", manifest, expect=3)
            self.assertEqual([("1", "annex.pdf", "superseded"), ("1", "new.pdf", "partial"), ("1", "report.pdf", "done"),
                              ("1", "report.pdf", "done"), ("1", "spending.pdf", "superseded"), ("2", "two.pdf", "partial")],
                             self.rows(listed))
        # One file alone takes the place of all of them.
        (self.folder / "in" / "all.zip").unlink()
        self.file("whole.pdf", pdf(b"4 w"))
        self.file("m.csv", "code,name,year,form,path\n1,โรงเรียนหนึ่ง,2567,,whole.pdf\n".encode())
        self.by_path("--manifest", manifest, expect=3)
        self.assertEqual([("whole.pdf",)], self.rows("SELECT file FROM submission_list WHERE code = '1' AND state <> 'superseded'"))

    def run_out_of_time(self, path):
        """Imports into a database where a millisecond was too short: on a busy machine an archive is listed before its import looks."""
        for trial in range(20):
            self.db = self.folder / f"{trial}.db"
            done = tarang("import", "--json", "--db", self.db, "--timeout", "0.001", path)
            if done.returncode == 4:
                self.assertEqual("timed_out", json.loads(done.stdout.splitlines()[0])["code"])
                return
        self.fail("an archive is always listed within a millisecond")

    def test_retry_takes_archives_and_files_out_of_them(self):
        path = self.file("a.zip", archive(("x.pdf", pdf(pages=3))))
        self.run_out_of_time(path)
        out = self.run_quietly("retry", "--json", self.db, expect=3)
        *events, _ = [json.loads(line) for line in out.splitlines()]
        self.assertEqual({"a.zip": "archive", "x.pdf": "no_table"},
                         {pathlib.Path(event["path"]).name: event["code"] for event in events})
        path.unlink()  # the kept original of the file itself
        out = self.run_quietly("retry", "--json", self.db, f"{path}/x.pdf", expect=3)
        self.assertEqual("no_table", json.loads(out.splitlines()[0])["code"])

    def test_watch_takes_what_arrives_in_archives(self):
        inbox = self.folder / "in"
        inbox.mkdir()
        command = [TARANG, "watch", inbox, "--settle", "0.1", "--json", "--db", self.db]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            (self.folder / "new.zip").write_bytes(archive(("x.pdf", pdf()), ("y.pdf", pdf(b"1 w"))))
            (self.folder / "new.zip").rename(inbox / "new.zip")
            seen = {json.loads(running.stdout.readline())["path"].removeprefix(f"{inbox}/") for _ in range(3)}
            self.assertEqual({"new.zip", "new.zip/x.pdf", "new.zip/y.pdf"}, seen)
            running.send_signal(signal.SIGTERM)
            running.communicate(timeout=30)

    def test_mails_give_what_hangs_on_them(self):
        mail = email.message.EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "school@example.org", "office@example.org", "รายงาน ๒๕๖๗"
        mail.set_content("ส่งรายงานตามแนบ")
        mail.add_attachment(SAMPLE.read_bytes(), maintype="application", subtype="pdf", filename="รายงาน.pdf")
        mail.add_attachment(archive(("x.pdf", pdf())), maintype="application", subtype="zip", filename="annex.zip")
        path = self.file("report.eml", bytes(mail))
        expected = {"report.eml": ("done", "archive"), "report.eml/รายงาน.pdf": ("done", "ok"),
                    "report.eml/annex.zip": ("done", "archive"), "report.eml/annex.zip/x.pdf": ("partial", "no_table")}
        self.assertEqual(expected, self.by_path(path, expect=3))
        self.assertEqual(expected, self.by_path(path, expect=3), "and again")

    def test_a_mail_without_files_says_so(self):
        path = self.file("words.eml", b"From: a@example.org\r\nTo: b@example.org\r\nSubject: hello\r\n\r\nno report\r\n")
        self.assertEqual({"words.eml": ("failed", "no_pages")}, self.by_path(path, expect=4))
        self.assertIn("no file in it", self.full["words.eml"]["reason"])

    def test_what_cannot_be_read_is_told_with_what_to_ask_for(self):
        self.file("in/photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0")
        self.file("in/plan.7z", b"7z\xbc\xaf\x27\x1c\0\4")
        self.file("in/plan.lnk", b"L\0\0\0\1\x14\2\0\0\0\0\0\xc0\0\0\0")
        self.file("in/plan.xls", b"<html><table><tr><td>1</td></tr></table></html>")
        self.file("in/letter.cw", "แผนงานโครงการ".encode("cp874"))
        self.by_path(self.folder / "in", expect=4)
        reasons = {path: event["reason"] for path, event in self.full.items()}
        for name, words in {"photo.heic": "JPEG", "plan.7z": "Unpack it", "plan.lnk": "shortcut", "plan.xls": "web page",
                            "letter.cw": "old code"}.items():
            self.assertIn(words, reasons[f"in/{name}"])

    def test_broken_archives_and_mails_have_a_verdict_each(self):
        """A few bytes changed at places that never change from run to run."""
        chance = random.Random(17)
        mail = email.message.EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "plan"
        mail.add_attachment(pdf(), maintype="application", subtype="pdf", filename="ก.pdf")
        for i in range(100):
            broken = bytearray(bytes(mail) if i % 4 == 0 else archive((f"{i}/a.pdf", pdf(b"%d w" % i)), ("b.txt", b"words")))
            for _ in range(1 + i % 5):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            self.file(f"in/{i:03}", bytes(broken))
        events = self.by_path(self.folder / "in", expect=4)
        self.assertEqual({f"in/{i:03}" for i in range(100)}, {path for path in events if path.count("/") == 1})
        self.assertNotIn("crashed", {code for _, code in events.values()})
        self.assertIn(("done", "archive"), events.values(), "some still open")

    def test_without_copies_files_are_read_from_where_they_were_unpacked(self):
        path = self.file("a.zip", archive(("x.pdf", SAMPLE.read_bytes())))
        self.assertEqual(("done", "ok"), self.by_path("--no-copy", path)["a.zip/x.pdf"])
        self.assertFalse((self.folder / "t.db.files").exists())


if __name__ == "__main__":
    harness.main()
