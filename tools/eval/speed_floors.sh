#!/usr/bin/env bash
# Speed of the whole extractor on news text, one thread, beside the matrix product of OpenBLAS in the same run; gain of a second
# thread by processor time; start-up and memory. Fails below the floors.
#   tools/eval/speed_floors.sh [BUILD_FOLDER] [SHARED_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
# With slack for a busy machine; on a quiet one 300 (15,000 words/s at 50 GFLOP/s) and 1.85 are to be reached.
per_gflops=230   # words/s for each GFLOP/s of OpenBLAS sgemm
two_threads=1.6  # times one, by processor time
start=150        # ms
memory=350       # MiB
text=$(mktemp)
trap 'rm -f "$text"' EXIT
# The reader closes the pipe early.
zstd -dcq --long=27 "$shared/corpora/pretrain/us_news_allsides_01.RESTRICTED.txt.zst" | head -c 600000 > "$text" || true
report=$("$build/tools/bench_extract" --model extract/model "$text")
echo "$report"
failed=0
check() {  # NAME, PATTERN with the figure in a group, OPERATOR, FLOOR OR CEILING
  local figure
  figure=$(sed -n "s/$2/\\1/p" <<< "$report")
  if [[ -z $figure ]] || ! awk "BEGIN { exit !($figure $3 $4) }"; then
    echo "MISSED: $1: ${figure:-not measured}, expected $3 $4"
    failed=1
  fi
}
check "words/s for each GFLOP/s" '^  \([0-9]*\) words\/s for each GFLOP.*' ">=" $per_gflops
check "two threads" '^two threads: \([0-9.]*\) times.*' ">=" $two_threads
check "start-up, ms" '^start-up.*: \([0-9.]*\) ms' "<" $start
check "peak memory, MiB" '^peak memory.*: \([0-9.]*\) MiB' "<" $memory
exit $failed
