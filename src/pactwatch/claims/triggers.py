"""Reporting words of a unit, each with its verb group and its own subject.

verb         Rubio has said          absolute     with the military reporting
participle   ..., adding that        shared       ... and welcomed
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before, skip_time_before
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.cues import Cue, cue_forms
from pactwatch.language.lexicon import is_bare_participle, lemma_of, word_set
from pactwatch.model.claim import Modality

#: The words stand in the paragraph that follows: He said: / "We have ..."
NEXT_PARAGRAPH = "direct in the next paragraph"
_MANNER = word_set("triggers.manner")
_DOCUMENTS = word_set("attributions.documents") | {"statement", "message", "tweet", "post", "note", "notice"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Places in one unit. ``content`` are ranges in reading order; ``source`` is None where
    the unit names none; ``addressee`` the places of the one who is told."""

    unit: Unit
    source: Range | None
    cue: Range
    word: int
    base: str
    content: tuple[Range, ...]
    modality: Modality
    rule: str
    addressee: Range | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A reporting word with its verb group and its own subject."""

    place: int
    begin: int
    cues: tuple[Cue, ...]
    subject: Range | None
    kind: str

    @property
    def start(self) -> int:
        """Where the attribution begins: its subject or its verb group."""
        return min(self.begin, self.subject.first) if self.subject else self.begin


class Candidate(NamedTuple):
    """A reporting word tried as one of its cues: ``after`` is the place behind it, ``starts`` the places
    where other attributions of the unit begin, ``base`` what is known before a rule finds the content."""

    unit: Unit
    trigger: Trigger
    cue: Cue
    after: int
    starts: Sequence[int]
    base: Attribution


def is_relative(unit: Unit, trigger: Trigger) -> bool:
    """Whether the word stands in a relative clause: which calls for, what they describe as."""
    subject = trigger.subject
    return subject is not None and (unit.tags[subject.first] == "W" or unit.tag(subject.first - 1) == "W")


def find_triggers(unit: Unit) -> list[Trigger]:
    """The reporting words of a unit, in order."""
    forms = cue_forms()
    found: list[Trigger] = []
    for place, tag in enumerate(unit.tags):
        if tag not in "VEGN" or unit.low(place) not in forms:
            continue
        if tag == "N" and not _verb_after_all(unit, place):
            continue
        trigger = _trigger(unit, place, tag, forms[unit.low(place)])
        if trigger is not None:
            found = [earlier for earlier in found if not _only_leads_to(unit, earlier, trigger)]
            found.append(trigger)
    return found


def _only_leads_to(unit: Unit, earlier: Trigger, trigger: Trigger) -> bool:
    """quoted | a witness as saying"""
    behind = trigger.subject is not None and trigger.subject.first == earlier.place + 1
    return (
        behind
        and unit.low(trigger.begin - 1) == "as"
        and lemma_of(unit.low(earlier.place)) in ("quote", "cite")
    )


def _verb_after_all(unit: Unit, place: int) -> bool:
    """A form tagged as noun that stands where only a verb can: X says: "..." """
    return unit.tag(place - 1) in "PO" and unit.tag(place + 1) in ":Q" and unit.low(place).endswith("s")


def _trigger(unit: Unit, place: int, tag: str, cues: tuple[Cue, ...]) -> Trigger | None:
    begin = start_of_verb(unit, place)
    before = unit.tags[begin:place]
    if tag == "G":
        return _participle(unit, place, begin, cues)
    if unit.tag(begin - 1) == "T":
        return None
    if tag == "E" and (
        _is_passive(unit, begin, place) or (not before and is_bare_participle(unit.low(place)))
    ):
        return None
    if tag == "E" and unit.tag(begin - 1) in "DZ" and "A" not in before:
        return None
    if tag == "V" and _is_passive(unit, begin, place):
        return None
    if tag == "E" and (_joins_passive(unit, begin) or _is_asked(unit, begin, place)):
        return None
    joined = skip_time_before(unit, begin)
    if unit.tag(joined - 1) == "C" or (unit.tag(joined - 1) == "," and unit.tag(joined - 2) == "C"):
        return Trigger(place, begin, cues, None, "shared")
    subject = find_subject_before(unit, begin)
    if (
        subject is not None
        and unit.tag(place + 1) == ","
        and "C" not in unit.tags[subject.first : subject.last]
    ):
        subject = _behind_last_comma(unit, subject)
    return Trigger(place, begin, cues, subject, "verb")


def _behind_last_comma(unit: Unit, subject: Range) -> Range:
    """Tressick, [Quire] acknowledged, did ...: the clause that was cut is not part of it."""
    comma = unit.tags.rfind(",", subject.first, subject.last - 1)
    if comma < 0 or unit.tag(subject.last) == "," or unit.tags[comma + 1] not in "PODN0":
        return subject
    named = unit.tags[comma + 1] in "PO"
    return Range(comma + 1, subject.last) if named or _clause_goes_on(unit, subject.last) else subject


def _clause_goes_on(unit: Unit, place: int) -> bool:
    """The plan, [a source] said, | is to wait"""
    comma = unit.tags.find(",", place)
    return unit.tag(comma + 1) in "AVMEBT"


def _joins_passive(unit: Unit, begin: int) -> bool:
    """are neither confirmed nor | disputed: the passive before holds for this verb too"""
    if unit.tag(begin - 1) != "C" or unit.tag(begin - 2) != "E":
        return False
    near = {unit.low(at) for at in range(max(0, begin - 6), begin - 2)}
    return bool(near & {"is", "are", "was", "were", "be", "been", "being"})


def _is_asked(unit: Unit, begin: int, place: int) -> bool:
    """Fenner, | asked | whether she wanted it, said no: she is the one who is asked"""
    if begin != place or unit.tag(place - 1) != "," or unit.low(place) not in ("asked", "told", "pressed"):
        return False
    return any(unit.tags[at] == "," and unit.tag(at + 1) in "EVAM" for at in range(place, len(unit.tags)))


def _is_passive(unit: Unit, begin: int, place: int) -> bool:
    words = {unit.low(at) for at in range(begin, place)}
    passive = words & {"is", "are", "was", "were", "be", "been", "being"}
    return bool(passive) and unit.low(place) not in ("agreed",)


def _participle(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger | None:
    before = unit.tag(begin - 1)
    if before == "A":
        return _verb_trigger(unit, place, start_of_verb(unit, begin), cues)
    if unit.low(begin - 1) == "as" and (quoted := _quoted(unit, begin - 1)) is not None:
        passive = _is_passive(unit, start_of_verb(unit, quoted), quoted)
        if passive:
            return _verb_trigger(unit, place, start_of_verb(unit, quoted), cues)
        return Trigger(place, begin, cues, Range(quoted + 1, begin - 1), "verb")
    if unit.tags[begin:place].strip("R"):
        finite = bool(set("AVE") & set(unit.tags[begin:place]))
        if finite and before == "C":
            return Trigger(place, begin, cues, None, "shared")
        return _verb_trigger(unit, place, begin, cues) if finite else None
    if before in "PN" and _with_before(unit, begin) is not None:
        return Trigger(place, begin, cues, _with_before(unit, begin), "absolute")
    if before == "N" and unit.low(begin - 1) == "worth":
        return None
    if before in "PN" and (behind := _noun_before(unit, begin)) is not None:
        return Trigger(place, begin, cues, behind, "postnominal")
    joins = before == "C" and _joins_participle(unit, begin - 1)
    if before in ",S" or begin == 0 or unit.low(begin - 1) in _MANNER or joins:
        return Trigger(place, begin, cues, None, "participle")
    return None


def _quoted(unit: Unit, place: int) -> int | None:
    """The outlet | quoted | a witness as saying; he was | quoted | as saying"""
    for at in range(place - 1, max(-1, place - 14), -1):
        if lemma_of(unit.low(at)) in ("quote", "cite") and unit.tags[at] in "EVG":
            return at
        if unit.tags[at] not in "DPNZ0ICR(q)":
            return None
    return None


def _verb_trigger(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger:
    return Trigger(place, begin, cues, find_subject_before(unit, begin), "verb")


def _noun_before(unit: Unit, verb: int) -> Range | None:
    """[a letter] urging ...; [Marr] released a statement saying ...: who published it, where told"""
    first = verb
    while first > 0 and unit.tags[first - 1] in "PNZ0":
        first -= 1
    if first > 0 and unit.tags[first - 1] == "D":
        first -= 1
    is_document = unit.low(verb - 1) in _DOCUMENTS
    if first > 0 and unit.tags[first - 1] in "VE" and is_document:
        return find_subject_before(unit, start_of_verb(unit, first - 1)) or Range(first, verb)
    return Range(first, verb) if first < verb else None


def _joins_participle(unit: Unit, conjunction: int) -> bool:
    """saying ... and adding: the first participle reports speech too and stands behind a comma."""
    return any(
        unit.tags[at] == "G" and unit.tag(at - 1) in ",S" and unit.low(at) in cue_forms()
        for at in range(1, conjunction)
    )


def _with_before(unit: Unit, verb: int) -> Range | None:
    """with [the military] reporting ..."""
    first = verb
    while first > 0 and unit.tags[first - 1] in "DPNZ":
        first -= 1
    opens = unit.low(first - 1) == "with" or (unit.tag(first - 1) == "C" and _after_absolute(unit, first - 1))
    return Range(first, verb) if 0 < first < verb and opens else None


def _after_absolute(unit: Unit, conjunction: int) -> bool:
    """with both sides alleging ..., and | mediators fearing ..."""
    ahead = range(max(0, conjunction - 12), conjunction)
    return any(unit.low(at) == "with" for at in ahead) and any(unit.tags[at] == "G" for at in ahead)


def find_governing(unit: Unit, trigger: Trigger, triggers: list[Trigger]) -> Trigger | None:
    """The earlier reporting word whose subject a participle or a joined verb shares: the
    nearest that is not inside the content of another."""
    earlier = [t for t in triggers if t.place < trigger.place and t.subject is not None]
    places = {t.place for t in earlier}
    for candidate in reversed(earlier):
        before = candidate.start - 1
        nested = (unit.tag(before) in "SW" and unit.low(before) == "that") or before in places
        if not nested and not is_relative(unit, candidate):
            return candidate
    return None
