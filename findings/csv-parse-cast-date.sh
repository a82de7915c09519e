#!/bin/bash
# Guess: csv-parse with cast and cast_date makes dates of what is written as a date.
# What happens: it asks the engine's Date.parse, and V8 passes over words it does not know: "ข้อ 3" (item 3) is the
#   1st of March 2001, "ที่ 1" the 1st of January 2001 and "ข้อ 50" the 1st of January 1950, while "ข้อ 13" and
#   "12 แผน" stay text.
# Why it matters: the column that numbers the items of a Thai form becomes dates in its first twelve rows, text in the next
#   nineteen, and dates again from the 32nd. Cast by column, with a rule of your own.
# Seen with csv-parse 7.0.3 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
npm_packages csv-parse@7.0.3

cast() {
  node - "$1" <<'JS'
const {parse} = require('csv-parse/sync');
const [[value]] = parse(process.argv[2] + '\n', {cast: true, cast_date: true});
console.log(value instanceof Date ? value.toISOString().slice(0, 10) : JSON.stringify(value));
JS
}
expect "ข้อ 3" "$(cast 'ข้อ 3')" "2001-03-01"
expect "ที่ 1" "$(cast 'ที่ 1')" "2001-01-01"
expect "ข้อ 13" "$(cast 'ข้อ 13')" '"ข้อ 13"'
expect "ข้อ 50" "$(cast 'ข้อ 50')" "1950-01-01"
expect "12 แผน" "$(cast '12 แผน')" '"12 แผน"'
finish
