"""PDFs from their objects' bodies, for bombs."""
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


def text_page(content, more=b""):
    """A page with one font, /F."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return page(stream(content), b"/Font << /F 5 0 R >> " + more, more=[font])


def font_page(content, font, more=()):
    """A page that is set in the font of object 5; further objects are numbered from 6."""
    return page(stream(content), b"/Font << /F 5 0 R >>", more=[font, *more])
