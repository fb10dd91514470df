"""Settings: how the branch works, and how this desk looks."""
