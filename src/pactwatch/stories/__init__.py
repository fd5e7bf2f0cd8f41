"""Documents about one occurrence: what they share, and which belong together."""
