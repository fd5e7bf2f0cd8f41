"""The day of a document in words: as printed or given, as its story dates it, or why it is not known."""

from pactwatch.display.words import format_when
from pactwatch.model.source import Document, When


def describe_published(document: Document, dated: When | None = None) -> str:
    """The day of publication, or that it is not known and why; before that the day that its story gives."""
    if document.published is None:
        unknown = f"undated: {document.undated or 'no day is printed or given'}"
        return f"{describe_dated(dated)}; {unknown}" if dated else unknown
    if document.published.precision == "day":
        return format_when(document.published)
    return f"{format_when(document.published)}, to the {document.published.precision}"


def describe_dated(dated: When) -> str:
    """A day that a story gives: "about 19 Dec 2025, dated by its story (as wire-0402.txt)"."""
    how, _, by = dated.how.partition(": ")
    return f"about {format_when(dated)}, {how}{f' ({by})' if by else ''}"
