"""Invented articles, claims and ledgers that the tests of the ledger and of its bundle share."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from pactwatch.ids import hash_bytes, hash_text
from pactwatch.ledger.base import Draft, Store
from pactwatch.ledger.drafts import (
    draft_agreement,
    draft_case,
    draft_document,
    draft_placing,
    draft_reading,
)
from pactwatch.ledger.store import create_store
from pactwatch.model.claim import Claim, Figure, Form, Kind, Mention, Statement
from pactwatch.model.keys import compute_key
from pactwatch.model.placement import Placement, ProvisionMatch, Relevance, SpeakerMatch
from pactwatch.model.source import Article, Document, Passage, PassageKind, Span, When

AT = "2031-05-19T09:30:00Z"
AGREEMENT = "title: The River Accord\nparties: {north: {}, south: {}}\n"
AGREEMENT_HASH = hash_text(AGREEMENT)
VERSIONS = {"normalisation": "1", "sentences": "1"}
SENTENCE = (
    "“The north bank has sent home {number} crew members,” said Ivo Lund, a spokesman of the port office."
)


def counted_salt() -> Callable[[], str]:
    """Salts that repeat from run to run and never within one."""
    numbers = itertools.count(1)
    return lambda: f"{next(numbers):032x}"


def make_article(name: str, *, sentences: int = 2, encoding: str = "utf-8") -> tuple[Article, bytes]:
    """An article with a headline and some sentences, one a line, and its bytes."""
    lines = [f"Crews on the river — {name}"]
    lines += [SENTENCE.format(number=40 + number) for number in range(sentences)]
    text = "\n".join(lines) + "\n"
    data = text.encode(encoding)
    published = When(date(2031, 5, 1 + len(name) % 9), date(2031, 5, 1 + len(name) % 9), "day", "manifest")
    document = Document(hash_bytes(data), f"{name}.txt", encoding, title=lines[0], published=published)
    return Article(document, text, tuple(_split_lines(lines))), data


def _split_lines(lines: Sequence[str]) -> Iterator[Passage]:
    begin = 0
    for number, line in enumerate(lines):
        kind = PassageKind.SENTENCE if number else PassageKind.HEADLINE
        yield Passage(kind, begin, begin + len(line), number)
        begin += len(line) + 1


def make_figures(article: Article, version: str = "1") -> tuple[Claim, ...]:
    """One figure for each sentence."""
    return tuple(_make_figure(article, passage, version) for passage in _sentences(article))


def _make_figure(article: Article, passage: Passage, version: str) -> Claim:
    begin = article.text.index("sent home ", passage.begin) + len("sent home ")
    number = Span(begin, begin + 2)
    value = Decimal(article.words(number))
    slots = Figure(number, "crew member", "crew members", low=value, high=value, effect="returned")
    claim = Claim(
        "",
        Kind.FIGURE,
        article.document.id,
        passage.span,
        article.words(passage.span),
        passage.kind,
        slots,
        "figures",
        version,
        "number noun",
        speakers=(_find_speaker(article, passage),),
    )
    return claim.with_key(compute_key(claim))


def make_statements(article: Article, version: str = "1") -> tuple[Claim, ...]:
    """One direct statement for each sentence."""
    return tuple(_make_statement(article, passage, version) for passage in _sentences(article))


def _make_statement(article: Article, passage: Passage, version: str) -> Claim:
    text = article.text
    content = Span(passage.begin + 1, text.index(",”", passage.begin))
    said = text.index("said", content.end)
    slots = Statement(Form.DIRECT, Span(said, said + 4), "said", (content,), (content,))
    claim = Claim(
        "",
        Kind.STATEMENT,
        article.document.id,
        passage.span,
        article.words(passage.span),
        passage.kind,
        slots,
        "statements",
        version,
        "quote said name",
        speakers=(_find_speaker(article, passage),),
    )
    return claim.with_key(compute_key(claim))


def _sentences(article: Article) -> list[Passage]:
    return [passage for passage in article.passages if passage.kind is PassageKind.SENTENCE]


def _find_speaker(article: Article, passage: Passage) -> Mention:
    begin = article.text.index("Ivo Lund", passage.begin)
    span = Span(begin, begin + len("Ivo Lund"))
    return Mention(span, "Ivo Lund", span, "a spokesman of the port office")


def place(claims: Sequence[Claim], provision: str = "crews") -> tuple[Placement, ...]:
    """Each claim on one provision, as said by the north."""
    return tuple(
        Placement(
            claim.key,
            Relevance.AGREEMENT,
            "names the river",
            provisions=(ProvisionMatch(provision, 0.75, "the word “crew”"),),
            speakers=(SpeakerMatch("north", "Ivo Lund", "Ivo Lund", "a name in the agreement file"),),
        )
        for claim in claims
    )


def draft_all(
    article: Article, salt: Callable[[], str], version: str = "1", agreement: str = AGREEMENT_HASH
) -> list[Draft]:
    """A document, its two readings and its placing."""
    document = article.document.id
    figures, statements = make_figures(article, version), make_statements(article, version)
    return [
        draft_document(article, salt),
        draft_reading(document, "figures", version, figures, salt),
        draft_reading(document, "statements", version, statements, salt),
        draft_placing(document, agreement, "provisions", "1", place(figures + statements), salt),
    ]


def make_store(path: Path, writer: str = "anna") -> Store:
    """A ledger with its case and agreement records."""
    store = create_store(path, writer, draft_case("The river", VERSIONS), AT)
    store.append([draft_agreement(AGREEMENT, AGREEMENT_HASH, "river-accord")], AT)
    return store


def without(claims: Sequence[Claim], gone: str) -> list[Claim]:
    """The claims but for one key, as a later version of their maker."""
    return [replace(claim, version="2") for claim in claims if claim.key != gone]


class Shelf:
    """Archived bytes by document ID, as an archive gives and takes them."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        key = hash_bytes(data)
        self.held[key] = data
        return key

    def read(self, document: str) -> bytes:
        return self.held[document]

    def replace(self, document: str, data: bytes) -> None:
        self.held[document] = data
