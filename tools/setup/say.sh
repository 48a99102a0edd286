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
        sudo "$@" || fail "this could not be done as root: $*" \
            "If sudo refused, have an administrator run that line, then run this again; otherwise see the message above."
    else
        fail "needs root for: $*" "Run it as root, or install sudo."
    fi
}

# What an earlier run as root made stays root's, and an ordinary user's next run fails on it somewhere deep in pip or Swift.
must_be_ours() {
    [ "$(id -u)" != 0 ] || return 0
    local path foreign=()
    for path in "$@"; do
        [ -e "$root/$path" ] && [ -n "$(find "$root/$path" ! -user "$(id -u)" -print -quit 2>/dev/null)" ] && foreign+=("$path")
    done
    [ ${#foreign[@]} = 0 ] || fail "${foreign[*]}: not all of it belongs to $(id -un) (made by an earlier run as root?)." \
        "Give it back and run this again: cd '$root' && sudo chown -R $(id -un) ${foreign[*]}"
}
