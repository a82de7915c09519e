#!/usr/bin/env python3
"""The commands around the ledger: ledger_test.py TARANG ROOT

A manifest with who has not submitted, reports to hand on, watch, retry, undo, backup and forget.
"""
import csv
import datetime
import io
import json
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import time

import harness
from harness import SAMPLE, TARANG, pdf, tarang


class Ledger(harness.CommandLineTest):
    def show(self):
        with sqlite3.connect(self.db) as connection:
            return connection.execute("SELECT file, state FROM document_list").fetchall()

    def history(self):
        lines = self.run_quietly("show", self.db, "--history", "--lang", "en").splitlines()
        # Event, time, what: columns are parted by two spaces.
        return [" ".join(re.split(r"\s{2,}", line.strip())[i] for i in (0, 2)) for line in lines[2:]]

    # --- manifest and reports

    def manifest(self):
        self.file("one/a.pdf", SAMPLE.read_bytes())
        self.file("two/b.pdf", pdf())
        self.file("three/c.pdf", b"words")
        return self.file("schools.csv", (
            "รหัส,ชื่อ,ปี,แบบ,ไฟล์\r\n"
            "01,โรงเรียนหนึ่ง,2567,monitoring,one/a.pdf\r\n"
            "02,\"โรงเรียน, สอง\",2567,monitoring,two/b.pdf\r\n"
            "03,โรงเรียนสาม,2567,monitoring,three/c.pdf\r\n"
            "04,โรงเรียนสี่,2567,monitoring,four/d.pdf\r\n"
            "05,โรงเรียนห้า,2567,monitoring,\r\n").encode())

    def test_a_manifest_names_files_and_who_has_not_submitted(self):
        manifest = self.manifest()
        out = self.run_quietly("import", "--json", "--db", self.db, "--manifest", manifest, expect=4)
        *events, summary = [json.loads(line) for line in out.splitlines()]
        self.assertEqual({"a.pdf", "b.pdf", "c.pdf"}, {event["path"].rsplit("/")[-1] for event in events})
        missing = [{"code": code, "name": name, "year": 2567, "form": "monitoring"}
                   for code, name in (("04", "โรงเรียนสี่"), ("05", "โรงเรียนห้า"))]
        self.assertEqual({"event": "summary", "counts": {"done": 1, "partial": 1, "failed": 1}, "not_submitted": missing,
                          "exit_code": 4}, summary)
        # With paths the manifest only says whose they are; what came before is not missing.
        self.file("four/d.pdf", pdf(b"4 w"))
        text = self.run_quietly("import", "--lang", "en", "--db", self.db, "--manifest", manifest, self.folder / "four", expect=3)
        self.assertEqual(["partial 1", "not submitted: 1", "  05 โรงเรียนห้า  2567  monitoring"], text.splitlines()[1:])

    def test_what_came_is_compared_with_what_is_due(self):
        self.file("a.pdf", SAMPLE.read_bytes())
        rows = "code,name,year,form,path\n1,โรงเรียนหนึ่ง,2540,action_plan,a.pdf\n"
        text = self.run_quietly("import", "--lang", "en", "--db", self.db, "--manifest", self.file("m.csv", rows.encode()),
                                "--report", self.folder / "r.csv")
        self.assertIn("not what is due\n  1 โรงเรียนหนึ่ง  a.pdf: It is of the form monitoring report, but due is action plan", text)
        self.assertIn("but due is 2540", text)
        rows = list(csv.DictReader(io.StringIO((self.folder / "r.csv").read_text(encoding="utf-8-sig"))))
        self.assertEqual([("contradicts", "1")], [(row["state"], row["school_code"]) for row in rows if row["state"] != "done"])

    def test_versions_by_the_manifest(self):
        self.file("one/first.pdf", SAMPLE.read_bytes())
        self.file("one/second.pdf", pdf())
        manifest = self.file("m.csv", b"code,name,year,form,path\n1,A,2567,m,one/first.pdf\n1,A,2567,m,one/second.pdf\n")
        self.events("--manifest", manifest, "--jobs", "1", expect=3)
        self.assertEqual([("first.pdf", "superseded"), ("second.pdf", "partial")], self.show())
        self.assertEqual(["1 superseded"], self.history())
        self.run_quietly("undo", self.db, "1")
        self.assertEqual([("first.pdf", "done"), ("second.pdf", "partial")], self.show())
        self.events("--manifest", manifest, expect=3)
        self.assertEqual([("first.pdf", "done"), ("second.pdf", "partial")], self.show(), "a person's decision stays")

    def test_a_manifest_names_files_not_folders(self):
        self.file("one/report.pdf", pdf())
        manifest = self.file("m.csv", b"code,year,path\n1,2567,one\n")
        done = tarang("import", "--db", self.db, "--manifest", manifest, "--lang", "en")
        self.assertEqual(2, done.returncode)
        self.assertIn("names the folder", done.stderr)
        self.assertFalse(self.db.exists())

    def test_a_wrong_manifest_imports_nothing(self):
        manifest = self.file("m.csv", b"name\nA\n")
        done = tarang("import", "--db", self.db, "--manifest", manifest, "--lang", "en")
        self.assertEqual(2, done.returncode)
        self.assertIn("line 1: there is no column 'code'", done.stderr)
        self.assertFalse(self.db.exists())

    def test_reports_to_hand_on(self):
        manifest = self.manifest()
        self.file("more/copy.pdf", SAMPLE.read_bytes())
        arguments = ["import", "--lang", "en", "--db", self.db, "--manifest", manifest, "--recursive", self.folder / "one",
                     self.folder / "two", self.folder / "three", self.folder / "more"]
        self.run_quietly(*arguments, "--report", self.folder / "r.csv", expect=4)
        text = (self.folder / "r.csv").read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual({"done", "partial", "failed", "duplicate", "missing"}, {row["state"] for row in rows})
        by_school = {row["school_code"]: row for row in rows if row["school_code"]}
        self.assertEqual(["ok", "no_table", "not_a_document", "", ""], [by_school[f"0{i}"]["code"] for i in range(1, 6)])
        self.assertIn("Ask the sender", by_school["03"]["request"])
        self.run_quietly(*arguments, "--report", self.folder / "r.html", expect=4)
        page = (self.folder / "r.html").read_text()
        for words in ("Submitted: 3 of 5", "fine 1 · to be corrected 2 · not submitted 2", "Not submitted (2)", "โรงเรียนห้า", "To follow up (2)", "Not a document of a known kind",
                      "Files of nobody on the list (1)", "more/copy.pdf"):
            self.assertIn(words, page)
        self.assertNotIn(str(self.folder), page)  # names, not paths

    def test_reports_to_hand_on_in_thai(self):
        arguments = ["import", "--lang", "th", "--db", self.db, "--manifest", self.manifest(), "--recursive", self.folder]
        self.run_quietly(*arguments, "--report", self.folder / "r.html", expect=4)
        page = (self.folder / "r.html").read_text()
        year = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).year + 543
        self.assertRegex(page, rf"ณ วันที่ \d+ \S+ {year} \d\d:\d\d น\.")
        office = page.index("สำหรับเจ้าหน้าที่")
        for words in ("ส่งแล้ว 3 จาก 5", "ยังไม่ส่ง (2)", "โปรดส่งรายงานเป็นไฟล์ PDF, Word, Excel หรือภาพสแกน", "โปรดส่ง รายงานผลการดำเนินงาน ปี 2567"):
            self.assertLess(page.index(words), office)
        for words in ("--profile", "monitoring", ".db"):  # nothing that only who runs the program understands
            self.assertNotIn(words, page[page.index("<body>"):office])
        self.run_quietly(*arguments, "--report", self.folder / "r.csv", expect=4)
        rows = list(csv.DictReader(io.StringIO((self.folder / "r.csv").read_text(encoding="utf-8-sig"))))
        self.assertEqual({"สำเร็จ", "บางส่วน", "ไม่สำเร็จ", "ยังไม่ส่ง"}, {row["สถานะ"] for row in rows} - {"ข้าม"})
        self.assertEqual("three/c.pdf", next(row["ไฟล์"] for row in rows if row["รหัส"] == "03"))

    def test_a_report_is_a_page_or_a_table(self):
        arguments = ["import", "--db", self.db, self.file("one/a.pdf", SAMPLE.read_bytes())]
        self.assertEqual(2, tarang(*arguments, "--report", self.folder / "r.txt").returncode)

    def test_a_report_is_safe_against_names(self):
        self.file("in/<script>alert(1)<.pdf", b"words")
        self.file("in/=cmd.pdf", b"words")
        self.events(self.folder / "in", "--report", self.folder / "r.html", expect=4)
        self.assertNotIn("<script", (self.folder / "r.html").read_text())

    # --- the log

    def test_the_log_says_what_happened_and_no_word_of_a_document(self):
        self.file("in/secret name.pdf", SAMPLE.read_bytes())
        self.file("in/bad.pdf", b"%PDF-1.4 nothing")
        self.events(self.folder / "in", expect=4)
        log = pathlib.Path(f"{self.db}.log").read_text(encoding="utf-8")
        for line in ('info started command=import engines="tarang ', " info confined|warning confined", " info worker_started pid=",
                     "info document_ended document=[0-9a-f]{64} state=done code=ok pages=6 seconds=",
                     "warning document_ended document=[0-9a-f]{64} state=failed code=damaged", "cause=no_more_work", " info ended exit_code=4"):
            self.assertRegex(log, line)
        self.assertTrue(log.isascii())
        self.assertNotIn("secret", log)

    def test_a_log_elsewhere_and_less_of_it(self):
        self.file("in/a.pdf", pdf())
        other = self.folder / "other.log"
        self.events(self.folder / "in", "--log", other, "--log-level", "error", expect=3)
        self.assertEqual(b"", other.read_bytes())
        self.assertFalse(pathlib.Path(f"{self.db}.log").exists())
        self.events(self.folder, "--log", other, "--recursive", expect=3)  # its own files are no documents
        self.assertIn("started", other.read_text())
        for taken in (self.db, self.folder / "in/a.pdf"):
            self.assertEqual(2, tarang("import", self.folder / "in/a.pdf", "--db", self.db, "--log", taken).returncode, taken)
        self.assertEqual(5, tarang("import", self.folder / "in", "--db", self.db, "--log", "/proc/nowhere/x.log").returncode)
        self.assertEqual(2, tarang("import", self.folder / "in", "--db", self.db, "--log-level", "loud").returncode)

    # --- watch

    def test_watch_imports_what_arrives(self):
        inbox = self.folder / "in"
        self.file("in/there.pdf", pdf())
        with subprocess.Popen([TARANG, "watch", inbox, "--json", "--settle", "1", "--db", self.db],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
            self.assertEqual("there.pdf", json.loads(running.stdout.readline())["path"].rsplit("/")[-1])
            slow = inbox / "deep" / "slow.pdf"
            slow.parent.mkdir()
            content = pdf(b"0 0 m 9 9 l S", pages=3)
            with open(slow, "wb") as file:  # comes in pieces: none of them is imported alone
                for at in range(0, len(content), 50):
                    file.write(content[at:at + 200])
                    file.flush()
                    time.sleep(0.1)
            event = json.loads(running.stdout.readline())
            self.assertEqual((str(slow), "no_table", 3), (event["path"], event["code"], event["pages"]))
            slow.write_bytes(pdf(b"1 w"))
            self.assertEqual((str(slow), 1), (lambda event: (event["path"], event["pages"]))(json.loads(running.stdout.readline())))
            running.send_signal(signal.SIGTERM)
            rest, errors = running.communicate(timeout=30)
        self.assertEqual((130, ""), (running.returncode, errors))
        self.assertEqual({"event": "summary", "counts": {"partial": 3}, "exit_code": 130}, json.loads(rest))
        self.assertEqual([("slow.pdf", "partial"), ("slow.pdf", "superseded"), ("there.pdf", "partial")], sorted(self.show()))

    def test_watch_keeps_its_report_up_to_date(self):
        report = self.folder / "report.csv"
        (self.folder / "in").mkdir()
        with subprocess.Popen([TARANG, "watch", self.folder / "in", "--settle", "0.1", "--db", self.db, "--report", report],
                              stdout=subprocess.PIPE) as running:
            for name, files in (("a.pdf", 1), ("b.pdf", 2)):
                self.file(f"in/{name}", pdf(name.encode()))
                running.stdout.readline()
                self.wait_for(lambda: report.exists() and report.read_text(encoding="utf-8-sig").count(".pdf") >= files)
            running.kill()

    def test_watch_with_a_report_ends_as_without(self):
        # The report's own handler of signals took the place of the watch's, and the default came after it.
        for number, sent in enumerate((signal.SIGINT, signal.SIGTERM, signal.SIGHUP)):
            database = self.folder / f"{number}.db"
            (self.folder / "in").mkdir(exist_ok=True)
            self.file("in/a.pdf", pdf())
            with subprocess.Popen([TARANG, "watch", self.folder / "in", "--settle", "0.1", "--db", database, "--lang", "en",
                                   "--report", self.folder / "report.html"], stdout=subprocess.PIPE, text=True) as running:
                running.stdout.readline()
                self.wait_for((self.folder / "report.html").exists)
                running.send_signal(sent)
                rest = running.communicate(timeout=30)[0]
            self.assertEqual((130, True), (running.returncode, rest != ""), sent)
            self.assertEqual([], [path.name for path in self.folder.glob(f"{number}.db-*")], "the database was closed")

    def wait_for(self, happened):
        deadline = time.monotonic() + 20
        while not happened():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.05)

    def test_watch_wants_a_folder(self):
        self.assertEqual(2, tarang("watch", self.file("a.pdf"), "--db", self.db).returncode)

    def test_one_import_at_a_time(self):
        inbox = self.folder / "in"
        self.file("in/there.pdf", pdf())
        with subprocess.Popen([TARANG, "watch", inbox, "--settle", "0.1", "--db", self.db], stdout=subprocess.PIPE) as running:
            running.stdout.readline()
            done = tarang("import", inbox, "--db", self.db, "--lang", "en")
            self.assertEqual(5, done.returncode)
            self.assertIn("Another import", done.stderr)
            self.run_quietly("show", self.db)
            running.kill()
        self.events(inbox, expect=3)

    # --- retry

    def test_retry_takes_faults_that_may_pass(self):
        self.events(self.file("in/bad.pdf", b"%PDF-1.4 nothing"), expect=4)
        slow = self.file("in/slow.pdf", pdf(b"0 0 m 9 9 l S\n" * 200_000))
        self.events(slow, "--timeout", "0.05", expect=4)
        self.assertEqual([("bad.pdf", "failed"), ("slow.pdf", "failed")], self.show())
        slow.unlink()  # the kept original is enough
        out = self.run_quietly("retry", self.db, "--json", expect=3)
        event, summary = [json.loads(line) for line in out.splitlines()]
        self.assertEqual((str(slow), "partial", "no_table"), (event["path"], event["state"], event["code"]))
        self.assertEqual({"partial": 1}, summary["counts"])
        self.run_quietly("retry", self.db, expect=0)
        self.run_quietly("retry", self.db, "bad.pdf", expect=4)

    def test_what_crashes_repeatedly_is_set_aside(self):
        path = self.file("a.pdf", SAMPLE.read_bytes())
        self.events(path)
        with sqlite3.connect(self.db) as connection:
            connection.execute("UPDATE documents SET state = 'quarantined', code = 'crashed'")
        self.assertEqual("", "".join(self.run_quietly("retry", self.db, "--json").splitlines()[:-1]))
        self.assertEqual(4, tarang("import", "--db", self.db, path).returncode, "and its verdict is told again")
        self.run_quietly("retry", self.db, "a.pdf", expect=0)
        self.assertEqual([("a.pdf", "done")], self.show())

    def test_documents_without_records_are_told_and_read_again(self):
        self.file("blank.pdf", pdf())
        sample = self.file("a.pdf", SAMPLE.read_bytes())
        self.file("wrong.pdf", b"words")
        self.events(self.folder / "blank.pdf", sample, self.folder / "wrong.pdf", "--profile", "spending", expect=4)
        text = self.run_quietly("check", self.db, "--lang", "en")
        self.assertIn("3 documents without activities", text)
        for words in ("a.pdf", "blank.pdf", "wrong.pdf", "No table was found", "Not a document of a known kind"):
            self.assertIn(words, text)
        self.assertNotIn("nothing awaits", text)
        out = self.run_quietly("retry", self.db, "--without-records", "--json", expect=3)
        again = {event["path"].rsplit("/")[-1]: event["code"] for event in map(json.loads, out.splitlines()[:-1])}
        self.assertEqual({"a.pdf": "ok", "blank.pdf": "no_table"}, again)
        text = self.run_quietly("check", self.db, "--lang", "en")
        self.assertIn("2 documents without activities", text)
        self.assertEqual(2, tarang("retry", self.db, "a.pdf", "--without-records").returncode)

    def test_a_listed_path_outweighs_a_stray_copy(self):
        stray = self.file("inbox/stray.pdf", SAMPLE.read_bytes())
        own = self.file("schools/one.pdf", SAMPLE.read_bytes())
        manifest = self.file("list.csv", "code,name,year,form,path\nS1,บ้านห้วย,2567,monitoring,schools/one.pdf\n".encode())
        self.assertEqual("done", self.events(stray, own, "--manifest", manifest)["one.pdf"]["state"])
        self.assertEqual([("one.pdf", "done")], self.show())
        again = self.events(stray, own, "--manifest", manifest)
        self.assertEqual({"stray.pdf": "duplicate", "one.pdf": "done"}, {name: event["state"] for name, event in again.items()})
        # Who gives the path back is not overruled.
        number = next(line.split()[0] for line in self.run_quietly("show", self.db, "--history", "--lang", "en").splitlines() if "stray.pdf" in line)
        self.run_quietly("undo", self.db, number)
        self.events(own, "--manifest", manifest)
        self.assertEqual([("stray.pdf", "done")], self.show())

    def test_retry_without_the_file(self):
        path = self.file("a.pdf", pdf(b"0 0 m 9 9 l S\n" * 200_000))
        self.events(path, "--timeout", "0.05", "--no-copy", expect=4)
        path.write_bytes(b"another content")
        out = self.run_quietly("retry", self.db, "--json", expect=4)
        self.assertEqual("missing", json.loads(out.splitlines()[0])["code"])
        self.assertEqual([("a.pdf", "failed")], self.show())

    # --- undo, backup, forget

    def test_a_duplicate_is_turned_round(self):
        self.events(self.file("a.pdf", pdf()), expect=3)
        self.events(self.file("b.pdf", pdf()), expect=3)
        self.run_quietly("undo", self.db, "1")
        events = self.events(self.folder / "a.pdf", self.folder / "b.pdf", expect=3)
        self.assertEqual(["duplicate", "partial"], [events[name]["state"] for name in ("a.pdf", "b.pdf")])
        self.assertEqual(2, tarang("undo", self.db, "99").returncode)

    def test_an_undo_knows_documents_by_their_names(self):
        self.events(self.file("a.pdf", pdf()), expect=3)
        self.assertEqual(2, tarang("undo", self.db, "a.pdf").returncode)  # nothing to be taken back
        self.events(self.file("b.pdf", pdf()), expect=3)
        self.run_quietly("undo", self.db, "a.pdf")
        events = self.events(self.folder / "a.pdf", self.folder / "b.pdf", expect=3)
        self.assertEqual(["duplicate", "partial"], [events[name]["state"] for name in ("a.pdf", "b.pdf")])
        self.assertEqual(2, tarang("undo", self.db, "nothing.pdf").returncode)

    def test_a_backup_is_whole(self):
        self.events(self.file("a.pdf", SAMPLE.read_bytes()))
        backup = self.folder / "away" / "b.db"
        backup.parent.mkdir()
        for copied, there in ((1, 0), (0, 1)):
            said = self.run_quietly("backup", self.db, backup, "--lang", "en")
            self.assertIn(f"originals copied: {copied}, there already: {there}", said)
        self.assertEqual(self.run_quietly("export", self.db), self.run_quietly("export", backup))
        self.assertEqual(2, len(list(backup.parent.iterdir())), "nothing unfinished is left")
        self.assertEqual(2, tarang("backup", self.db, self.db).returncode)
        letter = self.file("letter.txt", b"dear")
        self.assertEqual(5, tarang("backup", self.db, letter).returncode)
        self.assertEqual(b"dear", letter.read_bytes())

    def test_originals_that_cannot_be_listed_are_not_none(self):
        self.events(self.file("a.pdf", pdf()), expect=3)
        kept = self.folder / "t.db.files"
        kept.rename(self.folder / "elsewhere")
        kept.write_text("no folder")  # who may do everything has no other way to meet a folder that cannot be read
        done = tarang("backup", self.db, self.folder / "b.db")
        self.assertEqual((5, False), (done.returncode, (self.folder / "b.db").exists()), done.stderr)
        kept.unlink()
        self.run_quietly("backup", self.db, self.folder / "b.db")  # imported with --no-copy: there is none

    def test_a_damaged_original_is_told_by_the_backup(self):
        self.events(self.file("a.pdf", SAMPLE.read_bytes()))
        original = next((self.folder / "t.db.files").iterdir())
        original.chmod(0o644)
        original.write_bytes(b"rotten")
        done = tarang("backup", self.db, self.folder / "b.db", "--lang", "en")
        self.assertEqual(5, done.returncode)
        self.assertIn(original.name, done.stderr)

    def test_a_forgotten_document_is_gone(self):
        a = self.file("a.pdf", SAMPLE.read_bytes())
        self.events(a, self.file("b.pdf", pdf()), expect=3)
        done = tarang("forget", self.db, "nothing.pdf", "--lang", "en")
        self.assertEqual(2, done.returncode)
        self.assertIn("no such document", done.stderr)
        done = tarang("forget", self.db, "a.pdf", "--lang", "en")  # nobody is there to be asked
        self.assertEqual((2, 2), (done.returncode, len(self.show())))
        self.assertIn("--yes", done.stderr)
        self.run_quietly("forget", self.db, "a.pdf", "--yes")
        self.assertEqual([("b.pdf", "partial")], self.show())
        self.assertEqual(1, len(list((self.folder / "t.db.files").iterdir())))
        self.assertEqual(["1 forgotten"], self.history())
        self.assertEqual("done", self.events(a)["a.pdf"]["state"], "it may come again")

    def test_a_name_that_fits_several_is_refused(self):
        self.events(self.file("x/a.pdf", pdf()), self.folder / "x", expect=3)
        shutil.copy(SAMPLE, self.folder / "a.pdf")
        self.events(self.folder / "a.pdf")
        done = tarang("forget", self.db, "a.pdf", "--lang", "en", cwd="/")
        self.assertEqual(2, done.returncode)
        self.assertIn("several documents fit", done.stderr)
        self.run_quietly("forget", self.db, self.folder / "a.pdf", "--yes")


if __name__ == "__main__":
    harness.main()
