#!/bin/bash
# Guess: page mode 0 finds the rotation of a page; naming the language of the page can only help.
# What happens: with -l tha (or Thai, or eng) it says "Rotate: 90" for every page, however it lies, with a confidence
#   above 100; with no language or -l osd it is right with a confidence of about 25. The only hint is a line on standard
#   error, "detects only orientation".
# Why it matters: scripts put -l in every call and turn the page by what comes out, so all upright scans end up on
#   their side, and asking for a high confidence picks just the wrong answers.
# Seen with Tesseract 5.3.0, tha 4.1.0, osd 4.1.0; the page is drawn by pango-view 1.50 in Laksaman.
. "$(dirname "$0")/support/common.sh"
debian tesseract-ocr 5.3.0
debian tesseract-ocr-tha 4.1.0
debian tesseract-ocr-osd 4.1.0
debian pango1.0-tools 1.50
debian fonts-thai-tlwg 0.7.3

for lies in 0 90 180 270; do
  pango-view --font='Laksaman 18' --dpi=200 --margin=60 --width=500 --rotate=$lies -qo $lies.png \
    --text='โรงเรียนจัดกิจกรรมส่งเสริมการอ่านให้แก่นักเรียนทุกชั้น โดยมีครูและผู้ปกครองร่วมกันดูแล จัดซื้อหนังสือเข้าห้องสมุด และประเมินผลทุกภาคเรียน แล้วรายงานผลต่อคณะกรรมการก่อนสิ้นปีการศึกษาทุกครั้ง'
done
turns() {
  for lies in 0 90 180 270; do
    tesseract $lies.png - --psm 0 -l "$1" 2>/dev/null |
      awk '/^Rotate/ {turn = $2} /^Orientation conf/ {print turn ($3 > 100 ? " (above 100)" : "")}'
  done | paste -sd ',' | sed 's/,/, /g'
}
expect "-l osd" "$(turns osd)" "0, 90, 180, 270"
expect "-l tha" "$(turns tha)" "90 (above 100), 90 (above 100), 90 (above 100), 90 (above 100)"
finish
