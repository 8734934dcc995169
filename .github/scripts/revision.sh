#!/usr/bin/env bash
# Checks out the state to publish: WANTED, a commit that the main branch holds, or its newest where nothing is wanted. Nothing else is ever published.
set -euo pipefail
wanted=${WANTED:-origin/main}
if ! commit=$(git rev-parse --verify --quiet --end-of-options "$wanted^{commit}"); then
  echo "There is no commit of this name. Take one from the history of the main branch." >&2
  exit 1
fi
if ! git merge-base --is-ancestor "$commit" origin/main; then
  echo "This commit is not part of the main branch, so nobody has approved it." >&2
  exit 1
fi
git checkout --quiet --detach "$commit"
echo "To be published: $commit, of $(git log -1 --format=%cs)."
