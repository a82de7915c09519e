#!/usr/bin/env python3
"""Broken files out of the world: hostile_test.py TARANG ROOT, with TARANG_HOSTILE naming their folder.

The verdicts are kept beside each other here, not files: which file is which follows from its name.
"""
import collections
import os
import pathlib
import sys

import harness

FOLDER = os.environ.get("TARANG_HOSTILE")
VERDICTS = {"encrypted", "no_pages", "damaged", "not_a_document", "no_text_layer", "no_table", "timed_out", "page_unreadable"}


class Hostile(harness.FaultsTest):
    def test_each_file_has_a_verdict_alone_and_together(self):
        files = sorted(pathlib.Path(FOLDER).glob("*.pdf"))
        self.assertTrue(files)
        together = self.import_files("--timeout", "30", *files)
        self.assertEqual({path.name for path in files}, set(together))
        codes = collections.Counter(event["code"] for event in together.values())
        self.assertLessEqual(set(codes), VERDICTS)
        for name, event in together.items():
            encrypted = "-enc-" in name or "password" in name
            self.assertTrue(not encrypted or event["code"] == "encrypted", event)
            self.assertEqual(event["pages"] is None, event["state"] == "failed", event)
        again = self.import_files("--timeout", "30", *files)
        self.assertEqual({name: (event["state"], event["code"]) for name, event in together.items()},
                         {name: (event["state"], event["code"]) for name, event in again.items()})


if __name__ == "__main__":
    if not FOLDER:
        print("skipped: TARANG_HOSTILE is not set")
        sys.exit(harness.SKIPPED)
    harness.main()
