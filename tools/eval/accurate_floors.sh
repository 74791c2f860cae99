#!/usr/bin/env bash
# Measures the accurate model (`--model accurate`) as accuracy_floors.sh does the default one, and fails below a floor.
#   tools/eval/accurate_floors.sh [BUILD_FOLDER] [SHARED_FOLDER]
# Needs zstd and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
model=extract/model/accurate
source tools/eval/floor_helpers.sh

trees "EWT dev" ewt-ud-dev --floor UPOS=97 --floor UAS=92 --floor LAS=89.8
raw "EWT dev" ewt-ud-dev --floor LAS=87 --floor sentences=90 --floor tokens=98.5
raw "PUD" pud-ud-test --floor LAS=87
names "UNER EWT dev" uner_ewt.dev --floor F1=82.5
names "UNER PUD" uner_pud.test --floor F1=81
nationalities
"$build/actant" extract --model $model "$shared/gold/dev.articles.jsonl" > "$work/records.jsonl"
check "relations, gold/dev" python3 tools/eval/check_gold.py "$shared/gold" "$work/records.jsonl" --floor strict=64 --floor precision=71 \
  --floor lenient=68 --seed met-with,supports,accused,stated,holds-position
unpack "$shared/data/coref/gap-validation.tsv.zst" "$work/gap.tsv"
python3 tools/eval/score_gap.py articles "$work/gap.tsv" > "$work/gap.jsonl"
"$build/actant" extract --model $model "$work/gap.jsonl" > "$work/gap.records"
check "coreference, GAP validation" python3 tools/eval/score_gap.py score "$work/gap.tsv" "$work/gap.records" --floor F1=73
chains "OntoGUM dev" dev --floor CoNLL=64.8
attributions EWT=69.5 GUM=74 PolNeAR=75 PolNeAR-plain=66 own=87
for set in plover_gsr.dev plv.dev; do
  python3 tools/eval/sentences_to_articles.py "$shared/events/$set.jsonl" > "$work/articles.jsonl"
  "$build/actant" extract --model $model --language any "$work/articles.jsonl" > "$work/events.jsonl"
  check "coded event sentences, $set" python3 tools/eval/check_events.py "$shared/events" "$set" "$work/events.jsonl" --floor "$([[ $set == plv* ]] && echo 55.5 || echo 68)"
done
exit $failed
