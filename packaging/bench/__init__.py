"""Measures desk against floors on the same machine in the same run; started by bench.sh."""
