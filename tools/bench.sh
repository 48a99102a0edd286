#!/usr/bin/env bash
# Every benchmark, one command; prints figures, asserts none. Figures and tables are left in var/bench.
#   SCALES="S M L" TURNS=3 tools/bench.sh [overlay] [import] [web] [province]      all four by default
set -euo pipefail
cd "$(dirname "$0")/.."

SERVE=no tools/run.sh
parts=${*:-overlay import web province}
read -ra scales <<<"${SCALES:-S M L}"
program=$(swift build -c release --show-bin-path)/landledger
for part in $parts; do
    case $part in
    overlay) Benchmarks/overlay.py --program "$program" --scales "${scales[@]}" --turns "${TURNS:-3}" --data "${GROUND:-var/bench/overlay/ground}" ;;
    import) Benchmarks/import.sh ;;
    web) .venv/bin/python tools/bench_web.py --home var/demo --program "$program" ;;
    province) Benchmarks/province.py --program "$program" --data "${GROUND:-var/bench/overlay/ground}" ;;
    *) echo "bench: overlay, import, web or province, not $part" >&2; exit 64 ;;
    esac
done
