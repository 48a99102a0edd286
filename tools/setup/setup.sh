#!/usr/bin/env bash
# Prepares this machine to build and run LandLedger; with "test" also to test it. Running it again changes nothing.
#   tools/setup/setup.sh [run|test]
set -euo pipefail
purpose=${1:-run}
here=$(dirname "$0")
source "$here/say.sh"

echo "Setup ($purpose)"
must_be_ours .venv vendor var .build
"$here/swift.sh"
"$here/packages.sh" "$purpose"
"$here/python.sh" "$purpose"
"$here/vendor.sh"
