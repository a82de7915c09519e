#!/bin/bash
# Guess: read_html takes the comma for a thousands mark where a column is one of numbers, and leaves other columns alone.
# What happens: it removes commas from every cell that looks like digits with commas, also in a column that stays text:
#   quarters "1,2" become "12", items "1,2,3" become "123", beside a cell that says "ไตรมาส". read_csv with
#   thousands="," leaves such a column as it is.
# Why it matters: plans list quarters, months and items so. Call read_html(..., thousands=None).
# Seen with pandas 1.5.3 on Python 3.11.
. "$(dirname "$0")/support/common.sh"
debian python3-pandas 1.5.3
debian python3-lxml 4.9

expect "read_html, thousands=None, read_csv" "$(/usr/bin/python3 -W ignore - <<'PY'
import io
import pandas
cells = ["ไตรมาส", "1,2", "1,2,3"]
page = "<table><tr><th>a</th></tr>%s</table>" % "".join("<tr><td>%s</td></tr>" % cell for cell in cells)
for options in {}, {"thousands": None}:
    print(pandas.read_html(page, **options)[0]["a"].tolist())
print(pandas.read_csv(io.StringIO("a\n" + "\n".join('"%s"' % cell for cell in cells)), thousands=",")["a"].tolist())
PY
)" "['ไตรมาส', '12', '123']
['ไตรมาส', '1,2', '1,2,3']
['ไตรมาส', '1,2', '1,2,3']"
finish
