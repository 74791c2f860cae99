#!/usr/bin/env bash
# Fits both confidence tables anew, after models, rules or features have changed, builds the program with them, and prints what
# holds on held-back articles. Four minutes at most; nothing is changed when a step fails.
#   tools/train/fit_confidence.sh [BUILD_FOLDER] [SHARED_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
tables=extract/relation
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for needed in "$build/actant" "$shared/gold/dev.articles.jsonl" "$shared/events/plover_gsr.dev.jsonl" "$shared/openie/dev.txt"; do
  [[ -e $needed ]] || { echo "fit_confidence.sh: $needed: not there (build the target actant first; data folder: $shared)" >&2; exit 1; }
done

"$build/actant" explain --json "$shared/gold/dev.articles.jsonl" > "$work/gold.jsonl"
for set in plover_gsr petrarch; do
  python3 tools/eval/sentences_to_articles.py "$shared/events/$set.dev.jsonl" > "$work/articles.jsonl"
  "$build/actant" explain --json --language any "$work/articles.jsonl" > "$work/$set.jsonl"
done
python3 tools/train/annotations.py gold "$work/own" --train --shared "$shared"
"$build/actant" explain --json "$work/own/dev.articles.jsonl" > "$work/own.jsonl"
python3 tools/train/judged_triples.py --shared "$shared" > "$work/judged_articles.jsonl"
"$build/actant" explain --json "$work/judged_articles.jsonl" > "$work/judged.jsonl"
others=(--judged "$work/judged.jsonl" --own "$work/own" "$work/own.jsonl" --events "$shared/events" "$work/plover_gsr.jsonl" "$work/petrarch.jsonl")
python3 tools/train/fit_confidence.py relations "$shared/gold" "$work/gold.jsonl" "${others[@]}" > "$work/relations.inc"
python3 tools/eval/open_benchmark.py articles "$shared/openie/dev.txt" > "$work/sentences.jsonl"
"$build/actant" explain --json --open --language any "$work/sentences.jsonl" > "$work/open.jsonl"
python3 tools/train/fit_confidence.py open "$shared/openie" "$work/open.jsonl" > "$work/open.inc"

cp "$work/relations.inc" $tables/confidence_relations.inc
cp "$work/open.inc" $tables/confidence_open.inc
cmake --build "$build" --target actant
"$build/actant" explain --json "$shared/gold/dev.articles.jsonl" > "$work/gold.jsonl"
python3 tools/eval/calibration.py "$shared/gold" "$work/gold.jsonl" "${others[@]}"
