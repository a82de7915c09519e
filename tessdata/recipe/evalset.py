"""Make the evaluation cells: fixed fonts, texts, sizes and damage.

A cell is what the product hands to the engine: one to four lines of one font
in one image, damaged as a whole.  A font has the same texts in every damage,
other fonts have other texts.  The families are those of role "eval" in fonts.json (or "dev").
"""
import json

import numpy as np
from PIL import Image

import damage
import render
import text as textlib

SIZES = (10, 12, 14, 16, 20)  # points
# name: dpi, skew in degrees, blur in pixels, noise sd in levels, JPEG quality,
# threshold (share of the range), shade in levels
DAMAGES = {
    "clean300": (300, 0, 0, 0, 0, 0, 0),
    "clean200": (200, 0, 0, 0, 0, 0, 0),
    "bilevel300": (300, .5, .7, 6, 0, .5, 0),
    "moderate200": (200, 1.3, .8, 9, 50, 0, 0),
    "shaded300": (300, -.8, 1.2, 12, 40, 0, 60),
}


class CellText(textlib.Lines):
    """Lines of a report's cells: no made-up syllables, no rows of marks."""

    def __init__(self, seed, part):
        super().__init__(seed, part)
        drop = (self.soup, self.marks, self.letters, self.dash, self.mixture, self.digits,
                self.alikes)
        self.kinds = [k for k in self.kinds if k[0] not in drop]

    def latin_junk(self):
        """Return a Latin word of the list instead of a made-up one."""
        return self.roman().split(" ")[0]

    def cell(self):
        """Return 1 to 4 lines, short when there are several."""
        count = self.rng.choice((1, 1, 1, 1, 1, 1, 2, 3, 4))
        lines = []
        while len(lines) < count:
            line = self.line()
            if len(line) <= (70 if count == 1 else 38):
                lines.append(line)
        return lines


def set_cell(fonts, path, lines, points, kind, rng):
    """Return the image (mode L) of `lines` in font `path` after damage `kind`."""
    dpi, skew, blur, noise, quality, level, shade = DAMAGES[kind]
    em = render.em_pixels(points, dpi)
    drawn = [render.draw(fonts, path, line, em) for line in lines]
    leading = max(bottom - top for _, top, bottom in drawn) + round(.12 * em * render.SCALE)
    margin = round(.5 * em * render.SCALE)
    width = max(ink.shape[1] for ink, _, _ in drawn)
    page = np.zeros((leading * len(lines) + 2 * margin, width), np.float32)
    for at, (ink, top, bottom) in enumerate(drawn):
        y = margin + at * leading
        low, high = max(0, top - margin), min(ink.shape[0], bottom + margin)
        y -= top - low
        rows = page[y:y + high - low, :ink.shape[1]]
        np.maximum(rows, ink[low:low + rows.shape[0]], out=rows)
    small = damage.blur(render.reduce(render.rotate(page, skew)), blur)
    grey = damage.scan(small, rng, 0 if not noise else 25, 255 if not noise else 240,
                       shade, noise)
    if quality:
        grey = damage.jpeg(grey, quality)
    if level:
        grey = damage.bilevel(grey, level)
    return Image.fromarray(grey.astype(np.uint8))


def make(families, part, folder, per_size, seed=77):
    """Write cells to `folder`; return their list, also kept as cells.json.

    Each entry: file, truth (lines joined by newlines), family, drawing,
    points, damage.  `per_size` cells for each font, size and damage.
    """
    folder.mkdir(parents=True, exist_ok=True)
    fonts, cells = render.Fonts(), []
    for family, drawing, _, files in families:
        source = CellText(f"{seed}-{family}", part)
        texts = {size: [source.cell() for _ in range(per_size)] for size in SIZES}
        for kind in DAMAGES:
            for points in SIZES:
                for at, lines in enumerate(texts[points]):
                    path, chars = files[at % len(files)]
                    if not set("".join(lines)) <= chars | {" "}:
                        continue
                    name = f"{family}-{kind}-{points}-{at:03}.png"
                    rng = np.random.default_rng([seed, points, at])
                    image = set_cell(fonts, path, lines, points, kind, rng)
                    dpi = DAMAGES[kind][0]
                    image.save(folder / name, dpi=(dpi, dpi), compress_level=1)
                    cells.append({"file": name, "truth": "\n".join(map(textlib.label, lines)),
                                  "family": family, "drawing": drawing,
                                  "points": points, "damage": kind})
    (folder / "cells.json").write_text(json.dumps(cells, ensure_ascii=False, indent=0))
    return cells
