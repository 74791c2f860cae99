#!/usr/bin/env bash
# Builds everything and runs all tests: what .ci/run calls. On a machine with the measuring data beside the repository
# (../shared), the accuracy and speed floors of tools/eval are checked too.
set -euo pipefail
cd "$(dirname "$0")/.."

bash tools/setup.sh --tests
build=${ACTANT_BUILD:-build}
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release
cmake --build "$build"
ctest --test-dir "$build" --output-on-failure -j2

echo "== the exports in the programs that users have"
npm ci --prefix tests/compat --no-audit --no-fund
# The Debian packages belong to the Python of Debian, which need not be the first in the path.
[[ -d $build/compat-venv ]] || /usr/bin/python3 -m venv --system-site-packages "$build/compat-venv"
"$build/compat-venv/bin/pip" install -q -r tests/compat/requirements.txt
"$build/actant" extract examples/archive > "$build/archive.jsonl"
"$build/compat-venv/bin/python" tests/compat/export_acceptance.py "$build/actant" "$build/compat-java" tests/data/nasty.jsonl \
  "$build/archive.jsonl"

echo "== the page of the viewer"
npm ci --prefix export/viewer --no-audit --no-fund
node export/viewer/build.mjs --check
rm -rf "$build/viewer.graph"
"$build/actant" build examples/archive --graph "$build/viewer.graph"
"$build/actant" export "$build/viewer.graph" --to html -o "$build/viewer.html" --force
rm -rf "$build/large.graph"
"$build/tools/generate_records" 5000 10000 | "$build/actant" load - --graph "$build/large.graph"
"$build/actant" export "$build/large.graph" --to html -o "$build/large.html" --force
node tests/compat/viewer_test.mjs "$build/viewer.html" --large "$build/large.html"

echo "== the installed package"
bash tests/install/run.sh "$build"

echo "== untrusted bytes under the sanitizers"
cmake --preset sanitize -B "$build-sanitize" -DACTANT_BUILD_EXAMPLES=OFF -DACTANT_BUILD_TOOLS=OFF
cmake --build "$build-sanitize" --target fuzz_targets
ctest --test-dir "$build-sanitize" --output-on-failure -j2 -R '^fuzz_'

if [[ -d ../shared ]]; then
  below=()
  for check in tools/eval/*_floors.sh; do
    echo "== $check"
    bash "$check" "$build" || below+=("$check")
  done
  if ((${#below[@]})); then
    echo "test: below a floor: ${below[*]}" >&2
    exit 1
  fi
else
  echo "test: ../shared is absent, the accuracy floors were not checked" >&2
fi
