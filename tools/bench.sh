#!/usr/bin/env bash
# Every benchmark, one command; prints figures, asserts none. Figures and tables are left in var/bench.
#   SCALES="S M L" TURNS=3 tools/bench.sh [overlay] [province] [tiles] [import] [web]      all by default
set -euo pipefail
cd "$(dirname "$0")/.."

SERVE=no tools/run.sh
parts=${*:-overlay province tiles import web}
read -ra scales <<<"${SCALES:-S M L}"
program=$(swift build -c release --show-bin-path)/landledger
ground=$(realpath -m "${GROUND:-var/bench/overlay/ground}")
for part in $parts; do
    case $part in
    overlay) Benchmarks/overlay.py --program "$program" --scales "${scales[@]}" --turns "${TURNS:-3}" --data "$ground" ;;
    import) Benchmarks/import.sh ;;
    web) .venv/bin/python tools/bench_web.py --home var/demo --program "$program" ;;
    province) Benchmarks/province.py --program "$program" --data "$ground" ;;
    tiles) PARCELS=$ground/M/parcels_4490.shp Benchmarks/tiles.sh ;;
    *) echo "bench: overlay, province, tiles, import or web, not $part" >&2; exit 64 ;;
    esac
done
