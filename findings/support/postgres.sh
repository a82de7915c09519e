# Sourced after common.sh: a PostgreSQL 15 of one's own, on a socket in the temporary folder and on no port.

[ "$(id -u)" = 0 ] || cannot "starting PostgreSQL as the user postgres takes root"
debian postgresql-15 15.
PG_PROGRAMS=/usr/lib/postgresql/15/bin
chmod 711 "$WORK"
install -d -o postgres "$WORK/pg"
as_postgres() { (cd "$WORK/pg" && setpriv --reuid=postgres --regid=postgres --clear-groups "$@" >/dev/null); }
as_postgres "$PG_PROGRAMS/initdb" -D "$WORK/pg/data" -A trust -E UTF8 --locale=C.UTF-8
echo "cd $WORK/pg && setpriv --reuid=postgres --regid=postgres --clear-groups \\
  $PG_PROGRAMS/pg_ctl -D $WORK/pg/data -m immediate stop" >"$WORK/stop"
as_postgres "$PG_PROGRAMS/pg_ctl" -D "$WORK/pg/data" -w -l "$WORK/pg/log" -o "-c listen_addresses= -k $WORK/pg" start

# query SQL: rows as lines, columns with "|" between, errors as text.
query() { psql -X -A -t -q -h "$WORK/pg" -U postgres -c "$1" postgres 2>&1 | head -n 20; }
