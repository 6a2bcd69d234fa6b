#!/bin/bash
# Writes assembly that puts files into the program: embed.sh FILE... > assets.S
# page.css is between the symbols norn_page_css and norn_page_css_end.
set -euo pipefail
echo '    .section .rodata'
for file in "$@"; do
  symbol=norn_$(basename "$file" | tr -c 'a-z\n' '_')
  # The assembler's dependency list leaves .incbin files out: the hash makes this file change with
  # the file, so that it is assembled again.
  printf '# %s\n' "$(sha256sum <"$file")"
  printf '    .globl %s, %s_end\n%s: .incbin "%s"\n%s_end:\n' \
    "$symbol" "$symbol" "$symbol" "$file" "$symbol"
done
echo '    .section .note.GNU-stack,"",%progbits'
