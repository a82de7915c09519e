#!/bin/bash
# Guess: what PDFKit (and pdfmake upon it) writes into the text layer for a word depends on that word.
# What happens: sara am is drawn by two glyphs, and the layer's entry for the first is whatever it stood for when it
#   was first used in the document: the bare sign, or tone mark and sign together. After a "ค่ำ" (evening) every "ทำ"
#   (to do) is "ท่า" (harbour) in the layer; after a "น้ำ" every "สำ" is "ส้า"; in a document without tones before it,
#   "ทำ" is "ทำา". On paper all is right.
# Why it matters: search, copying and extraction read other words than are printed, valid ones, and which ones
#   depends on what stands pages before. Nothing in the document shows it but the drawing of the glyphs.
# Seen with PDFKit 0.20.2 on Node 20.20.2, the font Garuda of fonts-tlwg-garuda-ttf 0.7.3; read by pdftotext 22.12.0 -raw.
. "$(dirname "$0")/support/common.sh"
debian fonts-tlwg-garuda-ttf 0.7.3
debian poppler-utils 22.12.0
npm_packages pdfkit@0.20.2

layer() {
  node - "$(dpkg -L fonts-tlwg-garuda-ttf | grep '/Garuda\.ttf$')" "$1" <<'JS'
const PDFDocument = require('pdfkit'), paper = new PDFDocument();
paper.pipe(require('fs').createWriteStream('page.pdf'));
paper.font(process.argv[2]).fontSize(20).text(process.argv[3], 50, 50);
paper.end();
JS
  pdftotext -raw page.pdf - | head -n 1
}
expect "ค่ำ สำนักงาน ทำ" "$(layer 'ค่ำ สำนักงาน ทำ')" "ค่่ำ ส่านักงาน ท่า"
expect "น้ำ สำนักงาน" "$(layer 'น้ำ สำนักงาน')" "น้้ำ ส้านักงาน"
expect "สำนักงาน" "$(layer สำนักงาน)" "สำานักงาน"
finish
