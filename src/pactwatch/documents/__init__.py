"""Documents: bytes to text to passages; the archive."""
