#!/bin/bash
# tools/install puts the program, its manual pages and completions below a prefix.
set -euo pipefail

prefix=$TEST_TMPDIR/prefix
NORN_BINARY=$PWD/tools/norn tools/install --prefix "$prefix"
test -x "$prefix/bin/norn"
for file in share/man/man1/norn.1 share/man/man1/norn-query.1 \
  share/bash-completion/completions/norn share/zsh/site-functions/_norn \
  share/fish/vendor_completions.d/norn.fish; do
  test -s "$prefix/$file" || { echo "$file is missing"; exit 1; }
done

# What bash completes.
source "$prefix/share/bash-completion/completions/norn"
completed() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  _norn
  echo "${COMPREPLY[*]}"
}
test "$(completed norn expo)" = export
test "$(completed norn query --format ta)" = table
test "$(completed norn query --form)" = --format

if command -v man >/dev/null; then
  MANWIDTH=80 man --warnings --local-file "$prefix/share/man/man1/norn-query.1" >/dev/null
fi
