#!/usr/bin/env bash
# Checks the Swift toolchain. It is not installed here: which toolchain a machine has is its owner's choice.
set -euo pipefail
source "$(dirname "$0")/say.sh"
needed=6.2

# sudo replaces the PATH: the setup asks for root by itself where it needs to.
command -v swift >/dev/null || [ -z "${SUDO_USER:-}" ] || fail "Swift is not on the PATH that sudo gives." \
    "Run this as $SUDO_USER, without sudo; it asks for sudo itself when packages are missing."
command -v swift >/dev/null || fail "Swift is not on the PATH." \
    "LandLedger needs Swift $needed or newer. Install it from https://www.swift.org/install/linux/" \
    "(swiftly, or the Debian 12 tarball unpacked to /opt/swift and /opt/swift/usr/bin put on the PATH)."

found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -1)
[ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -1)" = "$needed" ] ||
    fail "Swift $found is too old: $needed or newer is needed."
say swift "$found"
