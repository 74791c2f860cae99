#!/usr/bin/env bash
# Scores a finished model on the test columns of the model card: once, never while one is tuned or chosen.
#   tools/eval/test_columns.sh MODEL_FOLDER [BUILD_FOLDER] [SHARED_FOLDER]
# Needs zstd and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
model=${1:?"which model? extract/model or extract/model/accurate"}
build=${2:-build}
shared=${3:-../shared}
source tools/eval/floor_helpers.sh

trees "EWT test" ewt-ud-test
raw "EWT test" ewt-ud-test
raw "GUM test" gum-ud-test
names "UNER EWT test" uner_ewt.test
names "CrossNER politics test" crossner_politics.test
names "CoNLL-2003 test, measured only" conll2003.test.EVAL-ONLY
names "worldwide newswire, measured only" en_worldwide_newswire.EVAL-ONLY
unpack "$shared/data/coref/gap-test.tsv.zst" "$work/gap.tsv"
python3 tools/eval/score_gap.py articles "$work/gap.tsv" > "$work/gap.jsonl"
"$build/actant" extract --model "$model" "$work/gap.jsonl" > "$work/gap.records"
check "coreference, GAP test" python3 tools/eval/score_gap.py score "$work/gap.tsv" "$work/gap.records"
chains "OntoGUM test" test
attribution "PolNeAR test, measured only" "$shared/data/attribution/polnear.test.jsonl.zst" 0
exit $failed
