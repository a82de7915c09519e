#!/usr/bin/env python3
"""Bombs, loops and lies, made here: bombs_test.py TARANG ROOT

None may take longer than its limits allow, none may harm the files beside it, and each ends with a verdict.
"""
import os
import time
import zlib

import harness

TIMEOUT = 3
MEMORY_IS_LIMITED = "TARANG_NO_MEMORY_LIMIT" not in os.environ


def document(objects, root=1):
    """A PDF from its objects' bodies, numbered from 1."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (len(objects) + 1, table, len(objects) + 1, root, len(out))


def stream(data, entries=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(content, resources=b"", box=b"0 0 600 400", more=()):
    """One page; further objects are numbered from 5."""
    return document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                     b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << %s >> >>" % (box, resources),
                     content, *more])


def deflated(piece, times):
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(piece) for _ in range(times)) + packer.flush()


def nested_forms(levels, each):
    """Forms that draw the next one several times: each ** levels in all."""
    forms = []
    for level in range(levels):
        last = level + 1 == levels
        body = b"0 0 m 9 9 l S\n" if last else b"/F Do\n" * each
        forms.append(stream(body, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>"
                            % (6 + level)))
    return page(stream(b"/F Do"), b"/XObject << /F 5 0 R >>", more=forms)


BOMBS = {
    "deflate.pdf": page(stream(deflated(b"0 0 m 9 9 l S\n" * 5000, 20000), b"/Filter /FlateDecode")),
    "deflate-twice.pdf": page(stream(zlib.compress(deflated(b"\0" * 1_000_000, 2000), 9),
                                     b"/Filter [/FlateDecode /FlateDecode]")),
    "forms.pdf": nested_forms(12, 10),
    "form-draws-itself.pdf": page(stream(b"/F Do"), b"/XObject << /F 5 0 R >>", more=[
        stream(b"/F Do /F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>")]),
    "states.pdf": page(stream(b"q " * 3_000_000)),
    "arrays.pdf": page(stream(b"[" * 2_000_000)),
    "paths.pdf": page(stream(b"0 0 m " + b"1 1 l " * 5_000_000 + b"S")),
    "rules.pdf": page(stream(b"".join(b"0 %d m 600 %d l S\n" % (i % 400, i % 400) for i in range(300_000)))),
    "huge-page.pdf": page(stream(b"0 0 m 9 9 l S"), box=b"0 0 1e9 1e9"),
    "no-page-size.pdf": page(stream(b"0 0 m 9 9 l S"), box=b"0 0 0 0"),
    "huge-numbers.pdf": page(stream(b"1e30 0 0 1e30 1e30 1e30 cm 0 0 m 1e38 1e38 l S 99999999999999999999 w 0 0 9 9 re f")),
    "huge-image.pdf": page(stream(b"600 0 0 400 0 0 cm /I Do"), b"/XObject << /I 5 0 R >>", more=[
        stream(b"\0", b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB")]),
    "pages-lie.pdf": document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
                               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"]),
    "pages-loop.pdf": document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"]),
    "root-loop.pdf": document([b"1 0 R"]),
    "parent-loop.pdf": document([b"<< /Type /Catalog /Pages 2 0 R >>",
                                 b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
                                 b"<< /Type /Page /Parent 2 0 R >>"]),
    "xref-loop.pdf": b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF",
    "cut.pdf": page(stream(b"0 0 m 9 9 l S"))[:-60],
}


class Bombs(harness.FaultsTest):
    def test_each_bomb_ends_with_a_verdict_in_time(self):
        for name, content in BOMBS.items():
            with self.subTest(name):
                (self.folder / name).write_bytes(content)
                began = time.monotonic()
                event = self.import_files("--timeout", str(TIMEOUT), "--memory", "300M", self.folder / name)[name]
                # One job may open, one reads the page and one assembles.
                self.assertLess(time.monotonic() - began, 3 * TIMEOUT + 10, event)
                self.assertNotIn(event["code"], ("ok", "crashed"), event)

    def test_files_beside_a_bomb_are_read(self):
        for name in ("deflate.pdf", "arrays.pdf", "pages-lie.pdf"):
            (self.folder / name).write_bytes(BOMBS[name])
        sample = harness.ROOT / "samples" / "reading-2567.pdf"
        events = self.import_files("--timeout", str(TIMEOUT), "--memory", "300M", "--jobs", "2",
                                   *(self.folder / name for name in ("deflate.pdf", "arrays.pdf", "pages-lie.pdf")), sample)
        self.assertEqual(("done", "ok"), (events[sample.name]["state"], events[sample.name]["code"]))

    def test_memory_ends_as_such(self):
        if not MEMORY_IS_LIMITED:
            self.skipTest("a sanitizer's memory cannot be limited")
        (self.folder / "a.pdf").write_bytes(BOMBS["arrays.pdf"])
        event = self.import_files("--timeout", "30", "--memory", "32M", self.folder / "a.pdf")["a.pdf"]
        self.assertIn(event["code"], ("out_of_memory", "no_table", "page_unreadable"), event)


if __name__ == "__main__":
    harness.main()
