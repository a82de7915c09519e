#!/bin/bash
# Guess: ICU's number parser stops at a space, so "300 200" is 300 with four characters left.
# What happens: as shipped it is lenient, and to it a space, a no-break space and an apostrophe are as good as the comma
#   of the locale, Thai or English: two amounts in one cell become one of a thousandfold size, and all characters are
#   used up, so that checking for leftovers finds nothing. Three digits after the space are what makes it. "๑E๓" is 1000.
# Why it matters: cells with two amounts are common where columns run together, in OCR most of all. Set strict parsing
#   and look for separators yourself.
# Seen with ICU 72.1 (python3-icu 2.10.2); each answer is the value, the characters used and those there are.
. "$(dirname "$0")/support/common.sh"
debian python3-icu 2.10

parsed() {
  /usr/bin/python3 - "$1" "$2" <<'PY'
import sys
from icu import Locale, NumberFormat, ParsePosition
place = ParsePosition(0)
found = NumberFormat.createInstance(Locale(sys.argv[1])).parse(sys.argv[2], place)
print(found.getInt64(), place.getIndex(), len(sys.argv[2]))
PY
}
expect "300 200" "$(parsed th_TH '300 200')" "300200 7 7"
expect "๑๐๐ ๒๐๐" "$(parsed th_TH '๑๐๐ ๒๐๐')" "100200 7 7"
expect "300 200 in English" "$(parsed en_US '300 200')" "300200 7 7"
expect "10 400 300" "$(parsed th_TH '10 400 300')" "10400300 10 10"
expect "๑E๓" "$(parsed th_TH ๑E๓)" "1000 3 3"
expect "1,000 200" "$(parsed th_TH '1,000 200')" "1000 5 9"
finish
