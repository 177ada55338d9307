#!/bin/sh
# Makes .venv with the program in it: `setup.sh` to run it, `setup.sh test` or `setup.sh package`
# with that extra of pyproject.toml. What is already there is left alone.
set -eu
cd "$(dirname "$0")/.."
extra=${1:-}
log=build/setup.log

stop() {
    printf '%s\n' "$1" >&2
    exit 1
}

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    stop "Python 3.11 or newer is needed: install it as python3, then repeat."

# A virtual environment knows its Python and its own place by heart: another one is made where
# either has changed.
origin=$(python3 -c 'import os, sys; print(*sys.version_info[:2], sys.base_prefix, os.getcwd())')
state=$(
    {
        cat pyproject.toml packaging/constraints.txt packaging/system-packages.txt packaging/setup.sh
        echo "$origin"
    } | sha256sum
)
stamp=.venv/made-for-${extra:-run}
[ "$(cat "$stamp" 2>/dev/null)" != "$state" ] || exit 0

packaging/install-system-packages.sh

mkdir -p build
if [ "$(cat .venv/made-by 2>/dev/null)" != "$origin" ]; then
    echo "Making the environment in .venv"
    rm -rf .venv
    python3 -m venv .venv >"$log" 2>&1 || stop "The environment could not be made: see $log."
    echo "$origin" >.venv/made-by
fi

echo "Installing Python packages into .venv${extra:+ (extra: $extra)}"
pip() {
    .venv/bin/python3 -m pip install --disable-pip-version-check --constraint packaging/constraints.txt \
        "$@" >"$log" 2>&1 ||
        stop "Python packages could not be installed (no network?): see $log, then repeat."
}
pip hatchling editables
pip --no-build-isolation --editable ".${extra:+[$extra]}"
echo "$state" >"$stamp"
