#!/bin/bash
# Guess: for a word with sara am in two characters, as PDF layers and OCR write it, the Thai dictionary proposes the
#   same word with ำ, which it has and which is one step away.
# What happens: for นํ้า (water, น้ำ) it proposes only น้า (aunt), another word; for จํานวน (number, จำนวน) only จำนวนมาก
#   (a great number). The right word is in the dictionary both times.
# Why it matters: taking the first suggestion, the usual cure for OCR, turns water into aunts, and the result passes the
#   spelling check. Compose sara am first; the checker sees it as two wrong letters.
# Seen with Hunspell 1.7.1 and hunspell-th 7.5.0.
. "$(dirname "$0")/support/common.sh"
debian hunspell 1.7.1
debian hunspell-th 7.5.0

answer() { echo "$1" | hunspell -d th_TH -i utf-8 -a | sed -n '2s/^\([*&#]\)\( .*: \)\?/\1 /p' | sed 's/ $//'; }
expect "น้ำ" "$(answer น้ำ)" "*"
expect "นํ้า" "$(answer $'\u0e19\u0e4d\u0e49\u0e32')" "& น้า"
expect "จำนวน" "$(answer จำนวน)" "*"
expect "จํานวน" "$(answer $'\u0e08\u0e4d\u0e32\u0e19\u0e27\u0e19')" "& จำนวนมาก"
finish
