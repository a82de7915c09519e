#!/bin/bash
# Guess: Moment refuses a month name it does not know, as it does in English.
# What happens: in Thai an unknown month is skipped and January is returned, valid. Every written form but the one with
#   both dots is unknown: "ต.ค", "ตค.", "กย". In English "1 Otc 2018" is invalid with the same format.
# Why it matters: papers write short months with both dots, with one and with none; all but the first kind become
#   January. Ask parsingFlags() for unusedTokens, or read months by a table of your own.
# Seen with Moment 2.31.0 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
npm_packages moment@2.31.0

month() {
  node - "$1" "$2" <<'JS'
const moment = require('moment');
require('moment/locale/th');
const day = moment(process.argv[3], 'D MMM YYYY', process.argv[2]);
console.log(day.isValid() ? day.format('YYYY-MM-DD') : 'invalid');
JS
}
expect "both dots" "$(month th '1 ต.ค. 2018')" "2018-10-01"
expect "last dot missing" "$(month th '1 ต.ค 2018')" "2018-01-01"
expect "first dot missing" "$(month th '1 ตค. 2018')" "2018-01-01"
expect "no dots" "$(month th '1 กย 2018')" "2018-01-01"
expect "an unknown month in English" "$(month en '1 Otc 2018')" "invalid"
finish
