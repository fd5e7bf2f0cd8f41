"""Pactwatch: an open, sourced record of a negotiated agreement."""

__version__ = "0.1.0"
