"""Write Tesseract's .lstmf training files without going through tesseract.

One call of `tesseract ... lstm.train` a line takes 50 ms and lays its own
layout analysis over the line; this writes the same bytes directly, in
Tesseract 5's order (little endian).
"""
import io
import struct


def _text(value):
    raw = value.encode("utf-8")
    return struct.pack("<I", len(raw)) + raw


def page(image, text, number):
    """Return one line's record: `image` is a PIL image of mode L."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    png = buffer.getvalue()
    width, height = image.size
    box = struct.pack("<4h", 0, 0, min(width, 32767), min(height, 32767))
    return b"".join((
        b"\x01",                                     # a pointer that is not null
        _text("line"), struct.pack("<i", number),    # image file name and page
        struct.pack("<I", len(png)), png,
        _text("tha"), _text(text),
        struct.pack("<I", 1), box,                   # one box round everything
        struct.pack("<I", 1), _text(text),
        b"\x00"))                                    # not vertical


def write(path, lines):
    """Write `lines`, an iterable of (image, text), to the file `path`."""
    records = [page(image, text, i) for i, (image, text) in enumerate(lines)]
    path.write_bytes(struct.pack("<I", len(records)) + b"".join(records))
    return len(records)
