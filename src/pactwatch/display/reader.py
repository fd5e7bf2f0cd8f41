"""A document as a reader sees it: paragraphs of passages, with every claim marked where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pactwatch.display.slots import describe_shortly
from pactwatch.display.spans import Highlight, Piece, cut_pieces, find_focus, find_tone
from pactwatch.display.speakers import name_speaker
from pactwatch.display.words import cut
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Figure, Kind, Modality
from pactwatch.model.source import Article, Passage, PassageKind, Span
from pactwatch.model.status import Fact

LABELS = {
    PassageKind.HEADLINE: "headline",
    PassageKind.DECK: "deck",
    PassageKind.DATELINE: "dateline",
    PassageKind.METADATA: "metadata of the page",
    PassageKind.SUBHEAD: "subhead, not read",
    PassageKind.SENTENCE: "",
    PassageKind.FURNITURE: "page furniture, not read",
}


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says of a claim beside its sentence."""

    claim: str
    tone: str
    words: str
    speaker: str
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One passage: its class, where it begins in the text (the place that an address can name), its
    number among the sentences (0: none), its pieces, its notes."""

    kind: str
    begin: int
    label: str
    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Passages that stand together; all of one class when it is no running text."""

    kind: str
    label: str
    lines: tuple[Line, ...]


def make_paragraphs(article: Article, facts: Sequence[Fact], agreement: Agreement) -> tuple[Paragraph, ...]:
    """The document's text in order. Rejected claims are not marked."""
    own = [fact for fact in facts if fact.document.id == article.document.id and not fact.rejected]
    highlights = [highlight for fact in own for highlight in _highlight(fact)]
    numbers = _number_sentences(article.passages)
    groups = groupby(article.passages, key=_group_of)
    return tuple(
        Paragraph(
            kind.value,
            LABELS[kind],
            tuple(
                _make_line(article, passage, numbers.get(passage.begin, 0), highlights, own, agreement)
                for passage in passages
            ),
        )
        for (_, kind), passages in groups
    )


def _group_of(passage: Passage) -> tuple[int, PassageKind]:
    """Running text by paragraph; lines of the page in one block as long as they are of one class."""
    running = passage.kind is PassageKind.SENTENCE
    return (passage.paragraph if running else -1, passage.kind)


def _number_sentences(passages: Sequence[Passage]) -> dict[int, int]:
    sentences = [passage for passage in passages if passage.kind is PassageKind.SENTENCE]
    return {passage.begin: number for number, passage in enumerate(sentences, start=1)}


def _highlight(fact: Fact) -> list[Highlight]:
    claim = fact.claim
    tone = find_tone(claim)
    spans: tuple[Span, ...] = find_focus(claim)
    if isinstance(claim.slots, Figure) and claim.span.holds(claim.slots.number):
        spans = (Span(claim.slots.number.begin, claim.slots.number.end),)
    return [Highlight(span, tone, claim.key) for span in spans]


def _make_line(
    article: Article,
    passage: Passage,
    number: int,
    highlights: Sequence[Highlight],
    facts: Sequence[Fact],
    agreement: Agreement,
) -> Line:
    own = [fact for fact in facts if passage.begin <= find_focus(fact.claim)[0].begin < passage.end]
    ordered = sorted(own, key=lambda fact: (find_focus(fact.claim)[0], fact.claim.key))
    return Line(
        kind=passage.kind.value,
        begin=passage.begin,
        label=LABELS[passage.kind],
        number=number,
        pieces=cut_pieces(article.text, passage.span, highlights),
        notes=tuple(_make_note(fact, agreement) for fact in ordered),
    )


def _describe(fact: Fact) -> str:
    """The number, the step or the stance, and the mode where it is not the plain one."""
    mode, kind = fact.claim.modality, fact.claim.kind
    words = cut(describe_shortly(fact.claim), 60)
    plain = Modality.CONDITIONAL if kind is Kind.CONDITION else Modality.ASSERTED
    marked = "" if mode in (plain, Modality.ASSERTED) else f"({mode.value})"
    return " ".join(part for part in (words, marked) if part)


def _make_note(fact: Fact, agreement: Agreement) -> Note:
    speaker = name_speaker(fact, agreement)
    return Note(
        claim=fact.claim.key,
        tone=find_tone(fact.claim),
        words=_describe(fact),
        speaker="own voice" if speaker.own_voice else speaker.name,
        elsewhere=fact.placement.relevance.value != "agreement",
    )
