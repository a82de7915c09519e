#!/bin/bash
# Guess: of a merged cell the first place has the value and the others are empty, as the file has it and as openpyxl
#   and SheetJS give it.
# What happens: ExcelJS gives the value of the merged cell at every place under it, also in row.values and eachCell.
#   One amount merged over three rows counts three times in a sum.
# Why it matters: plans merge the budget over the steps of an activity. Sum only cells whose `master` is themselves.
# Seen with ExcelJS 4.4.0 and SheetJS 0.18.5 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
npm_packages exceljs@4.4.0 xlsx@0.18.5

seen=$(node - <<'JS'
const ExcelJS = require('exceljs'), XLSX = require('xlsx');
(async () => {
  const made = new ExcelJS.Workbook(), sheet = made.addWorksheet('แผน');
  sheet.addRows([['ขั้นที่ 1', 300], ['ขั้นที่ 2'], ['ขั้นที่ 3']]);
  sheet.mergeCells('B1:B3');
  await made.xlsx.writeFile('merged.xlsx');

  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile('merged.xlsx');
  let all = 0, masters = 0;
  book.worksheets[0].eachRow(row => row.eachCell(cell => {
    if (typeof cell.value !== 'number') return;
    all += cell.value;
    if (cell.master === cell) masters += cell.value;
  }));
  const rows = XLSX.utils.sheet_to_json(XLSX.readFile('merged.xlsx').Sheets['แผน'], {header: 1});
  console.log('ExcelJS', all, 'masters only', masters, 'SheetJS', rows.reduce((sum, row) => sum + (row[1] || 0), 0));
})();
JS
)
expect "the sum of one merged 300" "$seen" "ExcelJS 900 masters only 300 SheetJS 300"
finish
