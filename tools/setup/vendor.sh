#!/usr/bin/env bash
# Fetches the front-end files served from vendor/ out of pinned wheels. Nothing of it is committed:
# the wheel and each file taken from it must have the digest written here.
set -euo pipefail
source "$(dirname "$0")/say.sh"
vendor=$root/vendor

# OpenLayers 10.9.0 (BSD-2-Clause), full build, in MapProxy's wheel.
wheel="MapProxy==7.0.0 --hash=sha256:319026e1a2d4ad4b6ad150fc2db474a9acf312a20bb71634029147d730cc1fdb"
inside=mapproxy/service/templates/demo/static
digests="c30af874edbd468011a883cbbdb51e8e986f17b440811392cd5aa375077427c7  ol.js
8f7b4ed8237798d1f4b06d1456558b768fa5cf13dc46202ac8a371319e1a4714  ol.css"

whole() { (cd "$1" 2>/dev/null && sha256sum --quiet --check - <<<"$digests") >/dev/null 2>&1; }

if ! whole "$vendor"; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    echo "$wheel" >"$work/pin.txt"
    "$root/.venv/bin/pip" download -q --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
        -d "$work" -r "$work/pin.txt"
    "$root/.venv/bin/python" - "$work" "$inside" ol.js ol.css <<'PY'
import pathlib, sys, zipfile
work, inside, *names = sys.argv[1:]
with zipfile.ZipFile(next(pathlib.Path(work).glob("*.whl"))) as wheel:
    for name in names:
        (pathlib.Path(work) / name).write_bytes(wheel.read(f"{inside}/{name}"))
PY
    whole "$work" || fail "A file in the wheel has not the digest expected; nothing was installed." "$wheel"
    mkdir -p "$vendor"
    mv "$work/ol.js" "$work/ol.css" "$vendor/"
fi
say vendor "OpenLayers 10.9.0 (ol.js, ol.css)"
