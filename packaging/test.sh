#!/usr/bin/env bash
# Every check there is, as run before a commit: format, lint, types, all tests.
#     bash packaging/test.sh
# All phases run; the result is non-zero when any of them failed.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

# A window manager and keys on a display of its own, papers read back, a real PostgreSQL.
test_packages=(xvfb xauth openbox xdotool dbus dbus-x11 at-spi2-core poppler-utils postgresql)
failed=()

# phase NAME COMMAND...
phase() {
    local name=$1 start=$SECONDS
    shift
    say "--- $name"
    "$@" || failed+=("$name")
    say "--- $name took $((SECONDS - start)) s"
}

# Debian starts a server when PostgreSQL is installed; the tests start their own.
without_a_server() {
    local switch=/etc/postgresql-common/createcluster.d/desk-tests.conf
    if [[ -n $(command -v dpkg-query) && -n $(missing_packages postgresql) ]] &&
        { ((EUID == 0)) || command -v sudo >/dev/null; }; then
        as_root mkdir -p "${switch%/*}"
        echo 'create_main_cluster = false' | as_root tee "$switch" >/dev/null
        "$@"
        as_root rm -f "$switch"
    else
        "$@"
    fi
}

set_up() {
    without_a_server install_packages "the window, and what the tests drive it with" \
        "${window_packages[@]}" "${rare_characters[@]}" "${test_packages[@]}" $(venv_package)
    install_desk "[test,postgresql]" .desk-run .desk-test
}

# Tests that measure time must not compete with others; 5 means that there are none.
alone() {
    "$venv/bin/python" -m pytest -q -m "alone and not soak" || (($? == 5))
}

find_python
start=$SECONDS
set_up
say "--- set-up took $((SECONDS - start)) s"

cd "$root"
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then export DESK_REQUIRE_PG=1; fi

phase format "$venv/bin/ruff" format --check .
phase lint "$venv/bin/ruff" check .
phase types "$venv/bin/mypy"
phase tests "$venv/bin/python" -m pytest -q -n 2 -m "not soak and not alone"
phase "tests that need the machine to themselves" alone

((${#failed[@]} == 0)) || fail "not right yet: ${failed[*]}"
say "all is well, $((SECONDS - start)) s"
