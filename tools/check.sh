#!/usr/bin/env bash
# What a change must pass before it is handed in: format, warnings as errors, every test, clean tree.
# Warnings are errors in every target (Package.swift), so the build inside the tests is that check.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "Format"
swift format lint --strict --parallel -r Package.swift Sources Tests

tools/test.sh

echo "Tree"
left=$(git status --porcelain)
[ -z "$left" ] || { echo "Not committed, or made by a test:" >&2; echo "$left" >&2; exit 1; }
echo "Checked."
