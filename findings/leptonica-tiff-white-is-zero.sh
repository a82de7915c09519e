#!/bin/bash
# Guess: a gray TIFF with PhotometricInterpretation WhiteIsZero is read with white paper at every depth, as libtiff's own
#   RGBA reader and Pillow do.
# What happens: Leptonica minds the tag at 1 and 8 bits a sample and not at 2 and 4: the page comes out as its negative,
#   white letters on black paper.
# Why it matters: fax servers and old archives store gray scans with 4 bits and WhiteIsZero. All that builds on
#   Leptonica, Tesseract among them, then looks for dark letters in a dark page, without a warning.
# Seen with Leptonica 1.82.0 and Pillow 9.4.0.
. "$(dirname "$0")/support/common.sh"
debian leptonica-progs 1.82.0
debian python3-pil 9.4.0

/usr/bin/python3 - <<'PY'
import struct

SIDE = 64


def packed(values, bits):
    whole = 0
    for value in values:
        whole = whole << bits | value
    return whole.to_bytes(len(values) * bits // 8, 'big')


def write(path, bits, white_is_zero):
    """A page with a black square in its middle."""
    white, black = (0, (1 << bits) - 1) if white_is_zero else ((1 << bits) - 1, 0)
    rows = b''.join(packed([black if 16 <= x < 48 and 16 <= y < 48 else white for x in range(SIDE)], bits)
                    for y in range(SIDE))
    tags = [(256, 3, SIDE), (257, 3, SIDE), (258, 3, bits), (259, 3, 1), (262, 3, 0 if white_is_zero else 1),
            (273, 4, 8), (277, 3, 1), (278, 3, SIDE), (279, 4, len(rows))]
    entries = b''.join(struct.pack('<HHI', tag, kind, 1) + struct.pack('<HH' if kind == 3 else '<I', *((value, 0) if kind == 3 else (value,)))
                       for tag, kind, value in tags)
    with open(path, 'wb') as file:
        file.write(b'II*\0' + struct.pack('<I', 8 + len(rows)) + rows + struct.pack('<H', len(tags)) + entries + bytes(4))


for bits in (1, 2, 4, 8):
    write(f'white{bits}.tif', bits, True)
    write(f'black{bits}.tif', bits, False)
PY

paper() {
  /usr/bin/python3 -c "from PIL import Image; print('white' if Image.open('$1').convert('L').getpixel((2, 2)) > 128 else 'black')"
}
for bits in 1 2 4 8; do
  convertformat "white$bits.tif" "white$bits.png" >/dev/null 2>&1
  convertformat "black$bits.tif" "black$bits.png" >/dev/null 2>&1
done
for bits in 1 8; do
  expect "$bits bits: Pillow, Leptonica, Leptonica with BlackIsZero" \
    "$(paper white$bits.tif) $(paper white$bits.png) $(paper black$bits.png)" "white white white"
done
for bits in 2 4; do
  expect "$bits bits: Pillow, Leptonica, Leptonica with BlackIsZero" \
    "$(paper white$bits.tif) $(paper white$bits.png) $(paper black$bits.png)" "white black white"
done
finish
