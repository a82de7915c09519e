#!/usr/bin/env python3
"""Bombs, loops and lies: documents that cost far more than they weigh, one or more of each class.

    tests/faults/bombs.py FOLDER    writes all of them

Each is small to make and to keep in memory; what it would take to read it whole is in its name.
"""
import pathlib
import struct
import sys
import zlib

from picture_bombs import (ccitt, flat, jbig2, jbig2_segments, jpeg, jpx, png, png_texts, tiff, tiff_page,
                           wide_predictor)
from small_pdf import deflated, document, font_page, page, stream, text_page


def nested_forms(levels, each):
    """Forms that draw the next one several times: each ** levels in all."""
    forms = []
    for level in range(levels):
        last = level + 1 == levels
        body = b"0 0 m 9 9 l S\n" if last else b"/F Do\n" * each
        forms.append(stream(body, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>"
                            % (6 + level)))
    return page(stream(b"/F Do"), b"/XObject << /F 5 0 R >>", more=forms)


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

def type3_draws_itself():
    return font_page(b"BT /F 9 Tf 9 9 Td (aa) Tj ET",
                     b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] /FirstChar 97 /LastChar 97"
                     b" /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >>"
                     b" /Resources << /Font << /F 5 0 R >> >> >>", [stream(b"9 0 d0 BT /F 9 Tf (aa) Tj ET")])


def tiny_tiles():
    """A pattern of 10^12 tiles, over the whole page."""
    return page(stream(b"/Pattern cs /P scn 0 0 600 400 re f"), b"/Pattern << /P 5 0 R >>", more=[
        stream(b"0 0 m 1 1 l S", b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 .0005 .0005]"
                                 b" /XStep .0005 /YStep .0005 /Resources << >>")])


def sampled_shading():
    return page(stream(b"/S sh"), b"/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1000000 0 1000000] /Function 5 0 R >> >>",
                more=[stream(b"\0", b"/FunctionType 0 /Domain [0 1000000 0 1000000] /Range [0 1] /Size [1000000 1000000] /BitsPerSample 32")])


def nested_masks(levels):
    """Groups whose soft masks are the next group."""
    groups = [stream(b"/G gs 0 0 600 400 re f /G gs 0 0 600 400 re f",
                     b"/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Group << /S /Transparency /CS /DeviceGray >> /Resources"
                     b" << /ExtGState << /G << /SMask << /S /Luminosity /G %d 0 R >> >> >> >>" % (5 + (level + 1) % levels))
              for level in range(levels)]
    return page(stream(b"/G gs 0 0 600 400 re f"), b"/ExtGState << /G << /SMask << /S /Luminosity /G 5 0 R >> >> >>", more=groups)


def optional_content_loop():
    catalog = b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /Order 6 0 R >> >> >>"
    return document([catalog, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                     b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Resources << /Properties << /O 7 0 R >> >> >>",
                     stream(b"/OC /O BDC 0 0 m 9 9 l S EMC"), b"<< /Type /OCG /Name (a) >>", b"[6 0 R 5 0 R]",
                     b"<< /Type /OCMD /OCGs [7 0 R 5 0 R] /VE 8 0 R >>", b"[/And 8 0 R 8 0 R 8 0 R]"])


def trees_loop():
    """Outlines, page labels, names, form fields and tags, all in circles."""
    catalog = (b"<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R /PageLabels 6 0 R /Names << /Dests 6 0 R /EmbeddedFiles 6 0 R >>"
               b" /AcroForm << /Fields [7 0 R] >> /StructTreeRoot 8 0 R /MarkInfo << /Marked true >> >>")
    return document([catalog, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                     b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Annots [7 0 R 7 0 R] /StructParents 0 >>",
                     stream(b"0 0 m 9 9 l S"), b"<< /Type /Outlines /First 5 0 R /Last 5 0 R /Next 5 0 R /Prev 5 0 R /Count 9 /Title (a) >>",
                     b"<< /Kids [6 0 R 6 0 R] /Limits [(a) (z)] >>",
                     b"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /Kids [7 0 R 7 0 R] /Parent 7 0 R >>",
                     b"<< /Type /StructTreeRoot /K [8 0 R 8 0 R] /P 8 0 R /ParentTree 6 0 R >>"])


