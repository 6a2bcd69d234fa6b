#!/bin/bash
# An annotated text without its words, joined with the text again, is what it was; another text is refused.
set -euo pipefail
standoff=$PWD/tools/train/reading/standoff.py
cd "$TEST_TMPDIR"
printf 'Another document.\n\nTwo people met.\nAnna Berg met Olena Koval in Oslo, and called it a good start.\n' >en.txt
cat >articles.txt <<'END'
@@ 1 en 2025-07-04 own
Two people met.

Anna Berg met Olena Koval in Oslo, and called it a good start.
--
A berg | person | Anna Berg
A koval | person | Olena Koval
E m1 | meeting | happened | - | participants=berg*,koval*
M m1 | met called | berg=Anna Berg; koval=Olena Koval; place=Oslo
  > Anna Berg met Olena Koval in Oslo, and called it a good start.
M m1 | met |
  > Two people met.
T actor Oslo | a place

END

"$standoff" strip --texts en.txt -- articles.txt >standoff.txt
! grep -q 'good start\|people met' standoff.txt || { echo "the text is still there"; exit 1; }
grep -q '^@@ 1 en 2025-07-04 own en.txt 3 2 ' standoff.txt
"$standoff" join --texts en.txt -- standoff.txt >joined.txt
diff articles.txt joined.txt

sed -i 's/Oslo/Bergen/' en.txt
if "$standoff" join --texts en.txt -- standoff.txt >joined.txt 2>message.txt; then
  echo "a text that was changed is taken"
  exit 1
fi
grep -q 'standoff.txt:1: line 3 of en.txt is not the text that was annotated' message.txt
if "$standoff" strip --texts en.txt -- articles.txt >/dev/null 2>message.txt; then
  echo "a text that is nowhere is taken"
  exit 1
fi
grep -q 'articles.txt:1: its text is in none of the files' message.txt
