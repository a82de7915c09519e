#!/usr/bin/env python3
"""Makes a scan of a PDF: its pages drawn, damaged as scanners and copiers do, and put into a PDF of images.

    samples/make/make_scan.py FILE.pdf OUT.pdf [--pages A-B] [--dpi N] [--skew DEGREES] [--turn 0|90|180|270]
        [--kind gray|bilevel|layered] [--jpeg QUALITY] [--noise SD] [--blur RADIUS] [--shade SHARE]
        [--break-rules SHARE] [--stamp N] [--sign N] [--strike N] [--pen gray|black|blue|red] [--seed N]

--stamp, --sign and --strike draw so many seals, signatures and strokes of a pen over whatever stands there; in
blue or red the scan is one in colour. OUT may also end in .png, .jpg or .tif: then it is an image file, the last one with all pages.
Noise and all else that is drawn by lot follow --seed, so the same call gives the same file.
Needs pdftoppm (poppler-utils), NumPy and Pillow.
"""
import argparse
import io
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import numpy
from PIL import Image, ImageChops, ImageDraw, ImageFilter

WHITE = 255
PENS = {"gray": (110, 110, 110), "black": (20, 20, 20), "blue": (40, 60, 170), "red": (190, 40, 50)}


def pages_of(pdf, dpi, first, last):
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-gray", "-r", str(dpi)]
        if first:
            command += ["-f", str(first), "-l", str(last)]
        subprocess.run([*command, str(pdf), folder + "/p"], check=True)
        return [Image.open(path).convert("L") for path in sorted(Path(folder).glob("p*"))]


def long_runs(dark, least):
    """The parts of rows that are dark over `least` pixels and more."""
    sums = numpy.cumsum(numpy.pad(dark, ((0, 0), (1, 0))), axis=1)
    starts = (sums[:, least:] - sums[:, :-least]) == least
    inside = numpy.zeros(dark.shape, bool)
    for row, start in zip(*numpy.nonzero(starts)):
        inside[row, start:start + least] = True
    return inside


def break_rules(page, share, chance):
    """Gaps in long dark runs: what a worn copier leaves of thin rules. A gap goes through a rule's whole thickness."""
    pixels = numpy.array(page)
    least = page.width // 30  # no letter has so long a stroke
    for axis in (0, 1):
        lines = pixels if axis == 0 else pixels.T
        inside = long_runs(lines < 128, least)
        rows = numpy.flatnonzero(inside.any(axis=1))
        for band in numpy.split(rows, numpy.flatnonzero(numpy.diff(rows) > 1) + 1) if len(rows) else []:
            ruled = inside[band].any(axis=0)
            at = int(chance.exponential(60))
            while at < lines.shape[1]:
                width = int(chance.exponential(60 * share / (1 - share))) + 1
                gap = numpy.flatnonzero(ruled[at:at + width]) + at
                lines[max(0, band[0] - 1):band[-1] + 2, gap] = WHITE
                at += width + int(chance.exponential(60))
    return Image.fromarray(pixels)


