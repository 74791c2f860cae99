#!/usr/bin/env bash
# Installs the Debian packages that building actant needs and that are missing. Needs root or sudo only when one is.
#   tools/setup.sh           what building needs
#   tools/setup.sh --tests   and what the tests open the exports with (networkx, igraph, RDF readers, node)
set -euo pipefail

# The one list of what is needed (Debian 12 names); README.md tells the versions.
packages=(
  cmake ninja-build g++ pkg-config          # build
  librocksdb-dev libboost-graph-dev               # graph
  nlohmann-json3-dev libxxhash-dev libutf8proc-dev zlib1g-dev
  libarchive-dev libgumbo-dev libexpat1-dev libbrotli-dev libmd4c-dev   # archives, web pages, XML, HTTP, Markdown
  libgtest-dev libgmock-dev                 # tests
)
test_packages=(
  libxml2-utils python3 python3-networkx python3-igraph python3-rdflib python3-pyld zstd
  raptor2-utils jing graphviz python3-venv python3-pip                        # RDF, GEXF, DOT
  chromium maven openjdk-17-jdk-headless                                      # the viewer; Gephi and Neo4j
  libopenblas0-pthread                                                        # what the speed is compared with
)
if [[ ${1:-} == --tests ]]; then
  packages+=("${test_packages[@]}")
  # Node.js may come from elsewhere than Debian.
  command -v npm > /dev/null || packages+=(nodejs npm)
fi

if ! command -v dpkg-query > /dev/null; then
  echo "setup: this is no Debian system; install by hand what corresponds to: ${packages[*]}" >&2
  exit 1
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
if ((${#missing[@]} == 0)); then
  exit 0
fi

echo "setup: installing ${missing[*]}" >&2
as_root=()
if ((EUID != 0)); then
  if ! command -v sudo > /dev/null; then
    echo "setup: neither root nor sudo; run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}
# The package lists of a fresh machine may be missing or old: fetch them when the first try fails.
if ! install 2> /dev/null; then
  "${as_root[@]}" apt-get update -q >&2 || true
  if ! install; then
    echo "setup: apt-get could not install: ${missing[*]}" >&2
    exit 1
  fi
fi
