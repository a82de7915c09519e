#!/usr/bin/env python3
"""Old and foreign office files by way of LibreOffice: converted_test.py TARANG ROOT

The samples' Word and Excel files, saved by LibreOffice as what is converted back, must give the records that they
give themselves. Skipped, with the reason, where LibreOffice or bubblewrap is missing or makes no sandbox: both are
optional.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import harness
from harness import ROOT, SKIPPED

SAMPLES = ROOT / "samples" / "office"
TIME = 120  # seconds; the first start of LibreOffice reads all of it from the disk


def why_not():
    if not os.path.exists("/usr/bin/soffice"):
        return "LibreOffice is not installed: apt install libreoffice-writer libreoffice-calc"
    if not os.path.exists("/usr/bin/bwrap"):
        return "bubblewrap is not installed: apt install bubblewrap"
    trial = subprocess.run(["/usr/bin/bwrap", "--unshare-all", "--uid", "1000", "--ro-bind", "/", "/", "true"],
                           capture_output=True, check=False)
    return None if trial.returncode == 0 else "bubblewrap can make no sandbox here"


class Converted(harness.CommandLineTest):
    def saved_as(self, ending, sample):
        done = subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                               ending, "--outdir", self.folder / "in", SAMPLES / sample], capture_output=True, timeout=TIME,
                              check=False)
        path = self.folder / "in" / f"{pathlib.Path(sample).stem}.{ending.split(':')[0]}"
        self.assertTrue(path.exists(), done.stderr)
        return path

    def activities(self, *paths):
        """What the text says, by document."""
        db = self.folder / f"{len(paths)}-{paths[0].suffix}.db"
        self.run_quietly("import", "--timeout", TIME, "--db", db, *paths)
        documents = json.loads(self.run_quietly("export", db, "--lang", "en"))["documents"]
        self.findings = {d["file_name"]: [f["code"] for f in d["findings"]] for d in documents}
        return {d["file_name"]: [{name: field["text"] for name, field in activity["fields"].items() if field}
                                 for activity in d["activities"]] for d in documents}

    def test_texts_give_the_records_of_their_docx(self):
        sample = "portrait-2567.docx"
        expected = next(iter(self.activities(SAMPLES / sample).values()))
        self.assertTrue(expected)
        paths = [self.saved_as(ending, sample) for ending in ("doc", "odt", "rtf")]
        found = self.activities(*paths)
        self.assertEqual(dict.fromkeys((path.name for path in paths), expected), found)
        for path in paths:
            self.assertIn("converted", self.findings[path.name])

    def test_sheets_give_the_records_of_their_xlsx(self):
        sample = "portrait-2567.xlsx"
        expected = next(iter(self.activities(SAMPLES / sample).values()))
        path = self.saved_as("ods", sample)
        self.assertEqual({path.name: expected}, self.activities(path))
        self.assertIn("converted", self.findings[path.name])

    def test_the_review_page_draws_the_table(self):
        sys.path.insert(0, str(ROOT / "tests" / "review"))
        import server
        path = self.saved_as("odt", "portrait-2567.docx")
        self.run_quietly("import", "--timeout", TIME, "--db", self.db, path)
        document, = json.loads(self.run_quietly("export", self.db))["documents"]
        review = server.Server(harness.TARANG, self.db)
        try:
            status, grid = review.enter().get("/api/grid", document=document["sha256"], activity=document["activities"][0]["id"])
        finally:
            review.stop()
        self.assertEqual(200, status, grid)
        self.assertIn("ผู้รับผิดชอบ", [line for cell in grid["cells"] for line in cell["lines"]])

    def test_tables_are_listed(self):
        path = self.saved_as("odt", "portrait-2567.docx")
        self.assertIn("|", self.run_quietly("tables", path, "--format", "csv").replace(",", "|"))

    def test_what_takes_too_long_costs_itself_only(self):
        slow = self.saved_as("odt", "portrait-2567.docx")
        other = shutil.copy(SAMPLES / "portrait-2567.docx", self.folder / "in")
        started = time.monotonic()
        self.run_quietly("tables", other)
        own = time.monotonic() - started
        # LibreOffice takes many times as long to start as the Word file takes, on a slow or busy machine too.
        for limit in (2 * own, 4 * own, 8 * own, 16 * own):
            self.db = self.folder / f"within-{limit:.3f}.db"
            events = self.events("--timeout", f"{limit:.3f}", slow, other, expect=4)
            self.assertEqual("timed_out", events[slow.name]["code"])
            if events["portrait-2567.docx"]["code"] == "ok":
                return
        self.fail("the Word file never had time enough")


if __name__ == "__main__":
    reason = why_not()
    if reason:
        print("skipped:", reason)
        sys.exit(SKIPPED)
    harness.main()
