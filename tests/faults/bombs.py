#!/usr/bin/env python3
"""Bombs, loops and lies: documents that cost far more than they weigh, one or more of each class.

    tests/faults/bombs.py FOLDER    writes all of them

Each is small to make and to keep in memory; what it would take to read it whole is in its name.
"""
import pathlib
import struct
import sys
import zlib


def document(objects, root=1):
    """A PDF from its objects' bodies, numbered from 1."""
    parts, places, size = [b"%PDF-1.7\n"], [], 9
    for number, body in enumerate(objects, 1):
        places.append(size)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        size += len(parts[-1])
    out = b"".join(parts)
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


def text_page(content, more=b""):
    """A page with one font, /F."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return page(stream(content), b"/Font << /F 5 0 R >> " + more, more=[font])


def image(width, height, entries, data, bits=1, space=b"/DeviceGray"):
    """A page that an image covers."""
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent %d /ColorSpace %s " % (width, height, bits, space)
    return page(stream(b"600 0 0 400 0 0 cm /I Do"), b"/XObject << /I 5 0 R >>", more=[stream(data, head + entries)])


def flat(size):
    """size x size white pixels of one bit."""
    return image(size, size, b"/Filter /FlateDecode", deflated(b"\xff" * (size // 8), size))


def ccitt(size):
    """Group 4: a white line under a white line is one bit."""
    parameters = b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns %d /Rows %d >>" % (size, size)
    return image(size, size, parameters, b"\xff" * (size // 8))


def jbig2(size):
    """Page information, and one generic region as large as the page."""
    def segment(number, kind, data):
        return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data
    about = struct.pack(">IIIIBH", size, size, 0, 0, 0, 0)
    region = struct.pack(">IIIIB", size, size, 0, 0, 0) + b"\0" + bytes([3, 255, 253, 255, 2, 254, 254, 254]) + b"\0" * 64
    return image(size, size, b"/Filter /JBIG2Decode", segment(0, 48, about) + segment(1, 38, region))


def jpx(size):
    """A JPEG 2000 code stream whose header says enough."""
    siz = struct.pack(">HIIIIIIIIH", 0, size, size, 0, 0, size, size, 0, 0, 1) + bytes([7, 1, 1])
    cod = bytes([0, 0]) + struct.pack(">H", 1) + bytes([0, 5, 4, 4, 0, 1])
    qcd = bytes([0x40]) + bytes([0x48] * 16)
    def marker(code, data):
        return struct.pack(">HH", code, len(data) + 2) + data
    tile = b"\xff\x90" + struct.pack(">HHIBB", 10, 0, 0, 0, 1) + b"\xff\x93" + b"\0" * 64 + b"\xff\xd9"
    code_stream = b"\xff\x4f" + marker(0xFF51, siz) + marker(0xFF52, cod) + marker(0xFF5C, qcd) + tile
    return image(size, size, b"/Filter /JPXDecode", code_stream, bits=8)


def object_streams_loop():
    """Two object streams, each in the other, and the catalogue in one of them."""
    out = b"%PDF-1.7\n"
    places = {}
    for number, inside in ((3, 4), (4, 3)):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, stream(b"%d 0 << >>" % inside, b"/Type /ObjStm /N 1 /First 4 /Extends %d 0 R" % inside))
    rows = [(0, 0, 65535), (2, 4, 0), (2, 3, 0), (2, 4, 0), (2, 3, 0), (1, len(out), 0)]
    data = b"".join(struct.pack(">BIH", *row) for row in rows)
    start = len(out)
    out += b"5 0 obj\n%s\nendobj\n" % stream(data, b"/Type /XRef /Size 6 /W [1 4 2] /Root 1 0 R")
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def many_pages(count, real):
    """So many pages, each an object of its own; or one object so many times."""
    kids = b" ".join(b"%d 0 R" % (4 + (i if real else 0)) for i in range(count))
    pages = [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R >>"] * (count if real else 1)
    return document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
                     stream(b"0 0 m 9 9 l S"), *pages])


def png(size):
    """A picture of size x size gray pixels."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", deflated(b"\0" * (size + 1), size // 10)) + chunk(b"IEND", b"")


def tiff(entries, following):
    """One directory; `following` is where the next one is."""
    body = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + body + struct.pack("<I", following)


def tiff_page(width, height):
    return [(256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 4), (262, 3, 0), (273, 4, 8), (277, 3, 1), (278, 4, height), (279, 4, 8)]


def grids(count):
    """Small tables without a word: four rules each."""
    places = ((i % 100 * 6, i // 100 * 4 % 400) for i in range(count))
    return b"".join(b"%d %d 5 3 re S\n" % place for place in places)


def lattice(lines):
    """One table of (lines / 2) ** 2 cells."""
    half = lines // 2
    down = b"".join(b"%.3f 0 m %.3f 400 l S\n" % (600 * i / half, 600 * i / half) for i in range(half))
    return down + b"".join(b"0 %.3f m 600 %.3f l S\n" % (400 * i / half, 400 * i / half) for i in range(half))


def crossing_rules(count):
    """Rules of all lengths at places that never coincide: each pair has to be looked at."""
    return b"".join(b"%.3f %.3f m %.3f %.3f l S\n" % (x, i * 7919 % 40000 / 100, x + 20 + i % 300, i * 7919 % 40000 / 100)
                    for i in range(count // 2) for x in (i * 104729 % 58000 / 100,)) + b"".join(
        b"%.3f %.3f m %.3f %.3f l S\n" % (i * 7907 % 60000 / 100, y, i * 7907 % 60000 / 100, y + 20 + i % 200)
        for i in range(count // 2) for y in (i * 104723 % 38000 / 100,))


def table_pages(pages, rows):
    """A table that goes on over many pages: for what joins them."""
    row = b"".join(b"0 %d m 600 %d l S\n" % (y, y) for y in range(0, 400, max(1, 400 // rows)))
    content = row + b"".join(b"%d 0 m %d 400 l S\n" % (x, x) for x in range(0, 601, 60))
    kids = b" ".join(b"%d 0 R" % (4 + i) for i in range(pages))
    return document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages), stream(content)]
                    + [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 3 0 R >>"] * pages)


# Made when asked for: together they would not fit into a small machine.
BOMBS = {
    "deflate.pdf": lambda: page(stream(deflated(b"0 0 m 9 9 l S\n" * 5000, 4000), b"/Filter /FlateDecode")),
    "deflate-twice.pdf": lambda: page(stream(zlib.compress(deflated(b"\0" * 1_000_000, 2000), 9),
                                     b"/Filter [/FlateDecode /FlateDecode]")),
    "forms.pdf": lambda: nested_forms(12, 10),
    "form-draws-itself.pdf": lambda: page(stream(b"/F Do"), b"/XObject << /F 5 0 R >>", more=[
        stream(b"/F Do /F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>")]),
    "states.pdf": lambda: page(stream(b"q " * 3_000_000)),
    "arrays.pdf": lambda: page(stream(b"[" * 2_000_000)),
    "paths.pdf": lambda: page(stream(b"0 0 m " + b"1 1 l " * 5_000_000 + b"S")),
    "rules.pdf": lambda: page(stream(b"".join(b"0 %d m 600 %d l S\n" % (i % 400, i % 400) for i in range(300_000)))),
    "huge-page.pdf": lambda: page(stream(b"0 0 m 9 9 l S"), box=b"0 0 1e9 1e9"),
    "no-page-size.pdf": lambda: page(stream(b"0 0 m 9 9 l S"), box=b"0 0 0 0"),
    "huge-numbers.pdf": lambda: page(stream(b"1e30 0 0 1e30 1e30 1e30 cm 0 0 m 1e38 1e38 l S 99999999999999999999 w 0 0 9 9 re f")),
    "huge-image.pdf": lambda: page(stream(b"600 0 0 400 0 0 cm /I Do"), b"/XObject << /I 5 0 R >>", more=[
        stream(b"\0", b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB")]),
    "pages-lie.pdf": lambda: document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
                               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"]),
    "pages-loop.pdf": lambda: document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"]),
    "root-loop.pdf": lambda: document([b"1 0 R"]),
    "parent-loop.pdf": lambda: document([b"<< /Type /Catalog /Pages 2 0 R >>",
                                 b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
                                 b"<< /Type /Page /Parent 2 0 R >>"]),
    "xref-loop.pdf": lambda: b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF",
    "cut.pdf": lambda: page(stream(b"0 0 m 9 9 l S"))[:-60],
    "object-streams-loop.pdf": object_streams_loop,
    "200000-pages.pdf": lambda: many_pages(200_000, real=True),
    "one-page-200000-times.pdf": lambda: many_pages(200_000, real=False),
    "box-14400.pdf": lambda: page(stream(b"0 0 m 9 9 l S 10 10 500 500 re S"), box=b"0 0 14400 14400"),
    "image-flat.pdf": lambda: flat(60_000),
    "image-ccitt.pdf": lambda: ccitt(60_000),
    "image-jbig2.pdf": lambda: jbig2(60_000),
    "image-jpx.pdf": lambda: jpx(60_000),
    "million-segments.pdf": lambda: page(stream(b"0 0 m " + b"".join(b"%d %d l " % (i % 600, i * 7 % 400) for i in range(1_000_000)) + b"S")),
    "million-glyphs.pdf": lambda: text_page(b"BT /F 9 Tf " + b"1 0 0 1 50 50 Tm (aaaaaaaaaa) Tj\n" * 100_000 + b"ET"),
    "actual-text.pdf": lambda: text_page(b"/Span << /ActualText (" + b"a" * 100_000_000 + b") >> BDC BT /F 9 Tf 9 9 Td (a) Tj ET EMC"),
    "actual-texts.pdf": lambda: text_page(b"BT /F 9 Tf 9 9 Td " + b"/Span << /ActualText (aaaaaaaaaaaaaaaa) >> BDC (a) Tj EMC\n" * 200_000 + b"ET"),
    "empty-grids.pdf": lambda: page(stream(grids(100_000))),
    "lattice.pdf": lambda: page(stream(lattice(2_000))),
    "crossing-rules.pdf": lambda: page(stream(crossing_rules(100_000))),
    "table-of-3000-pages.pdf": lambda: table_pages(3_000, 20),
    "huge.png": lambda: png(60_000),
    "huge.tiff": lambda: tiff(tiff_page(60_000, 60_000), 0),
    "loop.tiff": lambda: tiff(tiff_page(9, 9), 8),
}


def write_all(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in BOMBS.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    write_all(pathlib.Path(sys.argv[1]))
