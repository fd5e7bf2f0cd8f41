"""Words of a report with the place in the reader where they stand: what every door of a story opens."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from pactwatch.display.labels import Labels
from pactwatch.display.spans import Highlight, Piece, cut_pieces
from pactwatch.model.source import Article, Span
from pactwatch.stories.reports import Report


@dataclass(frozen=True, slots=True)
class Stretch:
    """``anchor`` is the passage of the document's page that holds the words, ``voice`` who says them
    (empty: the report itself, or nothing is known of it)."""

    letter: str
    document: str
    anchor: str
    pieces: tuple[Piece, ...]
    voice: str = ""

    @property
    def words(self) -> str:
        """The words on one line."""
        return " ".join("".join(piece.text for piece in self.pieces).split())


def find_anchor(article: Article, span: Span) -> str:
    """The passage of a document's page in which a stretch begins; empty where it stands in none."""
    found = next((one for one in article.passages if one.begin <= span.begin < one.end), None)
    return f"s-{found.begin}" if found else ""


def make_stretch(
    report: Report, labels: Labels, span: Span, highlights: Iterable[Highlight] = (), voice: str = ""
) -> Stretch:
    """The words of a span, or of the sentence around it, with parts of them marked."""
    pieces = cut_pieces(report.article.text, span, highlights)
    return Stretch(labels[report.id].letter, report.id, find_anchor(report.article, span), pieces, voice)


def find_words(text: str, span: Span, words: str) -> Span | None:
    """Where some words stand in a stretch, whatever the spaces and capitals; None where they do not."""
    pattern = r"\s+".join(regex.escape(word) for word in words.split())
    found = regex.search(pattern, span.of(text), regex.IGNORECASE) if pattern else None
    return Span(span.begin + found.start(), span.begin + found.end()) if found else None
