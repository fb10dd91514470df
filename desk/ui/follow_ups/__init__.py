"""Follow-ups: what was promised and is not done yet."""
