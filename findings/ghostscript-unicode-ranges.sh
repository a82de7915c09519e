#!/bin/bash
# Guess: Ghostscript reads the same characters from a PDF's ToUnicode tables as other readers do.
# What happens: in PDFs by Chromium with the common Thai fonts of Debian, letters and digits that stand in a range of the
#   table (bfrange) come out as other characters, those that stand singly (bfchar) are right: ๑๒,๓๔๕.๖๗ becomes
#   _`,abc.de and "สาม" ".าม". txtwrite prints that, and pdfwrite writes it into the new file's table for good, while the
#   page looks the same. pdftotext and mutool read the original right.
# Why it matters: compressors and print servers run Ghostscript; the amounts of a report that went through one are gone
#   from the text layer, and words are half right, so that a check for garbage passes.
# Seen with Ghostscript 10.0.0, Chromium 156.0.8078.108, fonts-tlwg-loma-ttf 0.7.3, poppler-utils 22.12.0.
. "$(dirname "$0")/support/common.sh"
. "$SUPPORT/chromium.sh"
debian ghostscript 10.0.0
debian mupdf-tools 1.21.1
debian fonts-tlwg-loma-ttf 0.7.3

echo "<meta charset=utf-8><p style='font-family: Loma'>แถวสาม งบ ๑๒,๓๔๕.๖๗ ห" >page.html
print_page page.html page.pdf
gs -q -sDEVICE=pdfwrite -o gs.pdf page.pdf
expect "pdftotext" "$(pdftotext -raw page.pdf - | head -n 1)" "แถวสาม งบ ๑๒,๓๔๕.๖๗ ห"
expect "mutool" "$(mutool draw -q -F txt page.pdf 2>/dev/null | head -n 1)" "แถวสาม งบ ๑๒,๓๔๕.๖๗ ห"
expect "txtwrite" "$(gs -q -sDEVICE=txtwrite -o - page.pdf | tr -d '\r' | sed 's/^ *//; s/ *$//' | head -n 1)" 'แถว.าม งบ _`,abc.de /'
expect "pdfwrite, pdftotext" "$(pdftotext -raw gs.pdf - | head -n 1)" 'แถว.าม งบ _`,abc.de /'
finish
