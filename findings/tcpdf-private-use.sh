#!/bin/bash
# Guess: a PDF library that is given Unicode writes Unicode; Windows' private-use codes of Thai marks are of the 1990s.
# What happens: TCPDF moves marks by itself, unless told not to (K_THAI_TOPCHARS), and does it by replacing ่ with U+F70A,
#   ้ with U+F70B, ี with U+F702 and so on, if the font has such glyphs. The codes go into the text layer as they are:
#   one line mixes them with plain marks. With a font that has none (Noto) the same call writes plain text.
# Why it matters: forms filled in by web systems are printed so today, and words with marks cannot be found in them.
#   Codes to map are no sign of an old document.
# Seen with TCPDF 6.6.2, PHP 8.2, fonts-tlwg-garuda-ttf 0.7.3, fonts-noto-core 20201225; read by pdftotext 22.12.0 -raw.
. "$(dirname "$0")/support/common.sh"
debian php-tcpdf 6.6.2
debian php-cli 8.2
debian fonts-tlwg-garuda-ttf 0.7.3
debian fonts-noto-core 20201225
debian poppler-utils 22.12.0

# The characters of the layer that are of the private-use area, and the words without them.
layer() {
  cat > page.php <<'PHP'
<?php
require_once '/usr/share/php/tcpdf/tcpdf.php';
$pdf = new TCPDF();
$pdf->setPrintHeader(false);
$pdf->AddPage();
$font = TCPDF_FONTS::addTTFfont($argv[1], 'TrueTypeUnicode', '', 32, getcwd() . '/');
$pdf->SetFont($font, '', 14, getcwd() . '/' . $font . '.php');
$pdf->Cell(0, 10, 'ป่าไม้ ปี ที่', 0, 1);
$pdf->Output(getcwd() . '/page.pdf', 'F');
PHP
  php page.php "$1" >/dev/null 2>&1
  pdftotext -raw page.pdf - | head -n 1 | /usr/bin/python3 -c '
import sys
print("".join(f"<{ord(c):04X}>" if 0xE000 <= ord(c) < 0xF900 else c for c in sys.stdin.read().strip()))'
}
expect "ป่าไม้ ปี ที่ in Garuda" "$(layer "$(dpkg -L fonts-tlwg-garuda-ttf | grep '/Garuda\.ttf$')")" \
  "ป<F705>าไม<F70B> ป<F702> ที่"
expect "the same in Noto Sans Thai" "$(layer "$(dpkg -L fonts-noto-core | grep '/NotoSansThai-Regular\.ttf$')")" "ป่าไม้ ปี ที่"
finish
