"""Today: what waits at this desk, in the order in which it wants attention."""
