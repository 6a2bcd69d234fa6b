#!/bin/bash
# tools/check_links finds the links that lead nowhere, and only those.
set -euo pipefail

check=$PWD/tools/check_links
folder=$TEST_TMPDIR/links
mkdir -p "$folder/docs"
cd "$folder"

cat >good.md <<'END'
# A title
[a file](docs/other.md), [a heading](#a-title), [both](docs/other.md#part-two),
[elsewhere](https://example.org/nothing), `[code](nowhere.md)`
```
[fenced](nowhere.md)
```
END
printf '# Other\n\n## Part two\n' >docs/other.md
"$check" good.md docs/other.md

expect_broken() {
  printf '%s\n' "$1" >bad.md
  if "$check" bad.md 2>messages; then
    echo "not found: $1"
    exit 1
  fi
  grep --quiet --fixed-strings "$2" messages || {
    cat messages
    exit 1
  }
}
expect_broken '[x](nowhere.md)' "link to 'nowhere.md': no such file"
expect_broken '[x](docs/other.md#part-three)' "no such heading"
expect_broken '[x](#nothing)' "no such heading"
expect_broken '[a](good.md) and [x](docs/none.md) in one line' "'docs/none.md'"
