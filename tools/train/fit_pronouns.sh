#!/usr/bin/env bash
# Fits the weights of the pronoun model anew, after models, rules or its features have changed; then build the program with
# them. A quarter of an hour on one core. Needs zstd and a python with numpy ($PYTHON, default python3).
#   tools/train/fit_pronouns.sh [BUILD_FOLDER] [SHARED_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

gum() {  # SPLIT [ARGUMENTS]
  python3 tools/eval/coref_tokens.py gum "$shared/data/treebank/en_gum-ud-$1.conllu.zst" "$shared/data/coref/ontogum.$1.conll.zst" "${@:2}"
}
gum train --documents "$shared/data/treebank/gum_strict_docs.txt" > "$work/train.tokens"
gum dev > "$work/dev.tokens"
python3 tools/eval/coref_tokens.py litbank "$shared/data/coref/litbank_coref.conll.zst" > "$work/litbank.tokens"
for set in development validation; do zstd -dcq "$shared/data/coref/gap-$set.tsv.zst" > "$work/$set.tsv"; done
fast() { "$build/tools/pronoun_examples" --model extract/model "$@"; }
accurate() { "$build/tools/pronoun_examples" --model extract/model/accurate "$@"; }
# Both models share the weights and see the same texts a little differently: what both see trains (LitBank once, it is long).
fast --gap "$work/development.tsv" --tokens "$work/train.tokens" --partial "$work/litbank.tokens" > "$work/train"
accurate --gap "$work/development.tsv" --tokens "$work/train.tokens" >> "$work/train"
for model in fast accurate; do
  $model --gap "$work/validation.tsv" > "$work/validation.$model"
  $model --tokens "$work/dev.tokens" > "$work/dev.$model"
done
"$python" tools/train/fit_pronouns.py "$work/train" --seed 4 --dev "$work/validation.fast" --dev "$work/validation.accurate" \
  --dev "$work/dev.fast" --dev "$work/dev.accurate" > "$work/weights.inc"
cp "$work/weights.inc" extract/entity/pronoun_weights.inc
