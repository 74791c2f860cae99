#!/usr/bin/env bash
# Trains the classifier of relations anew, after the joint network, the rules or the features of pairs have changed: about ten minutes on one core. What it gives on
# held-back sentences is printed; confidence is then to be fitted anew (fit_confidence.sh).
#   tools/train/fit_relations.sh [BUILD_FOLDER] [SHARED_FOLDER] [PYTHON]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build}
shared=${2:-../shared}
python=${3:-python3}  # with PyTorch and numpy: requirements.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for needed in "$build/tools/relation_examples" "$shared/corpora/pretrain"; do
  [[ -e $needed ]] || { echo "fit_relations.sh: $needed: not there (build the target relation_examples first; data folder: $shared)" >&2; exit 1; }
done
python3 tools/train/relation_sentences.py --shared "$shared" > "$work/articles.jsonl"
"$build/tools/relation_examples" extract/model "$work/articles.jsonl" "$work/vectors" > "$work/examples.jsonl"
"$python" tools/train/train_relations.py "$work/examples.jsonl" "$work/vectors" --out "$work/en.relations.actm"
mv "$work/en.relations.actm" extract/model/en.relations.actm
