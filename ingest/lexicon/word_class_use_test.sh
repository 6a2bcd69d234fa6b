#!/bin/bash
# Code and tables agree on the classes of words: every class that code asks for (Is("light_verb", …))
# has words in some table, and every class in a table is asked for. Dead data is an error; so is a
# package that asks for classes and is not among this test's sources (BUILD).
set -euo pipefail
sources=$(find -L ingest -name '*.cc')
tables=$(find -L ingest/lexicon -name '*.textproto')
[[ -n $sources && -n $tables ]]
in_tables=$(cat $tables | tr '\n' ' ' | grep -oE 'word_class \{ *name: "[a-z_]+"' | sed 's/.*"\(.*\)"/\1/' | sort -u)
asked=$(grep -ohE '\b(Is|EndsLike)\("[a-z_]+"' $sources | sed 's/.*"\(.*\)"/\1/' | sort -u)
[[ $(wc -l <<<"$asked") -gt 20 ]]
faults=0
while read -r name; do
  grep --quiet --line-regexp "$name" <<<"$in_tables" || {
    echo "word class $name: code asks for it and no table has it"
    faults=1
  }
done <<<"$asked"
while read -r name; do
  grep --quiet --fixed-strings "\"$name\"" $sources || {
    echo "word class $name: a table has it and no code asks for it"
    faults=1
  }
done <<<"$in_tables"
exit "$faults"
