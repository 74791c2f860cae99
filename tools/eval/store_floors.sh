#!/usr/bin/env bash
# Speed, memory and latency of the graph on 20,000 generated articles, about a minute; fails below the floors.
#   tools/eval/store_floors.sh [BUILD_FOLDER]
# The floors are for processor time and for ratios to what RocksDB alone takes in the same run, with slack for a busy machine; what
# is to be reached on a quiet one is in graph/store/performance.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
# In memory where there is room: a slow disk is not what is measured.
parent=${TMPDIR:-/tmp}
if [[ -w /dev/shm && $(df --output=avail /dev/shm | tail -1) -gt 1000000 ]]; then parent=/dev/shm; fi
work=$(mktemp -d "$parent/actant-floors-XXXXXX")
trap 'rm -rf "$work"' EXIT
failed=0

# floor WHAT VALUE LEAST
floor() {
  if ! awk -v value="$2" -v least="$3" 'BEGIN { exit !(value != "" && value + 0 >= least + 0) }'; then
    echo "BELOW THE FLOOR: $1 ${2:-missing} < $3"
    failed=1
  fi
}
# ceiling WHAT VALUE MOST
ceiling() {
  if ! awk -v value="$2" -v most="$3" 'BEGIN { exit !(value != "" && value + 0 <= most + 0) }'; then
    echo "ABOVE THE LIMIT: $1 ${2:-missing} > $3"
    failed=1
  fi
}

report=$(TMPDIR=$work "$build/tools/bench_store" 20000 add bulk merge resolve keep="$work/graph") || true  # its own limits have no slack
echo "$report"
floor "incremental, triples/s on two cores" \
  "$(sed -n 's/^add .* on two cores of its own \([0-9]*\) .*/\1/p' <<< "$report")" 60000
floor "bulk, part of SstFileWriter" \
  "$(sed -n 's/.*SstFileWriter alone.*on two cores of its own \([0-9.]*\) (floor.*/\1/p' <<< "$report")" 0.35
ceiling "memory, MB" "$(sed -n 's/^memory *\([0-9]*\) MB.*/\1/p' <<< "$report" | sort -n | tail -1)" 700
ceiling "bytes a triple" "$(sed -n 's/^size *\([0-9.]*\) bytes.*/\1/p' <<< "$report")" 200

report=$("$build/tools/bench_query" "$work/graph" 200) || true
echo "$report"
median() { sed -n "s/^$1  *median *\([0-9.]*\) ms.*/\1/p" <<< "$report"; }
ceiling "one hop by name, ms" "$(median 'one hop by name')" 1
ceiling "two triples from a node, ms" "$(median 'two triples from a node')" 40
ceiling "path by hops, ms" "$(median 'path by hops')" 100
ceiling "path by strength, ms" "$(median 'path by strength')" 100
# Of the processor, at the 99th percentile.
p99() { sed -n "s/^$1  *median .*(processor [0-9.]*, \([0-9.]*\)).*/\1/p" <<< "$report"; }
ceiling "one hop by name, ms at the 99th percentile" "$(p99 'one hop by name')" 10
ceiling "five paths by hops, ms at the 99th percentile" "$(p99 'five paths by hops')" 200
ceiling "path by strength, ms at the 99th percentile" "$(p99 'path by strength')" 200
ceiling "timeline of a node, ms at the 99th percentile" "$(p99 'timeline of a node, 20 events')" 40
ceiling "open and look up a name, ms" "$(median 'open and look up a name')" 300
exit $failed