def seal(page, chance):
    """Rings with a figure and letters between them: as wide as a seal is, 4 cm."""
    radius = page.width // 14
    x, y = int(page.width * chance.uniform(0.1, 0.9)), int(page.height * chance.uniform(0.3, 0.8))
    lines = [[(x + r * numpy.cos(a), y + r * numpy.sin(a)) for a in numpy.linspace(0, 2 * numpy.pi, 90)]
             for r in (radius, radius * 0.75, radius * 0.25)]
    for a in numpy.linspace(0, 2 * numpy.pi, 24, endpoint=False):
        r = radius * chance.uniform(0.8, 0.85, 3)
        lines.append([(x + q * numpy.cos(a + d), y + q * numpy.sin(a + d)) for q, d in zip(r, (0, 0.08, 0.14))])
    return lines, max(2, radius // 22)


def signature(page, chance):
    """Loops of a pen from left to right."""
    width, height = page.width * chance.uniform(0.08, 0.14), page.height * chance.uniform(0.02, 0.05)
    x, y = page.width * chance.uniform(0.05, 0.85), page.height * chance.uniform(0.3, 0.9)
    t = numpy.linspace(0, 1, 120)
    turns, phase = chance.uniform(4, 8), chance.uniform(0, 6)
    across = x + width * t + width * 0.07 * numpy.sin(2 * numpy.pi * turns * t + phase)
    down = y + height / 2 * numpy.cos(2 * numpy.pi * turns * t) * (1 - 0.6 * t) + height * 0.3 * numpy.sin(5 * t + phase)
    return [list(zip(across, down))], max(2, page.width // 900)


def stroke(page, chance):
    """One long stroke, as when somebody crosses something out or connects two places."""
    width, x, y = page.width * chance.uniform(0.1, 0.3), page.width * chance.uniform(0.05, 0.7), page.height * chance.uniform(0.3, 0.85)
    t = numpy.linspace(0, 1, 60)
    down = y + page.height * (chance.uniform(-0.05, 0.05) * t + chance.uniform(0.003, 0.012) * numpy.sin(t * chance.uniform(3, 9)))
    return [list(zip(x + width * t, down))], max(2, page.width // 800)


def draw_over(page, options, chance):
    """What people leave on paper: ink takes light away, so print shows through."""
    layer = Image.new("RGB", page.size, (WHITE,) * 3)
    pen = ImageDraw.Draw(layer)
    for draw, count in ((seal, options.stamp), (signature, options.sign), (stroke, options.strike)):
        for _ in range(count):
            lines, thick = draw(page, chance)
            for line in lines:
                pen.line([(float(x), float(y)) for x, y in line], fill=PENS[options.pen], width=thick, joint="curve")
    page = ImageChops.multiply(page.convert("RGB"), layer)
    return page if options.pen in ("blue", "red") and options.kind == "gray" else page.convert("L")


def damage(page, options, chance):
    if options.break_rules:
        page = break_rules(page, options.break_rules, chance)
    if options.stamp or options.sign or options.strike:
        page = draw_over(page, options, chance)
    if options.skew:
        page = page.rotate(-options.skew, Image.BICUBIC, fillcolor=WHITE if page.mode == "L" else (WHITE,) * 3)
    if options.blur:
        page = page.filter(ImageFilter.GaussianBlur(options.blur))
    pixels = numpy.array(page, dtype=numpy.float32)
    if options.shade:
        across = numpy.linspace(1, 1 - options.shade, pixels.shape[1], dtype=numpy.float32)
        down = numpy.linspace(1, 1 - options.shade / 2, pixels.shape[0], dtype=numpy.float32)
        light = across[None, :] * down[:, None]
        pixels *= light if pixels.ndim == 2 else light[:, :, None]
    if options.noise:
        pixels += chance.normal(0, options.noise, pixels.shape).astype(numpy.float32)
    page = Image.fromarray(pixels.clip(0, WHITE).astype(numpy.uint8))
    return page.rotate(-options.turn, expand=True) if options.turn else page


def jpeg(page, quality):
    out = io.BytesIO()
    page.save(out, "JPEG", quality=quality)
    return out.getvalue()


def bits(page):
    """One bit a pixel, 1 where the page is dark, packed and deflated."""
    return zlib.compress(numpy.packbits(numpy.array(page) < 140, axis=1).tobytes(), 9)


class Pdf:
    def __init__(self):
        self.objects = []

    def add(self, head, stream=None):
        body = head if stream is None else head[:-2] + b"/Length %d>>\nstream\n" % len(stream) + stream + b"\nendstream"
        self.objects.append(body)
        return len(self.objects)

    def image(self, page, data, filters, space):
        head = b"<</Type/XObject/Subtype/Image/Width %d/Height %d/Filter/%s%s>>" % (page.width, page.height, filters, space)
        return self.add(head, data)

    def write(self, out, pages):
        """`pages`: width and height in points, images in painting order."""
        tree = len(self.objects) + 1 + 2 * len(pages)
        numbers = []
        for width, height, images in pages:
            content = b"".join(b"q %.2f 0 0 %.2f 0 0 cm /I%d Do Q\n" % (width, height, image) for image in images)
            drawn = self.add(b"<<>>", content)
            names = b"".join(b"/I%d %d 0 R" % (image, image) for image in images)
            numbers.append(self.add(b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</XObject<<%s>>>>/Contents %d 0 R>>"
                                    % (tree, width, height, names, drawn)))
        self.add(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(numbers), b" ".join(b"%d 0 R" % n for n in numbers)))
        root = self.add(b"<</Type/Catalog/Pages %d 0 R>>" % tree)
        data = b"%PDF-1.5\n"
        places = []
        for number, body in enumerate(self.objects, 1):
            places.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        data += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(places) + 1, table, len(places) + 1, root, len(data))
        Path(out).write_bytes(data)


def images_of(pdf, page, options):
    if options.kind == "bilevel":
        return [pdf.image(page, bits(page), b"FlateDecode", b"/BitsPerComponent 1/ColorSpace/DeviceGray/Decode[1 0]")]
    if options.kind == "gray":
        space = b"DeviceGray" if page.mode == "L" else b"DeviceRGB"
        return [pdf.image(page, jpeg(page, options.jpeg), b"DCTDecode", b"/BitsPerComponent 8/ColorSpace/" + space)]
    # Layered: every other strip of the print is a stencil over a background that has lost it.
    pixels = numpy.array(page)
    strips = (numpy.arange(pixels.shape[0]) // (pixels.shape[0] // 9 + 1)) % 2 == 0
    back, front = pixels.copy(), pixels.copy()
    back[strips] = numpy.where(back[strips] < 140, WHITE, back[strips])
    front[~strips] = WHITE
    back, front = Image.fromarray(back), Image.fromarray(front)
    return [pdf.image(back, jpeg(back, options.jpeg), b"DCTDecode", b"/BitsPerComponent 8/ColorSpace/DeviceGray"),
            pdf.image(front, bits(front), b"FlateDecode", b"/BitsPerComponent 1/ImageMask true/Decode[1 0]")]


def write(out, pages, options):
    if out.suffix == ".pdf":
        pdf = Pdf()
        sizes = [(page.width * 72 / options.dpi, page.height * 72 / options.dpi, images_of(pdf, page, options)) for page in pages]
        pdf.write(out, sizes)
        return
    if options.kind == "bilevel":
        pages = [page.point(lambda value: WHITE if value >= 140 else 0).convert("1") for page in pages]
    more = {"save_all": True, "append_images": pages[1:]} if out.suffix == ".tif" else {}
    if options.kind == "bilevel" and out.suffix == ".tif":
        more["compression"] = "group4"
    pages[0].save(out, dpi=(options.dpi, options.dpi), **({"quality": options.jpeg} if out.suffix == ".jpg" else {}), **more)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pdf", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", default="")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--skew", type=float, default=0)
    parser.add_argument("--turn", type=int, default=0, choices=(0, 90, 180, 270))
    parser.add_argument("--kind", default="gray", choices=("gray", "bilevel", "layered"))
    parser.add_argument("--jpeg", type=int, default=60)
    parser.add_argument("--noise", type=float, default=0)
    parser.add_argument("--blur", type=float, default=0)
    parser.add_argument("--shade", type=float, default=0)
    parser.add_argument("--break-rules", type=float, default=0)
    parser.add_argument("--stamp", type=int, default=0)
    parser.add_argument("--sign", type=int, default=0)
    parser.add_argument("--strike", type=int, default=0)
    parser.add_argument("--pen", default="gray", choices=PENS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    first, _, last = options.pages.partition("-")
    pages = pages_of(options.pdf, options.dpi, first, last or first)
    if not pages:
        sys.exit(f"{options.pdf} has no such pages")
    chance = numpy.random.default_rng(options.seed)
    write(options.out, [damage(page, options, chance) for page in pages], options)


if __name__ == "__main__":
    main()
