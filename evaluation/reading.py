"""The real reading of the package, for text that is not in any case."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pactwatch.agreement.load import load_agreement
from pactwatch.claims.provisions import place_claims
from pactwatch.claims.run import read_claims
from pactwatch.config import AGREEMENT_FILE, MANIFEST_FILE
from pactwatch.documents.make import make_article
from pactwatch.documents.manifest import SourceRow, read_manifest
from pactwatch.documents.published import parse_published
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim, Event, Figure, Progress, Statement
from pactwatch.model.placement import Placement
from pactwatch.model.source import Article, PassageKind, Span
from pactwatch.problems import Level, Problem


@dataclass(frozen=True)
class Reading:
    """An article and all that was read in it, in reading order. With an agreement, ``placements``
    holds where each claim belongs, by the claim's key."""

    article: Article
    claims: tuple[Claim, ...]
    agreement: Agreement | None = None
    placements: dict[str, Placement] = field(default_factory=dict)

    def of(self, kind: type[Statement] | type[Figure] | type[Progress] | type[Event]) -> list[Claim]:
        """The claims whose slots are of one type."""
        return [claim for claim in self.claims if isinstance(claim.slots, kind)]

    def sentence_at(self, place: int) -> str:
        """The sentence (or line) around a character, on one line."""
        spans = [passage.span for passage in self.article.passages]
        return " ".join(_around(spans, self.article.text, place).split())


def _around(spans: Sequence[Span], text: str, place: int) -> str:
    inside = [span for span in spans if span.begin <= place < span.end]
    return inside[0].of(text) if inside else text[max(0, place - 120) : place + 120]


def read_bytes(
    data: bytes, name: str, row: SourceRow | None = None, agreement: Agreement | None = None
) -> Reading | Problem:
    """Read one document as the program does; the row is what a manifest says of it."""
    made = make_article(data, name, row)
    if made.article is None:
        return made.problems[0]
    claims = [claim for found in read_claims(made.article).values() for claim in found]
    claims.sort(key=lambda claim: (claim.span, claim.kind.value))
    placed = place_claims(made.article, claims, agreement) if agreement else ()
    placements = {placement.claim: placement for placement in placed}
    return Reading(made.article, tuple(claims), agreement, placements)


def load_case(folder: Path) -> tuple[Agreement, dict[str, SourceRow]]:
    """The agreement of a case's folder and its manifest; a mistake in either ends the run."""
    agreement, wrong = load_agreement(folder / AGREEMENT_FILE)
    rows, problems = read_manifest(folder / MANIFEST_FILE)
    errors = [problem for problem in (*wrong, *problems) if problem.level is Level.ERROR]
    if agreement is None or errors:
        raise SystemExit("\n".join(map(str, errors)))
    return agreement, rows


def read_text(text: str, name: str, published: str | None = None) -> Reading | Problem:
    """Read a text that is already decoded: every offset counts its own characters."""
    reading = read_bytes(_encode(text), name, _make_row(name, published))
    if isinstance(reading, Reading) and len(reading.article.text) != len(text):
        raise AssertionError(f"{name}: the text was changed while it was read")
    return reading


def _make_row(name: str, published: str | None) -> SourceRow | None:
    """A day that cannot be read is left out: the text is read without it."""
    day = parse_published(published or "")
    return (
        SourceRow(name, published=day.when, published_at=day.at) if day and not isinstance(day, str) else None
    )


def _encode(text: str) -> bytes:
    """UTF-8 that decodes to as many characters: a byte order mark or half a surrogate pair would not."""
    blank = " " + text[1:] if text.startswith("\ufeff") else text
    return blank.encode("utf-8", "replace")


def is_silent(kind: PassageKind) -> bool:
    """Whether a passage of this kind gives no claims."""
    return kind in (PassageKind.FURNITURE, PassageKind.SUBHEAD, PassageKind.METADATA, PassageKind.DATELINE)
