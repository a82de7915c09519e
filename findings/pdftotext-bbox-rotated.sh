#!/bin/bash
# Guess: the width and height that pdftotext -bbox states for a page are those of the space that its words stand in.
# What happens: on a page with /Rotate 90 the words are given as the page is seen, the page as it is stored: of a
#   400 x 200 page seen upright, words lie at y up to 350 of a height of 200. -tsv does the same. pdftohtml -xml turns
#   the page too, so two tools of one package contradict each other.
# Why it matters: landscape plans are mostly portrait pages turned; boxes scaled by the stated size fall off the picture
#   and whatever asks "is it on the page" loses half of the words. Swap the sides by /Rotate.
# Seen with poppler-utils 22.12.0.
. "$(dirname "$0")/support/common.sh"
debian poppler-utils 22.12.0

echo 'BT /F 12 Tf 20 160 Td (left) Tj 310 0 Td (right) Tj ET' | python3 "$SUPPORT/simple_pdf.py" page.pdf 90
expect "-bbox" "$(pdftotext -bbox page.pdf - |
  sed -n 's/.*<page width="\([0-9]*\).*height="\([0-9]*\).*/\1x\2/p; s/.*yMin="\([0-9]*\).*>\(.*\)<\/word>.*/\2 at \1/p' |
  paste -sd ' ')" "400x200 left at 20 right at 330"
expect "-tsv" "$(pdftotext -tsv page.pdf - | awk '$1 == 1 {printf "%dx%d ", $9, $10} $1 == 5 {printf "%s at %d ", $12, $8}')" \
  "400x200 left at 20 right at 330 "
expect "pdftohtml -xml" "$(pdftohtml -xml -zoom 1 -stdout -i page.pdf |
  sed -n 's/.*<page .*height="\([0-9]*\)" width="\([0-9]*\)".*/\2x\1/p')" "200x400"
finish
