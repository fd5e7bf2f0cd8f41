"""Statements as rows: who said it, in which words, in which document; with the choices to narrow them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.display.choices import Choice, choose_places, list_places
from pactwatch.display.days import sort_newest
from pactwatch.display.evidence import describe_state
from pactwatch.display.spans import Highlight, Piece, cut_pieces
from pactwatch.display.speakers import Speaker, name_outlet, name_speaker
from pactwatch.display.words import FORMS, describe_circumstances, format_when
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Form, Statement
from pactwatch.model.near import Near
from pactwatch.model.placement import Relevance
from pactwatch.model.source import Span
from pactwatch.model.status import Fact

#: What opens a quotation in print.
_MARKS = ('"', "“", "‘", "'", "«", "„")


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One statement. ``pieces`` are its content with the words in quotation marks marked;
    parts that stand apart in the text are joined by an ellipsis of ours. ``inner`` are statements
    that stand inside its words: what X said, according to Y. ``told`` is to whom and on what occasion;
    ``wordings`` counts those of the same utterance, empty where no other article has it."""

    claim: str
    speaker: Speaker
    office: str | None
    form: str
    cue: str
    modality: str
    pieces: tuple[Piece, ...]
    words: str
    told: str
    said: str
    document: str
    file: str
    outlet: str
    digest: bool
    state: str
    provisions: tuple[str, ...]
    about: str
    inner: tuple["QuoteRow", ...] = ()
    wordings: str = ""


@dataclass(frozen=True, slots=True)
class QuotePage:
    """The statements that a filter leaves, and the choices of each filter. ``groups`` are the same
    statements, each with those that stand inside its words."""

    facts: tuple[Fact, ...]
    groups: tuple[tuple[Fact, tuple[Fact, ...]], ...]
    speakers: tuple[Choice, ...]
    provisions: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    total: int


def find_quotes(
    facts: Sequence[Fact], agreement: Agreement, speaker: str = "", provision: str = "", form: str = ""
) -> QuotePage:
    """The statements by a speaker, on a provision, in a form (each empty: any), newest first."""
    statements = [fact for fact in facts if isinstance(fact.claim.slots, Statement)]
    kept = [
        fact
        for fact in statements
        if speaker in ("", name_speaker(fact, agreement).id)
        and (not provision or provision in list_places(fact))
        and form in ("", _form_of(fact).value)
    ]
    ordered = sort_newest(kept)
    return QuotePage(
        facts=tuple(ordered),
        groups=group_nested(ordered),
        speakers=_choose_speakers(statements, agreement),
        provisions=choose_places([place for fact in statements for place in list_places(fact)], agreement),
        forms=_choose_forms(statements),
        total=len(statements),
    )


def group_nested(facts: Sequence[Fact]) -> tuple[tuple[Fact, tuple[Fact, ...]], ...]:
    """Each statement once: under the widest one whose content holds all of its own, else by itself."""
    by_document: dict[str, list[Fact]] = {}
    for fact in facts:
        by_document.setdefault(fact.document.id, []).append(fact)
    near = {document: Near((one, _content(one)) for one in own) for document, own in by_document.items()}
    inner: dict[str, list[Fact]] = {}
    inside: set[str] = set()
    for fact in facts:
        holders = [other for other in near[fact.document.id].find(*_content(fact)) if _holds(other, fact)]
        if holders:
            widest = max(holders, key=lambda other: (_length(other), other.claim.key))
            inner.setdefault(widest.claim.key, []).append(fact)
            inside.add(fact.claim.key)
    return tuple(
        (fact, tuple(inner.get(fact.claim.key, ()))) for fact in facts if fact.claim.key not in inside
    )


def _holds(outer: Fact, inner: Fact) -> bool:
    """Whether all of a statement's content stands within the content of another, longer one."""
    held = all(any(wide.holds(span) for wide in _content(outer)) for span in _content(inner))
    return outer is not inner and bool(_content(inner)) and held and _length(outer) > _length(inner)


