#!/usr/bin/env bash
# Installs the programs this one is compared with, outside the repository's files: a Python environment with GeoPandas,
# SedonaDB and DuckDB, and PostGIS from Debian. What cannot be installed is said and left out of the comparison.
#   Benchmarks/setup_peers.sh FOLDER        FOLDER/venv is made once
set -euo pipefail
folder=$1
mkdir -p "$folder"

if [ ! -f "$folder/venv/complete" ]; then
    echo "Peers: Python environment in $folder/venv"
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install -q geopandas==1.2.0 shapely pyogrio pyarrow pyproj scipy psutil psycopg2-binary
    for peer in "sedonadb==0.5.0 geoarrow-pyarrow" "duckdb==1.5.5 duckdb-extension-spatial==1.5.5"; do
        # shellcheck disable=SC2086
        "$folder/venv/bin/pip" install -q $peer || echo "Peers: cannot be installed here, left out: $peer"
    done
    touch "$folder/venv/complete"
fi

if [ ! -f /usr/share/postgresql/15/extension/postgis.control ] && [ "$(id -u)" = 0 ]; then
    echo "Peers: postgresql-15-postgis-3 from Debian"
    apt-get install -y -q postgresql-15-postgis-3 >"$folder/apt.log" 2>&1 || echo "Peers: PostGIS cannot be installed here, left out"
fi
