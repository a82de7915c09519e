#!/bin/bash
# Guess: if pdftotext reads a PDF right, so do the other tools of its package, and a PDF that is written anew has the
#   same text.
# What happens: Chromium gives tone marks of Noto Sans Thai no character of their own, only an /ActualText around them.
#   pdftotext heeds it; pdftohtml of the same package does not and drops the marks. pdftocairo -pdf and Ghostscript's
#   pdfwrite lose it for good: from their files pdftotext drops the marks as well. qpdf and mutool clean keep it.
# Why it matters: "ที่ น้ำ ฟ้า" becomes "ที นํา ฟา", which a reader takes for words, by the tools that are used for boxes, for
#   repairing and for making files smaller. Read the file as it came; repair with qpdf.
# Seen with Chromium 156.0.8078.108, poppler-utils 22.12.0, Ghostscript 10.0.0, qpdf 11.3.0, mupdf-tools 1.21.1.
. "$(dirname "$0")/support/common.sh"
. "$SUPPORT/chromium.sh"
debian fonts-noto-core 20201225
debian ghostscript 10.0.0
debian qpdf 11.3.0
debian mupdf-tools 1.21.1

echo "<meta charset=utf-8><p style=\"font-family: 'Noto Sans Thai'\">ที่ น้ำ ฟ้า" >page.html
print_page page.html page.pdf
pdftocairo -pdf page.pdf cairo.pdf
gs -q -sDEVICE=pdfwrite -o gs.pdf page.pdf
qpdf page.pdf qpdf.pdf
mutool clean -s page.pdf mutool.pdf >/dev/null 2>&1

# What is no Thai letter and no space is left out: the tools differ in what they put for a glyph without a character.
thai() { perl -CSD -0777 -ne 's/[^\x{0E00}-\x{0E7F} ]//g; s/^ +| +$//g; print'; }
expect "pdftotext" "$(pdftotext -raw page.pdf - | thai)" "ที่ น้ำ ฟ้า"
expect "pdftohtml" "$(pdftohtml -xml -stdout -i page.pdf | sed -n 's/<text[^>]*>//p' | thai)" "ที นํา ฟา"
expect "pdftocairo, pdftotext" "$(pdftotext -raw cairo.pdf - | thai)" "ที นํา ฟา"
expect "pdfwrite, pdftotext" "$(pdftotext -raw gs.pdf - | thai)" "ที นํา ฟา"
expect "qpdf, pdftotext" "$(pdftotext -raw qpdf.pdf - | thai)" "ที่ น้ำ ฟ้า"
expect "mutool clean, pdftotext" "$(pdftotext -raw mutool.pdf - | thai)" "ที่ น้ำ ฟ้า"
finish
