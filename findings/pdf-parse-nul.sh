#!/bin/bash
# Guess: a glyph without a character comes out of a PDF reader as nothing or as U+FFFD.
# What happens: pdf-parse (and pdf.js in it) gives U+0000 for the marks of Noto Sans Thai in a PDF by Chromium, one for
#   each glyph, inside words: "ที\0 นํ\0า". The text prints as if nothing were there.
# Why it matters: PostgreSQL refuses such a text and such JSON, C code ends it there, SQLite's length() and printing stop
#   there; and a check for U+FFFD finds nothing. Count U+0000 as glyphs lost; the /ActualText of the file has them.
# Seen with pdf-parse 2.4.5 on Node 20.20.2, Chromium 156.0.8078.108, fonts-noto-core 20201225.
. "$(dirname "$0")/support/common.sh"
. "$SUPPORT/chromium.sh"
debian fonts-noto-core 20201225
npm_packages pdf-parse@2.4.5

echo "<meta charset=utf-8><p style=\"font-family: 'Noto Sans Thai'\">ที่ น้ำ ฟ้า" >page.html
print_page page.html page.pdf
expect "the line" "$(node - <<'JS'
const {PDFParse} = require('pdf-parse');
new PDFParse({data: new Uint8Array(require('fs').readFileSync('page.pdf'))}).getText()
  .then(({text}) => console.log(JSON.stringify(text.split('\n')[0])));
JS
)" '"ที\u0000 นํ\u0000า ฟ\u0000า"'
finish
