#!/usr/bin/env bash
# A private PostgreSQL with PostGIS for benchmarks, on loopback only:  Benchmarks/tiles/postgis.sh init|start|stop FOLDER
#   PGPORT=55433 by default. Needs postgresql-15-postgis-3 of Debian 12; the folder is the server's own and may be deleted when stopped.
set -euo pipefail
verb=$1
folder=$(realpath -m "$2")
bin=/usr/lib/postgresql/15/bin
port=${PGPORT:-55433}
as_postgres() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$1"; else bash -c "$1"; fi; }

[ -x $bin/initdb ] || { echo "PostgreSQL is missing: apt-get install postgresql-15-postgis-3" >&2; exit 3; }
case $verb in
init)
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    as_postgres "$bin/initdb -D '$folder/data' -A trust -E UTF8 --locale=C.UTF-8 >/dev/null"
    cat >>"$folder/data/postgresql.conf" <<EOF
port = $port
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
shared_buffers = 3GB
work_mem = 256MB
maintenance_work_mem = 1GB
max_wal_size = 8GB
synchronous_commit = off
checkpoint_timeout = 30min
effective_cache_size = 10GB
jit = off
EOF
    ;;
start) as_postgres "$bin/pg_ctl -D '$folder/data' -l '$folder/log' -w start >/dev/null" ;;
stop) as_postgres "$bin/pg_ctl -D '$folder/data' -w -m fast stop >/dev/null" ;;
*) echo "init, start or stop" >&2; exit 64 ;;
esac
