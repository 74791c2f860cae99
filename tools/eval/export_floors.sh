#!/usr/bin/env bash
# Speed and memory of GraphML and N-Quads on a generated graph; fails below the floors.
#   tools/eval/export_floors.sh [BUILD_FOLDER] [SHARED_FOLDER] [ARTICLES]
# The goals are 80 and 60 MB/s on one core, below 300 MB, from a graph of 10 million edges (ARTICLES 1000000); what is reached is in
# export/formats.md, Speed. The floors leave room for slower machines.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
articles=${3:-3000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$build/tools/generate_records" "$articles" | "$build/actant" load - --graph "$work/graph"
"$build/tools/bench_export" "$work/graph" graphml=30 nquads=140 --most-memory 300 > /dev/null
