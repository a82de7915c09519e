#!/usr/bin/env python3
"""tarang export, in its formats: export_test.py TARANG ROOT"""
import csv
import decimal
import io
import json
import os
import pathlib
import pty
import subprocess
import xml.etree.ElementTree
import zipfile

import openpyxl

import harness
from harness import SAMPLE, TARANG, tarang

FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def csv_rows(path):
    """The rows of a csv file as a careful reader takes them: one apostrophe off each text."""
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") > 0
    text = data.decode("utf-8-sig")
    assert "\r" not in text.replace("\r\n", ""), "a lone carriage return"
    return list(csv.DictReader(io.StringIO(text, newline="")))


class Export(harness.CommandLineTest):
    def setUp(self):
        super().setUp()
        self.events(SAMPLE)

    def exported(self, form, *more):
        path = self.folder / f"out.{form}"
        self.assertEqual("", self.run_quietly("export", self.db, "--format", form, "-o", path, *more))
        return path

    def activities(self):
        document, = json.loads(self.exported("json").read_text(encoding="utf-8"))["documents"]
        return document, document["activities"]

    def test_jsonl_has_the_activities_of_json(self):
        document, activities = self.activities()
        lines = [json.loads(line) for line in self.exported("jsonl").read_text(encoding="utf-8").splitlines()]
        self.assertEqual(len(activities), len(lines))
        for line, activity in zip(lines, activities):
            self.assertEqual(activity, {key: line[key] for key in activity})
            self.assertEqual({key: document[key] for key in line["document"]}, line["document"])
            self.assertEqual([f for f in document["findings"] if f["activity_id"] == line["id"]], line["findings"])

    def test_csv_has_the_values_of_json(self):
        document, activities = self.activities()
        rows = csv_rows(self.exported("csv"))
        self.assertEqual(len(activities), len(rows))
        for row, activity in zip(rows, activities):
            self.assertEqual(document["sha256"], row["sha256"])
            self.assertEqual(activity["id"], row["activity_id"])
            period, budget = activity["period"] or {}, activity["budget"] or {}
            self.assertEqual(period.get("start") or "", row["period_start"])
            self.assertEqual(" ".join(f"Q{q}" for q in period.get("quarters") or []), row["quarters"])
            self.assertEqual((budget.get("amount") or "", budget.get("stated") or ""),
                             (row["budget_amount"], row["budget_stated"]))
            self.assertEqual(activity["status"] or "", row["status"])
            for name, field in activity["fields"].items():
                self.assertEqual(field["text"], row[f"{name}_text"].removeprefix("'"))
            flagged = [name for name, field in activity["fields"].items() if field["needs_review"]]
            self.assertEqual((str(len(flagged)), "; ".join(flagged)), (row["flags"], row["flagged_fields"]))
            if row["budget_amount"]:
                decimal.Decimal(row["budget_amount"])
            for text in (cell for cell in row.values() if not cell.lstrip("-").replace(".", "").isdigit()):
                self.assertFalse(text.startswith(FORMULA), text)

    def test_stdout_is_the_same_as_a_file(self):
        for form in ("jsonl", "csv"):
            done = subprocess.run([TARANG, "export", self.db, "--format", form], capture_output=True, check=True, env={})
            self.assertEqual(self.exported(form).read_bytes(), done.stdout)

    def test_xlsx_has_the_values_of_json(self):
        _, activities = self.activities()
        book = openpyxl.load_workbook(self.exported("xlsx", "--lang", "en"))
        header, *rows = book["Activities"].iter_rows(values_only=True)
        self.assertEqual(len(activities), len(rows))
        for cells, activity in zip(rows, activities):
            row = dict(zip(header, cells))
            start = (activity["period"] or {}).get("start")
            self.assertEqual(start, row["Start"] and row["Start"].date().isoformat())
            amount = (activity["budget"] or {}).get("amount")
            self.assertEqual(amount and float(amount), row["Budget (baht)"])
            self.assertEqual(activity["fields"]["activity"]["text"], row["Activity"])
        sums = [total for _, by, _, _, _, total, *_ in book["Sums"].iter_rows(values_only=True) if by == "All" and total]
        known = [decimal.Decimal(a["budget"]["amount"]) for a in activities if (a["budget"] or {}).get("amount")]
        self.assertEqual(float(sum(known)), sum(sums))  # of each kind of table; nothing here stands in two
        book = openpyxl.load_workbook(self.exported("xlsx"))
        self.assertEqual(["รายงานผล", "กิจกรรม", "ผลรวม", "ข้อสังเกต", "แถวอื่น", "ตาราง", "เอกสาร"], book.sheetnames)
        report = [[cell.value for cell in row] for row in book["รายงานผล"].iter_rows()]
        self.assertIn(f"รวม {len(activities)} กิจกรรม", [row[0] for row in report])
        self.assertIn(float(sum(known)), next(row for row in report if row[0] == f"รวม {len(activities)} กิจกรรม"))

    def test_docx_is_a_report_that_reads_back_as_the_same(self):
        _, activities = self.activities()
        path = self.exported("docx", "--lang", "th")
        with zipfile.ZipFile(path) as parts:
            self.assertIsNone(parts.testzip())
            trees = {name: xml.etree.ElementTree.fromstring(parts.read(name)) for name in parts.namelist()}
        w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        document = trees["word/document.xml"]
        self.assertEqual("landscape", document.find(f".//{w}pgSz").get(f"{w}orient"))
        table = document.find(f".//{w}tbl")
        self.assertIsNotNone(table.find(f"{w}tr/{w}trPr/{w}tblHeader"))  # comes again on each page
        rows = ["".join(t.text or "" for t in row.iter(f"{w}t")) for row in table.iter(f"{w}tr")]
        self.assertTrue(rows[-1].startswith(f"รวม {len(activities)} กิจกรรม"), rows[-1])
        self.assertIn("ลงชื่อ", "".join(t.text or "" for t in document.iter(f"{w}t")))
        self.assertIn(" PAGE ", "".join(t.text for t in trees["word/footer1.xml"].iter(f"{w}instrText")))
        again = self.folder / "again.db"
        self.run_quietly("import", path, "--db", again)
        read = json.loads(self.run_quietly("export", again, "--format", "json"))["documents"][0]
        for before, after in zip(activities, read["activities"], strict=True):
            self.assertEqual([before["number"], before["budget"], before["period"], before["status"], before["fields"]["steps"]["text"]],
                             [after["number"], after["budget"], after["period"], after["status"], after["fields"]["steps"]["text"]])

    def test_docx_goes_to_a_pipe_as_to_a_file(self):
        piped = subprocess.run([TARANG, "export", self.db, "--format", "docx"], capture_output=True, check=True, env={})
        self.assertEqual(self.exported("docx").read_bytes(), piped.stdout)

    def test_xlsx_goes_to_a_pipe_and_not_to_a_terminal(self):
        piped = subprocess.run([TARANG, "export", self.db, "--format", "xlsx"], capture_output=True, check=True, env={})
        self.assertTrue(piped.stdout.startswith(b"PK"))
        ours, theirs = pty.openpty()
        done = subprocess.run([TARANG, "export", self.db, "--format", "xlsx"], stdout=theirs, stderr=subprocess.PIPE,
                              check=False, env={})
        os.close(theirs)
        os.set_blocking(ours, False)
        with self.assertRaises(OSError, msg="something was written"):
            os.read(ours, 1)
        os.close(ours)
        self.assertEqual(2, done.returncode)
        self.assertIn(b"-o", done.stderr)

    def test_no_temporary_file_stays(self):
        self.exported("xlsx")
        here = self.folder / "temporary"
        here.mkdir()
        self.run_quietly("export", self.db, "--format", "xlsx", "-o", self.folder / "x.xlsx", environment={"TMPDIR": str(here)})
        self.assertEqual([], list(here.iterdir()))
        missing = tarang("export", self.db, "--format", "xlsx", "-o", self.folder / "y.xlsx",
                         environment={"TMPDIR": str(self.folder / "no")})
        self.assertEqual(5, missing.returncode)
        self.assertFalse((self.folder / "y.xlsx").exists())

    def test_a_document_without_activities_is_said(self):
        self.events(self.file("blank.pdf", harness.pdf()), expect=3)
        for form, said in (("json", ""), ("xlsx", ""), ("csv", "1 document without"), ("docx", "1 document without"), ("jsonl", "1 document without")):
            done = tarang("export", self.db, "--format", form, "-o", self.folder / "out", "--lang", "en")
            self.assertEqual((0, bool(said)), (done.returncode, bool(done.stderr)), form)
            self.assertIn(said, done.stderr)

    def test_superseded_documents_only_when_asked_for(self):
        newer = self.file("report.pdf", SAMPLE.read_bytes() + b"% newer")
        self.events(newer)
        newer.write_bytes(SAMPLE.read_bytes() + b"% newest")
        self.events(newer)

        def states(*more):
            text = self.exported("jsonl", *more).read_text(encoding="utf-8")
            self.assertEqual([row["state"] for row in csv_rows(self.exported("csv", *more))],
                             [json.loads(line)["document"]["state"] for line in text.splitlines()])
            return {json.loads(line)["document"]["state"] for line in text.splitlines()}

        self.assertEqual({"done"}, states())
        self.assertEqual({"done", "superseded"}, states("--all-versions"))

    def test_a_file_keeps_its_permissions_and_a_link_stays_one(self):
        private = self.file("private.csv", b"old")
        private.chmod(0o600)
        link = self.folder / "link.csv"
        link.symlink_to(private)
        self.run_quietly("export", self.db, "--format", "csv", "-o", link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(0o600, private.stat().st_mode & 0o777)
        self.assertTrue(private.read_bytes().startswith(b"\xef\xbb\xbf"))

    def test_a_device_is_written_to_and_stays_one(self):
        null = self.folder / "null"
        null.symlink_to("/dev/null")
        self.run_quietly("export", self.db, "-o", null)
        self.assertTrue(pathlib.Path("/dev/null").is_char_device())


if __name__ == "__main__":
    harness.main()
