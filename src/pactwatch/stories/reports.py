"""A document as this part of the program sees it: its words, what was read in it, and who speaks where.

article + facts  -->  Report  -->  clauses, each with the claims it holds and those who say it
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex
from rapidfuzz.distance import Levenshtein

from pactwatch.language.clauses import split_clauses
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Statement
from pactwatch.model.near import Near
from pactwatch.model.source import CLAIMED, Article, Document, PassageKind, Span
from pactwatch.model.status import Fact
from pactwatch.stories.quoted import find_quoted

#: Names of so many letters may differ by two of them and be one name.
LONG_NAME = 7
#: A clause that shares this much of itself with the content of a statement is that speaker's.
SPOKEN = 0.5
#: From so many sentences, and this share of all, in the first person a text is no report.
FIRST_PERSON, FIRST_PERSON_SHARE = 3, 0.12

_WORD = regex.compile(r"\p{L}[\p{L}'’]*")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: the person, the side that the person or the institution speaks for, and the
    name as the text leads to it. Two voices may be one person under two names. ``how`` the text names it
    (named, surname, pronoun, description) is no part of who it is."""

    name: str
    person: str | None = None
    side: str | None = None
    how: str = field(default="named", compare=False)

    def is_person(self, other: "Voice") -> bool:
        """Whether both are one speaker by name."""
        mine, theirs = self.person or self.name, other.person or other.name
        return (
            mine == theirs
            or mine.endswith(f" {theirs}")
            or theirs.endswith(f" {mine}")
            or is_spelt_alike(mine, theirs)
        )

    def is_side(self, other: "Voice") -> bool:
        """Whether both speak for one side, or are one speaker."""
        return self.is_person(other) or (self.side is not None and self.side == other.side)


def is_spelt_alike(one: str, other: str) -> bool:
    """Whether two full names are spellings of one: as many words, of which one is not the same, and that
    one by a letter or two (Ines Maddary, Ines Madary)."""
    mine, theirs = one.casefold().split(), other.casefold().split()
    if len(mine) != len(theirs) or len(mine) < 2:
        return False
    unlike = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(unlike) == 1 and _is_one_spelling(*unlike[0])


def _is_one_spelling(one: str, other: str) -> bool:
    return Levenshtein.distance(one, other) <= (1 if min(len(one), len(other)) < LONG_NAME else 2)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a report; ``voices`` are those who say it (empty: the report itself), ``told`` its
    words without those that only name the speaker and the saying ("Rubio said that")."""

    place: Place
    words: str
    told: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Report:
    """One document with the facts read in it, in the order in which they stand."""

    article: Article
    facts: tuple[Fact, ...]

    @property
    def document(self) -> Document:
        return self.article.document

    @property
    def id(self) -> str:
        return self.article.document.id

    def words(self, span: Span) -> str:
        """The words of a stretch, spaces and line breaks made one space."""
        return " ".join(span.of(self.article.text).split())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, headline and deck included."""
        return tuple(passage.span for passage in self.article.passages if passage.kind in CLAIMED)

    @cached_property
    def statements(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact.claim.slots, Statement))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in reading order."""
        text = self.article.text
        cuts = (Span(*cut) for own in self.sentences for cut in split_clauses(text, own.begin, own.end))
        return tuple(self._make_clause(span) for span in cuts if span.end > span.begin)

    def _make_clause(self, span: Span) -> Clause:
        told = _subtract(span, self._attributions.find(span))
        words = " ".join(self.words(part) for part in told)
        return Clause(Place(self.id, span), self.words(span), words, self.find_voices(*told))

    @cached_property
    def _attributions(self) -> Near[Span]:
        """The stretches of statements that are content of none."""
        content = Near((span, [span]) for fact in self.statements for span in _content(fact))
        around = (fact.claim.span for fact in self.statements)
        return Near((part, [part]) for span in around for part in _subtract(span, content.find(span)))

    @cached_property
    def _spoken(self) -> Near[Fact]:
        """The statements by where their content stands."""
        return Near((fact, _content(fact)) for fact in self.statements)

    def find_sentence(self, span: Span) -> Span:
        """The sentence that holds a stretch; the stretch itself where none does."""
        return next((own for own in self.sentences if own.overlaps(span)), span)

    def find_kind(self, span: Span) -> PassageKind | None:
        """What the passage is that holds a stretch."""
        return next((own.kind for own in self.article.passages if own.span.overlaps(span)), None)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The stretches inside quotation marks, whether a speaker was found or not."""
        return find_quoted(self.article.text)

    @cached_property
    def is_spoken(self) -> bool:
        """Whether the text speaks in the first person outside quotation marks: a transcript, a letter, a
        column, and no report."""
        own = [span for span in self.sentences if not any(quote.overlaps(span) for quote in self.quoted)]
        spoken = sum(1 for span in own if is_first_person(self.words(span)))
        return spoken >= max(FIRST_PERSON, FIRST_PERSON_SHARE * len(own))

    def find_voices(self, *told: Span) -> tuple[Voice, ...]:
        """Those who say some stretches: the speakers of the narrowest statement around most of them."""
        statement = self.find_statement(*told)
        return () if statement is None else find_voices(statement)

    def find_statement(self, *told: Span) -> Fact | None:
        """The narrowest statement around most of some stretches."""
        fits = [fact for fact in self._spoken.find(*told) if _share(told, _content(fact)) >= SPOKEN]
        return min(fits, key=lambda fact: _length(_content(fact)), default=None)


def is_first_person(words: str) -> bool:
    """Whether some words speak of "I" or "we"."""
    found = (own.group() for own in _WORD.finditer(words))
    return any(word.lower() in word_set("own-voice.first-person") and word != "US" for word in found)


def find_voices(fact: Fact) -> tuple[Voice, ...]:
    """Those who say a claim; empty where the report itself does."""
    mentions, matches = fact.claim.speakers, fact.placement.speakers
    if len(mentions) == len(matches):
        pairs = zip(mentions, matches, strict=True)
        return tuple(Voice(match.name, match.person, match.actor, mention.how) for mention, match in pairs)
    if matches:
        return tuple(Voice(match.name, match.person, match.actor) for match in matches)
    known = (mention for mention in mentions if mention.how != "unresolved")
    return tuple(Voice(mention.name, how=mention.how) for mention in known)


def _content(fact: Fact) -> Sequence[Span]:
    slots = fact.claim.slots
    assert isinstance(slots, Statement)
    return slots.content


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.begin for span in spans)


def _share(told: Sequence[Span], content: Sequence[Span]) -> float:
    """How much of some stretches lies in the content."""
    covered = sum(
        max(0, min(span.end, own.end) - max(span.begin, own.begin)) for span in told for own in content
    )
    return covered / max(1, _length(told))


def _subtract(span: Span, parts: Sequence[Span]) -> list[Span]:
    """What is left of a stretch without others."""
    left, begin = [], span.begin
    for part in sorted(own for own in parts if own.overlaps(span)):
        if part.begin > begin:
            left.append(Span(begin, part.begin))
        begin = max(begin, part.end)
    return [*left, Span(begin, span.end)] if begin < span.end else left
