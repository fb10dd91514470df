#!/usr/bin/env bash
# Prints how fast desk is beside floors on this machine: bash packaging/bench.sh [SIZE ...] [--only WORD]
# Complaints are made once, into $DESK_BENCH_CACHE or the folder for temporary files.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

find_python
[[ -x $venv/bin/python ]] && "$venv/bin/python" -c 'import desk, pypdf' 2>/dev/null ||
    install_desk "[test]" .desk-run .desk-test
# As installed: compiled, with catalogues no older than their sources.
"$venv/bin/python" "$root/packaging/build_hook.py"
compile_desk
cd "$root"
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
PYTHONPATH=$root/packaging exec "$venv/bin/python" -m bench "$@"
