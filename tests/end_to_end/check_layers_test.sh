#!/bin/bash
# tools/check_layers lets arrows go down only.
set -euo pipefail

work=$TEST_TMPDIR
printf '# from the bottom\nbase\nleft right\ntop\n' >"$work/layers"
echo '//base:odd_test' >"$work/tests"

# check GRAPH...: the last word of its output and its exit code.
check() {
  printf '%s\n' "$@" >"$work/graph"
  code=0
  tools/check_layers "$work/layers" "$work/graph" "$work/tests" 2>"$work/out" || code=$?
}
accepts() { check "$@"; test "$code" -eq 0 || { echo "refused: $*"; cat "$work/out"; exit 1; }; }
refuses() {
  local why=$1
  shift
  check "$@"
  test "$code" -ne 0 || { echo "accepted: $*"; exit 1; }
  grep --quiet --fixed-strings -- "$why" "$work/out" || { echo "not '$why'"; cat "$work/out"; exit 1; }
}

accepts '"//top:a" -> "//base:b"' '"//left:a" -> "//base:b"' '"//top:a" -> "//right/inner:b"'
accepts '"//left/one:a" -> "//left/two:b"'       # both are of the line of left
accepts '"//base:odd_test" -> "//top:a"' '"//top:a" -> "//base:b"'
refuses '//base:b uses //top:a' '"//base:b" -> "//top:a"'
refuses '//left:a uses //right:b' '"//left:a" -> "//right:b"'
refuses '//left/one:a uses //top/two:b' '"//left/one:a" -> "//top/two:b"'
refuses 'elsewhere has no line' '"//elsewhere:a" -> "//base:b"'
refuses '0 dependencies' 'digraph mygraph {'
