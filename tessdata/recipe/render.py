"""Set a line of text as an image, as a printer and a scanner would."""
import numpy as np
from PIL import Image, ImageDraw, ImageFont

SCALE = 3  # lines are drawn this much larger, then reduced: no hinting, soft edges


class Fonts:
    """Opens font files at pixel sizes and keeps the last few."""

    def __init__(self):
        self.open = {}

    def get(self, path, pixels):
        """Return the font of file `path` with an em of `pixels`."""
        key = (str(path), pixels)
        if key not in self.open:
            if len(self.open) > 200:
                self.open.clear()
            self.open[key] = ImageFont.truetype(
                str(path), pixels, layout_engine=ImageFont.Layout.RAQM)
        return self.open[key]


def em_pixels(points, dpi):
    """Return the em of a font of `points` at `dpi`, in pixels."""
    return points * dpi / 72


def draw(fonts, path, text, em, stretch=1.0):
    """Return (ink, top, bottom): `text` as floats 0..1 (1 is ink).

    `em` is in final pixels; the array is SCALE times larger, with one em of
    paper around.  `top` and `bottom` are the rows between which a line of
    this font lies (ascender and descender as Thai marks need them).
    `stretch` widens the line.
    """
    font = fonts.get(path, max(4, round(em * SCALE)))
    pad = round(em * SCALE)
    left, up, right, down = font.getbbox(text, anchor="ls")
    high = max(pad, -up) + pad
    size = (right - left + 2 * pad, high + max(down, 0) + pad)
    image = Image.new("L", size, 0)
    ImageDraw.Draw(image).text((pad - left, high), text, font=font, fill=255, anchor="ls")
    if stretch != 1.0:
        image = image.resize((max(1, round(size[0] * stretch)), size[1]), Image.BILINEAR)
    _, up, _, down = font.getbbox("ปี่ฤ", anchor="ls")
    ink = np.asarray(image, np.float32) / 255
    return ink, high + up, high + down


def rotate(ink, degrees):
    """Return `ink` turned by `degrees`, its frame grown to keep all of it."""
    if not degrees:
        return ink
    image = Image.fromarray((ink * 255).astype(np.uint8))
    turned = image.rotate(degrees, resample=Image.BILINEAR, expand=True)
    return np.asarray(turned, np.float32) / 255


def reduce(ink, shift=(0.0, 0.0)):
    """Return `ink` at its final size; `shift` (0..1 pixel) moves the grid."""
    dy, dx = (int(s * SCALE) for s in shift)
    ink = ink[dy:, dx:]
    height, width = (n - n % SCALE for n in ink.shape)
    blocks = ink[:height, :width].reshape(height // SCALE, SCALE, width // SCALE, SCALE)
    return blocks.mean(axis=(1, 3))


def ink_box(ink, least=.25):
    """Return (top, bottom, left, right) of what is darker than `least`.

    None when nothing is.
    """
    rows = np.flatnonzero(ink.max(axis=1) > least)
    columns = np.flatnonzero(ink.max(axis=0) > least)
    if not len(rows):
        return None
    return rows[0], rows[-1] + 1, columns[0], columns[-1] + 1


def crop(array, top, bottom, left, right):
    """Return the part of `array`, padded with zeros where it lies outside."""
    height, width = array.shape
    pads = ((max(0, -top), max(0, bottom - height)), (max(0, -left), max(0, right - width)))
    array = np.pad(array, pads)
    return array[top + pads[0][0]:bottom + pads[0][0], left + pads[1][0]:right + pads[1][0]]
