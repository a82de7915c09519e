#!/bin/bash
# Guess: a fuzzy comparison scores names by the letters in which they differ; 100 means the same.
# What happens: before they compare, FuzzyWuzzy and its JavaScript port fuzzball.js make a space of every character
#   that is no letter or digit to them, and Thai vowels above and below and tone marks are none. "บ้านป่าแดง" (red
#   forest village) and "บ้านป้าแดง" (aunt Daeng's) come out at 100, and so do "ดี" (good) and "ดู" (look).
#   FuzzyWuzzy's plain ratio, which leaves the text alone, sees the difference; fuzzball's throws it away as well.
# Why it matters: school names in a list are matched to those in reports this way, and names that differ by one mark
#   stand side by side in every district. A threshold does not help: there is nothing above 100.
# Seen with FuzzyWuzzy 0.18.0 and fuzzball 2.2.2.
. "$(dirname "$0")/support/common.sh"
debian python3-fuzzywuzzy 0.18.0

python_score() {
  /usr/bin/python3 - "$@" <<'PY'
import sys, warnings
warnings.simplefilter("ignore")
from fuzzywuzzy import fuzz
print(getattr(fuzz, sys.argv[1])(sys.argv[2], sys.argv[3]))
PY
}
expect "WRatio, forest and aunt" "$(python_score WRatio บ้านป่าแดง บ้านป้าแดง)" "100"
expect "token_sort_ratio, good and look" "$(python_score token_sort_ratio ดี ดู)" "100"
expect "ratio, forest and aunt" "$(python_score ratio บ้านป่าแดง บ้านป้าแดง)" "90"
expect "WRatio, Latin letters" "$(python_score WRatio 'forest village' 'forect village')" "93"

npm_packages fuzzball@2.2.2
node_score() {
  node -e 'console.log(require("fuzzball")[process.argv[1]](process.argv[2], process.argv[3]))' "$@"
}
expect "fuzzball ratio, forest and aunt" "$(node_score ratio บ้านป่าแดง บ้านป้าแดง)" "100"
expect "fuzzball ratio, good and look" "$(node_score ratio ดี ดู)" "100"
expect "fuzzball ratio, activity 1 and 2" "$(node_score ratio 'กิจกรรมที่ ๑' 'กิจกรรมที่ ๒')" "90"
finish
