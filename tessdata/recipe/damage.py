"""What printing, copying and scanning do to a line.

All functions take and return float arrays; ink is 1 before scan() and grey
levels are 0 (black) to 255 after it.
"""
import io

import numpy as np
from PIL import Image, ImageFilter


def _kernel(sigma):
    radius = max(1, int(3 * sigma + .5))
    x = np.arange(-radius, radius + 1)
    weights = np.exp(-x * x / (2 * sigma * sigma))
    return (weights / weights.sum()).astype(np.float32)


def blur(array, sigma):
    """Return `array` blurred by a Gaussian of `sigma` pixels."""
    if sigma < .15:
        return array
    kernel = _kernel(sigma)
    radius = len(kernel) // 2
    out = np.pad(array, radius, mode="edge")
    out = sum(w * out[:, i:i + array.shape[1]] for i, w in enumerate(kernel))
    return sum(w * out[i:i + array.shape[0]] for i, w in enumerate(kernel))


def spread(ink, amount):
    """Return `ink` with thicker (amount > 0) or thinner strokes.

    `amount` is about how far an edge moves, in pixels of the array.
    """
    if abs(amount) < .05:
        return ink
    image = Image.fromarray((ink * 255).astype(np.uint8))   # Pillow's blur is the faster
    image = image.filter(ImageFilter.GaussianBlur(max(.8, abs(amount) * 1.3)))
    soft = np.asarray(image, np.float32) / 255
    level = .5 - np.clip(amount * .22, -.3, .38)
    return np.clip((soft - level) * 3 + .5, 0, 1)


def tattered(ink, rng, share):
    """Return `ink` with small holes in the strokes, as from poor toner."""
    field = blur(rng.standard_normal(ink.shape).astype(np.float32), 1.2)
    field /= field.std() + 1e-6
    hole = np.clip((field - np.quantile(field, 1 - share)) * 4, 0, 1)
    return ink * (1 - hole)


def rules(ink, rng, thickness):
    """Return `ink` with remains of a table's rules at one or two edges."""
    out = ink.copy()
    height, width = out.shape
    for side in rng.choice(4, size=rng.integers(1, 3), replace=False):
        start, end = sorted(rng.uniform(0, 1, 2))
        if end - start < .3:
            start, end = 0, 1
        dark = rng.uniform(.5, 1)
        wide = max(1, int(round(thickness)))
        if side < 2:
            row = slice(0, wide) if side == 0 else slice(height - wide, height)
            out[row, int(start * width):int(end * width)] = dark
        else:
            column = slice(0, wide) if side == 2 else slice(width - wide, width)
            out[int(start * height):int(end * height), column] = dark
    return out


def dotted(ink, rng, em):
    """Return `ink` on a dotted line, as where forms are filled in.

    `em` in pixels of the array; the line runs near the lower edge.
    """
    out = ink.copy()
    height, width = out.shape
    size = max(1, int(round(em * rng.uniform(.025, .06))))
    step = max(size + 2, int(em * rng.uniform(.07, .16)))
    row = height - size - int(rng.uniform(0, .25) * em) - 1
    for at in range(int(rng.integers(0, step)), width - size, step):
        out[max(0, row):row + size, at:at + size] = rng.uniform(.5, 1)
    return out


def scan(ink, rng, black=20.0, white=245.0, shade=0.0, noise=0.0):
    """Return grey levels of `ink`: uneven light of `shade`, noise of sd `noise`."""
    height, width = ink.shape
    grey = white + (black - white) * ink
    if shade:
        slope = rng.uniform(-1, 1, 2)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        grey = grey - shade * (.5 + .5 * (slope[0] * y / max(height, 1) +
                                          slope[1] * x / max(width, 1)))
    if noise:
        grey = grey + rng.normal(0, noise, grey.shape).astype(np.float32)
    return np.clip(grey, 0, 255)


def speckle(grey, rng, share):
    """Return `grey` with a `share` of its pixels turned black or white."""
    dots = rng.random(grey.shape)
    grey = np.where(dots < share / 2, 0, grey)
    return np.where(dots > 1 - share / 2, 255, grey)


def jpeg(grey, quality):
    """Return `grey` after JPEG of `quality` 1..95."""
    buffer = io.BytesIO()
    Image.fromarray(grey.astype(np.uint8)).save(buffer, "JPEG", quality=int(quality))
    return np.asarray(Image.open(buffer), np.float32)


def bilevel(grey, level):
    """Return `grey` made black and white at `level`, 0..1 of its range."""
    low, high = np.percentile(grey, 1), np.percentile(grey, 95)
    return np.where(grey < low + level * (high - low), 0, 255).astype(np.float32)


def resample(grey, factor, sharp=False):
    """Return `grey` after a stay at `factor` (0..1) of its resolution.

    Many scans were stored smaller than they claim.  `sharp` makes the small
    one black and white, as the text layer of mixed-raster files is.
    """
    height, width = grey.shape
    size = (max(8, int(width * factor)), max(8, int(height * factor)))
    small = Image.fromarray(grey.astype(np.uint8)).resize(size, Image.BOX)
    if sharp:
        small = Image.fromarray(bilevel(np.asarray(small, np.float32), .55).astype(np.uint8))
    return np.asarray(small.resize((width, height), Image.BILINEAR), np.float32)


def stencil(grey, rng, factor):
    """Return `grey` as a black-and-white picture of `factor` its resolution.

    That is how mixed-raster files keep whole pages of text: 150 dpi, drawn
    large again with steps or, by some readers, smoothed.
    """
    height, width = grey.shape
    size = (max(8, round(width * factor)), max(8, round(height * factor)))
    small = Image.fromarray(grey.astype(np.uint8)).resize(size, Image.BOX)
    small = bilevel(np.asarray(small, np.float32), rng.uniform(.4, .75))
    way = (Image.NEAREST, Image.BILINEAR, Image.BICUBIC)[rng.integers(3)]
    large = Image.fromarray(small.astype(np.uint8)).resize((width, height), way)
    black, white = rng.uniform(0, 60), rng.uniform(225, 255)
    return black + np.asarray(large, np.float32) / 255 * (white - black)


def mixed_raster(grey, rng):
    """Return `grey` as a mixed-raster scanner stores it, block by block.

    Such a file keeps what it takes for text sharp and dark, the rest blurred
    and pale; the border runs through words.
    """
    height, width = grey.shape
    dark = resample(grey, rng.uniform(.45, .8), sharp=True)
    pale = resample(grey, rng.uniform(.4, .7))
    pale = 250 - (250 - pale) * rng.uniform(.45, .85)
    at, text, out = 0, rng.random() < .5, grey.copy()
    while at < width:
        step = int(height * rng.uniform(.5, 5))
        out[:, at:at + step] = (dark if text else pale)[:, at:at + step]
        at, text = at + step, not text
    return blur(out, rng.uniform(.2, .8))


def faded(grey, rng):
    """Return `grey` with stretches of paler ink, as from an uneven drum."""
    steps = max(2, int(grey.shape[1] / grey.shape[0]) + 2)
    level = np.interp(np.linspace(0, 1, grey.shape[1]), np.linspace(0, 1, steps),
                      rng.uniform(.4, 1.05, steps)).astype(np.float32)
    paper = np.percentile(grey, 90)
    return np.clip(paper - (paper - grey) * np.clip(level, 0, 1), 0, 255)
