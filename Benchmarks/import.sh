#!/usr/bin/env bash
# Import of a Shapefile by this program, against `ogr2ogr` to GeoPackage on the same file; then the ledger it makes.
#   PATCHES=100000 Benchmarks/import.sh      leaves the ledger in var/bench/home for the load on pages
set -euo pipefail
cd "$(dirname "$0")/.."
patches=${PATCHES:-100000}
bench=var/bench
landledger=$(swift build -c release --show-bin-path)/landledger

rm -rf "$bench" && mkdir -p "$bench"
Benchmarks/make_patches.py "$patches" >"$bench/patches.geojsonl"
ogr2ogr -f "ESRI Shapefile" -a_srs EPSG:4490 "$bench/patches.shp" "$bench/patches.geojsonl"

seconds() { local start end; start=$(date +%s.%N); "$@" >"$bench/log" 2>&1 || { cat "$bench/log" >&2; exit 1; }; end=$(date +%s.%N); echo "$end - $start" | bc; }
rate() { printf '%-46s %8.2f s  %10.0f rows/s\n' "$1" "$2" "$(echo "$patches / $2" | bc -l)"; }

"$landledger" init --home "$bench/home" --plan plans/zhoucun-2019.yaml
for turn in 1 2 3; do
    rm -f "$bench/out.gpkg"
    rate "ogr2ogr to GeoPackage ($turn)" "$(seconds ogr2ogr -f GPKG "$bench/out.gpkg" "$bench/patches.shp")"
    rate "landledger import --dry-run: read and check ($turn)" "$(seconds "$landledger" import "$bench/patches.shp" --dry-run --quiet --home "$bench/home")"
done
rate "landledger import: read, check and store" "$(seconds "$landledger" import "$bench/patches.shp" --quiet --home "$bench/home")"
rate "landledger batch register: match and judge" "$(seconds "$landledger" batch register patches.shp --quiet --home "$bench/home")"
ls -la "$bench/home/ledger.gpkg" | awk '{printf "ledger.gpkg %.0f MB\n", $5 / 1e6}'
