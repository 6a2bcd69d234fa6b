#!/bin/sh
# What `norn --version` says: the commit that was built, and whether the tree had changes.
commit=$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
test -z "$(git status --porcelain 2>/dev/null)" || commit="$commit-modified"
echo "STABLE_NORN_COMMIT $commit"
