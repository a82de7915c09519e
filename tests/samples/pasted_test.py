#!/usr/bin/env python3
"""Scans that were pasted into Word files and workbooks: pasted_test.py TARANG ROOT

Such a page is read as the picture file would be: the same records, with regions in the picture's own points.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import comparison
import pasted_files as word

TARANG, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SCANS = ROOT / "samples" / "scans"
WORDS = [["ที่", "กิจกรรม", "งบประมาณ", "ผู้รับผิดชอบ", "ผลการดำเนินงาน"],
         ["๑", "อบรมการอ่านออกเสียง", "๕,๐๐๐", "นางมานี รักเรียน", "ดำเนินการแล้ว"],
         ["๒", "ค่ายภาษาไทย", "๗,๐๐๐", "นายปิติ ชูใจ", "ดำเนินการแล้ว"]]


def tarang(*arguments):
    return subprocess.run([TARANG, *map(str, arguments)], capture_output=True, text=True, timeout=240)


def jpegs_of(name):
    """The pages of a PDF of scans, which are JPEG files as they stand."""
    return re.findall(rb"stream\r?\n(\xff\xd8\xff.*?)\r?\nendstream", (SCANS / name).read_bytes(), re.DOTALL)


def texts(activity):
    return {key: field["text"] for key, field in activity["fields"].items()}


class Pasted(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.inbox = pathlib.Path(cls.folder.name, "inbox")
        cls.inbox.mkdir()
        pages = {f"page{number}": page for number, page in
                 enumerate(word.pages_of_tiff((SCANS / "months-200.tif").read_bytes()))}
        word.write(cls.inbox / "months.docx", "".join(map(word.inline, pages)), pages)
        sheet, = jpegs_of("turned-200.pdf")
        first = word.paragraph("รายงานผลการดำเนินงาน") + word.table(WORDS)
        word.write(cls.inbox / "mixed.docx", first + word.inline("page", 60, 60) + word.anchored("page") +
                   word.inline("page", 300, 200), {"page": sheet})
        (cls.inbox / "alone.jpg").write_bytes(sheet)
        word.write_sheet(cls.inbox / "mixed.xlsx", WORDS, sheet)
        word.write(cls.inbox / "words.docx", first + word.inline("page", 60, 60), {"page": sheet})
        cls.database = pathlib.Path(cls.folder.name, "pasted.db")
        cls.imported = tarang("import", "--json", "--db", cls.database, cls.inbox, SCANS / "months-200.tif")
        export = json.loads(tarang("export", cls.database).stdout)
        cls.documents = {document["file_name"]: document for document in export["documents"]}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_a_document_of_pictures_is_its_scan(self):
        """The picture file of these pages is one more copy of them; all but the file itself is the same."""
        pasted, scan = dict(self.documents["months.docx"]), dict(self.documents["months-200.tif"])
        for document in (pasted, scan):
            del document["sha256"], document["file_name"]
        self.assertEqual(12, len(scan["activities"]))
        self.assertEqual([], list(comparison.differences(scan, pasted)))

    def test_tables_and_pages_in_one_file(self):
        for name in ("mixed.docx", "mixed.xlsx"):
            with self.subTest(name):
                self.check_mixed(self.documents[name])

    def check_mixed(self, mixed):
        alone = self.documents["alone.jpg"]
        self.assertEqual((1, 2 + len(alone["activities"])), (mixed["page_count"], len(mixed["activities"])))
        self.assertEqual([texts(one) for one in alone["activities"]], [texts(one) for one in mixed["activities"][2:]])
        for activity in mixed["activities"][:2]:
            for field in activity["fields"].values():
                self.assertEqual(([], True), (field["regions"], bool(field["places"])))
        regions = [[field["regions"] for field in one["fields"].values()] for one in alone["activities"]]
        self.assertEqual(regions, [[field["regions"] for field in one["fields"].values()] for one in mixed["activities"][2:]])

    def test_a_large_picture_that_is_no_page_is_told(self):
        told = [finding["message"] for finding in self.documents["mixed.docx"]["findings"] if finding["code"] == "pictures_not_read"]
        self.assertEqual(1, len(told))
        self.assertIn("1", told[0])

    def test_a_crest_is_no_page(self):
        document = self.documents["words.docx"]
        self.assertEqual((None, [], 2), (document["page_count"], document["pages"], len(document["activities"])))
        self.assertNotIn("pictures_not_read", [finding["code"] for finding in document["findings"]])

    def test_a_picture_of_too_many_pixels_is_refused_and_the_rest_is_read(self):
        database = pathlib.Path(self.folder.name, "few.db")
        page = word.pages_of_tiff((SCANS / "months-200.tif").read_bytes())[0]
        word.write(self.inbox.parent / "large.docx", word.table(WORDS) + word.inline("page"), {"page": page})
        done = tarang("import", "--json", "--max-pixels", "100000", "--db", database, self.inbox.parent / "large.docx")
        event = json.loads(done.stdout.splitlines()[0])
        self.assertEqual((3, "partial", "page_unreadable", 2),
                         (done.returncode, event["state"], event["code"], event["activities"]))

    def test_without_recognition_pictures_are_left(self):
        database = pathlib.Path(self.folder.name, "skip.db")
        done = tarang("import", "--json", "--ocr", "skip", "--db", database, self.inbox / "mixed.docx")
        event = json.loads(done.stdout.splitlines()[0])
        self.assertEqual(("ok", None, 2), (event["code"], event["pages"], event["activities"]))

    def test_more_pages_than_allowed(self):
        database = pathlib.Path(self.folder.name, "pages.db")
        done = tarang("import", "--json", "--max-pages", "2", "--db", database, self.inbox / "months.docx")
        self.assertEqual("too_many_pages", json.loads(done.stdout.splitlines()[0])["code"])

    def test_tables_of_one_page_and_of_the_whole_file(self):
        mixed = self.inbox / "mixed.docx"
        whole = json.loads(tarang("tables", mixed).stdout)
        page = json.loads(tarang("tables", mixed, "--pages", "1").stdout)
        self.assertEqual([table["cells"] for table in whole["tables"][1:]], [table["cells"] for table in page["tables"]])
        self.assertEqual(2, tarang("tables", mixed, "--pages", "2").returncode)

    def test_the_review_page_shows_it(self):
        sys.path.insert(0, str(ROOT / "tests" / "review"))
        import server
        review = server.Server(TARANG, self.database)
        try:
            session = review.enter()
            for name in ("mixed.docx", "months.docx"):
                status, picture = session.get("/api/page", document=self.documents[name]["sha256"], page=1)
                self.assertEqual((200, True), (status, picture.startswith(b"\x89PNG")))
            self.assertEqual(404, session.get("/api/page", document=self.documents["words.docx"]["sha256"], page=1)[0])
            mixed = self.documents["mixed.docx"]
            typed, scanned = (session.get("/api/record", document=mixed["sha256"], activity=mixed["activities"][n]["id"])[1] for n in (0, 2))
            self.assertEqual((True, []), (typed["has_grid"], typed["pages"]))
            self.assertEqual((False, 1), (scanned["has_grid"], len(scanned["pages"])))
            status, grid = session.get("/api/grid", document=mixed["sha256"], activity=typed["activity"])
            self.assertEqual((200, [cell for row in WORDS for cell in row]),
                             (status, ["".join(cell["lines"]) for cell in grid["cells"] if cell["framed"]]))
        finally:
            review.stop()

    def test_inspect_draws_the_page(self):
        picture = pathlib.Path(self.folder.name, "page.png")
        self.assertEqual(0, tarang("inspect", self.inbox / "mixed.docx", "--page", "1", "-o", picture).returncode)
        self.assertTrue(picture.read_bytes().startswith(b"\x89PNG"))
        self.assertEqual(2, tarang("inspect", self.inbox / "words.docx", "--page", "1", "-o", picture).returncode)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
