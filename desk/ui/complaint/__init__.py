"""One complaint: what is known, what happened, and what can be done next."""
