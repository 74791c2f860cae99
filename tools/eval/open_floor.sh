#!/usr/bin/env bash
# Open relations on CaRB dev: the whole set and both halves (only the first was read and learned from); fails below a floor of F1.
#   tools/eval/open_floor.sh [BUILD_FOLDER] [SHARED_FOLDER] [FLOOR]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
data=${2:-../shared}/openie
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
convert=tools/eval/open_benchmark.py
python3 $convert articles "$data/dev.txt" > "$work/articles.jsonl"
"$build/actant" extract --open --language any "$work/articles.jsonl" > "$work/records.jsonl"
python3 $convert carb "$data/dev.txt" "$work/records.jsonl" > "$work/system.tsv"
python3 tools/eval/score_open.py "$data" "$work/system.tsv" --floor "${3:-0}"
