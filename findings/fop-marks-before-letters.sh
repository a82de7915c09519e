#!/bin/bash
# Guess: a formatter that supports complex scripts sets Thai as well with that support as without it, or better.
# What happens: Apache FOP, whose support is on unless switched off, draws vowel signs and tone marks before the letter
#   that they belong to, so that they stand on the letter before: "ที่ดิน" is printed and stored as "ี่ทิดน". With -nocs
#   each line is right. The font has all that Thai needs, and no message is given.
# Why it matters: report servers make PDFs by XSL-FO. Such a paper is wrong in print and in its text alike; no reader
#   can tell where a mark came from, and a word list finds every second word unknown.
# Seen with FOP 2.8, fonts-tlwg-laksaman-ttf 0.7.3; read by pdftotext 22.12.0 -raw, and looked at.
. "$(dirname "$0")/support/common.sh"
debian fop 2.8
debian fonts-tlwg-laksaman-ttf 0.7.3
debian poppler-utils 22.12.0

font=$(dpkg -L fonts-tlwg-laksaman-ttf | grep '/Laksaman\.ttf$')
cat > fop.xml <<XML
<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts><font embed-url="file://$font">
<font-triplet name="Laksaman" style="normal" weight="normal"/></font></fonts></renderer></renderers></fop>
XML
cat > page.fo <<'XML'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format"><fo:layout-master-set>
<fo:simple-page-master master-name="a" page-width="210mm" page-height="297mm"><fo:region-body margin="20mm"/></fo:simple-page-master>
</fo:layout-master-set><fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body">
<fo:block font-family="Laksaman">ที่ดิน วันที่ ๒</fo:block></fo:flow></fo:page-sequence></fo:root>
XML
layer() {
  fop -c fop.xml "$@" page.fo page.pdf >/dev/null 2>&1 || cannot "FOP does not run"
  pdftotext -raw page.pdf - | head -n 1
}
expect "as it comes" "$(layer)" "ี่ทิดน ัวนี่ท ๒"
expect "with -nocs" "$(layer -nocs)" "ที่ดิน วันที่ ๒"
finish
