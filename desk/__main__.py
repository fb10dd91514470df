"""``desk`` and ``python -m desk``."""

import sys


def main() -> int:
    """Run the command line and give the exit code."""
    from desk.cli.main import run  # noqa: PLC0415 - keeps `python -m desk` errors in one place

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
