#!/usr/bin/env bash
# Installs the Debian packages LandLedger is built from. Versions are the ones the distribution pins and signs
# (Debian 12: GDAL 3.6, PROJ 9.1, GEOS 3.11, SQLite 3.40); what is there already is left alone.
set -euo pipefail
source "$(dirname "$0")/say.sh"
purpose=${1:-run}

packages=(
    libgdal-dev libproj-dev proj-data libgeos-dev gdal-bin   # files and coordinates
    libsqlite3-dev libssl-dev libargon2-dev                  # store, digests, passwords
    libxlsxwriter-dev libexpat1-dev zlib1g-dev               # spreadsheets
    python3-venv pkg-config make git
)
[ "$purpose" = test ] && packages+=(chromium-headless-shell fonts-noto-cjk)

command -v dpkg-query >/dev/null || fail "This setup knows Debian and its relatives only." \
    "Install what your system calls these packages: ${packages[*]}"

installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

missing=()
for package in "${packages[@]}"; do installed "$package" || missing+=("$package"); done
if [ ${#missing[@]} -gt 0 ]; then
    say packages "installing ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

version() { dpkg-query -W -f='${Version}' "$1" | sed 's/^[0-9]*://; s/[+~-].*//'; }
say packages "${#packages[@]} present (GDAL $(version libgdal-dev), PROJ $(version libproj-dev), GEOS $(version libgeos-dev), SQLite $(version libsqlite3-dev))"
