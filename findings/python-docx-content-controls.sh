#!/bin/bash
# Guess: the rows of a Word table are all in table.rows, and the text of a cell is all in cell.text.
# What happens: python-docx lists only rows, cells and runs that stand directly in their parent. A row inside a content
#   control (Word's repeating section, w:sdt) is missing from table.rows, and words in one from cell.text; nothing says
#   so. pandoc and mammoth give both.
# Why it matters: ministries send forms whose rows and blanks are content controls. A script over such a form reads its
#   headers and its sum, and not one activity.
# Seen with python-docx 0.8.11, pandoc 2.17.1.1 and mammoth 1.9.0.
. "$(dirname "$0")/support/common.sh"
debian python3-docx 0.8.11
debian pandoc 2.17.1.1
npm_packages mammoth@1.9.0

/usr/bin/python3 - "$SUPPORT/docx.py" <<'PY'
import runpy
import sys

word = runpy.run_path(sys.argv[1])


def control(inner):
    return f'<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


blank = word['row']('รวม', '', '500').replace('<w:p><w:r><w:t></w:t></w:r></w:p>',
                                             '<w:p>' + control('<w:r><w:t>สองงาน</w:t></w:r>') + '</w:p>')
word['write']('form.docx', 3, word['row']('กิจกรรม', 'สถานที่', 'งบประมาณ'), control(word['row']('ซ่อมถนน', 'บ้านใต้', '500')), blank)
PY
expect "python-docx" "$(/usr/bin/python3 -c "
import docx
print([[cell.text for cell in row.cells] for row in docx.Document('form.docx').tables[0].rows])")" \
  "[['กิจกรรม', 'สถานที่', 'งบประมาณ'], ['รวม', '', '500']]"
words() { grep -oE 'ซ่อมถนน|สองงาน' | paste -sd ' '; }
expect "pandoc" "$(pandoc form.docx -t plain | words)" "ซ่อมถนน สองงาน"
expect "mammoth" "$(node -e "
require('mammoth').convertToHtml({path: 'form.docx'}).then(made => console.log(made.value))" | words)" "ซ่อมถนน สองงาน"
finish
