#!/bin/bash
# Guess: "ci" in utf8mb4_unicode_ci means that upper and lower case are one; Thai has no case, so nothing changes.
# What happens: it leaves out tone marks as well: ป่า (forest), ป้า (aunt) and ปา (to throw) are equal, and a unique key
#   refuses the second. Vowel marks count. The older utf8mb4_general_ci and utf8mb4_thai_520_w2 tell all of them apart.
# Why it matters: unicode_ci has the better name, and with it places that differ by a tone are one place.
#   Use utf8mb4_thai_520_w2 for Thai.
# Seen with MariaDB 10.11.19.
. "$(dirname "$0")/support/common.sh"
[ "$(id -u)" = 0 ] || cannot "starting MariaDB as the user mysql takes root"
debian mariadb-server 10.11

chmod 711 "$WORK"
install -d -o mysql "$WORK/my"
mariadb-install-db --no-defaults --user=mysql --datadir="$WORK/my/data" --skip-test-db >/dev/null 2>&1
mariadbd --no-defaults --user=mysql --datadir="$WORK/my/data" --socket="$WORK/my/socket" --skip-networking \
  >"$WORK/my/log" 2>&1 &
server=$!
echo "kill $server; sleep 2" >"$WORK/stop"
query() { mariadb --no-defaults -S "$WORK/my/socket" -N --default-character-set=utf8mb4 -e "$1" 2>&1 | tr '\t' ' '; }
for _ in $(seq 100); do [ "$(query 'select 1')" = 1 ] && break; sleep 0.3; done

same() { query "select 'ป่า' = 'ป้า' collate $1, 'ป่า' = 'ปา' collate $1, 'ครู' = 'คร' collate $1"; }
expect "unicode_ci: forest = aunt, = throw; teacher = without vowel" "$(same utf8mb4_unicode_ci)" "1 1 0"
expect "unicode_520_ci" "$(same utf8mb4_unicode_520_ci)" "1 1 0"
expect "general_ci" "$(same utf8mb4_general_ci)" "0 0 0"
expect "thai_520_w2" "$(same utf8mb4_thai_520_w2)" "0 0 0"
query "create database d; create table d.place (name varchar(40) unique) collate utf8mb4_unicode_ci"
expect "a unique key" "$(query "insert into d.place values ('ป่า'), ('ป้า')" | grep -o 'Duplicate entry')" "Duplicate entry"
finish
