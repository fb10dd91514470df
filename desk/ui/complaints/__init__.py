"""All complaints: a filter bar and a table over as many rows as there are."""
