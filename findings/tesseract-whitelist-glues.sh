#!/bin/bash
# Guess: tessedit_char_whitelist with the digits and the comma keeps the numbers of a line and leaves out the rest.
# What happens: the space is a character like others and is not on the list: the numbers of a line are written together
#   as one word, "1,2503,4005,600", with confidence 0 in TSV. With a space added to the list all is right. "tha" does
#   the same as "eng".
# Why it matters: the whitelist is the usual way to read a column of amounts; two columns in one crop become one number
#   of eight digits, which still looks like an amount.
# Seen with Tesseract 5.3.0, eng 4.1.0; the picture is drawn by pango-view 1.50.
. "$(dirname "$0")/support/common.sh"
debian tesseract-ocr 5.3.0
debian tesseract-ocr-eng 4.1.0
debian pango1.0-tools 1.50
debian fonts-dejavu-core 2.37

pango-view --font='DejaVu Sans 20' --dpi=150 --margin=40 -qo numbers.png --text='1,250   3,400   5,600'
words() {
  tesseract numbers.png - --psm 6 -c "tessedit_char_whitelist=$1" tsv 2>/dev/null |
    awk -F '\t' '$1 == 5 {print ($11 < 1 ? 0 : "sure"), $12}' | paste -sd ' '
}
expect "digits and comma" "$(words '0123456789,')" "0 1,2503,4005,600"
expect "digits, comma and space" "$(words '0123456789, ')" "sure 1,250 sure 3,400 sure 5,600"
finish