def _content(fact: Fact) -> tuple[Span, ...]:
    return fact.claim.slots.content if isinstance(fact.claim.slots, Statement) else ()


def _length(fact: Fact) -> int:
    return sum(span.end - span.begin for span in _content(fact))


def _form_of(fact: Fact) -> Form:
    slots = fact.claim.slots
    return slots.form if isinstance(slots, Statement) else Form.INDIRECT


def _choose_speakers(facts: Sequence[Fact], agreement: Agreement) -> tuple[Choice, ...]:
    speakers = [name_speaker(fact, agreement) for fact in facts]
    names = {speaker.id: speaker.words for speaker in speakers}
    counts = Counter(speaker.id for speaker in speakers)
    choices = [Choice(known, names[known], number) for known, number in counts.items()]
    return tuple(sorted(choices, key=lambda choice: (-choice.number, choice.label)))


def _choose_forms(facts: Sequence[Fact]) -> tuple[Choice, ...]:
    counts = Counter(_form_of(fact) for fact in facts)
    return tuple(Choice(form.value, FORMS[form], counts[form]) for form in Form if counts[form])


def make_quote(fact: Fact, text: str, agreement: Agreement) -> QuoteRow:
    """One statement with its words cut from the document's text.

    Raises TypeError where the fact holds no statement.
    """
    slots = fact.claim.slots
    if not isinstance(slots, Statement):
        raise TypeError(f"claim {fact.claim.key} holds no statement")
    affiliation = next((mention.affiliation for mention in fact.claim.speakers if mention.affiliation), None)
    return QuoteRow(
        claim=fact.claim.key,
        speaker=name_speaker(fact, agreement),
        office=affiliation,
        form=FORMS[slots.form],
        cue=slots.cue_word if slots.cue_word.isascii() and slots.cue_word[:1].isalpha() else "",
        modality=fact.claim.modality.value,
        pieces=cut_statement(text, slots, fact.claim.key),
        words=" … ".join(" ".join(span.of(text).split()) for span in slots.content),
        told=describe_circumstances(slots),
        said=_describe_day(fact),
        document=fact.document.id,
        file=fact.document.name,
        outlet=name_outlet(fact.document),
        digest=fact.document.digest,
        state=describe_state(fact)[0],
        provisions=list_places(fact),
        about=_describe_relevance(fact),
    )


def _describe_day(fact: Fact) -> str:
    """The day it was said, else the day of publication, else that which the story of the document gives."""
    if fact.claim.said_on:
        return format_when(fact.claim.said_on)
    if fact.document.published:
        return f"published {format_when(fact.document.published)}"
    return f"by its story about {format_when(fact.dated)}" if fact.dated else "day unknown"


def cut_statement(text: str, statement: Statement, claim: str) -> tuple[Piece, ...]:
    """The content of a statement as pieces, with the words that stand in quotation marks marked."""
    quotes = [Highlight(span, "quoted", claim) for span in statement.quotes]
    pieces: list[Piece] = []
    for number, span in enumerate(statement.content):
        if number:
            pieces.append(Piece(" … "))
        for piece in cut_pieces(text, _trim(text, span), quotes):
            pieces.extend(_add_marks(piece, pieces))
    return tuple(pieces)


def _add_marks(piece: Piece, before: Sequence[Piece]) -> tuple[Piece, ...]:
    """Quoted words keep their quotation marks: where the content leaves them out, ours stand in."""
    if not piece.tones or (before and before[-1].text.endswith(_MARKS)):
        return (piece,)
    return (Piece("“"), piece, Piece("”"))


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    return Span(span.begin + left, span.begin + max(left, len(words.rstrip())))


def _describe_relevance(fact: Fact) -> str:
    if fact.placement.relevance is Relevance.AGREEMENT:
        return ""
    return f"{fact.placement.relevance.value}: {fact.placement.relevance_reason}"
