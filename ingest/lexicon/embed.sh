#!/bin/bash
# Writes assembly that puts files into the program: embed.sh FILE... > tables.S
# The index is an array of EmbeddedTable (builtin_tables.h), sorted by name.
set -euo pipefail
LC_ALL=C
mapfile -t files < <(printf '%s\n' "$@" | sort)
[[ $# -gt 0 ]] || files=()
echo '    .section .rodata'
for i in "${!files[@]}"; do
  folder=$(basename "$(dirname "${files[$i]}")")
  printf '.Lname%d: .asciz "%s/%s"\n' "$i" "$folder" "$(basename "${files[$i]}" .binpb)"
  # The assembler's dependency list leaves .incbin files out: the hash makes this file change with
  # the table, so that it is assembled again.
  printf '# %s\n' "$(sha256sum < "${files[$i]}")"
  printf '.Lbegin%d: .incbin "%s"\n.Lend%d:\n' "$i" "${files[$i]}" "$i"
done
echo '    .section .data.rel.ro,"aw"'
echo '    .balign 8'
echo '    .globl norn_lexicon_tables'
echo 'norn_lexicon_tables:'
for i in "${!files[@]}"; do
  printf '    .quad .Lname%d, .Lbegin%d, .Lend%d\n' "$i" "$i" "$i"
done
echo '    .globl norn_lexicon_table_count'
echo 'norn_lexicon_table_count:'
printf '    .quad %d\n' "${#files[@]}"
echo '    .section .note.GNU-stack,"",%progbits'
