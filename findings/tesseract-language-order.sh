#!/bin/bash
# Guess: the order of the languages in "tha+eng" decides which is tried first, and no more.
# What happens: settings that a language brings along count only if it is the first: tha says that words are not set
#   apart by spaces, so with tha+eng a Thai line is whole, and with eng+tha the same letters come out with a space after
#   each.
# Why it matters: lists of languages are sorted, or put English first; the text then has no word left that a dictionary
#   or a search knows, though every letter is right. Set preserve_interword_spaces=1 oneself.
# Seen with Tesseract 5.3.0, tha and eng 4.1.0; the picture is drawn by pango-view 1.50.
. "$(dirname "$0")/support/common.sh"
debian tesseract-ocr 5.3.0
debian tesseract-ocr-tha 4.1.0
debian tesseract-ocr-eng 4.1.0
debian pango1.0-tools 1.50
debian fonts-thai-tlwg 0.7.3

pango-view --font='Laksaman 18' --dpi=200 --margin=60 -qo line.png --text='โรงเรียนจัดกิจกรรมการอ่าน'
found() { tesseract line.png - --psm 6 -l "$1" "${@:2}" 2>/dev/null | grep -c กิจกรรม || true; }
expect "lines with the word, tha+eng" "$(found tha+eng)" "1"
expect "eng+tha" "$(found eng+tha)" "0"
expect "eng+tha, preserve_interword_spaces=1" "$(found eng+tha -c preserve_interword_spaces=1)" "1"
finish
