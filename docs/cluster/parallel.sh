#!/bin/bash
# One batch over a few computers with GNU parallel: parallel.sh COMPUTERS N SHARDS ARGUMENTS...
#
# COMPUTERS: as --sshlogin takes them ("pc1,pc2,:", the last being this one), each with tarang and the same folders.
# N: the number of shards, a few for each computer. SHARDS: a folder on the disk of each computer.
# ARGUMENTS: what `tarang import` takes beside --db and --shard. Run it again after a failure: what was done is not
# read again. Then fetch the shards (rsync) and: tarang merge office.db SHARDS/*.db
set -euo pipefail
computers=$1 of=$2 shards=$3
shift 3
one() {
    mkdir -p "$3" && tarang import --shard "$1/$2" --db "$3/$1.db" "${@:4}"
    case $? in 0 | 3 | 4) ;; *) return 1 ;; esac  # every document has its verdict in the database
}
export -f one
parallel --sshlogin "$computers" --env one --jobs 1 --retries 5 --joblog "shards-$of.log" --quote \
    one '{}' "$of" "$shards" "$@" ::: $(seq "$of")
