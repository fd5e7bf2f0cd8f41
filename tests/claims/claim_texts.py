"""Short texts read as articles, for the tests of the extractors."""

import textwrap
import time
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


def figure_lines(text: str) -> list[str]:
    """Each figure of a text as a line: 30+ (at least), ..30 (at most), ~30, 40..60, 1/3, 41%, then "of"
    the whole, the thing counted, "per", what happened; "more" for an increment."""
    return [_line(figure) for _, figure in counted(text)]


def _line(figure: Figure) -> str:
    if figure.approx is not None:
        value = f"~{figure.approx}"
    elif figure.low == figure.high:
        value = f"{figure.low}"
    else:
        value = f"{figure.low}+" if figure.high is None else f"{figure.low or ''}..{figure.high}"
    parts = f"/{figure.parts}" if figure.parts else "%" if figure.percent else ""
    whole = f" of {figure.of_total}" if figure.of_total is not None else ""
    more = (
        f"{' more' if figure.increment else ''} {figure.counted}{f' per {figure.per}' if figure.per else ''}"
    )
    return f"{value}{parts}{whole}{more}{f': {figure.effect}' if figure.effect else ''}"


def time_reading(text: str) -> float:
    """The seconds of the processor that the claims of a text take."""
    article = article_of(text)
    start = time.process_time()
    read_claims(article)
    return time.process_time() - start
