#!/usr/bin/env bash
# Builds everything in debug and runs every test: Swift's, then the browser's. Ends with the counts.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p var

tools/setup/setup.sh test

echo "Build (debug, with tests; about four minutes the first time on two cores)"
if ! swift build --build-tests >var/test-build.log 2>&1; then
    grep -E "error:" var/test-build.log | sort -u | head -20 >&2
    echo "The build failed; the whole of it is in var/test-build.log" >&2
    exit 1
fi

echo "Swift tests"
swift_result=0
swift test --skip-build >var/test-swift.log 2>&1 || swift_result=$?
grep -E "recorded an issue|unexpectedly|Fatal error|skipped|SKIPPED" var/test-swift.log | sort -u | head -40 || true
swift_counts=$(grep -E "Test run with" var/test-swift.log | tail -1 | sed -E 's/^[^T]*Test run with //' || true)

echo "Browser tests"
browser_result=0
.venv/bin/python -m pytest -q Tests/Browser >var/test-browser.log 2>&1 || browser_result=$?
[ $browser_result = 0 ] || tail -60 var/test-browser.log
browser_counts=$(tail -1 var/test-browser.log)

echo
echo "Swift:   ${swift_counts:-no summary: see var/test-swift.log}"
echo "Browser: $browser_counts"
if [ $swift_result = 0 ] && [ $browser_result = 0 ]; then
    swift_number=$(grep -oE "^[0-9]+" <<<"$swift_counts")
    browser_number=$(grep -oE "[0-9]+ passed" <<<"$browser_counts" | grep -oE "[0-9]+")
    echo "$((swift_number + browser_number)) passed, 0 failed"
    exit 0
fi
echo "FAILED: see var/test-swift.log and var/test-browser.log" >&2
exit 1
