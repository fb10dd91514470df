# Sourced by run.sh and test.sh: what a machine needs before desk can start there.
# Everything said goes to stderr: stdout belongs to desk.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv
python=

# Qt's window, with the names of Debian 12; newer releases still answer to them.
window_packages=(
    libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libgssapi-krb5-2
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
    libwayland-cursor0 libwayland-egl1 libcups2 cups-client
)
# Characters of personal names that the paper fonts lack.
rare_characters=(fonts-hanazono)

say() { printf 'desk: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

find_python() {
    local candidate
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            return
        fi
    done
    fail "Python 3.11 or newer is needed and was not found. On Debian or Ubuntu: apt-get install python3"
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# Print those of the named packages that are not installed, also not under a newer name.
missing_packages() {
    dpkg-query --show --showformat '${db:Status-Abbrev} ${Package} ${Provides}\n' |
        awk -v wanted="$*" '
            substr($0, 2, 1) == "i" {
                gsub(/\([^)]*\)|,/, " ")
                for (i = 2; i <= NF; i++) have[$i]
            }
            END {
                n = split(wanted, names, " ")
                for (i = 1; i <= n; i++) if (!(names[i] in have)) print names[i]
            }'
}

# apt's pages of progress are shown only when it fails.
apt() {
    local output
    output=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" 2>&1) && return
    printf '%s\n' "$output" >&2
    return 1
}

# install_packages WHY NAME...: nothing happens, and no password is asked, when all are there.
install_packages() {
    local why=$1 missing
    shift
    [[ $(uname) == Linux ]] || return 0
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "this system has no apt, so nothing was installed. desk needs what Debian calls: $*"
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    say "installing ${missing[*]} ($why)"
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        say "that needs root and there is no sudo. Ask for: apt-get install ${missing[*]}"
        return 0
    fi
    apt update || say "the list of packages could not be renewed; trying the old one"
    if ! apt install -y --no-install-recommends "${missing[@]}"; then
        say "one of them cannot be had here; installing one by one"
        local package
        for package in "${missing[@]}"; do
            apt install -y --no-install-recommends "$package" || say "$package is not installed"
        done
    fi
}

# Print what an installation depends on; two equal answers need no second installation.
fingerprint() {
    (
        cd "$root"
        printf '%s\n' "$root" "$1" "$("$venv/bin/python" --version)"
        shopt -s nullglob
        cat pyproject.toml packaging/constraints.txt packaging/build_hook.py \
            resources/languages/*/desk.po
    ) | sha256sum
}

# install_desk EXTRAS STAMP...: desk with its libraries into .venv, editable.
install_desk() {
    local extras=$1 stamp made current=yes quiet=--quiet
    shift
    if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        say "making $venv"
        "$python" -m venv --clear "$venv" || fail "no Python environment could be made in $venv"
    fi
    for stamp; do
        [[ -f $venv/$stamp && $(<"$venv/$stamp") == $(fingerprint "$stamp") ]] || current=no
    done
    for made in "$venv/bin/desk" "$root"/resources/{pinyin.txt,fonts/NotoS{ans,erif}SC-Regular.ttf}; do
        [[ -s $made ]] || current=no
    done
    if [[ $current == no ]]; then
        say "installing desk and its libraries into $venv (the first time some 300 MB and a few minutes)"
        # pip reads these variables in its isolated build too, which -c does not reach; as a URL
        # because a path with a blank would count as two. Newer pips use the second for builds.
        [[ ! -t 2 ]] || quiet=
        local constraints
        constraints=$("$python" -c 'import pathlib, sys; print(pathlib.Path(sys.argv[1]).as_uri())' \
            "$root/packaging/constraints.txt")
        PIP_CONSTRAINT=$constraints PIP_BUILD_CONSTRAINT=$constraints PIP_DISABLE_PIP_VERSION_CHECK=1 \
            "$venv/bin/python" -m pip install ${quiet:+"$quiet"} --editable "$root$extras" >&2 ||
            fail "the libraries could not be installed: see the lines above"
        for stamp; do fingerprint "$stamp" >"$venv/$stamp"; done
    fi
    compile_desk
}

# pip compiles what it installs, but an editable desk stays where it is: its first start would wait
# for that, and every start where Python is told to keep no compiled files. Nothing lost if it fails.
compile_desk() {
    "$venv/bin/python" -m compileall -q "$root/desk" >/dev/null 2>&1 || true
}

# The package that holds Python's own installer, where Debian splits it off.
venv_package() {
    "$python" -c 'import ensurepip' 2>/dev/null || echo "$python-venv"
}
