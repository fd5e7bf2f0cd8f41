"""Frozen dataclasses that every other part speaks in; no I/O and no clock."""
