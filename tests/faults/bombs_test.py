#!/usr/bin/env python3
"""All bombs in one batch, with good files among them: bombs_test.py TARANG ROOT

None may take longer than its limits allow, none may harm the files beside it, and each ends with its verdict.
"""
import os
import shutil
import time

import bombs
import harness

TIMEOUT = 2
MEMORY_IS_LIMITED = "TARANG_NO_MEMORY_LIMIT" not in os.environ

# What is sure whatever the machine; all others may also run out of time or memory, or be read at last.
VERDICTS = {
    "200000-pages.pdf": "too_many_pages", "one-page-200000-times.pdf": "no_pages", "cut.pdf": "damaged",
    "huge.png": "page_unreadable", "huge.tiff": "page_unreadable", "huge.jpeg": "page_unreadable",
    "huge-page.pdf": "page_unreadable", "wide-page.pdf": "page_unreadable", "huge-letters.pdf": "no_table",
    "wide-xref.pdf": "damaged", "zip.pdf": "unsupported_format",
}
POSSIBLE = {"no_table", "unknown_form", "page_unreadable", "no_text_layer", "timed_out", "out_of_memory", "damaged", "no_pages",
            "too_many_pages"}


class Bombs(harness.FaultsTest):
    def test_a_batch_of_bombs_and_good_files(self):
        bombs_folder, good_folder = self.folder / "bombs", self.folder / "good"
        good_folder.mkdir()
        bombs.write_all(bombs_folder)
        for sample in sorted((harness.ROOT / "samples").glob("*.pdf"))[::3]:
            shutil.copy(sample, good_folder)
        alone = self.export_of(good_folder)
        files = sorted([*bombs_folder.iterdir(), *good_folder.iterdir()], key=lambda path: path.name)
        began = time.monotonic()
        events = self.import_files("--timeout", str(TIMEOUT), "--memory", "300M", "--jobs", "2", *files)
        # Two workers, and of each bomb one job that opens, one that reads and one that assembles.
        self.assertLess(time.monotonic() - began, 3 * TIMEOUT * len(bombs.BOMBS) / 2 + 30)
        self.assertEqual({path.name for path in files}, set(events))
        for name, event in events.items():
            with self.subTest(name):
                if name not in bombs.BOMBS:
                    self.assertIn(event["code"], ("ok", "unknown_form"), event)
                elif name in VERDICTS:
                    self.assertEqual(VERDICTS[name], event["code"], event)
                else:
                    self.assertIn(event["code"], POSSIBLE, event)
        together = self.exported(self.db)
        for path in good_folder.iterdir():
            self.assertEqual(alone.get(path.name), together.get(path.name), path.name)

    def test_memory_ends_as_such(self):
        if not MEMORY_IS_LIMITED:
            self.skipTest("a sanitizer's memory cannot be limited")
        (self.folder / "a.pdf").write_bytes(bombs.BOMBS["arrays.pdf"]())
        event = self.import_files("--timeout", "30", "--memory", "32M", self.folder / "a.pdf")["a.pdf"]
        self.assertIn(event["code"], ("out_of_memory", "no_table", "page_unreadable"), event)


if __name__ == "__main__":
    harness.main()
