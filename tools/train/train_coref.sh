#!/usr/bin/env bash
# Trains the ranker of coreference (extract/coref/ranker.md) on what both models see; minutes on one core.
#   tools/train/train_coref.sh SHARED BUILD OUT        OUT/en.coref.actm comes out
# Needs zstd and a python with numpy ($PYTHON, default python3).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$3"
shared=$(realpath "$1") build=$(realpath "$2") out=$(realpath "$3")
python=${PYTHON:-python3}
model=$here/../../extract/model
python3 "$here/../eval/coref_tokens.py" gum "$shared/data/treebank/en_gum-ud-train.conllu.zst" "$shared/data/coref/ontogum.train.conll.zst" \
  --documents "$shared/data/treebank/gum_strict_docs.txt" > "$out/train.tokens"
"$build/tools/coref_examples" --model "$model" "$out/train.tokens" > "$out/fast.examples"
"$build/tools/coref_examples" --model "$model/accurate" "$out/train.tokens" > "$out/accurate.examples"
options=(--epochs 6 --least 40 --hidden 40 --dropout 0.25 --feature-dropout 0.2)
for seed in 1 2 3; do
  "$build/tools/train_coref" --train "$out/fast.examples" --train "$out/accurate.examples" --out "$out/weights.$seed" "${options[@]}" --seed $seed
done
# The caution is chosen on OntoGUM dev.
(cd "$here" && "$python" export_coref.py "$out"/weights.[123] "$out/en.coref.actm" --caution -0.2 --command "train_coref ${options[*]} --seed 1, 2, 3" \
  --data "ontogum.train, strict documents=$shared/data/coref/ontogum.train.conll.zst")
