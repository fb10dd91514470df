"""Signing in, and locking the desk: who sits here, shown over everything else."""
