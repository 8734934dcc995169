#!/usr/bin/env bash
# Asks every outside address of the site, and writes OUT/said: what does not answer, or nothing; OUT/log is linkchecker's own report.
set -euo pipefail
mkdir -p "$OUT"
make build
code=0
make links > "$OUT/log" 2>&1 || code=$?
: > "$OUT/said"
if [ "$code" != 0 ]; then
  {
    echo "These outside addresses did not answer as they should. Open each: what moved is changed in \`data/links.yaml\` (docs/editing/guidance.md, “A link that moved”)."
    echo
    echo '```'
    grep -E '^(URL|Real URL|Result|Warning)' "$OUT/log" || grep -v '^make' "$OUT/log" | tail -n 40 || true
    echo '```'
  } > "$OUT/said"
fi
