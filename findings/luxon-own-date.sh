#!/bin/bash
# Guess: what Luxon prints with a format and a locale, it reads back with the same format and locale.
# What happens: in Thai the formats D, DD and DDD print the Buddhist year (2561), and fromFormat takes the same text as
#   the year 2561 of the common era: 543 years late, valid, without a word. The format "d MMMM yyyy" of the same object
#   prints 2018. DDDD is printed as well and is not read back at all.
# Why it matters: a date stored as its display text and read again moves by 543 years, and two columns written by two
#   formats of one library stand in two eras. Keep the ISO date; never read a localised one.
# Seen with Luxon 3.7.2 on Node 20.20.2.
. "$(dirname "$0")/support/common.sh"
npm_packages luxon@3.7.2

round_trip() {
  node - "$1" <<'JS'
const {DateTime} = require('luxon');
const format = process.argv[2], day = DateTime.fromISO('2018-10-01').setLocale('th');
const text = day.toFormat(format);
console.log(text, '->', DateTime.fromFormat(text, format, {locale: 'th'}).toISODate());
JS
}
expect "D" "$(round_trip D)" "1/10/2561 -> 2561-10-01"
expect "DD" "$(round_trip DD)" "1 ต.ค. 2561 -> 2561-10-01"
expect "DDD" "$(round_trip DDD)" "1 ตุลาคม 2561 -> 2561-10-01"
expect "d MMMM yyyy" "$(round_trip 'd MMMM yyyy')" "1 ตุลาคม 2018 -> 2018-10-01"
expect "DDDD" "$(round_trip DDDD)" "วันจันทร์ที่ 1 ตุลาคม 2561 -> null"
finish
