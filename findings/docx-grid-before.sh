#!/bin/bash
# Guess: a row of a Word table whose first cells are left out by w:gridBefore stands where Word shows it, and a reader
#   that knows w:gridSpan and w:vMerge knows this, too.
# What happens: pandoc, mammoth and python-docx all move such a row's cells to the left edge: what stands under the third
#   header comes out under the first, without a warning.
# Why it matters: tables drawn by hand in Word have such rows for sums and for further sources of money. An amount
#   spent becomes the name of an activity, or the budget.
# Seen with pandoc 2.17.1.1, python-docx 0.8.11 and mammoth 1.9.0.
. "$(dirname "$0")/support/common.sh"
debian pandoc 2.17.1.1
debian python3-docx 0.8.11
npm_packages mammoth@1.9.0

/usr/bin/python3 - "$SUPPORT/docx.py" <<'PY'
import runpy
import sys

word = runpy.run_path(sys.argv[1])
word['write']('before.docx', 3, word['row']('กิจกรรม', 'งบประมาณ', 'เบิกจ่าย'), word['row']('ซ่อมถนน', '500', '300'),
              word['row']('150', properties='<w:trPr><w:gridBefore w:val="2"/></w:trPr>'))
PY
expect "pandoc, last row" "$(pandoc before.docx -t html | tr -d '\n' | grep -o '<tr[^>]*>' | wc -l) rows, $(
  pandoc before.docx -t html | tr -d '\n ' | sed 's/.*<tr[^>]*>//; s/<\/tr>.*//; s/<[^>]*>/|/g; s/||*/|/g')" "3 rows, |150|"
expect "python-docx, last row" "$(/usr/bin/python3 -c "
import docx
print([cell.text for cell in docx.Document('before.docx').tables[0].rows[2].cells])")" "['150']"
expect "mammoth, last row" "$(node -e "
require('mammoth').convertToHtml({path: 'before.docx'}).then(made => console.log(made.value.split('<tr>').pop()))")" \
  "<td><p>150</p></td></tr></table>"
finish
