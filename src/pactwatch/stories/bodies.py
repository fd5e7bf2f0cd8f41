"""The body of a document: its report at its places, without what stands around it; and the passages that
bodies share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.model.source import CLAIMED, Article
from pactwatch.stories.copies import Copy, CopyIndex


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a document without what is not its report, and its day of publication."""

    id: str
    text: str
    day: date | None = None


def make_body(article: Article) -> Body:
    """The sentences of an article at their places; furniture and metadata are spaces."""
    text = [" "] * len(article.text)
    for passage in article.passages:
        if passage.kind in CLAIMED:
            text[passage.begin : passage.end] = article.text[passage.begin : passage.end]
    published = article.document.published
    return Body(article.document.id, "".join(text), published.first if published else None)


def find_copies(bodies: Sequence[Body]) -> list[Copy]:
    """The passages that any two documents share."""
    index = CopyIndex()
    return [copy for body in bodies for copy in index.add(body.id, body.text)]
