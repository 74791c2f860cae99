#!/usr/bin/env bash
# Reading alone: main text of web pages against known texts, MB/s of WARC and of HTML; fails below the floors.
#   tools/eval/read_floors.sh [BUILD_FOLDER] [SHARED_FOLDER]
# With trafilatura (PyPI) in the Python that $ACTANT_PEER_PYTHON names, also beside it: no worse by 2 points, 20 times as fast.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for set in html warc; do
  tar --zstd -xf "$shared/corpora/archives/$set.tar.zst" -C "$work"
done
failed=0
peer=()
if [[ -n ${ACTANT_PEER_PYTHON:-} ]]; then peer=(--peer); fi
"${ACTANT_PEER_PYTHON:-python3}" tools/eval/html_text.py "$work" "$build/tools/read_articles" --floor 94 "${peer[@]}" || failed=1
"$build/tools/bench_read" --floor-warc 100 --floor-html 30 "$work/warc/news_pages_generated.warc.gz" || failed=1
exit $failed
