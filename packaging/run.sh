#!/usr/bin/env bash
# From a bare Debian or Ubuntu machine to the open window: system libraries, .venv, desk.
#     bash packaging/run.sh [what desk takes]
# Without a display and without arguments the program shows itself: desk tour ./desk-tour
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

find_python
install_packages "the window, printing, Python environments and rare Chinese characters" \
    "${window_packages[@]}" "${rare_characters[@]}" $(venv_package)
install_desk "" .desk-run

if (($# == 0)) && [[ $(uname) == Linux && -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
    say "there is no display here, so desk shows itself without one"
    "$venv/bin/desk" tour ./desk-tour
    say "papers, workbook, report and a picture of every screen lie in $PWD/desk-tour"
else
    exec "$venv/bin/desk" "$@"
fi
