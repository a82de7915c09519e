"""Make training lines: text, font, size, resolution and damage by chance.

    sample.py --work DIR [--modules DIR] --out DIR --lines N --seed N [--role train]
              [--start N]

Line i depends on the seed and i alone, so a set can be made in pieces and
made longer later.
"""
import argparse
from pathlib import Path

import numpy as np
from PIL import Image

import damage
import fonts as fontlist
import lstmf
import render
import text as textlib

PER_FILE = 500


class Sampler:
    """Draws (image, label) pairs."""

    def __init__(self, families, seed, part):
        self.families, self.seed, self.part = families, seed, part
        self.weights = np.array([f[2] for f in families], float)
        self.weights /= self.weights.sum()
        self.drawing = {path: f[1] for f in families for path, _ in f[3]}
        self.lines = textlib.Lines(seed, part)
        self.opened = render.Fonts()

    def font_for(self, line, rng):
        """Return a font file that has all of `line`, or None."""
        family = self.families[rng.choice(len(self.families), p=self.weights)]
        path, chars = family[3][rng.integers(len(family[3]))]
        return path if set(line) <= chars | {" "} else None

    def sample(self, index):
        """Return (image, label) number `index`."""
        rng = np.random.default_rng([self.seed, index])
        while True:
            self.lines.rng.seed(f"{self.part}-{self.seed}-{index}-{rng.integers(1 << 30)}")
            line = self.lines.line()
            path = self.font_for(line, rng)
            if path is None:
                continue
            image = self.image(path, line, rng)
            if image is not None:
                return image, textlib.label(line)

    def image(self, path, line, rng):
        """Return the line set in font `path` and damaged, or None if too wide."""
        dpi = rng.choice((150, 200, 200, 240, 300, 300, 300, 400))
        points = rng.choice((9, 10, 11, 12, 13, 14, 14, 15, 16, 16, 16, 18, 20))
        # Below these sizes nobody can read the marks over the letters; faces
        # of the Sarabun drawing are small for their em.
        least = 26 if self.drawing[path] == "sarabun" else 21
        em = min(max(render.em_pixels(points, dpi), least * rng.uniform(1, 1.25)), 62)
        stretch = rng.uniform(.86, 1.14) if rng.random() < .5 else 1.0
        ink, top, bottom = render.draw(self.opened, path, spaced(line, rng), em, stretch)
        if ink.shape[1] / render.SCALE > 60 * em:
            return None
        hard = rng.random()          # 0..0.3: clean, 0.3..1: damaged more and more
        ink = thicken(ink, em, hard, rng)
        ink = framed(ink, top, bottom, em, hard, rng)
        return None if ink is None else scanned(ink, em, hard, rng)


def spaced(line, rng):
    """Return `line` with wider spaces now and then, as in justified text."""
    if rng.random() < .85:
        return line
    return line.replace(" ", " " * rng.integers(2, 4))


def thicken(ink, em, hard, rng):
    """Return `ink` (large) with strokes thicker, thinner or broken."""
    if rng.random() < .6:
        # An edge may move 4 % of the em outwards, less than half that inwards.
        ink = damage.spread(ink, rng.uniform(-.011, .026) * em * render.SCALE)
    if hard > .6 and rng.random() < .2:
        ink = damage.tattered(ink, rng, rng.uniform(.02, .12))
    return ink


