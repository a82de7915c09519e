#!/bin/bash
# Guess: getRawTextContent of pdf2json gives the text of a page from top to bottom.
# What happens: from bottom to top, whatever made the file; the words of a line are in order. The Texts of the same
#   parse, and every other reader, have the page the right way up.
# Why it matters: in a table the totals come first and the head last, rows continue upwards, and a page of one line,
#   the usual test, shows nothing. Take Texts and sort by y.
# Seen with pdf2json 4.1.0 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
npm_packages pdf2json@4.1.0

printf 'BT /F 12 Tf 20 160 Td (head) Tj 100 0 Td (sum) Tj -100 -40 Td (first) Tj 100 0 Td (10) Tj -100 -40 Td (second) Tj
100 0 Td (20) Tj ET\n' | python3 "$SUPPORT/simple_pdf.py" page.pdf
seen=$(node --input-type=module - <<'JS' 2>/dev/null | grep '^raw'
import PDFParser from 'pdf2json';
const parser = new PDFParser(null, true);
await new Promise((done, fail) => {
  parser.on('pdfParser_dataReady', done);
  parser.on('pdfParser_dataError', fail);
  parser.loadPDF('page.pdf');
});
console.log('raw', parser.getRawTextContent().split(/\s+/).slice(0, 6).join(' '),
  '| Texts', parser.data.Pages[0].Texts.map(text => decodeURIComponent(text.R[0].T)).join(' '));
JS
)
expect "one page" "$seen" "raw second 20 first 10 head sum | Texts head sum first 10 second 20"
finish
