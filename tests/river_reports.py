"""Invented reports about the River Accord, read as the package reads them."""

import textwrap
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from pactwatch.agreement.load import load_agreement
from pactwatch.claims.provisions import place_claims
from pactwatch.claims.run import read_claims
from pactwatch.documents.make import make_article
from pactwatch.documents.manifest import SourceRow
from pactwatch.model.agreement import Agreement
from pactwatch.model.link import Link, Linked, LinkJudgement, LinkKind, Verdict, compute_link_key, order_ends
from pactwatch.model.source import Article, Document, Span, When
from pactwatch.model.status import Fact
from pactwatch.stories.copies import Copy, CopyIndex
from pactwatch.stories.reports import Report

ACCORD = Path(__file__).parents[1] / "agreements" / "river-accord" / "agreement.yaml"


@cache
def _load() -> Agreement:
    agreement, problems = load_agreement(ACCORD)
    assert agreement is not None, problems
    return agreement


def on(day: str) -> When:
    """One known day, "2031-05-19"."""
    return When(date.fromisoformat(day[:10]), date.fromisoformat(day[:10]), "day", "manifest")


def document(
    name: str,
    published: str | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    digest: bool = False,
) -> Document:
    """A document without words; with a "T" in it, the day of publication has a time."""
    at = published if published and "T" in published else None
    day = on(published) if published else None
    return Document(
        name, name, "utf-8", outlet=outlet, agency=agency, published=day, published_at=at, digest=digest
    )


def tell(
    text: str,
    name: str = "report.txt",
    published: str | None = "2031-05-19",
    outlet: str | None = None,
    agency: str | None = None,
    digest: bool = False,
) -> Report:
    """A text as a report with all that is read in it and its place in the River Accord. In a text that is
    indented, lines that follow one another are one paragraph."""
    plain = textwrap.dedent(text)
    joined = "\n\n".join(" ".join(part.split()) for part in plain.strip().split("\n\n"))
    body = plain.strip() if plain == text else joined
    at = published if published and "T" in published else None
    kind = "digest" if digest else "report"
    row = SourceRow(name, outlet, None, on(published) if published else None, at, agency, kind)
    made = make_article(body.encode(), name, row)
    assert made.article is not None, made.problems
    return Report(made.article, _read_facts(made.article))


def _read_facts(article: Article) -> tuple[Fact, ...]:
    claims = [claim for group in read_claims(article).values() for claim in group]
    placements = {one.claim: one for one in place_claims(article, claims, _load())}
    facts = [Fact(claim, placements[claim.key], article.document) for claim in claims]
    return tuple(sorted(facts, key=lambda fact: (fact.claim.span, fact.claim.key)))


def find(report: Report, words: str) -> Span:
    """Where some words stand in a report; a ValueError where they do not."""
    begin = report.article.text.index(words)
    return Span(begin, begin + len(words))


def share(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """The passages that any two reports share."""
    index = CopyIndex()
    return tuple(copy for report in reports for copy in index.add(report.id, report.article.text))


def propose(kind: LinkKind, a: str, b: str, score: float = 0.7) -> Linked:
    """A link that is proposed and not judged."""
    a, b = order_ends(kind, a, b)
    return Linked(compute_link_key(kind, a, b), kind, a, b, Link(kind, a, b, score, (), "stories", "1"))


def judge(kind: LinkKind, a: str, b: str, verdict: Verdict, score: float | None = None) -> Linked:
    """A link that a person judged; with a score, it was proposed too."""
    a, b = order_ends(kind, a, b)
    link = Link(kind, a, b, score, (), "stories", "1") if score is not None else None
    judgement = LinkJudgement(kind, a, b, verdict, "Ann", "read both")
    return Linked(compute_link_key(kind, a, b), kind, a, b, link, judgement)
