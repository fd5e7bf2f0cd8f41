"""Reporting words of a unit, each with its verb group and its own subject.

verb         Marr has said           absolute     with the military reporting
participle   ..., adding that        shared       ... and welcomed
"""

from pactwatch.claims.grammar import Trigger, is_relative
from pactwatch.claims.participles import find_participle
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before, skip_time_before
from pactwatch.claims.verb_groups import is_passive, start_of_group, start_of_verb
from pactwatch.language.cues import Cue, cue_forms
from pactwatch.language.lexicon import is_bare_participle, lemma_of, word_set


def find_triggers(unit: Unit) -> list[Trigger]:
    """The reporting words of a unit, in order."""
    forms = cue_forms()
    found: list[Trigger] = []
    for place, low in enumerate(unit.lows):
        tag = unit.tags[place]
        if low not in forms or tag not in "VEGN":
            continue
        if tag == "N" and not _verb_after_all(unit, place):
            continue
        trigger = _trigger(unit, place, tag, forms[low])
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
        return find_participle(unit, place, begin, cues)
    if unit.tag(begin - 1) == "T":
        return None
    if tag == "E" and (
        is_passive(unit, begin, place) or (not before and is_bare_participle(unit.low(place)))
    ):
        return None
    alone = not before and unit.low(begin - 1) in word_set("subjects.alone")
    if tag == "E" and unit.tag(begin - 1) in "DZ" and "A" not in before and not alone:
        return None
    if tag == "V" and is_passive(unit, start_of_group(unit, place), place):
        return None
    if tag == "E" and (_joins_passive(unit, begin) or _is_asked(unit, begin, place)):
        return None
    joined = skip_time_before(unit, begin)
    shares = unit.tag(joined - 1) == "C" or (unit.tag(joined - 1) == "," and unit.tag(joined - 2) == "C")
    if shares and joined > 2:
        return Trigger(place, begin, cues, None, "shared")
    subject = find_subject_before(unit, begin)
    if subject is not None and unit.low(subject.first) == "what":
        return None
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
    if unit.tag(begin - 1) != "C" or unit.tag(begin - 2) != "E" or unit.low(begin) == "said":
        return False
    near = {unit.low(at) for at in range(max(0, begin - 6), begin - 2)}
    return bool(near & {"is", "are", "was", "were", "be", "been", "being"})


def _is_asked(unit: Unit, begin: int, place: int) -> bool:
    """Fenner, | asked | whether she wanted it, said no: she is the one who is asked"""
    if begin != place or unit.tag(place - 1) != "," or unit.low(place) not in ("asked", "told", "pressed"):
        return False
    return any(unit.tags[at] == "," and unit.tag(at + 1) in "EVAM" for at in range(place, len(unit.tags)))


def find_governing(unit: Unit, trigger: Trigger, triggers: list[Trigger]) -> Trigger | None:
    """The earlier reporting word whose subject a participle or a joined verb shares: the
    nearest that is not inside the content of another."""
    earlier = [t for t in triggers if t.place < trigger.place and t.subject is not None]
    places = {t.place for t in earlier}
    for candidate in reversed(earlier):
        before = candidate.start - 1
        nested = (unit.tag(before) in "SW" and unit.low(before) == "that") or before in places
        if not nested and candidate.kind != "postnominal" and not is_relative(unit, candidate):
            return candidate
    return None
