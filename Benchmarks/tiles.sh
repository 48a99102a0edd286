#!/usr/bin/env bash
# Vector tiles of 199,809 parcels: this program over HTTP against PostGIS ST_AsMVT asked by pgbench (no HTTP at all),
# zoom by zoom in turns on one machine; every tile made anew on both sides. Prints tiles/s, p50, p99, bytes and the ratio.
#   PARCELS=/data/M/parcels_4490.shp Benchmarks/tiles.sh        scale M of the overlay benchmark's generator (gen.py M)
# Needs wrk and postgresql-15-postgis-3. WORK (var/bench/tiles) keeps ledger and database for the next run; the database
# listens on loopback only and is stopped at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
parcels=${PARCELS:-/tmp/benchdata/M/parcels_4490.shp}
work=$(realpath -m "${WORK:-var/bench/tiles}")
landledger=${LANDLEDGER:-$(swift build -c release --show-bin-path)/landledger}
seconds=${SECONDS_EACH:-5} turns=${TURNS:-3} connections=2
export PGPORT=${PGPORT:-55433}
for needed in "$parcels" "$landledger"; do [ -e "$needed" ] || { echo "SKIPPED: tiles: $needed is missing" >&2; exit 0; }; done
for needed in wrk pgbench ogr2ogr; do command -v $needed >/dev/null || { echo "SKIPPED: tiles: $needed is missing" >&2; exit 0; }; done
mkdir -p "$work"
psql() { command psql -h 127.0.0.1 -U postgres -d tiles -qAt "$@"; }

