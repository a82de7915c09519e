"""Wears printed papers as copiers, scanners and people do: ten kinds, each drawn by lot within its bounds.

Works on what samples/make/make_scan.py draws and writes; here is what that does not do: ink that spread or got lost, faded rules, pages
that curve near a spine, print that shows through from behind, books that were laid open on the glass.
"""
import io
import sys
from argparse import Namespace
from pathlib import Path

import numpy
from PIL import Image
from scipy import ndimage

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "samples/make"))
import make_scan  # noqa: E402

DPI = 200
USUAL = {"dpi": DPI, "skew": 0.0, "turn": 0, "kind": "gray", "jpeg": 70, "noise": 4.0, "blur": 0.4, "shade": 0.0,
         "break_rules": 0.0, "stamp": 0, "sign": 0, "strike": 0, "pen": "gray"}


def array_of(page):
    return numpy.asarray(page.convert("L"), dtype=numpy.float32)


def image_of(pixels):
    return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))


def field(shape, size, chance):
    """A smooth random field of mean 0 and deviation 1 whose patches are about `size` pixels wide."""
    coarse = chance.normal(0, 1, (shape[0] // size + 3, shape[1] // size + 3))
    fine = ndimage.zoom(coarse, size, order=1)[:shape[0], :shape[1]]
    return ((fine - fine.mean()) / fine.std()).astype(numpy.float32)


def bold(page, options, chance):
    """A dark copy: strokes are one pixel thicker, or two, and what was gray between them closes."""
    options.kind = "bilevel"
    size = [(1, 2), (2, 2), (2, 1), (2, 3), (3, 2)][int(chance.integers(0, 5))]
    return image_of(ndimage.gaussian_filter(ndimage.grey_erosion(array_of(page), size), 0.5) * 1.1 - 25)


def drop(page, options, chance):
    """Ink is lost in pinholes everywhere, and much of it in patches."""
    options.kind, options.blur = "bilevel", 0
    pixels = array_of(page)
    share = chance.uniform(0.02, 0.08) + 0.35 * (field(pixels.shape, 90, chance) > chance.uniform(1.6, 2.2))
    holes = chance.random(pixels.shape) < share
    holes = holes | (ndimage.shift(holes, (0, 1), order=0) & (chance.random(pixels.shape) < 0.4))
    return image_of(numpy.where(holes, 255, ndimage.gaussian_filter(pixels, 0.4)))


def rules(page, options, chance):
    """Rules of both directions are broken, or faded along parts of their length; at times those of one direction only fade."""
    options.kind = "gray" if chance.random() < 0.5 else "bilevel"
    share, axes = chance.uniform(0.15, 0.6), [(0,), (1,), (0, 1)][int(chance.integers(0, 3))]
    if chance.random() < 0.5:
        return make_scan.break_rules(page, share, chance)
    pixels = array_of(page)
    inside = numpy.zeros(pixels.shape, bool)
    for axis in axes:
        lines = pixels < 140 if axis == 0 else (pixels < 140).T
        long = make_scan.long_runs(lines, page.width // 30)
        inside |= long if axis == 0 else long.T
    weak = field(pixels.shape, 120, chance)
    faded = inside & (weak < numpy.quantile(weak, share))
    faded = faded | (ndimage.binary_dilation(faded) & (pixels < 220) & (ndimage.binary_dilation(inside)))
    return image_of(numpy.where(faded, chance.uniform(175, 250), pixels))


def stamp(page, options, chance):
    """Seals, signatures and strokes of a pen, on the table as well."""
    options.pen = str(chance.choice(["gray", "blue", "red", "black"], p=[0.3, 0.4, 0.2, 0.1]))
    options.stamp, options.sign, options.strike = (int(chance.integers(1, top)) for top in (3, 4, 3))
    return page


def show(page, options, chance, behind):
    """The page behind shows through, mirrored and blurred."""
    back = array_of(behind.transpose(Image.FLIP_LEFT_RIGHT).resize(page.size))
    back = ndimage.shift(ndimage.gaussian_filter(back, 1.3), chance.uniform(-25, 25, 2), cval=255, order=1)
    options.kind = "gray" if chance.random() < 0.75 else "bilevel"
    strength = chance.uniform(0.25, 0.5) if options.kind == "gray" else chance.uniform(0.4, 0.55)
    return image_of(array_of(page) * (1 - strength * (255 - back) / 255))


def bent(page, options, chance):
    """Near one side the paper bends towards the spine: it narrows, its lines curve up or down, and its light goes."""
    pixels = array_of(page)
    height, width = pixels.shape
    x = numpy.arange(width, dtype=numpy.float32)
    zone = width * chance.uniform(0.15, 0.3)
    near = (1 - x / zone).clip(0, 1)               # 1 at the spine, 0 from where the paper lies flat
    shift = zone * chance.uniform(0.1, 0.3) * near ** 2  # what stands at x came from further in
    rise = chance.uniform(8, 28) * chance.choice([-1, 1]) * near ** 2
    light = 1 - chance.uniform(0.25, 0.55) * near ** 1.5
    if chance.random() < 0.5:
        shift, rise, light = -shift[::-1], rise[::-1], light[::-1]
    y = numpy.arange(height, dtype=numpy.float32)[:, None]
    tilt = (y / height - 0.5) * 2 if chance.random() < 0.5 else numpy.ones_like(y)
    places = numpy.array([y + tilt * rise[None, :], numpy.broadcast_to(x - shift, pixels.shape)])
    return image_of(ndimage.map_coordinates(pixels, places, order=1, cval=255) * light[None, :])


def low(page, options, chance):
    """150 dots per inch and pressed hard; at times enlarged since."""
    options.jpeg = 35
    if chance.random() < 0.5:
        return page
    small = Image.open(io.BytesIO(make_scan.jpeg(make_scan.damage(page, options, chance), 35)))
    options.dpi, options.noise, options.blur, options.skew, options.jpeg = 300, 0, 0, 0, 75
    return small.resize((page.width * 2, page.height * 2), Image.BICUBIC)


def plain(page, options, chance):
    options.kind = "gray" if chance.random() < 0.75 else "bilevel"
    return page


def turn(page, options, chance):
    return plain(page, options, chance)


def spread(page, options, chance):
    """One of the two pages; how they lie beside each other, opened() says."""
    options.jpeg = int(chance.choice([35, 70]))
    return plain(page, options, chance)


def opened(pages, options, chance):
    """Two pages at a time in one image: their paper meets at a spine in shadow, with a gap between, or with neither."""
    how = chance.choice(["shadow", "gap", "bare"], p=[0.6, 0.2, 0.2])
    strength, reach, gap = chance.uniform(0.25, 0.9), chance.uniform(3, 11), int(chance.uniform(3, 10) * options.dpi / 25.4)
    bed = float(chance.choice([0, 60, 200]))
    made = []
    for first in range(0, len(pages), 2):
        left, right = (page.rotate(float(chance.normal(0, 0.4)), Image.BICUBIC, fillcolor=255)
                       for page in (pages + [Image.new("L", pages[0].size, 255)])[first:first + 2])
        both = [array_of(left), array_of(right)]
        if how == "gap":
            both.insert(1, numpy.full((left.height, gap), bed, numpy.float32))
        pixels = numpy.concatenate(both, axis=1)
        if how == "shadow":
            away = (numpy.arange(pixels.shape[1]) - left.width) * 25.4 / options.dpi / reach
            pixels *= 1 - strength * numpy.exp(-away ** 2)
        made.append(image_of(pixels))
    return made


KINDS = {"plain": plain, "bold": bold, "drop": drop, "rules": rules, "stamp": stamp, "show": show, "bent": bent, "low": low, "turn": turn,
         "spread": spread}
ROOMY = {"spread"}  # kinds that want papers of several pages


def wear(kind, pdf, behind, out, seed):
    """Writes `out`, what became of the paper `pdf`; `behind` is another, which may show through. The same seed gives the same file."""
    chance = numpy.random.default_rng([*seed, list(KINDS).index(kind)])
    dpi = 150 if kind == "low" or (kind == "spread" and seed[1] % 4 == 0) else DPI
    base = Namespace(**USUAL | {"dpi": dpi, "skew": float(chance.normal(0, 0.5)), "noise": float(chance.uniform(2, 9)),
                                "blur": float(chance.uniform(0.3, 0.7)), "shade": float(chance.choice([0, 0, 0.1, 0.2]))})
    if kind == "turn":
        base.turn = int(chance.choice([90, 180, 270]))
    back = make_scan.pages_of(behind, dpi, "1", "1")[0] if kind == "show" else None
    worn, how = [], base
    for page in make_scan.pages_of(pdf, dpi, "", ""):
        how = Namespace(**vars(base))
        one_copier = numpy.random.default_rng([*seed, list(KINDS).index(kind), 7])  # does the same to all pages of a paper
        worn.append(KINDS[kind](page, how, one_copier, *([back] if back else [])))
    if kind == "spread":
        worn = opened(worn, how, numpy.random.default_rng([*seed, list(KINDS).index(kind), 8]))
    made = [make_scan.damage(page, how, numpy.random.default_rng([*seed, number])) for number, page in enumerate(worn)]
    if how.kind == "bilevel":
        made = [page.convert("L") for page in made]
    make_scan.write(Path(out), made, how)
