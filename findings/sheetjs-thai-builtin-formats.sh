#!/bin/bash
# Guess: SheetJS, which prints bbbb as a Buddhist year, knows the built-in formats of Thai Excel (ids 59 to 81) or shows
#   their cells as plain numbers.
# What happens: its table for these ids is that of other ids: 71 and 72 (d/m/yyyy and d-mmm-yy of the Buddhist
#   era) print month before day of the common era, 74 (mmm-yy) prints day and month without a year, 81 (d/m/bb) prints
#   "0000.0". ExcelJS gives the bare day count for all of them.
# Why it matters: 1 October 2561 reads 10/1/18, which a Thai reader takes for 10 January. Format by the id yourself.
# Seen with SheetJS 0.18.5 and ExcelJS 4.4.0 on Node 20.20.2; the cell holds 43374, 1 October 2018.
. "$(dirname "$0")/support/common.sh"
npm_packages xlsx@0.18.5 exceljs@4.4.0

shown() {
  node - "$1" <<'JS'
const XLSX = require('xlsx'), ExcelJS = require('exceljs'), JSZip = require('jszip');
(async () => {
  // A workbook by ExcelJS whose only number format is then given the built-in id.
  const made = new ExcelJS.Workbook();
  const cell = made.addWorksheet('a').getCell('A1');
  cell.value = 43374;
  cell.numFmt = 'd-mmm-yy';
  const zip = await JSZip.loadAsync(await made.xlsx.writeBuffer());
  const styles = await zip.file('xl/styles.xml').async('string');
  zip.file('xl/styles.xml', styles.replace(/numFmtId="15"/g, `numFmtId="${process.argv[2]}"`));
  const bytes = await zip.generateAsync({type: 'nodebuffer'});
  const back = new ExcelJS.Workbook();
  await back.xlsx.load(bytes);
  console.log(XLSX.read(bytes).Sheets.a.A1.w, '|', back.worksheets[0].getCell('A1').value);
})();
JS
}
expect "id 71" "$(shown 71)" "10/1/18 | 43374"
expect "id 72" "$(shown 72)" "10/1/18 | 43374"
expect "id 74" "$(shown 74)" "1-Oct | 43374"
expect "id 81" "$(shown 81)" "0000.0 | 43374"
finish
