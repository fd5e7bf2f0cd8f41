"""The time, taken here and handed down: nothing below the command line asks a clock."""

from datetime import UTC, date, datetime


def now() -> str:
    """The time in UTC to the second, ISO 8601: 2025-12-22T09:30:00Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """The day in UTC."""
    return datetime.now(UTC).date()
