"""Pictures that say more than they have: in a PDF, and as files."""
import struct
import zlib

from small_pdf import deflated, page, stream


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


def jbig2_segments(count):
    about = struct.pack(">IIIIBH", 600, 400, 0, 0, 0, 0)
    first = struct.pack(">IBBBI", 0, 48, 0, 1, len(about)) + about
    return image(600, 400, b"/Filter /JBIG2Decode", first + b"".join(
        struct.pack(">IBBBI", 1 + i, 52, 0, 1, 0) for i in range(count)))


def wide_predictor():
    return image(600, 400, b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 32 /BitsPerComponent 16 >>",
                 deflated(b"\xff" * 1000, 100))


def jpeg(width, height, scans=1):
    """A gray JPEG of flat blocks; progressive where it has more scans than one."""
    def marker(code, data):
        return b"\xff" + bytes([code]) + struct.pack(">H", len(data) + 2) + data
    progressive = scans > 1
    out = b"\xff\xd8" + marker(0xDB, b"\0" + b"\1" * 64)
    out += marker(0xC2 if progressive else 0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
    out += marker(0xC4, b"\0" + b"\1" + b"\0" * 15 + b"\0") + marker(0xC4, b"\x10" + b"\1" + b"\0" * 15 + b"\0")
    first = b"\1\1\0" + (b"\0\0\0" if progressive else b"\0\x3f\0")
    again = b"\1\1\0\1\x3f\0"
    return out + b"".join(marker(0xDA, again if i else first) + b"\0" * 64 for i in range(scans)) + b"\xff\xd9"


def png_texts(megabytes):
    """A small picture with a profile and a text that take so many megabytes each."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    packed = deflated(b"\0" * 1_000_000, megabytes)
    rows = zlib.compress(b"\0\xff" * 8)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 1, 0, 0, 0, 0)) + chunk(b"iCCP", b"a\0\0" + packed)
            + chunk(b"zTXt", b"a\0\0" + packed) + chunk(b"iTXt", b"a\0\1\0\0\0" + packed) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
