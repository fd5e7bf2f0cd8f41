"""Extractors: what passages say, typed, and who says it."""
