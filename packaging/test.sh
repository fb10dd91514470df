#!/usr/bin/env bash
# Every check there is, as run before a commit: format, lint, types, all tests.
#     bash packaging/test.sh
# All phases run; the result is non-zero when any of them failed.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

# A window manager and keys on a display of its own, papers read back, a real print spooler.
test_packages=(xvfb xauth openbox xdotool dbus dbus-x11 at-spi2-core poppler-utils cups)
failed=()

# phase NAME COMMAND...
phase() {
    local name=$1 start=$SECONDS
    shift
    say "--- $name"
    "$@" || failed+=("$name")
    say "--- $name took $((SECONDS - start)) s"
}

set_up() {
    install_packages "the window, and what the tests drive it with" \
        "${window_packages[@]}" "${rare_characters[@]}" "${test_packages[@]}" $(venv_package)
    install_desk "[test]" .desk-run .desk-test
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

phase format "$venv/bin/ruff" format --check .
phase lint "$venv/bin/ruff" check .
phase types "$venv/bin/mypy"
phase tests "$venv/bin/python" -m pytest -q -n 2 -m "not soak and not alone"
phase "tests that need the machine to themselves" alone

((${#failed[@]} == 0)) || fail "not right yet: ${failed[*]}"
say "all is well, $((SECONDS - start)) s"
