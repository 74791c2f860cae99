#!/usr/bin/env bash
# Speed of the whole extractor on news text, one thread, beside the matrix product of OpenBLAS in the same run; fails below the floor.
#   tools/eval/speed_floors.sh [BUILD_FOLDER] [SHARED_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
floor=12000  # words/s
text=$(mktemp)
trap 'rm -f "$text"' EXIT
# The reader closes the pipe early.
zstd -dcq --long=27 "$shared/corpora/pretrain/us_news_allsides_01.RESTRICTED.txt.zst" | head -c 600000 > "$text" || true
report=$("$build/tools/bench_extract" --model extract/model "$text")
echo "$report"
words=$(sed -n 's/^whole extractor, one thread: \([0-9]*\) words.*/\1/p' <<< "$report")
if ((words < floor)); then
  echo "BELOW THE FLOOR: $words < $floor words/s"
  exit 1
fi
