#!/bin/bash
# The vendored files are those whose hashes are written down.
set -euo pipefail
cd "$(dirname "$0")"
sha256sum --check --strict SHA256SUMS
