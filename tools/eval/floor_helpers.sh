# What the scripts of floors share; to be sourced with `shared` set. `work` is a folder that goes away at the end.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
check() {  # TITLE COMMAND...
  echo "-- $1"
  shift
  "$@" || failed=1
}
unpack() { zstd -dcq "$1" > "$2"; }
