#!/bin/bash
# Guess: a Thai collation differs from others in the order of Thai letters.
# What happens: it also ignores punctuation, alone among the common locales: "1.1", "11" and "1-1" are equal under th,
#   so are "159,100" and "159.100". In PostgreSQL a column with a nondeterministic th collation refuses "11" as a
#   duplicate of "1.1", and count(distinct) gives 1. The root collation tells them apart.
# Why it matters: item numbers and amounts are most of what stands in a plan's cells; lists deduplicated or joined under
#   th lose rows. Ask for "th-u-ka-noignore", or { ignorePunctuation: false }.
# Seen with PostgreSQL 15.18 (ICU 72.1) and Node 20.20.2 (ICU 78.2).
. "$(dirname "$0")/support/common.sh"
has_node
. "$SUPPORT/postgres.sh"

query "create collation thai (provider = icu, locale = 'th', deterministic = false)"
query "create collation root (provider = icu, locale = 'und', deterministic = false)"
query "create collation thai_with_dots (provider = icu, locale = 'th-u-ka-noignore', deterministic = false)"
numbers="(values ('1.1'), ('11'), ('1-1')) as t(x)"
expect "distinct under th" "$(query "select count(distinct x collate thai) from $numbers")" "1"
expect "distinct under the root" "$(query "select count(distinct x collate root) from $numbers")" "3"
expect "distinct under th-u-ka-noignore" "$(query "select count(distinct x collate thai_with_dots) from $numbers")" "3"
query "create table item (number text collate thai primary key)"
expect "a key" "$(query "insert into item values ('1.1'), ('11')" | head -n 1)" \
  'ERROR:  duplicate key value violates unique constraint "item_pkey"'
expect "Node, 159,100 and 159.100, th and en" "$(node -p '
["th", "en"].map(locale => new Intl.Collator(locale).compare("159,100", "159.100") === 0).join()')" "true,false"
finish
