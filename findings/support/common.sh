# Sourced by the scripts of this folder: packages, a temporary folder, comparing what is seen with what was seen.
# A script leaves with 0 if the tool behaves as its comment says, with 1 if it behaves otherwise, with 2 if the
# tool cannot be had here.

set -euo pipefail
export LC_ALL=C.UTF-8 TZ=UTC OMP_THREAD_LIMIT=1

SUPPORT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
WORK=$(mktemp -d)
# $WORK/stop holds commands that end what a script started, such as a database server.
tidy() {
  if [ -f "$WORK/stop" ]; then sh "$WORK/stop" >/dev/null 2>&1 || true; fi
  rm -rf "$WORK"
}
trap tidy EXIT
cd "$WORK"

cannot() {
  echo "cannot be tried here: $*" >&2
  exit 2
}

# debian PACKAGE VERSION: has the package of that upstream version. Debian removes a revision from its archive when a
# fix supersedes it, so the newest revision of the version serves; where none is left, whatever Debian has now does,
# and the line printed says so.
debian() {
  local name=$1 wanted=$2 have
  have=$(dpkg-query -W -f '${db:Status-Status} ${Version}' "$name" 2>/dev/null | sed -n 's/^installed //p' || true)
  case ${have#*:} in
  "$wanted"*) ;;
  *)
    [ "$(id -u)" = 0 ] || [ -n "$have" ] || cannot "$name is not installed, and only root can install it"
    if [ "$(id -u)" = 0 ]; then
      local revision
      [ -n "$(ls -A /var/lib/apt/lists 2>/dev/null)" ] || apt-get update -qq
      revision=$(apt-cache madison "$name" | cut -d '|' -f 2 | tr -d ' ' |
        awk -v wanted="$wanted" '{bare = $0; sub(/^[0-9]+:/, "", bare)} index(bare, wanted) == 1 {print; exit}')
      if [ -n "$revision" ] || [ -z "$have" ]; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
          "$name${revision:+=$revision}" >/dev/null 2>&1 || cannot "$name $wanted cannot be installed"
      fi
    fi
    have=$(dpkg-query -W -f '${Version}' "$name")
    ;;
  esac
  case ${have#*:} in
  "$wanted"*) echo "$name $have" ;;
  *) echo "$name $have (the finding was made with $wanted)" ;;
  esac
}

# npm_packages NAME@VERSION...: in the temporary folder, without running their install scripts.
npm_packages() {
  command -v node >/dev/null || debian nodejs 18
  command -v npm >/dev/null || debian npm 9
  npm install --prefix "$WORK" --silent --no-audit --no-fund --ignore-scripts --no-save "$@" >/dev/null 2>&1 ||
    cannot "npm cannot install $*"
  echo "$* on Node $(node -p 'process.versions.node + ", ICU " + process.versions.icu')"
}

# has_node: for what is Node's own.
has_node() {
  command -v node >/dev/null || debian nodejs 18
  echo "Node $(node -p 'process.versions.node + ", ICU " + process.versions.icu')"
}

changed=0
# expect WHAT SEEN WANTED: prints what is seen; remembers a difference.
expect() {
  if [ "$2" = "$3" ]; then
    echo "  $1: $2"
  else
    echo "  $1: $2" >&2
    echo "    was: $3" >&2
    changed=1
  fi
}

# The last line of every script.
finish() {
  [ "$changed" = 0 ] || { echo "the behaviour has changed" >&2; exit 1; }
  echo "as described"
}
