#!/bin/bash
# Guess: \w in an engine that knows Unicode matches a Thai word, or it is ASCII and matches nothing.
# What happens: four answers for "ที่ปรึกษา". Perl and ICU match the word. GNU grep and sed (the C library) cut it at
#   the tone mark alone, since the C library counts vowel marks as letters and tone marks not. Python and PCRE with UCP
#   cut it at every mark and lose them. PCRE without UCP, and JavaScript, match nothing. The C library also counts Thai
#   digits as letters and not as digits, so [[:alpha:]] takes ๑๕๙ and [[:digit:]] does not.
# Why it matters: a pattern tried in grep does something else in the program, and tokenizers built on \w, of which there
#   are many in Python, index fragments. Write the class out: [\p{L}\p{M}\p{Nd}] or the range of Thai.
# Seen with grep 3.8, Perl 5.36, PCRE2 10.42, Python 3.11, ICU 72.1, glibc 2.36.
. "$(dirname "$0")/support/common.sh"
debian grep 3.8
debian perl 5.36
debian python3 3.11
debian python3-icu 2.10

word=ที่ปรึกษา
expect "Perl" "$(perl -CSDA -e 'print join "|", $ARGV[0] =~ /\w+/g' "$word")" "ที่ปรึกษา"
expect "ICU" "$(/usr/bin/python3 -c '
import icu, sys
found = icu.RegexMatcher(r"\w+", sys.argv[1], 0)
found.find()
print(found.group())' "$word")" "ที่ปรึกษา"
expect "grep -E" "$(echo "$word" | grep -oE '\w+' | paste -sd '|')" "ที|ปรึกษา"
expect "PCRE, UCP" "$(echo "$word" | grep -oP '(*UCP)\w+' | paste -sd '|')" "ท|ปร|กษา"
expect "Python" "$(/usr/bin/python3 -c 'import re, sys; print("|".join(re.findall(r"\w+", sys.argv[1])))' "$word")" "ท|ปร|กษา"
expect "PCRE" "$(echo "$word" | grep -cP '\w' || true)" "0"
expect "๑๕๙ as [[:alpha:]], [[:digit:]]" \
  "$(echo ๑๕๙ | grep -cE '^[[:alpha:]]+$'), $(echo ๑๕๙ | grep -cE '[[:digit:]]' || true)" "1, 0"
finish
