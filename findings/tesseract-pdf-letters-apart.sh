#!/bin/bash
# Guess: the text of the searchable PDF that Tesseract writes is the text that it prints.
# What happens: printed, a Thai line is whole; in the PDF nearly each letter is a word of its own with its own position and a
#   space after it, and no search for a word finds anything. The reason is that "words" are single characters inside,
#   and only the text printer leaves the spaces out.
# Why it matters: a searchable PDF of a Thai scan is not searchable, and who extracts from it gets worse text than who
#   reads the picture. Write the layer from the text yourself.
# Seen with Tesseract 5.3.0, tha 4.1.0; read by pdftotext 22.12.0; the picture is drawn by pango-view 1.50.
. "$(dirname "$0")/support/common.sh"
debian tesseract-ocr 5.3.0
debian tesseract-ocr-tha 4.1.0
debian poppler-utils 22.12.0
debian pango1.0-tools 1.50
debian fonts-thai-tlwg 0.7.3

pango-view --font='Laksaman 18' --dpi=200 --margin=60 -qo line.png --text='โรงเรียนจัดกิจกรรมการอ่าน'
tesseract line.png printed -l tha --psm 6 txt pdf >/dev/null 2>&1
expect "spaces in the text" "$(head -n 1 printed.txt | tr -cd ' ' | wc -c)" "0"
expect "a word found in the text, in the PDF" \
  "$(grep -c กิจกรรม printed.txt), $(pdftotext -raw printed.pdf - | grep -c กิจกรรม || true)" "1, 0"
expect "more than ten spaces in the PDF" \
  "$(pdftotext printed.pdf - | tr -cd ' ' | wc -c | awk '{print ($1 > 10 ? "yes" : "no")}')" "yes"
finish