def framed(ink, top, bottom, em, hard, rng):
    """Return `ink` turned, reduced and cut out as the engine cuts lines."""
    width = ink.shape[1] / render.SCALE
    tight = rng.random() < .45
    if not tight:   # keep the font's own line: mark its rows so that they turn along
        cut = ink[max(0, top):bottom]
        ink = np.pad(cut, ((2 * render.SCALE, 2 * render.SCALE), (0, 0)))
    if hard > .25 and rng.random() < .7:
        limit = min(1.6, 25 * em / max(width, 1) * .6)
        ink = render.rotate(ink, rng.uniform(-limit, limit))
    small = render.reduce(ink, rng.random(2))
    box = render.ink_box(small)
    if box is None:
        return None
    up, down, left, right = box
    if not tight:
        up, down = min(up, 2), max(down, small.shape[0] - 2)
    elif down - up < .3 * em:     # a dash alone: the engine keeps a line round it
        grow = int(em * rng.uniform(.2, .5))
        up, down = up - grow, down + int(em * rng.uniform(.1, .4))
    if rng.random() < .05:        # the engine now and then cuts the topmost marks
        up += int(rng.uniform(0, .12) * em)
    over = rng.integers(1, 7, 2) if rng.random() < .8 else rng.integers(0, int(em * .3) + 2, 2)
    side = rng.integers(2, 10, 2) if rng.random() < .8 else rng.integers(0, int(em) + 3, 2)
    return render.crop(small, up - over[0], down + over[1], left - side[0], right + side[1])


def scanned(ink, em, hard, rng):
    """Return the image (mode L) of `ink` after scanner and file format."""
    if hard > .3 and rng.random() < .12:
        ink = damage.rules(ink, rng, em * rng.uniform(.03, .07))
    elif hard > .3 and rng.random() < .04 and ink.shape[1] > 4 * em:
        ink = damage.dotted(ink, rng, em)
    if hard > .25:
        ink = damage.blur(ink, rng.uniform(.2, .5 + .6 * hard) * min(1, em / 34))
    black = rng.uniform(0, 60) if hard < .8 else rng.uniform(20, 140)
    white = rng.uniform(215, 255) if hard < .8 else rng.uniform(190, 255)
    grey = damage.scan(ink, rng, black, white, rng.uniform(0, 50) * (hard > .5),
                       rng.uniform(0, 14 * hard) if hard > .3 else 0)
    if hard > .35:
        grey = stored(grey, em, rng)
    if hard > .5 and rng.random() < .1:
        grey = damage.speckle(grey, rng, rng.uniform(0, .01))
    if hard > .3 and rng.random() < .7:
        grey = damage.jpeg(grey, rng.integers(30, 91))
    if rng.random() < .15:
        grey = damage.bilevel(grey, rng.uniform(.35, .65))
    return Image.fromarray(grey.astype(np.uint8))


def stored(grey, em, rng):
    """Return `grey` after one of the ways to lose detail on the way, or none."""
    low = rng.uniform(27, 42)     # pixels of an em at about 150 dpi
    if em > 1.1 * low and rng.random() < .3:
        return damage.stencil(grey, rng, low / em)
    kind = rng.random()
    if kind < .13 and grey.shape[0] > 34:
        return damage.mixed_raster(grey, rng)
    if kind < .24 and grey.shape[0] > 34:
        return damage.resample(grey, rng.uniform(.5, .85), rng.random() < .3)
    if kind < .34:
        return damage.faded(grey, rng)
    return grey


def main():
    """Write .lstmf files of PER_FILE lines and the list of them."""
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--work", "--out"):
        args.add_argument(name, type=Path, required=True)
    args.add_argument("--modules", type=Path, help="node_modules; Debian's fonts alone without")
    args.add_argument("--lines", type=int, required=True)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--start", type=int, default=0)
    args.add_argument("--role", default="train")
    args = args.parse_args()
    families = fontlist.load(args.work, args.modules, args.role)
    sampler = Sampler(families, args.seed, args.role)
    args.out.mkdir(parents=True, exist_ok=True)
    names = []
    for first in range(args.start, args.start + args.lines, PER_FILE):
        last = min(first + PER_FILE, args.start + args.lines)
        name = args.out / f"{args.role}-{first:06}.lstmf"
        lstmf.write(name, (sampler.sample(i) for i in range(first, last)))
        names.append(str(name.resolve()))
    (args.out / f"{args.role}.list").write_text("\n".join(names) + "\n")
    print(f"{args.lines} lines of {len(families)} families in {len(names)} files")


if __name__ == "__main__":
    main()
