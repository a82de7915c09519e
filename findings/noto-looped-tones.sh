#!/bin/bash
# Guess: a font of the Noto family sets a Thai tone over the vowel that is over the letter, as its sister fonts do.
# What happens: Noto Looped Thai, as Debian 12 has it, takes its small tone and lowers it by as much as it should be
#   raised: tone and vowel lie in the same place, ั้ is one blot, and ่ goes into the strokes of ื and ี. Text layers
#   of such papers are right; on paper the tone is gone. Without a vowel between letter and tone all is well. Noto
#   Sans Thai and Noto Serif Thai set the tone above.
# Why it matters: it is the one Noto font with the loops that officials expect. Papers printed with it and scanned say
#   steep where they said class (ชั้น), and no reader can know better than by the words around.
# Seen with fonts-noto-core 20201225, shaped by HarfBuzz 6.0.0, read by Tesseract 5.3.0 with tha 4.1.0.
. "$(dirname "$0")/support/common.sh"
debian fonts-noto-core 20201225
debian libharfbuzz-bin 6.0.0
debian tesseract-ocr 5.3.0
debian tesseract-ocr-tha 4.1.0
fonts=/usr/share/fonts/truetype/noto

# From a vowel's top to its tone's foot, in units of the font: less than nothing where they overlap.
room() {
  hb-shape --no-clusters --no-glyph-names --show-extents "$fonts/$1.ttf" "$2" | tr -d '[]' | tr '|' '\n' |
    awk -F '[@+<,>]' '
      {shift = $0 ~ /@/ ? $3 : 0; top = $(NF - 3) + shift; foot = top + $(NF - 1)}
      NR == 2 {vowel = top} NR == 3 {print foot - vowel}'
}
read_by_tesseract() {
  hb-view "$fonts/$1.ttf" 'นักเรียนชั้น พื้นที่ทั้งหมด' --font-size=48 --margin=40 -O png -o line.png
  tesseract line.png - --psm 6 -l tha 2>/dev/null | grep -oE 'ชั้น|ชัน|พื้นที่|พื้นที' | paste -sd ' '
}
expect "Noto Sans Thai, ั้" "$(room NotoSansThai-Regular ชั้)" "10"
expect "Noto Serif Thai, ั้" "$(room NotoSerifThai-Regular ชั้)" "42"
expect "Noto Looped Thai, ั้" "$(room NotoLoopedThai-Regular ชั้)" "-233"
expect "Noto Looped Thai, ี่" "$(room NotoLoopedThai-Regular ที่)" "-214"
expect "read in Noto Sans Thai" "$(read_by_tesseract NotoSansThai-Regular)" "ชั้น พื้นที่"
expect "read in Noto Looped Thai" "$(read_by_tesseract NotoLoopedThai-Regular)" "ชัน พื้นที"
finish
