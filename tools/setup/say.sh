# Sourced by the setup scripts: one line per thing done, and a plain message when it cannot be done.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '  %-10s %s\n' "$1" "$2"; }

fail() {
    printf 'setup: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 1
}

# Runs a command as root: directly, or through sudo for an ordinary user.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "needs root for: $*" "Run it as root, or install sudo."
    fi
}
