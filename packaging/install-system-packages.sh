#!/bin/sh
# Installs the packages of a listing (default: system-packages.txt) that are missing here.
# Where it may not or cannot, it prints the command that would and stops.
set -eu
cd "$(dirname "$0")/.."
listing=${1:-packaging/system-packages.txt}
log=build/setup.log

command=$(python3 -m editor.cli.system_packages "$listing")
[ -n "$command" ] || exit 0

stop() {
    printf '\n    %s\n\n%s\n' "$command" "$1" >&2
    exit 1
}

command -v apt-get >/dev/null ||
    stop "These are Debian's names of what is missing: install the same with your system's own package manager, then repeat."

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root="sudo"
else
    stop "System packages are missing and this user may not install them: run the line above as root, then repeat."
fi

echo "Installing system packages${as_root:+ ($as_root)}: ${command##*-recommends }"
mkdir -p build
$as_root sh -c "export DEBIAN_FRONTEND=noninteractive; $command" >"$log" 2>&1 ||
    stop "The line above, run as root, failed (no network?): see $log, then repeat."
