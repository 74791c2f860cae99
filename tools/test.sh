#!/usr/bin/env bash
# Builds everything and runs all tests: what .ci/run calls. On a machine with the measuring data beside the repository
# (../shared), the accuracy and speed floors of tools/eval are checked too.
set -euo pipefail
cd "$(dirname "$0")/.."

bash tools/setup.sh
build=${ACTANT_BUILD:-build}
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release
cmake --build "$build"
ctest --test-dir "$build" --output-on-failure -j2

if [[ -d ../shared ]]; then
  for check in tools/eval/*_floors.sh; do
    [[ -e $check ]] || continue
    echo "== $check"
    bash "$check" "$build"
  done
else
  echo "test: ../shared is absent, the accuracy floors were not checked" >&2
fi
