#!/usr/bin/env bash
# Installs the build into an empty folder and builds a project against it.
# Usage: run.sh BUILD CMAKE [CXXFLAGS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$2" --install "$1" --prefix "$work/prefix" >"$work/log"
"$2" -S "$here" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/prefix" \
  -DCMAKE_CXX_FLAGS="${3:-}" >>"$work/log"
"$2" --build "$work/build" >>"$work/log" || { cat "$work/log"; exit 1; }
"$work/build/consumer"
echo 'A late reply.' | "$work/prefix/bin/replylint" --format line --fail-on never -
