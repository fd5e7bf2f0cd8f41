"""Phrases for a text that was agreed, and the words of force that stand around them.

the accord · article 7 · the first phase of the truce · resolution 2803 of 17 May · the plan published in May
not: ceasefire monitors, the text's authors
"""

from collections.abc import Sequence

from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Mention

INSTRUMENTS = word_set("interpretations.instruments")
#: Words that are texts too, and as often what the text brought about: the truce allowed people to return.
_STATES = word_set("interpretations.states")
TEXTS = INSTRUMENTS | word_set("conditions.texts")
PHASES = frozenset(("phase", "stage"))
_ORDINALS = ("first", "second", "third", "fourth", "next", "final", "initial", "last", "opening")
_STOPS = ",W(I;:.SV"


def is_text(unit: Unit, phrase: Range, telling: bool = False) -> bool:
    """Whether a phrase is a text that was agreed, by its head. ``telling``: where it speaks or is followed,
    "the signed steps" is one."""
    words = TEXTS if telling else INSTRUMENTS
    head = _head(unit, phrase)
    if head < 0:
        return False
    low = unit.low(head).removesuffix("'s")
    if low in ("phase", "stage", "part", "terms", "letter", "spirit", "wording", "nothing", "language"):
        if low in PHASES and any(unit.low(at) in _ORDINALS for at in range(phrase.first, head)):
            return True
        return any(unit.low(at) in INSTRUMENTS for at in range(head + 1, phrase.last))
    return low in words


def is_state(unit: Unit, phrase: Range) -> bool:
    """Whether its head is a truce or the like, which does much that no text does."""
    head = _head(unit, phrase)
    return head >= 0 and unit.low(head) in _STATES | PHASES


def _head(unit: Unit, phrase: Range) -> int:
    """The last noun before a preposition or mark; before a number: article | 7"""
    last = next((at for at in range(phrase.first + 1, phrase.last) if unit.tags[at] in _STOPS), phrase.last)
    while last - 1 > phrase.first and (
        unit.tags[last - 1] in "0CERO" or unit.low(last - 1) in ("itself", "2", "alone")
    ):
        last -= 1
    head = last - 1
    if unit.tags[head] in "0E-" and head > phrase.first:
        head -= 1
    return head if unit.tags[head] in "NPOV" else -1


def text_from(unit: Unit, first: int) -> Range | None:
    """The phrase for a text that begins at a place, no farther: article 7, the plan published in May"""
    if unit.low(first) in ("such", "any", "no", "another", "every"):
        return None
    last = first
    while last < len(unit.tags) and unit.tags[last] in "DPN0ZE" and last - first < 9:
        last += 1
        if unit.low(last - 1).removesuffix("'s") in TEXTS and unit.tag(last) not in "NPE0":
            break
    while last > first and unit.tags[last - 1] in "DE":
        last -= 1
    if (
        unit.low(last) == "of"
        and unit.tag(last + 1) in "DPN"
        and unit.low(last - 1) in ("phase", "stage", "part", "terms")
    ):
        behind = text_from(unit, last + 1)
        return Range(first, behind.last) if behind else None
    if unit.tag(last) == "0" and unit.low(last - 1) in INSTRUMENTS:
        last += 1
    found = Range(first, last)
    return found if last > first and is_text(unit, found, telling=True) else None


def subject_of(unit: Unit, begin: int) -> Range | None:
    """The subject before a verb group, an aside left out: The accord, | doesn't let"""
    found = find_subject_before(unit, begin)
    if found is None and unit.tag(begin - 1) == ",":
        found = find_subject_before(unit, begin - 1)
    return found


def is_told_by_text(claim: Claim) -> bool:
    """Whether only a text speaks: the plan says, the steps say"""
    return bool(claim.speakers) and not without_texts(claim.speakers)


def without_texts(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those who can speak: not the plan, the steps, the resolution."""
    return tuple(m for m in mentions if not m.name or _last_word(m.name) not in TEXTS)


def _last_word(name: str) -> str:
    words = [word for word in name.lower().split() if not word.isdigit()]
    return words[-1] if words else ""
