#!/bin/bash
# Guess: a gray PNG that names white as its transparent gray (tRNS) has the pixels that it stores: black print on white
#   or see-through paper.
# What happens: Leptonica reads such a file as transparent all over, every pixel 0 with alpha 0, though the chunk names
#   one gray only. The same in a palette or in RGB is read as stored. Tesseract then reads an empty page.
# Why it matters: Pillow and netpbm write this where a scan's paper is made see-through, as for a watermark or a web
#   page. The print is gone, success is returned, and a page without words is no error for anybody.
# Seen with Leptonica 1.82.0 and Pillow 9.4.0.
. "$(dirname "$0")/support/common.sh"
debian leptonica-progs 1.82.0
debian python3-pil 9.4.0

/usr/bin/python3 - <<'PY'
from PIL import Image

page = Image.new('L', (64, 64), 255)
page.paste(0, (16, 16, 48, 48))
page.save('plain.png')
page.save('gray.png', transparency=255)
page.convert('1').save('bilevel.png', transparency=1)
page.convert('RGB').save('rgb.png', transparency=(255, 255, 255))
PY

# The pixel in the middle and at the edge, over white.
over_white() {
  /usr/bin/python3 -c "
from PIL import Image
picture = Image.open('$1').convert('RGBA')
white = Image.new('RGBA', picture.size, 'white')
print(*('black' if Image.alpha_composite(white, picture).convert('L').getpixel((at, at)) < 128 else 'white' for at in (32, 2)))"
}
for name in plain rgb gray bilevel; do
  convertformat "$name.png" "$name.out.png" PNG >/dev/null 2>&1
done
expect "no transparent gray: Pillow, Leptonica" "$(over_white plain.png), $(over_white plain.out.png)" "black white, black white"
expect "in RGB: Pillow, Leptonica" "$(over_white rgb.png), $(over_white rgb.out.png)" "black white, black white"
for name in gray bilevel; do
  expect "$name: Pillow, Leptonica" "$(over_white $name.png), $(over_white $name.out.png)" "black white, white white"
done
finish
