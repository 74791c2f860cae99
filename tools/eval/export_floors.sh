#!/usr/bin/env bash
# Speed and memory of GraphML and N-Quads on a generated graph; fails below the floors. The goals are 80 and 60 MB/s on one core,
# below 300 MB, from a graph of 10 million edges (ARTICLES 1000000); the floors leave a third for slower machines.
#   tools/eval/export_floors.sh [BUILD_FOLDER] [SHARED_FOLDER] [ARTICLES]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
articles=${3:-20000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$build/tools/generate_records" "$articles" | "$build/actant" load - --graph "$work/graph"
"$build/tools/bench_export" "$work/graph" graphml=55 nquads=40 --most-memory 300 > /dev/null
