#!/usr/bin/env bash
# Draws the pictures of export/gephi.md and README.md anew from our own files: what Gephi makes of the export of examples/archive step
# by step, and the page of the viewer.
#
#   tests/compat/pictures.sh ACTANT CACHE     CACHE: where the libraries of Gephi are kept, as for export_acceptance.py
set -euo pipefail
actant=$(realpath "$1") cache=$(realpath -m "$2") here=$(dirname "$(realpath "$0")")
root=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$actant" build "$root/examples/archive" --graph "$work/graph"
"$actant" export "$work/graph" --layout -o "$work/placed.graphml"
"$actant" export "$work/graph" -o "$work/plain.graphml"
"$actant" export "$work/graph" -o "$work/page.html"

if [[ ! -e $cache/gephi/complete ]]; then
  mkdir -p "$cache/gephi"
  mvn -B -q -f "$here/gephi/pom.xml" dependency:copy-dependencies -DoutputDirectory="$cache/gephi/lib"
  touch "$cache/gephi/complete"
fi
javac -nowarn -d "$work/classes" -cp "$cache/gephi/lib/*" "$here/gephi/GephiPicture.java"
java -Djava.awt.headless=true -cp "$work/classes:$cache/gephi/lib/*" GephiPicture "$work/placed.graphml" "$work/plain.graphml" "$work" 2> "$work/log" ||
  { cat "$work/log" >&2; exit 1; }
pairs=()
for name in opened labels filtered forceatlas2 communities; do pairs+=("$work/$name.svg" "$root/export/gephi-$name.png"); done
node "$here/svg_to_png.mjs" 1000 750 "${pairs[@]}"
node "$here/viewer_test.mjs" "$work/page.html" --screenshot "$root/export/viewer/screenshot.png"
