#!/bin/bash
# Guess: getTable of pdf-parse finds a table by its rules.
# What happens: only by stroked ones. The same table with its rules drawn as thin filled rectangles gives no table and
#   no message, although it looks the same to the last pixel.
# Why it matters: Word and Excel mostly, and Chromium always, fill rectangles for rules, LibreOffice strokes lines: what a table
#   reader finds depends on the program that printed the report, not on the table.
# Seen with pdf-parse 2.4.5 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
npm_packages pdf-parse@2.4.5

words='BT /F 12 Tf 30 150 Td (1) Tj 100 0 Td (plan) Tj -100 -40 Td (2) Tj 100 0 Td (work) Tj ET'
stroked='20 170 m 220 170 l S 20 130 m 220 130 l S 20 90 m 220 90 l S 20 90 m 20 170 l S 120 90 m 120 170 l S
220 90 m 220 170 l S'
filled='20 169.5 200 1 re f 20 129.5 200 1 re f 20 89.5 200 1 re f 19.5 90 1 80 re f 119.5 90 1 80 re f
219.5 90 1 80 re f'
tables() {
  echo "$1 $words" | python3 "$SUPPORT/simple_pdf.py" page.pdf
  node - <<'JS'
const {PDFParse} = require('pdf-parse');
new PDFParse({data: new Uint8Array(require('fs').readFileSync('page.pdf'))}).getTable()
  .then(found => console.log(JSON.stringify(found.pages[0].tables)));
JS
}
expect "stroked" "$(tables "$stroked")" '[[["1","plan"],["2","work"]]]'
expect "filled" "$(tables "$filled")" '[]'
finish
