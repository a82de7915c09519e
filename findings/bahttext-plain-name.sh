#!/bin/bash
# Guess: BAHTTEXT is a function of the workbook standard (ECMA-376 Part 1, 18.17.7), so a formula of that name works.
# What happens: LibreOffice has the function, but in a workbook it knows it as _xlfn.BAHTTEXT only, with the prefix of
#   functions that the standard lacks; under its own name it is #NAME?. Gnumeric has it under neither. And LibreOffice
#   writes 101 as "หนึ่งร้อยหนึ่ง" where the package thai-baht-text has "หนึ่งร้อยเอ็ด", as people say.
# Why it matters: approved amounts stand in words beside the figures. In a sheet made by a script and converted by a
#   server there is an error instead; and words of two programs cannot be compared as texts, only as amounts.
# Seen with LibreOffice 7.4.7, Gnumeric 1.12.55, openpyxl 3.0.9; thai-baht-text 2.0.5 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
debian libreoffice-calc-nogui 7.4.7
debian gnumeric 1.12.55
debian python3-openpyxl 3.0.9
npm_packages thai-baht-text@2.0.5

# sheet PREFIX: a workbook whose A1 has the formula, with no value kept.
sheet() {
  /usr/bin/python3 - "$1" <<'PY'
import sys
import openpyxl
book = openpyxl.Workbook()
book.active["A1"] = f"={sys.argv[1]}BAHTTEXT(101)"
book.save("words.xlsx")
PY
}
libreoffice_shows() {
  sheet "$1"
  soffice "-env:UserInstallation=file://$WORK/profile" --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' \
    words.xlsx >/dev/null 2>&1 || cannot "LibreOffice does not run"
  cat words.csv
}
gnumeric_shows() {
  sheet "$1"
  ssconvert --recalc words.xlsx words.csv >/dev/null 2>&1
  cat words.csv
}
expect "LibreOffice, BAHTTEXT" "$(libreoffice_shows '')" "#NAME?"
expect "LibreOffice, _xlfn.BAHTTEXT" "$(libreoffice_shows _xlfn.)" "หนึ่งร้อยหนึ่งบาทถ้วน"
expect "Gnumeric, BAHTTEXT" "$(gnumeric_shows '')" "#NAME?"
expect "Gnumeric, _xlfn.BAHTTEXT" "$(gnumeric_shows _xlfn.)" "#NAME?"
expect "thai-baht-text" "$(node -e 'const p = require("thai-baht-text"); console.log((p.default || p)(101))')" "หนึ่งร้อยเอ็ดบาทถ้วน"
finish
