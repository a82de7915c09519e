#!/bin/bash
# Guess: csvkit makes numbers of columns of numbers and leaves text alone.
# What happens: a column of 1 and 0 is one of true and false; a column of ranges such as "1-3" is one of dates,
#   3 January 2001; and 1/10/2561 is 10 January of the year 2561 of the common era. csvsort, csvjson, csvstat and in2csv
#   do it; csvcut and csvgrep do not.
# Why it matters: month columns are ticked with 1, steps and quarters are given as ranges, and sorting a file rewrites
#   them. Give --no-inference.
# Seen with csvkit 1.0.7.
. "$(dirname "$0")/support/common.sh"
debian csvkit 1.0.7

printf 'mark,range,day\n1,1-3,1/10/2561\n0,4-6,2/10/2561\n' >plan.csv
expect "csvsort" "$(csvsort -c range plan.csv | paste -sd ' ')" \
  "mark,range,day True,2001-01-03,2561-01-10 False,2001-04-06,2561-02-10"
expect "csvsort --no-inference" "$(csvsort --no-inference -c range plan.csv | paste -sd ' ')" \
  "mark,range,day 1,1-3,1/10/2561 0,4-6,2/10/2561"
finish
