#!/usr/bin/env bash
# Benchmarks of the served demonstration county: tiles and pages a second with p99, memory of the server.
# Prints figures, asserts none. The kernel's benchmarks are in Benchmarks/, when there are any.
set -euo pipefail
cd "$(dirname "$0")/.."

SERVE=no tools/run.sh
for bench in Benchmarks/*.sh; do [ -x "$bench" ] && "$bench"; done
exec .venv/bin/python tools/bench_web.py --home var/demo \
    --program "$(swift build -c release --show-bin-path)/landledger" "$@"
