#!/usr/bin/env bash
# A private Python environment in .venv: pip to fetch pinned files, and the browser tests' packages by hash.
set -euo pipefail
source "$(dirname "$0")/say.sh"
purpose=${1:-run}
venv=$root/.venv
pins=$root/tools/setup/requirements.txt

python=python3
[ -x /usr/bin/python3 ] && python=/usr/bin/python3
# An environment moved with its folder keeps the old path in its scripts: make it anew.
if [ ! -x "$venv/bin/python" ] || ! grep -qF "$venv" "$venv/bin/activate"; then
    "$python" -m venv --clear "$venv" || fail "$python cannot make a virtual environment." "Install python3-venv."
fi

stamp=$venv/.requirements
if [ "$purpose" = test ] && ! cmp -s "$pins" "$stamp"; then
    "$venv/bin/pip" install -q --disable-pip-version-check --only-binary=:all: --require-hashes -r "$pins"
    cp "$pins" "$stamp"
fi
say python "$("$venv/bin/python" -V | cut -d' ' -f2)$([ "$purpose" = test ] && echo ", $(grep -c '==' "$pins") pinned packages" || true)"
