#!/bin/bash
# Runs the two commands of a newcomer, `make run` and `make test`, in fresh Debian 12 roots that hold
# python3, git and make and nothing else: as root, as a user with sudo; and as a user without it and
# without a network, who are told what to type. Case `folder` runs the sample from dist/rolling-text
# (`make package`) in a root without Python. Needs root, debootstrap and a network.
#
#   packaging/bare-debian.sh [WORK]
#
# WORK (default /var/tmp/bare-debian) keeps the untouched root for the next time. The checkout is
# taken as it lies there, without what git ignores. BARE_CASES picks among "root sudo powerless
# offline folder", BARE_COMMANDS replaces "run test", DEBIAN_MIRROR says where packages are.
set -euo pipefail
cd "$(dirname "$0")/.."
work=${1:-/var/tmp/bare-debian}
pristine=$work/pristine
commands=${BARE_COMMANDS:-run test}

make_pristine() {
    mkdir -p "$work"
    debootstrap --variant=minbase --include=python3,git,make,ca-certificates \
        bookworm "$pristine.part" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$work/debootstrap.log"
    # This machine's way to the network: name server, package sources, certificates.
    cp -L /etc/resolv.conf "$pristine.part/etc/resolv.conf"
    rm -f "$pristine.part/etc/apt/sources.list"
    cp -r /etc/apt/sources.list* "$pristine.part/etc/apt/"
    cp -L /etc/ssl/certs/ca-certificates.crt "$pristine.part/etc/ssl/certs/"
    [ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$pristine.part/etc/"
    mv "$pristine.part" "$pristine"
}

# A fresh root with the checkout in the home of its user: root or chair.
make_root() { # ROOT USER
    rm -rf "$1"
    cp -a "$pristine" "$1"
    chroot "$1" id "$2" >/dev/null 2>&1 || chroot "$1" useradd --create-home "$2"
    home=$(chroot "$1" getent passwd "$2" | cut -d: -f6)
    mkdir "$1$home/rolling-text"
    git ls-files -z --cached --others --exclude-standard --deduplicate |
        tar --create --null --files-from=- --ignore-failed-read | tar --extract --no-same-owner --directory "$1$home/rolling-text"
    chroot "$1" chown -R "$2:$2" "$home/rolling-text"
}

inside() { # ROOT USER COMMAND, as a login of that user, with none of this shell's environment
    unshare --mount bash -c '
        mount -t proc proc "$1/proc"
        mount --bind /dev "$1/dev"
        exec env -i TERM=dumb /usr/sbin/chroot "$1" /bin/su - "$2" -c "cd rolling-text && $3"' - "$@" </dev/null
}

timed() { # ROOT USER TARGET
    local start=$SECONDS
    inside "$1" "$2" "make $3" || fail "make $3 as $2"
    echo "== make $3 as $2: $((SECONDS - start)) s"
}

fail() {
    echo "== FAILED: $1"
    exit 1
}

works() { # ROOT USER
    for target in $commands; do
        timed "$1" "$2" "$target"
    done
    timed "$1" "$2" "${commands%% *}" # again: seconds
}

refuses() { # ROOT USER COMMAND: stops at once, showing what root would type
    if inside "$1" "$2" "$3" >"$work/refusal" 2>&1; then
        fail "make run was to stop"
    fi
    cat "$work/refusal"
    grep -q '^    apt-get update && apt-get install ' "$work/refusal" || fail "no command to type"
}

[ -d "$pristine" ] || make_pristine
for case in ${BARE_CASES:-root sudo powerless offline}; do
    echo "== $case"
    root=$work/$case
    case $case in
    root)
        make_root "$root" root
        works "$root" root
        ;;
    sudo)
        make_root "$root" chair
        chroot "$root" sh -c 'apt-get update && apt-get install --yes sudo' >"$work/sudo.log" 2>&1
        echo 'chair ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/chair"
        works "$root" chair
        ;;
    powerless)
        make_root "$root" chair
        refuses "$root" chair "make run"
        ;;
    offline)
        make_root "$root" root
        rm "$root/etc/resolv.conf"
        refuses "$root" root "make run"
        ;;
    folder)
        make_root "$root" root
        rm -rf "$root"/usr/bin/python3* "$root"/usr/lib/python3*
        cp -r dist/rolling-text "$root/root/folder"
        inside "$root" root "../folder/rolling-text run-sample" || fail "the folder without Python"
        ;;
    esac
    rm -rf "$root"
done
echo "== all as promised"
