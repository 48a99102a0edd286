#!/usr/bin/env bash
# From a fresh clone to a served demonstration county: setup, build, county, serve.
#   PORT=8080 tools/run.sh        SERVE=no tools/run.sh stops before serving
set -euo pipefail
cd "$(dirname "$0")/.."
port=${PORT:-8080}
county=var/demo

tools/setup/setup.sh run

echo "Build (release; about six minutes the first time on two cores, seconds later)"
mkdir -p var
if ! swift build -c release --product landledger >var/build.log 2>&1; then
    grep -E "error:" var/build.log | sort -u | head -20 >&2
    echo "The build failed; the whole of it is in var/build.log" >&2
    exit 1
fi
landledger=$(swift build -c release --show-bin-path)/landledger

if [ ! -f "$county/ledger.gpkg" ]; then
    echo "Demonstration county (made once; make demo makes it anew)"
    rm -rf "$county"
    "$landledger" demo --home "$county"
fi

[ "${SERVE:-yes}" = no ] && exit 0
exec "$landledger" serve --home "$county" --port "$port"
