"""Rows, charts and words for pages, terminal and reports."""
