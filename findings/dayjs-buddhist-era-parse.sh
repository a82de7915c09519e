#!/bin/bash
# Guess: Day.js with the plugins buddhistEra and customParseFormat reads "BBBB" as it prints it; or it refuses.
# What happens: the plugin only prints. In parsing, the token BBBB is taken for plain letters and the year of the text
#   is dropped: the date that comes out lies in the year in which the program runs, and isValid() is true.
#   Only the strict mode says "Invalid Date".
# Why it matters: every date of an old plan lands in the current year, which looks right in a test with today's papers.
# Seen with Day.js 1.11.23 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
npm_packages dayjs@1.11.23

seen=$(node - <<'JS'
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/buddhistEra'));
dayjs.extend(require('dayjs/plugin/customParseFormat'));
const printed = dayjs('2018-10-01').format('DD/MM/BBBB');
const read = dayjs(printed, 'DD/MM/BBBB');
console.log(printed, read.isValid(), read.format('DD/MM'), read.year() === new Date().getFullYear() ? 'this year' : read.year(),
  '| strict:', dayjs(printed, 'DD/MM/BBBB', true).format());
JS
)
expect "printed, then read" "$seen" "01/10/2561 true 01/10 this year | strict: Invalid Date"
finish
