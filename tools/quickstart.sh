#!/usr/bin/env bash
# From a fresh clone to a graph: installs what is missing, builds actant, builds a graph from examples/archive (or from
# the paths given), tells what it found and writes it as GraphML and JSON-LD.
#   tools/quickstart.sh [PATH...]
set -euo pipefail
cd "$(dirname "$0")/.."

bash tools/setup.sh
build=${ACTANT_BUILD:-build}
out=$build/quickstart
if [[ ! -f $build/build.ninja ]]; then
  cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release
fi
cmake --build "$build" --target actant

actant=$build/actant
graph=$out/graph
paths=("$@")
((${#paths[@]} > 0)) || paths=(examples/archive)
mkdir -p "$out"
rm -rf "$graph"

echo
"$actant" build "${paths[@]}" --graph "$graph"
echo
"$actant" stats "$graph" --top 8
echo
echo "The strongest events, each with the surest sentence that says so:"
echo
"$actant" why "$graph" '?' events '?' --edges 8 --limit 1
echo
"$actant" export "$graph" --to graphml --force -o "$out/graph.graphml"
"$actant" export "$graph" --to jsonld --force -o "$out/graph.jsonld"
echo
echo "Go on with:"
echo "  $actant query $graph '?' met-with '?'"
echo "  $actant --help"
