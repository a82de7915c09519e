#!/bin/bash
# Guess: pandas either reads Thai digits as numbers or does not.
# What happens: astype(int) and astype(float) read ๑๕๙ as 159; to_numeric, the function meant for it, gives NaN with
#   errors="coerce"; read_csv leaves the column text, and with dtype=int it throws.
# Why it matters: the usual "coerce, then fill with 0" turns every amount in Thai digits into nothing, while a quick try
#   with astype shows that pandas can read them.
# Seen with pandas 1.5.3 on Python 3.11.
. "$(dirname "$0")/support/common.sh"
debian python3-pandas 1.5.3

expect "astype, to_numeric, read_csv" "$(/usr/bin/python3 -W ignore - <<'PY'
import io
import pandas
amounts = pandas.Series(["๑๕๙", "159"])
print(amounts.astype(int).tolist(), pandas.to_numeric(amounts, errors="coerce").tolist(),
      pandas.read_csv(io.StringIO("a\n๑๕๙\n"))["a"].tolist())
try:
    pandas.read_csv(io.StringIO("a\n๑๕๙\n"), dtype=int)
except ValueError as error:
    print(error)
PY
)" "[159, 159] [nan, 159.0] ['๑๕๙']
cannot safely convert passed user dtype of int64 for object dtyped data in column 0"
finish
