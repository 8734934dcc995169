#!/usr/bin/env bash
# Writes the review of a proposal: OUT/review.md, OUT/review.html and OUT/number. Takes BASE, HEAD (commits), NUMBER (of the proposal) and OUT.
# The program of BASE reads both states, so that a proposal cannot write its own review.
set -euo pipefail
fork=$(git merge-base "$BASE" "$HEAD")
program=$(mktemp -d)
git worktree add --quiet --detach "$program" "$BASE"
trap 'git worktree remove --force "$program"' EXIT
make --directory "$program" .venv/.ready
mkdir -p "$OUT"
OUT=$(cd "$OUT" && pwd)
for format in markdown html; do
  file="$OUT/review.${format/markdown/md}"
  code=0
  (cd "$program" && .venv/bin/python -m macros review "$fork" "$HEAD" --format "$format") > "$file" || code=$?
  # 1 says that there are problems, which the review tells; anything above, that there is none.
  if [ "$code" -gt 1 ]; then echo "The review could not be made. Its log says why." > "$file"; fi
done
if ! git diff --quiet "$fork" "$HEAD" -- macros overrides tests .github .ci Makefile pyproject.toml constraints.txt; then
  printf '\n\nThis proposal changes the program too. The review reads it with the present program: a maintainer reads the code line by line.\n' >> "$OUT/review.md"
fi
printf '%s\n' "$NUMBER" > "$OUT/number"
