"""Short texts read as articles, for the tests of the extractors."""

import textwrap
from collections.abc import Sequence
from datetime import date

from pactwatch.claims.run import read_claims
from pactwatch.documents.make import make_article
from pactwatch.documents.manifest import SourceRow
from pactwatch.model.claim import Claim, Figure, Statement
from pactwatch.model.source import Article, When


def _day(text: str) -> When:
    day = date.fromisoformat(text)
    return When(day, day, "day", "manifest")


def article_of(text: str, published: str | None = "2031-05-19") -> Article:
    """An article of the text, which a test gives as its docstring."""
    body = textwrap.dedent(text).strip()
    row = SourceRow("test.txt", published=_day(published) if published else None)
    made = make_article(body.encode(), "test.txt", row)
    assert made.article is not None, made.problems
    return made.article


def claims_of(text: str, maker: str, published: str | None = "2031-05-19") -> tuple[Article, Sequence[Claim]]:
    article = article_of(text, published)
    return article, read_claims(article)[maker]


def told(text: str) -> list[tuple[str, str, str]]:
    """Each statement of a text as (speakers, cue, content)."""
    article, claims = claims_of(text, "statements")
    rows = []
    for claim in claims:
        assert isinstance(claim.slots, Statement)
        content = " | ".join(article.words(part) for part in claim.slots.content)
        names = "; ".join(mention.name for mention in claim.speakers)
        rows.append((names, article.words(claim.slots.cue), content))
    return rows


def counted(text: str, published: str | None = "2031-05-19") -> list[tuple[Claim, Figure]]:
    """Each figure of a text with its claim."""
    _, claims = claims_of(text, "figures", published)
    return [(claim, claim.slots) for claim in claims if isinstance(claim.slots, Figure)]
