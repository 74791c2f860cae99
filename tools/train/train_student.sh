#!/bin/sh
# Trains the fast network on, narrower, on text that it and the transformer label together:  tools/train/train_student.sh SHARED_DIR OUT CHECKPOINT [MINUTES] [UNITS]
#
# CHECKPOINT is a best.pt of train_joint.py from which en.actm of extract/model was made; OUT is the folder of train_accurate.sh, with teacher.pt; OUT/en.actm comes out.
# Word rows stay as they are, so that the transformer and the classifier of relations, which read them, go on to fit; en.transformer.actm is to be exported
# anew for its self-test (export_teacher.py). Two processes label, one trains. Needs what train_accurate.sh needs; PYTHON and DUMP_TOKENS as in train.sh, DUMP_TOKENS is needed.
set -eu
shared=$1 out=$2 checkpoint=$3 minutes=${4:-95} units=${5:-224}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
models=$here/../../extract/model
export OMP_NUM_THREADS=1

label() {  # PART
  "$python" -u "$here/label_texts.py" --shared "$shared" --model "$models/en.actm" --segmenter "$models/en.segmenter.actm" --kernels "$out/kernels.so" \
    --teacher "$out/teacher.pt" --onnx "$out/e5-small-v2-q.onnx" --tokenizer "$out/e5-small-v2-q-tokenizer.json" --dump-tokens "$DUMP_TOKENS" \
    --out "$out/silver.$1.jsonl" --part "$1/2" --share 0.6
}
label 0 & label 1
wait
"$python" "$here/prune_joint.py" --checkpoint "$checkpoint" --units "$units" --kernels "$out/kernels.so" --shared "$shared" --out "$out/narrow.pt"
"$python" -u "$here/train_joint.py" --shared "$shared" --model "$models/en.actm" --resume "$out/narrow.pt" --config "{\"d\": $units}" \
  --kernels "$out/kernels.so" --dump-tokens "$DUMP_TOKENS" --out "$out/student" --silver "$out"/silver.[01].jsonl --silver-words 300000 \
  --minutes "$minutes" --rate 1.3e-3 --word-rate 0 --dropout 0.15 --average 0.9993 --eval-every 3
"$python" "$here/export_model.py" --checkpoint "$out/student/best.pt" --kernels "$out/kernels.so" --shared "$shared" --out "$out/en.actm"
