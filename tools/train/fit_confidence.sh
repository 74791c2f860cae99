#!/usr/bin/env bash
# Fits both confidence tables anew, after models, rules or features have changed, and builds the program with them.
#   tools/train/fit_confidence.sh [BUILD_FOLDER] [SHARED_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$build/actant" explain --json "$shared/gold/dev.articles.jsonl" > "$work/gold.jsonl"
python3 tools/train/fit_confidence.py relations "$shared/gold" "$work/gold.jsonl" > "$work/relations.inc"
python3 tools/eval/open_benchmark.py articles "$shared/openie/dev.txt" > "$work/sentences.jsonl"
"$build/actant" explain --json --open --language any "$work/sentences.jsonl" > "$work/open.jsonl"
python3 tools/train/fit_confidence.py open "$shared/openie" "$work/open.jsonl" > "$work/open.inc"
cp "$work/relations.inc" extract/relation/confidence_relations.inc
cp "$work/open.inc" extract/relation/confidence_open.inc
nice -n 10 cmake --build "$build" --target actant
