#!/usr/bin/env python3
"""simple_pdf.py FILE [ROTATE] < CONTENT: a page of 400 x 200 points whose content stream is CONTENT.

Helvetica is /F; ROTATE is the page's /Rotate in degrees. A comment fills the file up to more than 8 KB, since some
readers take small Node buffers for the pool that these are cut from.
"""
import sys


def main():
    path = sys.argv[1]
    rotate = sys.argv[2] if len(sys.argv) > 2 else "0"
    content = sys.stdin.buffer.read() + b"%" + b"." * 8192 + b"\n"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Rotate " + rotate.encode() +
        b" /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    with open(path, "wb") as file:
        file.write(out)


if __name__ == "__main__":
    main()
