"""Customers: finding people, what is stored of them, what happened, merging and taking it back."""