def annotations(count):
    return document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                     b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Annots [%s] >>" % (b"4 0 R " * count),
                     b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 600 400] /AP << /N 5 0 R >> >>",
                     stream(b"0 0 m 9 9 l S\n" * 1000, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")])


def wide_map():
    """A font of 65,535 glyphs whose codes all stand for long texts, again and again."""
    unicode = (b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
               + b"1 beginbfrange <0000> <FFFF> <%s> endbfrange\n" % (b"0E01" * 250) * 300 + b"endcmap end end")
    font = (b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts"
            b" [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (a) /Ordering (b) /Supplement 0 >>"
            b" /W [%s] >>] >>" % b" ".join(b"%d [9]" % i for i in range(65_535)))
    return font_page(b"BT /F 9 Tf 9 9 Td <000100020003> Tj ET", font, [stream(unicode)])


def wide_xref():
    """A cross-reference stream that promises 2 * 10^9 objects."""
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    return head + b"3 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        stream(b"\1\0\0\0\x09\0" * 9, b"/Type /XRef /Size 2000000000 /Index [0 2000000000] /W [1 4 1] /Root 1 0 R"), len(head))


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
    "huge-page.pdf": lambda: page(stream(b"0 0 m 9 9 l S"), box=b"0 0 1000000000 1000000000"),
    "no-page-size.pdf": lambda: page(stream(b"0 0 m 9 9 l S"), box=b"0 0 0 0"),
    "huge-numbers.pdf": lambda: page(stream(b"%d 0 0 %d %d %d cm 0 0 m %d %d l S 99999999999999999999 w 0 0 9 9 re f"
                                          % (10**30, 10**30, 10**30, 10**30, 10**38, 10**38))),
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
    "type3-draws-itself.pdf": type3_draws_itself,
    "tiny-tiles.pdf": tiny_tiles,
    "sampled-shading.pdf": sampled_shading,
    "masks.pdf": lambda: nested_masks(12),
    "optional-content-loop.pdf": optional_content_loop,
    "trees-loop.pdf": trees_loop,
    "annotations.pdf": lambda: annotations(200_000),
    "wide-map.pdf": wide_map,
    "wide-xref.pdf": wide_xref,
    "jbig2-segments.pdf": lambda: jbig2_segments(500_000),
    "wide-predictor.pdf": wide_predictor,
    "filters.pdf": lambda: page(stream(b"x" * 100, b"/Filter [%s]" % (b"/ASCIIHexDecode " * 100_000))),
    "contents.pdf": lambda: document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                              b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents [%s] >>" % (b"4 0 R " * 1_000_000),
                              stream(b"0 0 m 9 9 l S\n" * 1000)]),
    "inline-images.pdf": lambda: page(stream(b"BI /W 9999 /H 9999 /BPC 8 /CS /RGB /F /Fl ID x EI\n" * 50_000)),
    "clips.pdf": lambda: page(stream(b"q 0 0 m 300 400 l 600 0 l h W n\n" * 200_000)),
    "dictionaries.pdf": lambda: page(stream(b"0 0 m 9 9 l S"), b"/A " + b"<< /A " * 200_000),
    "zip.pdf": lambda: b"PK\3\4" + b"\0" * 26 + b"%PDF-1.7\n",
    "huge-letters.pdf": lambda: text_page(b"BT /F 1 Tf %d 0 0 %d -300000000 -400000000 Tm (A) Tj 9 0 0 9 50 50 Tm (A) Tj ET" % (10**9, 10**9)),
    "wide-page.pdf": lambda: page(stream(b"0 0 m 9 9 l S"), box=b"0 0 4000000000 400"),
    "huge.jpeg": lambda: jpeg(65_500, 65_500),
    "scans.jpeg": lambda: jpeg(4_000, 4_000, 20_000),
    "texts.png": lambda: png_texts(1_000),
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
