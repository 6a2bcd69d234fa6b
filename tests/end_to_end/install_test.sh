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

# The program needs nothing that is not under the prefix or Debian's.
answer=$(cd / && env -i "$prefix/bin/norn" query --scratch --format csv \
  "CREATE (:Ship {name: 'Fram'}); MATCH (s:Ship) RETURN s.name AS name" | tr -d '\r')
test "$answer" = $'name\nFram' || { echo "it answered: $answer"; exit 1; }
env -i "$prefix/bin/norn" --version | grep --quiet norn

# Each subcommand has its page.
for command in $("$prefix/bin/norn" manual commands); do
  page=$prefix/share/man/man1/norn-$command.1
  grep --quiet '^\.SH NAME' "$page" || { echo "$page is no manual page"; exit 1; }
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

if command -v zsh >/dev/null; then zsh -n "$prefix/share/zsh/site-functions/_norn"; fi
if command -v fish >/dev/null; then fish -n "$prefix/share/fish/vendor_completions.d/norn.fish"; fi

if command -v man >/dev/null; then
  MANWIDTH=80 man --warnings --local-file "$prefix/share/man/man1/norn-query.1" >/dev/null
fi
