#!/bin/bash
# Guess: FTS5's default tokenizer unicode61 knows Unicode and keeps a Thai word whole where spaces surround it; the
#   tokenizer "ascii" is the crude one.
# What happens: vowels and tone marks above and below the line are no letters to unicode61 and end the word: "ครู" is
#   stored as "คร", "พัฒนา" as "พ" and "ฒนา", and a search for "ป่า" (forest) finds "ป้า" (aunt). remove_diacritics=0
#   changes nothing. "ascii" takes every byte from 128 on for a letter and is right. So is unicode61 with
#   categories 'L* N* Co M*'.
# Why it matters: the search seems to work, and returns rows that lack the word.
# Seen with SQLite 3.40.1.
. "$(dirname "$0")/support/common.sh"
debian sqlite3 3.40.1

words() {
  sqlite3 :memory: "create virtual table t using fts5(x, tokenize=\"$1\");
    insert into t values('พัฒนา ครู'), ('ป้า');
    create virtual table v using fts5vocab(t, 'row');
    select group_concat(term, ' ') from v; select 'ป่า finds ' || count(*) from t where t match '\"ป่า\"';" | tr '\n' ';'
}
expect "unicode61" "$(words unicode61)" "คร ฒนา ป พ า;ป่า finds 1;"
expect "unicode61, diacritics kept" "$(words 'unicode61 remove_diacritics 0')" "คร ฒนา ป พ า;ป่า finds 1;"
expect "ascii" "$(words ascii)" "ครู ป้า พัฒนา;ป่า finds 0;"
expect "unicode61 with marks" "$(words "unicode61 categories 'L* N* Co M*'")" "ครู ป้า พัฒนา;ป่า finds 0;"
finish
