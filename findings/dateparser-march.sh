#!/bin/bash
# Guess: a library that knows Thai month names tells March, "มี.ค.", from January, "ม.ค.".
# What happens: dateparser compares after it has thrown away all combining marks, in its own tables as well as in the
#   text. The two abbreviations differ by the vowel ี alone, so both are "ม.ค.", and January wins. The months written
#   out, and all other abbreviations, are right, so that a look at a few dates shows nothing.
# Why it matters: the fiscal year's second quarter begins in January and ends in March; every plan has both, mostly
#   in the short form, and a wrong month is a date like any other.
# Seen with dateparser 1.1.6, by its Thai rules and with no language named; with normalisation off, March is right.
. "$(dirname "$0")/support/common.sh"
debian python3-dateparser 1.1.6

month() {
  /usr/bin/python3 - "$1" "${2:-}" <<'PY'
import sys, warnings
warnings.simplefilter("ignore")
import dateparser
text, mode = sys.argv[1:]
found = dateparser.parse(text, **({"languages": ["th"]} if mode != "any" else {}),
                         **({"settings": {"NORMALIZE": False}} if mode == "plain" else {}))
print(found.strftime("%Y-%m-%d") if found else None)
PY
}
expect "15 ม.ค. 2019 (January)" "$(month '15 ม.ค. 2019')" "2019-01-15"
expect "15 มี.ค. 2019 (March)" "$(month '15 มี.ค. 2019')" "2019-01-15"
expect "the same, no language named" "$(month '15 มี.ค. 2019' any)" "2019-01-15"
expect "the same, not normalised" "$(month '15 มี.ค. 2019' plain)" "2019-03-15"
expect "15 มีนาคม 2019 (March, written out)" "$(month '15 มีนาคม 2019')" "2019-03-15"
expect "15 มิ.ย. 2019 (June)" "$(month '15 มิ.ย. 2019')" "2019-06-15"
finish
