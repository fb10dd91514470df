"""Cards: what is written down beside a complaint, one thing at a time, where the coach stands."""
