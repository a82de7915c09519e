#!/usr/bin/env python3
"""tarang import: import_test.py TARANG ROOT"""
import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import time

import harness
from harness import SAMPLE, TARANG, pdf, tarang


class Import(harness.CommandLineTest):
    def short(self, events):
        return {name: (event["state"], event["code"]) for name, event in events.items()}

    def test_one_event_has_every_key(self):
        path = self.file("report.pdf", SAMPLE.read_bytes())
        event = self.events(path)["report.pdf"]
        self.assertEqual(["event", "path", "sha256", "state", "code", "reason", "pages", "pages_read", "activities",
                          "flagged", "duplicate_of", "seconds"], list(event))
        self.assertEqual(("document", str(path), hashlib.sha256(SAMPLE.read_bytes()).hexdigest(), "done", "ok", None, None),
                         tuple(event[key] for key in ("event", "path", "sha256", "state", "code", "reason", "duplicate_of")))
        self.assertEqual(event["pages"], event["pages_read"])

    def test_each_kind_of_file_has_its_verdict(self):
        self.file("in/report.pdf", SAMPLE.read_bytes())
        self.file("in/scan.png", b"\x89PNG\r\n\x1a\n")
        self.file("in/blank.pdf", pdf())
        self.file("in/empty.pdf")
        self.file("in/words.pdf", b"words")
        self.file("in/letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        self.file("in/cut.docx", b"PK\x03\x04")
        self.file("in/bad.pdf", b"%PDF-1.4 and nothing more")
        self.file("in/~$letter.docx", b"x")
        self.file("in/deep/below.pdf", pdf())
        os.symlink("report.pdf", self.folder / "in" / "link.pdf")
        os.mkfifo(self.folder / "in" / "pipe.pdf")
        expected = {"report.pdf": ("done", "ok"), "scan.png": ("failed", "damaged"),
                    "blank.pdf": ("partial", "no_table"), "empty.pdf": ("failed", "empty"),
                    "words.pdf": ("failed", "not_a_document"), "letter.doc": ("failed", "unsupported_format"),
                    "cut.docx": ("failed", "damaged"),
                    "bad.pdf": ("failed", "damaged"), "~$letter.docx": ("skipped", "office_junk"),
                    "link.pdf": ("skipped", "symlink"), "pipe.pdf": ("skipped", "special_file")}
        first = self.events(self.folder / "in", expect=4)
        self.assertEqual(expected, self.short(first))
        self.assertEqual(expected, self.short(self.events(self.folder / "in", expect=4)), "the same again")
        below = self.events(self.folder / "in", "--recursive", expect=4)
        self.assertEqual(expected | {"below.pdf": ("duplicate", "no_table")}, self.short(below))
        self.assertEqual(str(self.folder / "in" / "blank.pdf"), below["below.pdf"]["duplicate_of"])

    def test_office_files_tell_their_activities_though_they_have_no_pages(self):
        path = self.file("plan.docx", (harness.ROOT / "samples/office/ticks-2566.docx").read_bytes())
        run = tarang("import", path, "--db", self.folder / "office.db", "--lang", "en")
        self.assertRegex(run.stdout, r"plan\.docx  \d+ activit")

    def test_exit_codes_follow_the_worst(self):
        good = self.file("good.pdf", SAMPLE.read_bytes())
        partial = self.file("blank.pdf", pdf())
        junk = self.file("Thumbs.db", b"x")
        self.events(good, junk, expect=0)
        self.events(good, partial, expect=3)
        self.events(good, partial, self.folder / "missing.pdf", expect=4)

    def test_limits_make_verdicts(self):
        path = self.file("blank.pdf", pdf(pages=3))
        self.assertEqual({"blank.pdf": ("failed", "too_large")}, self.short(self.events(path, "--max-bytes", "10", expect=4)))
        self.assertEqual({"blank.pdf": ("failed", "too_many_pages")},
                         self.short(self.events(path, "--max-pages", "2", expect=4)))
        again = self.events(path, "--max-pages", "3", "--reread", expect=3)
        self.assertEqual({"blank.pdf": ("partial", "no_table")}, self.short(again))

    def test_files_from_a_list(self):
        self.file("a b.pdf", pdf())
        listed = self.file("list.txt", "a b.pdf\r\n\nmissing.pdf\n".encode())
        expected = {"a b.pdf": ("partial", "no_table"), "missing.pdf": ("failed", "missing")}
        self.assertEqual(expected, self.short(self.events("--files-from", listed, expect=4, cwd=self.folder)))
        piped = self.events("--files-from", "-", expect=4, cwd=self.folder, stdin=listed.read_text())
        self.assertEqual(expected, self.short(piped))

    def test_lists_of_other_programs(self):
        """A byte-order mark from Windows; zero bytes from find -print0, with a line end inside a name."""
        self.file("ก.pdf", pdf())
        marked = self.file("marked.txt", "\ufeffก.pdf\r\n".encode())
        self.assertEqual({"ก.pdf"}, set(self.events("--files-from", marked, expect=3, cwd=self.folder)))
        self.file("a\nb.pdf", pdf(b"1 w"))
        zeros = self.file("zeros", "ก.pdf\0a\nb.pdf\0".encode())
        self.assertEqual({"ก.pdf", "a\nb.pdf"}, set(self.events("--files-from", zeros, expect=3, cwd=self.folder)))

    def test_patterns(self):
        for name in ("in/a.pdf", "in/b.pdf", "in/c.txt", "x[1].pdf"):
            self.file(name, pdf(name.encode()))
        self.assertEqual({"a.pdf", "b.pdf"}, set(self.events(self.folder / "*" / "?.pdf", expect=3)))
        self.assertEqual({"x[1].pdf": ("partial", "no_table")}, self.short(self.events(self.folder / "x[1].pdf", expect=3)))
        self.assertEqual({"*.docx": ("failed", "missing")}, self.short(self.events(self.folder / "*.docx", expect=4)))

    def test_each_file_has_one_verdict_however_often_it_is_named(self):
        self.file("in/a.pdf", pdf())
        self.events(self.folder / "in", self.folder / "in/a.pdf", self.folder / "in/../in/a.pdf", self.folder / "in", expect=3)

    def test_names_that_are_not_utf8_stay_apart(self):
        (self.folder / "in").mkdir()
        names = [b"\xa1.pdf", b"\xa2.pdf", b"\\xA1.pdf"]
        for name in names:
            with open(os.path.join(os.fsencode(self.folder / "in"), name), "wb") as file:
                file.write(pdf(name.hex().encode()))
        expected = {"\\xA1.pdf", "\\xA2.pdf", "\\x5CxA1.pdf"}
        for _ in range(2):
            events = self.events(self.folder / "in", expect=3)
            self.assertEqual({name: "partial" for name in expected}, {name: event["state"] for name, event in events.items()})

    def test_the_current_folder_with_its_own_database(self):
        self.file("a.pdf", pdf())
        for _ in range(2):
            done = tarang("import", "--json", ".", cwd=self.folder)
            self.assertEqual((3, ""), (done.returncode, done.stderr))
            self.assertEqual(2, len(done.stdout.splitlines()), "the database and its originals are no input")
        self.assertTrue((self.folder / "tarang.db").exists())

    def test_own_files_are_not_opened(self):
        """To open and close the database's file drops SQLite's locks, and another program's last close then takes its
        journal away: what is committed after that is seen by nobody, and lost."""
        self.file("a.pdf", pdf())
        self.file("list.txt", b"t.db\nt.db-wal\n")
        self.events("a.pdf", expect=3, cwd=self.folder)
        for name in ("link.db", "hard.db"):
            (os.symlink if name == "link.db" else os.link)(self.db, self.folder / name)
        with sqlite3.connect(self.db) as other:  # its journals are there as long as somebody is
            other.execute("SELECT 1 FROM documents").fetchall()
            for arguments in (["t.db", "t.db-wal", "t.db-shm"], ["--files-from", "list.txt"], ["hard.db"], [self.db, "./t.db-wal"]):
                codes = {event["code"] for event in self.events(*arguments, expect=4, cwd=self.folder).values()}
                self.assertEqual({"own_file"}, codes, arguments)
            self.assertEqual("symlink", self.events("link.db", expect=4, cwd=self.folder)["link.db"]["code"])
            kept = next((self.folder / "t.db.files").iterdir())
            self.assertEqual({"own_file"}, {e["code"] for e in self.events(kept, expect=4).values()})
            # The same under another spelling of the database.
            done = self.run_quietly("import", "--json", "--db", self.folder / "link.db", "t.db", expect=4, cwd=self.folder)
            self.assertEqual("own_file", json.loads(done.splitlines()[0])["code"])
        with sqlite3.connect(self.db) as connection:
            self.assertEqual([(1,)], connection.execute("SELECT count(*) FROM documents").fetchall())

    def test_another_programs_rows_survive_an_import_of_the_database_itself(self):
        self.file("a.pdf", pdf())
        self.events("a.pdf", expect=3, cwd=self.folder)
        with subprocess.Popen([TARANG, "watch", self.folder, "--settle", "0.1", "--json", "--db", self.db],
                              stdout=subprocess.PIPE, text=True) as running:
            running.stdout.readline()  # it holds the database from here on
            os.link(self.db, self.folder / "copy.db")
            self.file("b.pdf", pdf(b"0 0 m 9 9 l S"))
            self.assertEqual("b.pdf", json.loads(running.stdout.readline())["path"].rsplit("/")[-1])
            self.run_quietly("show", self.db)  # opens, reads, closes: the last one, if the locks were gone
            self.assertTrue((self.folder / "t.db-wal").exists())
            running.send_signal(signal.SIGTERM)
            running.communicate(timeout=30)

    def test_originals_are_kept_or_not(self):
        content = pdf()
        path = self.file("a.pdf", content)
        digest = hashlib.sha256(content).hexdigest()
        self.events(path, "--no-copy", expect=3)
        self.assertFalse((self.folder / "t.db.files").exists())
        other = self.folder / "u.db"
        tarang("import", "--db", other, path)
        self.assertEqual(content, (self.folder / "u.db.files" / digest).read_bytes())

    def test_lines_for_people(self):
        self.file("blank.pdf", pdf())
        self.file("evil\n\x1b[31m.pdf", b"words")
        done = tarang("import", "--lang", "en", "--jobs", "1", "--files-from", "-", "--db", self.db, cwd=self.folder,
                      stdin="blank.pdf\nmissing.pdf\n")
        self.assertEqual("", done.stderr)
        self.assert_golden("import_lines.txt", done.stdout.replace(str(self.folder), "FOLDER"))

    def test_names_cannot_write_on_the_terminal(self):
        path = self.file("evil\n\x1b[31m.pdf", b"words")
        done = tarang("import", "--db", self.db, path)
        self.assertNotIn("\x1b", done.stdout)
        self.assertEqual(2, len(done.stdout.splitlines()))
        self.assertEqual(1, len(self.events(path, expect=4)))

    def test_the_outcome_does_not_depend_on_the_number_of_workers(self):
        for i in range(6):
            self.file(f"in/{i}.pdf", pdf(b"%d w" % i, pages=1 + i % 3))
        exports = []
        for jobs in (1, 3):
            db = self.folder / f"{jobs}.db"
            self.assertEqual(3, tarang("import", "--jobs", jobs, "--db", db, self.folder / "in").returncode)
            exports.append(self.run_quietly("export", db))
        self.assertEqual(*exports)

    def test_a_whole_run_leaves_a_whole_database(self):
        self.events(SAMPLE, self.file("bad.pdf", b"%PDF-1.4 x"), expect=4)
        with sqlite3.connect(self.db) as connection:
            self.assertEqual([("ok",)], connection.execute("PRAGMA integrity_check").fetchall())
            self.assertEqual([], connection.execute("PRAGMA foreign_key_check").fetchall())

    def test_an_interrupt_ends_cleanly(self):
        """Stopped while it waits for a list that never ends, or at work: 130, and the next run finishes."""
        for i in range(40):
            self.file(f"in/{i:02}.pdf", pdf(b"%d w" % i, pages=200))
        command = [TARANG, "import", "--json", "--jobs", "1", "--db", self.db, self.folder / "in"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
            first = running.stdout.readline()
            running.send_signal(signal.SIGINT)
            rest, errors = running.communicate(timeout=60)
        self.assertEqual((130, ""), (running.returncode, errors))
        lines = [json.loads(line) for line in (first + rest).splitlines()]
        self.assertEqual(130, lines[-1]["exit_code"])
        self.assertLess(len(lines), 41, "it was stopped on the way")
        self.assertEqual(40, len(self.events(self.folder / "in", expect=3)))

    def test_no_worker_outlives_its_parent(self):
        for i in range(40):
            self.file(f"in/{i:02}.pdf", pdf(b"%d w" % i, pages=200))
        with subprocess.Popen([TARANG, "import", "--jobs", "2", "--db", self.db, self.folder / "in"],
                              stdout=subprocess.PIPE) as running:
            running.stdout.readline()
            children = self.children_of(running.pid)
            running.kill()
        self.assertTrue(children)
        deadline = time.monotonic() + 10
        while any(self.alive(child) for child in children) and time.monotonic() < deadline:
            time.sleep(0.02)
        self.assertFalse(any(self.alive(child) for child in children))

    @staticmethod
    def children_of(pid):
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(child) for child in file.read().split()]

    @staticmethod
    def alive(pid):
        try:
            with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
                return file.read().rsplit(")", 1)[1].split()[0] not in "ZX"
        except OSError:
            return False


if __name__ == "__main__":
    harness.main()
