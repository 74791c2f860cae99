#!/usr/bin/env bash
# Speed and memory of GraphML and N-Quads on a generated graph; fails below the floors.
#   tools/eval/export_floors.sh [BUILD_FOLDER] [SHARED_FOLDER] [ARTICLES]
# The goals are 80 and 60 MB/s on one core, below 300 MB, from a graph of 10 million edges (ARTICLES 1000000). N-Quads reaches its
# own. GraphML does not: it says less of an edge, and two thirds of its time are reading edges with their evidence (14 MB/s of
# 20,000 articles on a busy machine), so its floor only keeps it from getting worse.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
articles=${3:-3000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$build/tools/generate_records" "$articles" | "$build/actant" load - --graph "$work/graph"
"$build/tools/bench_export" "$work/graph" graphml=7 nquads=35 --most-memory 300 > /dev/null
