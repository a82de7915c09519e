#!/bin/bash
# Guess: if any collation treats the two ways of writing sara am (ำ, or nikhahit and sara aa) as one, the Thai one does.
# What happens: English and the root collation compare "จำ" and "จํา" as equal; the Thai one is the only one that tells
#   them apart. It does take ๑ and 1 as equal, as the others do.
# Why it matters: PDF layers and OCR write the second form, people type the first. A sorted or deduplicated list that
#   was right in tests with the default locale keeps both in production under "th". Compose sara am before comparing.
# Seen with Node 20.20.2 (ICU 78.2).
. "$(dirname "$0")/support/common.sh"
has_node

compared() {
  node -e '
const [, locale, left, right] = process.argv;
console.log(new Intl.Collator(locale).compare(left, right) === 0 ? "equal" : "different");' "$@"
}
typed=$'\u0e08\u0e33' printed=$'\u0e08\u0e4d\u0e32'
expect "en, จำ" "$(compared en "$typed" "$printed")" "equal"
expect "de, จำ" "$(compared de "$typed" "$printed")" "equal"
expect "th, จำ" "$(compared th "$typed" "$printed")" "different"
expect "th, ๑ and 1" "$(compared th ๑ 1)" "equal"
finish
