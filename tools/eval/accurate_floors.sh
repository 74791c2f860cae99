#!/usr/bin/env bash
# Measures the accurate model (`--model accurate`) as accuracy_floors.sh does the default one, and fails below a floor.
#   tools/eval/accurate_floors.sh [BUILD_FOLDER] [SHARED_FOLDER]
# With TESTS=1 the test columns of the model card as well: for a finished model, never while one is tuned. Needs zstd and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
model=extract/model/accurate
source tools/eval/floor_helpers.sh

trees() {  # TITLE FILE [FLOOR...] : gold tokens
  unpack "$shared/data/treebank/en_$2.conllu.zst" "$work/gold.conllu"
  "$build/tools/analyze_conllu" --model $model "$work/gold.conllu" > "$work/system.conllu"
  check "$1, gold tokens" python3 tools/eval/score_conllu.py --gold-tokens "${@:3}" "$work/gold.conllu" "$work/system.conllu"
}
raw() {  # TITLE FILE [FLOOR...]
  unpack "$shared/data/treebank/en_$2.conllu.zst" "$work/gold.conllu"
  python3 tools/eval/raw_text.py "$work/gold.conllu" > "$work/text.txt"
  "$build/tools/analyze_conllu" --model $model --raw "$work/text.txt" > "$work/system.conllu"
  check "$1, raw text" python3 tools/eval/score_conllu.py "${@:3}" "$work/gold.conllu" "$work/system.conllu"
}
names() {  # TITLE FILE [OPTION...]
  unpack "$shared/data/ner/$2.iob2.zst" "$work/names.iob2"
  "$build/tools/analyze_conllu" --model $model --iob2 "$work/names.iob2" > "$work/names.out"
  check "$1, names of the program" python3 tools/eval/score_ner.py --types PER,ORG,LOC "${@:3}" "$work/names.iob2" "$work/names.out"
}

trees "EWT dev" ewt-ud-dev --floor UPOS=97 --floor UAS=92 --floor LAS=89.8
raw "EWT dev" ewt-ud-dev --floor LAS=87 --floor sentences=88 --floor tokens=98.5
raw "PUD" pud-ud-test --floor LAS=87
names "UNER EWT dev" uner_ewt.dev --floor F1=82.5
names "UNER PUD" uner_pud.test --floor F1=81
if [[ ${TESTS:-0} == 1 ]]; then
  trees "EWT test" ewt-ud-test
  raw "EWT test" ewt-ud-test
  raw "GUM test" gum-ud-test
  names "UNER EWT test" uner_ewt.test
  names "CrossNER politics test" crossner_politics.test
  names "CoNLL-2003 test, measured only" conll2003.test.EVAL-ONLY
  names "worldwide newswire, measured only" en_worldwide_newswire.EVAL-ONLY
fi

"$build/actant" extract --model $model "$shared/gold/dev.articles.jsonl" > "$work/records.jsonl"
check "relations, gold/dev" python3 tools/eval/check_gold.py "$shared/gold" "$work/records.jsonl" --floor strict=64 --floor precision=71 \
  --floor lenient=68 --seed met-with,supports,accused,stated,holds-position
for set in plover_gsr.dev plv.dev; do
  python3 tools/eval/sentences_to_articles.py "$shared/events/$set.jsonl" > "$work/articles.jsonl"
  "$build/actant" extract --model $model --language any "$work/articles.jsonl" > "$work/events.jsonl"
  check "coded event sentences, $set" python3 tools/eval/check_events.py "$shared/events" "$set" "$work/events.jsonl" --floor "$([[ $set == plv* ]] && echo 55.5 || echo 68)"
done
exit $failed
