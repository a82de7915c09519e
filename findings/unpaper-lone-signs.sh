#!/bin/bash
# Guess: unpaper cleans scans: it takes dark edges and specks away, and what stands on the paper stays.
# What happens: by default it looks for one block of print at the middle of the page and blanks all beyond a gap. In a
#   list without rules the column of numbers and the column of amounts are beyond. With that switched off, by the
#   options that OCRmyPDF --clean gives it, dashes that stand alone are still blanked, by its filter against blur; here
#   those that have no other print in their square of 100 pixels, a part of the column.
# Why it matters: a dash in a money column says that there is no budget, a blank says nothing; and a list without its
#   numbers looks like a page of text. Tables with rules all around keep both.
# Seen with unpaper 7.0.0 on a page of 200 dpi, drawn with fonts-tlwg-laksaman-ttf 0.7.3 by Pillow 9.4.0.
. "$(dirname "$0")/support/common.sh"
debian unpaper 7.0.0
debian python3-pil 9.4.0
debian fonts-tlwg-laksaman-ttf 0.7.3

font=$(dpkg -L fonts-tlwg-laksaman-ttf | grep '/Laksaman\.ttf$')
/usr/bin/python3 - "$font" <<'PY'
import sys
from PIL import Image, ImageDraw, ImageFont
font = ImageFont.truetype(sys.argv[1], 44)
page = Image.new("L", (1654, 2338), 255)
draw = ImageDraw.Draw(page)
for row in range(12):
    for x, text in ((140, "๑๒๓๔๕๖๗๘๙๐"[row % 10]), (320, "จัดทำแผนของสำนักงานเขตพื้นที่"), (1180, "500"), (1450, "-")):
        draw.text((x, 200 + 120 * row), text, font=font, fill=0)
page.save("page.pgm")
PY

# How many of twelve things in each column have left ink.
left() {
  unpaper --overwrite -q "$@" page.pgm clean.pgm 2>/dev/null
  /usr/bin/python3 - <<'PY'
from PIL import Image
page = Image.open("clean.pgm").convert("L")
ink = lambda x0, x1, row: min(page.crop((x0, 190 + 120 * row, x1, 300 + 120 * row)).getdata()) < 128
print(*(sum(ink(*columns, row) for row in range(12)) for columns in ((100, 300), (310, 1100), (1160, 1280), (1430, 1600))))
PY
}
expect "number, words, amount, dash; as it comes, but not centred" "$(left --no-mask-center --no-border-align)" "0 12 0 0"
expect "with OCRmyPDF's options" "$(left --layout none --mask-scan-size 100 --no-border-align --no-mask-center \
  --no-grayfilter --no-blackfilter --no-deskew)" "12 12 12 5"
expect "without the filter against blur too" "$(left --layout none --mask-scan-size 100 --no-border-align \
  --no-mask-center --no-grayfilter --no-blackfilter --no-deskew --no-blurfilter)" "12 12 12 12"
finish
