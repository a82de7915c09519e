#!/bin/bash
# Guess: a parser that knows the Buddhist era knows it as it is printed in English papers, "B.E. 2561".
# What happens: chrono knows only "2561 BE". With dots after the year the era is left over and the year is 2561 of the
#   common era; with the era before the year, as official English has it, the year itself is left over and the date
#   lies in the year of the reference date. Only the `text` of the result shows that something was not read.
# Why it matters: one list of projects gives three centuries for one date. Compare `text` with what was to be read.
# Seen with chrono-node 2.10.3 on Node 20.20.2; the reference date is 15 May 2020.
. "$(dirname "$0")/support/common.sh"
npm_packages chrono-node@2.10.3

read_date() {
  node - "$1" <<'JS'
const [found] = require('chrono-node').parse(process.argv[2], new Date(Date.UTC(2020, 4, 15)));
console.log(found.date().toISOString().slice(0, 10), 'from', found.text);
JS
}
expect "BE" "$(read_date '1 October 2561 BE')" "2018-10-01 from 1 October 2561 BE"
expect "B.E. after" "$(read_date '1 October 2561 B.E.')" "2561-10-01 from 1 October 2561"
expect "B.E. before" "$(read_date '1 October B.E. 2561')" "2020-10-01 from 1 October"
finish
