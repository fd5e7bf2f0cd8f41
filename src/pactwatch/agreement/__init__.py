"""The agreement file: loading, checking, its small language."""
