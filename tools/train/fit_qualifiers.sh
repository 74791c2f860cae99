#!/usr/bin/env bash
# Fits the choice of times and places (extract/relation/qualifiers.inc) anew, after models, rules or features have changed, builds
# the program with it, and prints what it reaches on held-back texts. A minute; nothing is changed when a step fails. Needs numpy.
#   tools/train/fit_qualifiers.sh [BUILD_FOLDER] [SHARED_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for needed in "$build/tools/qualifier_examples" "$shared/corpora/pretrain"; do
  [[ -e $needed ]] || { echo "fit_qualifiers.sh: $needed: not there (build the target qualifier_examples first; data folder: $shared)" >&2; exit 1; }
done

python3 tools/train/relation_sentences.py --shared "$shared" --dated > "$work/texts.jsonl"
"$build/tools/qualifier_examples" extract/model "$work/texts.jsonl" > "$work/examples.jsonl"
python3 tools/train/fit_qualifiers.py --held "$work/examples.jsonl" > "$work/qualifiers.inc"
cp "$work/qualifiers.inc" extract/relation/qualifiers.inc
cmake --build "$build" --target actant
"$build/actant" extract "$work/texts.jsonl" > "$work/records.jsonl"
for part in "" --held; do
  echo "judge_qualifiers.py $part"
  python3 tools/eval/judge_qualifiers.py "$work/records.jsonl" --shared "$shared" $part | grep -E "^(source|place|time) +[0-9]"
done
