#!/bin/bash
# Guess: PostgreSQL's to_number with a template that does not fit the text throws, as to_date does.
# What happens: the template counts characters, and what lies beyond is dropped: '159,100' with six nines is 15910, the
#   comma having used up the place of the last digit, and '1234567' with '999,999' is 123456. Where the template has no
#   point, the point of the text is left out and '5.5' is 55. "(100)" is 10. No error in any case.
# Why it matters: amounts lose their last digit or grow tenfold, in the one function that is there for such text.
#   Remove the commas with replace() and cast to numeric: a cast throws.
# Seen with PostgreSQL 15.18.
. "$(dirname "$0")/support/common.sh"
. "$SUPPORT/postgres.sh"

expect "159,100 by 999999" "$(query "select to_number('159,100', '999999')")" "15910"
expect "1234567 by 999,999" "$(query "select to_number('1234567', '999,999')")" "123456"
expect "5.5 by 999" "$(query "select to_number('5.5', '999')")" "55"
expect "(100) by 999" "$(query "select to_number('(100)', '999')")" "10"
expect "a cast" "$(query "select '159,100'::numeric" | head -n 1)" 'ERROR:  invalid input syntax for type numeric: "159,100"'
finish
