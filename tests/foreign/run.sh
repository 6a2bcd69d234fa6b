#!/bin/bash
# Runs a Python test of this folder: run.sh SCRIPT NORN FILE...
set -euo pipefail
# Debian's own, for which Debian's modules are.
python=/usr/bin/python3
if ! test -x "$python"; then
  echo "python3 is not installed (tools/setup --foreign): nothing is read back"
  exit 0
fi
exec "$python" -B "$@"
