#!/bin/bash
# Guess: a browser that repeats a table's head on every printed page repeats every table's head.
# What happens: Chromium repeats it only while it is no taller than a quarter of the page; a taller one stands on the
#   first page alone. The foot is repeated all the same, so that a total stands on every page, under rows that it is
#   not the sum of.
# Why it matters: heads of Thai plans, with months in a second row and words turned upright, can be that tall on a
#   landscape page.
#   The pages after the first then have no names for their columns, and a total is read once for each page.
# Seen with Chromium 156.0.8078.108; the page has 257 mm (971 px) between its margins.
. "$(dirname "$0")/support/common.sh"
. "$SUPPORT/chromium.sh"

pages() {
  {
    echo "<style>@page { size: A4; margin: 20mm } td, th { border: 1px solid; padding: 0 }</style><table>
      <thead><tr><th style='height: $1px'>HEAD</th></tr></thead><tfoot><tr><td>TOTAL</td></tr></tfoot>"
    for row in $(seq 90); do echo "<tr><td>row $row</td></tr>"; done
    echo "</table>"
  } >page.html
  print_page page.html page.pdf
  for page in 1 2 3; do
    pdftotext -f $page -l $page page.pdf - | grep -E 'HEAD|TOTAL' | paste -sd '+'
  done | paste -sd ' '
}
expect "head of 230 px" "$(pages 230)" "HEAD+TOTAL HEAD+TOTAL HEAD+TOTAL"
expect "head of 255 px" "$(pages 255)" "HEAD+TOTAL TOTAL TOTAL"
finish
