#!/bin/bash
# Guess: what a browser shows of a line it also prints; text that hangs over its box is drawn all the same.
# What happens: on paper Chromium leaves out each glyph that lies wholly above the area between the margins. In a
#   page's first line, set tight, that is the tone mark over a vowel: "ที่" prints as "ที", on every page, while the same
#   line further down is whole. The text layer has the mark in a replacement text, so a search finds "ที่": print and
#   layer differ.
# Why it matters: titles stand there, and headers at the top of the following pages. Whoever reads the glyphs, or a
#   scan of the print, gets another word, and nothing in the file says that something is missing.
# Seen with Chromium 156.0.8078.108, fonts-tlwg-kinnari-ttf 0.7.3; glyphs counted with pdftocairo's SVG of Poppler 22.12.0.
. "$(dirname "$0")/support/common.sh"
. "$SUPPORT/chromium.sh"
debian fonts-tlwg-kinnari-ttf 0.7.3

# The glyphs that the page draws, and the words that its layer has; the words stand that far down.
printed() {
  {
    echo '<meta charset="utf-8"><style>@page { size: A4; margin: 14mm } body { margin: 0 } p { margin: 0; font: 16px/'"$1"' Kinnari }</style>'
    echo "<div style='height: $2'></div>"
    echo '<p>ที่ดิน</p>'
  } >page.html
  print_page page.html page.pdf
  pdftocairo -svg page.pdf page.svg
  echo "$(grep -o '<use ' page.svg | wc -l) $(pdftotext page.pdf - | tr -d '[:space:]\f\302\240')"
}
expect "in the first line, set tight" "$(printed 1.25 0)" "5 ที่ดิน"
expect "an eighth of an inch lower" "$(printed 1.25 12px)" "6 ที่ดิน"
expect "in the first line, set wide" "$(printed 2 0)" "6 ที่ดิน"
finish
