#!/usr/bin/env bash
# Measures the accuracy of the shipped models and rules on development data and fails below a floor.
#   tools/eval/accuracy_floors.sh [BUILD_FOLDER] [SHARED_FOLDER]
# Figures of the last release are in tools/train/experiments.md. Needs zstd and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
model=extract/model
source tools/eval/floor_helpers.sh

trees "EWT dev" ewt-ud-dev --floor UPOS=96.5 --floor UAS=90.3 --floor LAS=87.9
raw "EWT dev" ewt-ud-dev --floor LAS=85.4 --floor sentences=90 --floor tokens=98.5
raw "PUD" pud-ud-test --floor LAS=86.5
alone() {  # TITLE FILE FLOOR
  unpack "$shared/data/ner/$2.iob2.zst" "$work/names.iob2"
  "$build/tools/analyze_conllu" --model "$model" --iob2 --recognizer "$work/names.iob2" > "$work/names.out"
  check "$1, names of the network alone" python3 tools/eval/score_ner.py --types PER,ORG,LOC --floor "F1=$3" "$work/names.iob2" "$work/names.out"
}
names "UNER EWT dev" uner_ewt.dev --floor F1=79
alone "UNER EWT dev" uner_ewt.dev 77
names "UNER PUD" uner_pud.test --floor F1=78.5
alone "UNER PUD" uner_pud.test 78.5
nationalities

"$build/actant" extract "$shared/gold/dev.articles.jsonl" > "$work/records.jsonl"
check "relations, gold/dev" python3 tools/eval/check_gold.py "$shared/gold" "$work/records.jsonl" --floor strict=63 --floor precision=70 \
  --floor lenient=66 --floor modality=96 --floor attributed_to=75 --floor time=70 --floor place=70 \
  --seed met-with,supports,accused,stated,holds-position

unpack "$shared/data/coref/gap-validation.tsv.zst" "$work/gap.tsv"
python3 tools/eval/score_gap.py articles "$work/gap.tsv" > "$work/gap.jsonl"
"$build/actant" extract "$work/gap.jsonl" > "$work/gap.records"
check "coreference, GAP validation" python3 tools/eval/score_gap.py score "$work/gap.tsv" "$work/gap.records" --floor F1=71.5
chains "OntoGUM dev" dev --floor CoNLL=61.8
attributions EWT=70 GUM=71.5 PolNeAR=72.5 PolNeAR-plain=63.5 own=87
"$build/actant" explain --json "$shared/gold/dev.articles.jsonl" > "$work/explained.jsonl"
for set in plover_gsr petrarch; do
  python3 tools/eval/sentences_to_articles.py "$shared/events/$set.dev.jsonl" > "$work/articles.jsonl"
  "$build/actant" explain --json --language any "$work/articles.jsonl" > "$work/$set.jsonl"
done
python3 tools/train/annotations.py gold "$work/own" --train --shared "$shared"
"$build/actant" explain --json "$work/own/dev.articles.jsonl" > "$work/own.jsonl"
python3 tools/train/judged_triples.py --shared "$shared" > "$work/judged_articles.jsonl"
"$build/actant" explain --json "$work/judged_articles.jsonl" > "$work/judged.jsonl"
check "calibration of confidence, gold/dev" python3 tools/eval/calibration.py "$shared/gold" "$work/explained.jsonl" \
  --own "$work/own" "$work/own.jsonl" --events "$shared/events" "$work/plover_gsr.jsonl" "$work/petrarch.jsonl" \
  --judged "$work/judged.jsonl" --floor 0.05
check "open relations, CaRB dev" tools/eval/open_floor.sh "$build" "$shared" 55
events() {  # SET FLOOR
  python3 tools/eval/sentences_to_articles.py "$shared/events/$1.jsonl" > "$work/articles.jsonl"
  # Short sentences are too little to tell the language by.
  "$build/actant" extract --language any "$work/articles.jsonl" > "$work/events.jsonl"
  check "coded event sentences, $1" python3 tools/eval/check_events.py "$shared/events" "$1" "$work/events.jsonl" --floor "$2"
}
events plover_gsr.dev 69
events petrarch.dev 87
events plv.dev 54.5

exit $failed
