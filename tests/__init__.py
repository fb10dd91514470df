"""Tests mirror desk/: the test of desk/domain/deadline.py is tests/domain/test_deadline.py."""
