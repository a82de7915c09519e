#!/bin/bash
# Guess: ICU cuts Thai text into words by its dictionary, and a number or a Latin word inside ends a word.
# What happens: a digit, Thai or European, and a Latin letter glue the Thai words on both sides of them to one piece,
#   and everything up to the next one: "ที่๑๒ปีงบประมาณ๒๕๖๒" is one word, "โครงการABCโครงการ" too. Lines do not break there
#   either. With spaces around the number all is well. Intl.Segmenter of Node 20 (ICU 78.2) does the same.
# Why it matters: reports write numbers without spaces; an index by ICU's words lacks just the words beside them, and
#   a cell filled with such text has no place to break. Put breaks between letters and digits before segmenting.
# Seen with ICU 72.1 (python3-icu 2.10.2).
. "$(dirname "$0")/support/common.sh"
debian python3-icu 2.10

pieces() {
  /usr/bin/python3 - "$1" "$2" <<'PY'
import sys
from icu import BreakIterator, Locale
breaks = getattr(BreakIterator, sys.argv[1])(Locale("th"))
breaks.setText(sys.argv[2])
start, found = 0, []
for end in breaks:
    found.append(sys.argv[2][start:end])
    start = end
print("|".join(found))
PY
}
expect "words" "$(pieces createWordInstance จัดซื้อวัสดุ5รายการ)" "จัด|ซื้อ|วัสดุ5รายการ"
expect "Thai digits" "$(pieces createWordInstance ครั้งที่๑๒ปีงบประมาณ๒๕๖๒)" "ครั้ง|ที่๑๒ปีงบประมาณ๒๕๖๒"
expect "Latin" "$(pieces createWordInstance โครงการABCโครงการ)" "โครงการABCโครงการ"
expect "lines" "$(pieces createLineInstance จัดซื้อวัสดุ5รายการ)" "จัด|ซื้อ|วัสดุ5รายการ"
expect "with spaces" "$(pieces createWordInstance 'จัดซื้อวัสดุ 5 รายการ')" "จัด|ซื้อ|วัสดุ| |5| |รายการ"
finish
