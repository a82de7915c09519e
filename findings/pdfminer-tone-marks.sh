#!/bin/bash
# Guess: a layout analysis that does not know Thai may misjudge spaces, but keeps the letters of one line on one line.
# What happens: a tone mark has no width of its own and is drawn a little back over its consonant; pdfminer.six takes
#   that for the start of another text box. Each box begins with the mark that belongs to the last letter of the box
#   before, boxes are sorted anew, and in "แถวหนึ่ง" the tail "่ง" comes first. No setting of char_margin helps.
# Why it matters: pdfplumber, Camelot and others stand on pdfminer's characters and boxes; cells get words without their
#   ends, and the ends stand in other cells or at the end of the page. Sort the characters by content order yourself.
# Seen with pdfminer.six 20221105 on Python 3.11, Chromium 156.0.8078.108, fonts-tlwg-loma-ttf 0.7.3.
. "$(dirname "$0")/support/common.sh"
. "$SUPPORT/chromium.sh"
debian python3-pdfminer 20221105
debian fonts-tlwg-loma-ttf 0.7.3

boxes() {
  echo "<meta charset=utf-8><p style='font-family: Loma'>$1" >page.html
  print_page page.html page.pdf
  /usr/bin/python3 -c '
import sys
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams
print("|".join(extract_text("page.pdf", laparams=LAParams(char_margin=float(sys.argv[1]))).split()))' "${2:-2}"
}
expect "จัดซื้อที่นั่ง" "$(boxes จัดซื้อที่นั่ง)" "จัดซื|้อที|่ง|่นั"
expect "char_margin 8" "$(boxes จัดซื้อที่นั่ง 8)" "จัดซื|้อที|่ง|่นั"
expect "แถวหนึ่ง" "$(boxes แถวหนึ่ง)" "่ง|แถวหนึ"
finish
