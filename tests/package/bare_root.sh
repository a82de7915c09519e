#!/usr/bin/env bash
# In a bare Debian 12, as root, in a clone of the project: installs the package in /taken, uses it as a common user, and
# removes it. What it says begins with "bare root:" once packages could be had.
set -euo pipefail

say() { echo "bare root: $* ($SECONDS s)"; }
fail() { echo "bare root: $*"; exit 1; }
officer() { su officer --command "cd /srv/officer && LC_ALL=C.UTF-8 $1"; }
# Everything but what belongs to other packages' work: logs, downloads, and what is made for this run.
everything() {
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /run -o -path /srv/officer -o -path /taken \
        -o -path /tarang -o -path /var/log -o -path /var/lib/apt -o -path /var/cache -o -path /var/lib/dpkg \) -prune -o -print | sort
}

export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet --quiet
deb=$(echo /taken/tarang_*.deb)
# What it depends on comes first, so that what it leaves itself can be seen.
apt-get satisfy --yes --quiet --quiet --no-install-recommends "$(dpkg-deb --field "$deb" Depends)" >/dev/null
useradd --create-home --home-dir /srv/officer officer
everything >/tmp/before
say "the packages that it depends on are installed"

apt-get install --yes --quiet --quiet --no-install-recommends "$deb" >/dev/null
command -v tarang >/dev/null || fail "there is no tarang"
[ -z "$(dpkg --verify tarang)" ] || fail "its files are not as it brought them"
officer "tarang --version"
say "installed"

# The demo's import, by a user who owns nothing but a home.
samples=$(awk -F '\t' 'NR > 1 { print "/tarang/samples/" $1 }' samples/catalogue.tsv | tr '\n' ' ')
officer "tarang import $samples --db office.db --json >events.jsonl 2>messages" || true  # the catalogue decides
scripts/check-verdicts samples/catalogue.tsv /srv/officer/events.jsonl >/tmp/verdicts || { cat /tmp/verdicts; fail "verdicts differ"; }
officer "tarang show office.db --lang en | grep -q reading-2567.pdf" || fail "the sample is not shown"
officer "tarang import /usr/share/doc/tarang/examples/reading-2567.pdf --manifest /usr/share/doc/tarang/examples/schools.csv --db example.db >/dev/null"
say "$(wc -l </tmp/verdicts) samples imported, each with the verdict expected"

# A database of each older schema: read, gone on with, and copied.
cp -r /taken/old /srv/officer/ && chown -R officer: /srv/officer/old
for database in /srv/officer/old/*.db; do
    name=$(basename "$database")
    officer "tarang show old/$name --lang en | grep -q old.pdf" || fail "the old document of $name is gone"
    officer "tarang find old/$name ริมธาร --lang en | grep -q ริมธาร" || fail "the old words of $name are not found"
    officer "tarang import /tarang/samples/portrait-2567.pdf --db old/$name >/dev/null" || fail "no import into $name"
    officer "tarang export old/$name --format jsonl | grep -c budget >count"
    [ "$(cat /srv/officer/count)" -gt 1 ] || fail "the export of $name is short"
    officer "tarang backup old/$name copy-$name --lang en >/dev/null" || fail "no backup of $name"
done
say "databases of $(find /taken/old -name '*.db' | wc -l) schemas brought up to date"

# What docs/database.md shows, but for SQL, in the order in which it shows it.
sed -n '/^## Upgrade and restore/,/^## Questions/p' docs/database.md | awk '/^```sh/ { shown = 1; next } /^```/ { shown = 0 } shown' |
    grep -v '^sqlite3' >/srv/officer/shown.sh
[ "$(wc -l </srv/officer/shown.sh)" -gt 5 ] || fail "docs/database.md shows no commands"
officer "bash -e shown.sh >shown.out 2>&1" || { cat /srv/officer/shown.out; fail "docs/database.md shows what does not work"; }
say "upgrade and restore work as docs/database.md shows them"

dpkg --purge tarang >/dev/null
everything >/tmp/after
diff /tmp/before /tmp/after || fail "this was left, or taken along"
[ -s /srv/officer/office.db ] && [ -d /srv/officer/office.db.files ] || fail "the data is gone"
say "removed; only the user's own data is left"
