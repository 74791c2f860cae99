#!/usr/bin/env bash
# Installs a build into a temporary folder and builds and runs a user's project against it.
#   tests/install/run.sh BUILD_FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$1" --prefix "$work/prefix" > "$work/log" || { cat "$work/log"; exit 1; }
cmake -S "$here" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH="$work/prefix" > "$work/log" \
  || { cat "$work/log"; exit 1; }
cmake --build "$work/build" > "$work/log" || { cat "$work/log"; exit 1; }
"$work/build/user" "$work/graph"
cd "$work" && "$work/prefix/bin/actant" stats "$work/graph" > /dev/null
PKG_CONFIG_PATH=$(dirname "$(find "$work/prefix" -name actant.pc)") pkg-config --exists actant
echo "the installed package works"