stop() {
    [ -z "${server:-}" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
    Benchmarks/tiles/postgis.sh stop "$work/postgis" 2>/dev/null || true
}
trap stop EXIT

# PostGIS: geometry stored in Web Mercator, clustered along its index, as its own advice is.
if [ ! -d "$work/postgis/data" ]; then
    Benchmarks/tiles/postgis.sh init "$work/postgis"
    Benchmarks/tiles/postgis.sh start "$work/postgis"
    command psql -h 127.0.0.1 -U postgres -qc 'create database tiles'
    psql -c 'create extension postgis'
    PG_USE_COPY=YES ogr2ogr -f PostgreSQL "PG:host=127.0.0.1 port=$PGPORT user=postgres dbname=tiles" "$parcels" -nln parcels \
        -lco GEOMETRY_NAME=geom -lco SPATIAL_INDEX=NONE -lco FID=fid -nlt PROMOTE_TO_MULTI -gt 65536
    psql <<SQL
create table parcels_3857 as select fid, cls, ST_Transform(geom, 3857) geom from parcels;
create index on parcels_3857 using gist (geom);
alter table parcels_3857 add primary key (fid);
cluster parcels_3857 using parcels_3857_geom_idx;
vacuum analyze parcels_3857;
drop table parcels;
SQL
else
    Benchmarks/tiles/postgis.sh start "$work/postgis"
fi

# This program: the same file adopted as a layer, served with no tile kept in memory.
home=$work/home
if [ ! -d "$home" ]; then
    "$landledger" init --home "$home" --plan plans/zhoucun-2019.yaml >/dev/null
    /usr/bin/time -f "layer add: %e s wall, %U s user, %M kB" "$landledger" layer add "$parcels" --layer-name parcels --version bench \
        --class-field cls --quiet --home "$home"
fi
password=$(head -c 12 /dev/urandom | base64)
"$landledger" account add "bench$$" --title bench --role enforcement --home "$home" <<<"$password" >/dev/null
coproc served { exec "$landledger" serve --home "$home" --port 0 --tile-memory 0 2>"$work/serve.log"; }
server=$served_PID
while read -r line <&"${served[0]}"; do [[ $line == http://* ]] && break; done
base=$line
COOKIE=$(Benchmarks/tiles/sign_in.py "$base" "bench$$" "$password")
export COOKIE TEMPLATE="/tiles/layers/parcels%40bench/{z}/{x}/{y}.mvt"
fill() { sed "s/{z}/$1/; s/{x}/$2/; s/{y}/$3/" <<<"$TEMPLATE"; }
began=$(date +%s.%N)
curl -sf -o /dev/null -H "Cookie: $COOKIE" "$base$(fill 10 846 390)"
echo "drawing ready after $(echo "$(date +%s.%N) - $began" | bc) s, $(du -cm "$home"/work/tiles/*.drawing | tail -1 | cut -f1) MB"

range() { python3 - "$1" <<'PY'
import math, sys
n = 1 << int(sys.argv[1])
tx = lambda l: int((l + 180) / 360 * n)
ty = lambda l: int((1 - math.asinh(math.tan(math.radians(l))) / math.pi) / 2 * n)
print(tx(117.36), tx(118.04), ty(39.26), ty(38.74))
PY
}
sql() { echo "select octet_length(ST_AsMVT(q, 'parcels', 4096, 'g', 'fid')) from (select fid, cls, ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3), 4096, 128, true) g from parcels_3857 where geom && ST_TileEnvelope($1, $2, $3, margin => 0.03125)) q;"; }

ours() {
    SEED=$2 Z=$1 wrk -t1 -c$connections -d"${seconds}s" -s Benchmarks/tiles/tiles.lua "$base" | sed -n 's/^RESULT //p'
}
theirs() {
    local x0 x1 y0 y1
    read -r x0 x1 y0 y1 < <(range "$1")
    { printf '\\set x random(%d, %d)\n\\set y random(%d, %d)\n' "$x0" "$x1" "$y0" "$y1"; sql "$1" :x :y; } >"$work/tile.sql"
    rm -f "$work"/lg.*
    local rate
    rate=$(pgbench -h 127.0.0.1 -U postgres -n -M prepared -c $connections -j 1 -T "$seconds" --random-seed="$2" -f "$work/tile.sql" -l \
        --log-prefix="$work/lg" tiles 2>/dev/null | awk '/^tps/ {print $3}')
    cat "$work"/lg.* | awk '{print $3 / 1000}' | sort -n | awk -v rate="$rate" \
        '{v[NR] = $1} END {printf "%.1f %.3f %.3f %d 0\n", rate, v[int((NR + 1) / 2)], v[int((NR * 99 + 99) / 100)], NR}'
}

printf '%-5s | %10s %9s %9s %9s | %10s %9s %9s %9s | %6s\n' zoom "ours t/s" p50 p99 kB "PostGIS" p50 p99 kB ratio
for zoom in 10 11 12 13 14 15 16; do
    read -r x0 x1 y0 y1 < <(range $zoom)
    x=$(((x0 + x1) / 2)) y=$(((y0 + y1) / 2))
    our_size=$(curl -sf -H "Cookie: $COOKIE" "$base$(fill $zoom $x $y)" | wc -c)
    their_size=$(psql -c "$(sql $zoom $x $y)")
    for turn in $(seq "$turns"); do
        echo "o $(ours $zoom "$turn")"
        echo "t $(theirs $zoom "$turn")"
    done | sort -k1,1 -k2,2n | awk -v zoom=$zoom -v turns="$turns" -v os="$our_size" -v ts="$their_size" '
        $6 > 0 {bad += $6}
        {n[$1]++; if (n[$1] == int((turns + 1) / 2)) {r[$1] = $2; p[$1] = $3; q[$1] = $4}}
        END {printf "z%-4s | %10.1f %9.3f %9.3f %9.1f | %10.1f %9.3f %9.3f %9.1f | %6.1f%s\n", zoom, r["o"], p["o"], q["o"], os / 1024,
            r["t"], p["t"], q["t"], ts / 1024, r["o"] / r["t"], bad ? "  " bad " refused" : ""}'
done
grep -E "VmRSS|VmHWM" "/proc/$server/status" | tr -s '\t ' ' ' | paste -sd' '
