#!/usr/bin/env python3
"""Forms that are taught through the review server: tried, applied to all documents, taken back."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

import openpyxl

from server import Server

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
HEADER = ["ข้อ", "เรื่องที่ลงมือ", "ได้ลงแรงเมื่อใด", "เบี้ยที่จ่าย", "คนดูแล", "ไปถึงไหน"]
ROWS = [["๑", "ขุดลอกร่องน้ำหน้าหมู่บ้าน", "ม.ค. - มี.ค. ๒๕๖๗", "๑๒,๕๐๐", "ลุงคำปัน", "น้ำไหลดีทั้งสองฝั่ง"],
        ["๒", "เพาะกล้าไผ่แจกครัวเรือน", "เม.ย. ๒๕๖๗", "๓,๒๐๐", "ป้าบัวผัน", "แจกไปครึ่งหมู่บ้าน"]]
CHOICES = {"0": "number", "1": "activity", "2": "period", "3": "spent", "4": "responsible", "5": "summary"}


def tarang(*arguments, expect=0):
    done = subprocess.run([TARANG, *map(str, arguments)], capture_output=True, text=True, timeout=300, env={})
    assert done.returncode == expect, (arguments, done)
    return done.stdout


def workbook(path, mark):
    book = openpyxl.Workbook()
    for row in [[f"สมุดบันทึกงานบ้านริมห้วย ปี ๒๕๖๗ ฉบับ {mark}"], HEADER, *ROWS]:
        book.active.append(row)
    book.save(path)


class TaughtForms(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.db = self.folder / "t.db"
        for mark in ("a", "b", "c"):
            workbook(self.folder / f"{mark}.xlsx", mark)
        tarang("import", *sorted(self.folder.glob("*.xlsx")), "--db", self.db, expect=3)
        self.server = Server(TARANG, self.db)
        self.addCleanup(self.stop)
        self.session = self.server.enter()
        self.item = self.work()["items"][0]

    def stop(self):
        if self.server.process.poll() is None:
            self.assertEqual((0, ""), self.server.stop())

    def work(self, **filters):
        return self.session.get("/api/work", **{"filter": "awaiting", **filters})[1]

    def post(self, address, **more):
        return self.session.post(address, document=self.item["document"], table=self.item["table"], **more)

    def settled(self):
        for _ in range(600):
            forms = self.session.get("/api/forms")[1]
            if not forms["work"]["running"]:
                return forms
            time.sleep(0.05)
        self.fail("it never ends")

    def records(self):
        documents = json.loads(tarang("export", self.db))["documents"]
        return [(one["file_name"], [(a["number"], a["period"]["start"], a["spent"]["amount"]) for a in one["activities"]]) for one in documents]

    def test_one_item_stands_for_all_documents_with_its_headers(self):
        work = self.work()
        self.assertEqual((1, 1), (work["total"], work["tables"]))
        self.assertEqual((3, "a.xlsx"), (self.item["documents"], self.item["file_name"]))
        for filters in ({"filter": "sample"}, {"filter": "unseen"}, {"search": "ขุด"}):
            self.assertEqual(0, self.work(**filters)["total"], filters)
        table = self.session.get("/api/table", document=self.item["document"], table=self.item["table"])[1]
        self.assertEqual(HEADER, [column["path"][-1] for column in table["columns"]])
        self.assertEqual(["number", "activity", "period", "budget", None, None], [column["field"] for column in table["columns"]])
        self.assertEqual(("activity", 3, "แบบ 1"), (table["choices"][0]["key"], table["documents"], table["name"]))

    def test_a_trial_stores_nothing(self):
        status, answer = self.post("/api/try", columns=CHOICES)
        self.assertEqual((200, 2), (status, answer["total"]))
        first = answer["records"][0]
        self.assertEqual(("1", ROWS[0][1]), (first["number"], first["activity"]))
        self.assertIn({"label": "spent", "text": "๑๒,๕๐๐", "value": "12,500.00 baht", "flagged": False}, first["fields"])
        self.assertEqual([], self.session.get("/api/forms")[1]["forms"])
        self.assertEqual([("a.xlsx", []), ("b.xlsx", []), ("c.xlsx", [])], self.records())

    def test_what_is_no_form_says_why(self):
        for columns, words in (({"0": "number"}, "which column is the activity"), ({"1": "activity"}, "one column more"),
                               ({**CHOICES, "4": "spent"}, "for two columns")):
            self.assertIn(words, self.post("/api/try", columns=columns)[1]["problem"])
            self.assertEqual(400, self.post("/api/teach", columns=columns, name="x")[0])
        for columns in ({"6": "note"}, {"-1": "note"}, {"x": "note"}, {"1": "nothing"}):
            self.assertEqual(400, self.post("/api/try", columns=columns)[0], columns)
        for name in ("", "  ", "auto", "monitoring", "a/b", "a.toml", "x" * 61, "a\nb"):
            status, answer = self.post("/api/teach", columns=CHOICES, name=name)
            self.assertEqual((400, "not_a_form"), (status, answer["error"]["code"]), name)
        self.assertEqual(404, self.session.post("/api/teach", document=self.item["document"], table=7, columns=CHOICES, name="x")[0])
        self.assertEqual(404, self.session.post("/api/forget", name="x")[0])
        self.assertEqual([], self.settled()["forms"])

    def test_a_form_is_applied_to_all_and_to_later_imports_and_taken_back(self):
        self.assertEqual((200, {"documents": 3}), self.post("/api/teach", columns=CHOICES, name="บ้านริมห้วย"))
        forms = self.settled()
        form, = forms["forms"]
        self.assertEqual(("บ้านริมห้วย", "สมศรี", 3, 6), (form["name"], form["by"], form["documents"], form["records"]))
        self.assertEqual((3, 3, 0), (forms["work"]["total"], forms["work"]["done"], forms["work"]["failed"]))
        values = [("1", "2024-01-01", "12500.00"), ("2", "2024-04-01", "3200.00")]
        self.assertEqual([(f"{mark}.xlsx", values) for mark in "abc"], self.records())
        self.assertEqual(0, self.work(filter="all")["tables"])
        self.assertEqual(400, self.post("/api/teach", columns=CHOICES, name="บ้านริมห้วย")[0])
        workbook(self.folder / "d.xlsx", "d")
        tarang("import", self.folder / "d.xlsx", "--db", self.db)  # the right to import was given back
        self.assertEqual(("d.xlsx", values), self.records()[3])
        # A person's words are read with it, also as a typed value.
        record = self.work(filter="all")["items"][0]
        answer = self.session.post("/api/decide", document=record["document"], activity=record["activity"], field="spent", kind="correct", value="๙๙ บาท")
        self.assertEqual(200, answer[0])
        self.assertEqual((200, {"documents": 4}), self.session.post("/api/forget", name="บ้านริมห้วย"))
        self.assertEqual([], self.settled()["forms"])
        self.assertEqual([(f"{mark}.xlsx", []) for mark in "abcd"], self.records())
        self.assertEqual(1, self.work()["tables"])
        with sqlite3.connect(self.db) as connection:
            log = connection.execute("SELECT by, name, toml IS NULL FROM taught_forms ORDER BY number").fetchall()
        self.assertEqual([("สมศรี", "บ้านริมห้วย", 0), ("สมศรี", "บ้านริมห้วย", 1)], log)

    def test_an_original_that_is_gone_is_told(self):
        for copy in pathlib.Path(f"{self.db}.files").iterdir():
            copy.unlink()
        (self.folder / "b.xlsx").unlink()
        self.assertEqual(200, self.post("/api/teach", columns=CHOICES, name="x")[0])
        work = self.settled()["work"]
        self.assertEqual((3, 3, 1), (work["total"], work["done"], work["failed"]))
        self.assertEqual([2, 0, 2], [len(values) for _, values in self.records()])

    def test_while_another_import_holds_the_database(self):
        holder = subprocess.Popen([TARANG, "watch", str(self.folder), "--db", str(self.db)], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, env={})
        try:
            for _ in range(100):
                if subprocess.run([TARANG, "retry", str(self.db)], capture_output=True, env={}, timeout=60).returncode == 5:
                    break
            status, answer = self.post("/api/teach", columns=CHOICES, name="x")
            self.assertEqual(503, status, answer)
            self.assertIn("Another import", answer["error"]["message"])
        finally:
            holder.kill()
            holder.wait()
        self.assertEqual([], self.session.get("/api/forms")[1]["forms"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
