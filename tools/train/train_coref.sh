#!/usr/bin/env bash
# Trains the coreference ranker; minutes on one core. The models of extract/model parse the text.
#   tools/train/train_coref.sh SHARED BUILD OUT        OUT/en.coref.actm comes out
# Needs zstd and a python with numpy ($PYTHON, default python3).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
shared=$1 build=$2 out=$3
python=${PYTHON:-python3}
model=$here/../../extract/model
mkdir -p "$out"
tokens() { python3 "$here/../eval/coref_tokens.py" "$@"; }
gum() {  # SPLIT [ARGUMENTS]
  tokens gum "$shared/data/treebank/en_gum-ud-$1.conllu.zst" "$shared/data/coref/ontogum.$1.conll.zst" "${@:2}"
}
gum train --documents "$shared/data/treebank/gum_strict_docs.txt" > "$out/train.tokens"
gum dev > "$out/dev.tokens"
tokens litbank "$shared/data/coref/litbank_coref.conll.zst" > "$out/litbank.tokens"
zstd -dcq "$shared/data/coref/gap-development.tsv.zst" > "$out/gap.tsv"

"$build/tools/coref_examples" --model "$model" --tokens "$out/train.tokens" --partial "$out/litbank.tokens" \
  --gap "$out/gap.tsv" > "$out/train.examples"
"$build/tools/coref_examples" --model "$model" --tokens "$out/dev.tokens" > "$out/dev.examples"
options=(${COREF_OPTIONS:---epochs 3 --least 30 --dropout 0.4})
"$build/tools/train_coref" --train "$out/train.examples" --dev "$out/dev.examples" --out "$out/weights" "${options[@]}"
"$python" "$here/export_coref.py" "$out/weights" "$out/en.coref.actm" --command "train_coref ${options[*]}" \
  --data "ontogum.train, strict documents=$shared/data/coref/ontogum.train.conll.zst" \
  --data "litbank_coref=$shared/data/coref/litbank_coref.conll.zst" \
  --data "gap-development=$shared/data/coref/gap-development.tsv.zst"
