#!/bin/bash
# Guess: col -b takes out what was struck over with backspaces, as man's own recipe for plain text says; a text without
#   a single backspace goes through unchanged.
# What happens: it keeps one character a column, and a mark that stands above or below a letter is a second one in its
#   column: น้ำ (water) comes out as นำ (to lead), พื้นที่ as พนท่, a decomposed élève as eleve. Without -b all stays.
# Why it matters: man itself pipes every page through col -b when its output is no terminal, so `man -L th PAGE | grep`
#   and pages saved to a file have other words than the page on the screen, without a warning.
# Seen with col of bsdextrautils 2.38.1, man-db 2.11.2.
. "$(dirname "$0")/support/common.sh"
debian bsdextrautils 2.38.1
debian man-db 2.11.2

through() { echo "$1" | col "${@:2}"; }
expect "น้ำ" "$(through น้ำ -b)" "นำ"
expect "พื้นที่" "$(through พื้นที่ -b)" "พนท่"
expect "French, decomposed" "$(through $'e\u0301le\u0300ve' -b)" "eleve"
expect "without -b" "$(through พื้นที่)" "พื้นที่"

printf '.TH PAGE 1\n.SH NAME\npage \\- น้ำในพื้นที่\n' >page.1
expect "man into a pipe" "$(man -l page.1 | sed -n 's/^ *page - //p')" "นำในพนท่"
expect "the same page from groff" "$(groff -K utf8 -T utf8 -P-cbou -man page.1 | sed -n 's/^ *page - //p')" "น้ำในพื้นที่"
finish
