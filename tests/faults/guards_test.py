#!/usr/bin/env python3
"""What a document may cost, in a batch with others: guards_test.py TARANG ROOT

Nothing here is dangerous to anybody: the samples are ordinary reports, and the limits are so low that they exceed
them. Each limit ends in one document's verdict, and the documents beside it are what they are alone. What a worker
does that a document took over is played by fake workers, in tests/border and tests/import; the limits of pages,
glyphs, rules and paths by themselves are in tests/read.
"""
import os
import shutil
import time

import harness

MEMORY_IS_LIMITED = "TARANG_NO_MEMORY_LIMIT" not in os.environ
LONG = "reading-2567.pdf"  # six pages
SHORT = "ticks-2566.pdf"
SCAN = "scans/fax-200.pdf"


class Guards(harness.FaultsTest):
    def setUp(self):
        super().setUp()
        self.inbox = self.folder / "in"
        self.inbox.mkdir()

    def put(self, *names):
        for name in names:
            shutil.copy(harness.ROOT / "samples" / name, self.inbox)

    def test_more_pages_than_allowed(self):
        self.put(LONG, SHORT)
        alone = self.export_of(self.inbox)
        events = self.import_files("--max-pages", "3", self.inbox)
        self.assertEqual({LONG: "too_many_pages", SHORT: "ok"}, {name: event["code"] for name, event in events.items()})
        self.assertEqual({SHORT: alone[SHORT]}, self.exported(self.db))

    def test_more_bytes_than_allowed(self):
        self.put(LONG, SHORT)
        size = {name: (self.inbox / name).stat().st_size for name in (LONG, SHORT)}
        large, small = sorted(size, key=size.get, reverse=True)
        events = self.import_files("--max-bytes", str(size[small]), self.inbox)
        self.assertEqual({large: "too_large", small: "ok"}, {name: event["code"] for name, event in events.items()})

    def test_more_pixels_than_allowed(self):
        self.put(SCAN, SHORT)
        events = self.import_files("--max-pixels", "100000", self.inbox)
        self.assertEqual("ok", events[SHORT]["code"])
        self.assertEqual(("partial", "page_unreadable"), (events["fax-200.pdf"]["state"], events["fax-200.pdf"]["code"]))

    def test_more_time_than_allowed(self):
        self.put(LONG, SHORT)
        began = time.monotonic()
        events = self.import_files("--timeout", "0.001", self.inbox)
        self.assertLess(time.monotonic() - began, 30)
        self.assertEqual({"timed_out"}, {event["code"] for event in events.values()})
        # What time was short for is read when there is more of it.
        again = self.import_files("--reread", self.inbox)
        self.assertEqual({"ok"}, {event["code"] for event in again.values()})

    def test_more_memory_than_allowed(self):
        if not MEMORY_IS_LIMITED:
            self.skipTest("a sanitizer's memory cannot be limited")
        self.put(SCAN)
        code = self.import_files("--memory", "16M", self.inbox)["fax-200.pdf"]["code"]
        self.assertEqual("out_of_memory", code)
        self.assertEqual("ok", self.import_files("--reread", self.inbox)["fax-200.pdf"]["code"])


if __name__ == "__main__":
    harness.main()
