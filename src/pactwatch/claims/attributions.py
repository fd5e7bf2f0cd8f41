"""The grammar of attribution: who (source) says (cue) what (content), as token places.

    Q , S V .            “...,” Rubio said.                  S V that C     Rubio said that ...
    Q , V S .            “...,” said Rubio, who ...          S V T that C   Rubio told AFP that ...
    C , S V .            Talks go on, a diplomat said.       , V-ing C      ..., adding that ...
    C1 , S V , C2        If so, he said, steps follow.       according to S
    S V N                Rubio welcomed the offer.           S’s N that C   Trump’s statement that ...
Each rule has a name, which the claim carries.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pactwatch.claims.contents import (
    find_content_end,
    find_left_content,
    skip_addressee,
    skip_adverbials,
    skip_time,
)
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import (
    Range,
    find_main_subject,
    find_subject_before,
    find_subject_behind,
    start_of_verb,
)
from pactwatch.language.cues import Cue, cue_forms, cue_nouns, word_set
from pactwatch.model.claim import Modality


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


def find_attributions(unit: Unit) -> list[Attribution]:
    """The attributions of one unit, in the order of their cues."""
    triggers = list(_triggers(unit))
    starts = [trigger.start for trigger in triggers if not _is_relative(unit, trigger)]
    found = list(_according(unit))
    for trigger in triggers:
        attribution = _attribute(unit, trigger, starts, triggers)
        if attribution is not None:
            found.append(attribution)
    found.extend(_nominal(unit))
    return sorted(_without_doubles(found), key=lambda a: (a.cue.first, a.cue.last))


def _is_relative(unit: Unit, trigger: Trigger) -> bool:
    """Whether the word stands in a relative clause: which calls for, what they describe as."""
    subject = trigger.subject
    return subject is not None and (unit.tags[subject.first] == "W" or unit.tag(subject.first - 1) == "W")


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """One attribution per cue, and direct speech once."""
    kept: list[Attribution] = []
    for attribution in found:
        if not any(attribution.cue == other.cue for other in kept):
            kept.append(attribution)
    return kept


def _triggers(unit: Unit) -> Iterator[Trigger]:
    forms = cue_forms()
    for place, tag in enumerate(unit.tags):
        if tag not in "VEGN" or unit.low(place) not in forms:
            continue
        if tag == "N" and not _verb_after_all(unit, place):
            continue
        trigger = _trigger(unit, place, tag, forms[unit.low(place)])
        if trigger is not None and unit.low(trigger.start - 1) != "what":
            yield trigger


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
    if tag == "E" and _is_passive(unit, begin, place):
        return None
    if tag == "E" and not before and unit.tag(place - 1) in "DZ":
        return None
    if unit.tag(begin - 1) == "C" or (unit.tag(begin - 1) == "," and unit.tag(begin - 2) == "C"):
        return Trigger(place, begin, cues, None, "shared")
    return Trigger(place, begin, cues, find_subject_before(unit, begin), "verb")


def _is_passive(unit: Unit, begin: int, place: int) -> bool:
    words = {unit.low(at) for at in range(begin, place)}
    passive = words & {"is", "are", "was", "were", "be", "been", "being"}
    return bool(passive) and unit.low(place) not in ("agreed",)


def _participle(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger | None:
    before = unit.tag(begin - 1)
    if before == "A":
        return _verb_trigger(unit, place, start_of_verb(unit, begin), cues)
    if unit.tags[begin:place].strip("R"):
        return None if "A" not in unit.tags[begin:place] else _verb_trigger(unit, place, begin, cues)
    if before in "PN" and _with_before(unit, begin) is not None:
        return Trigger(place, begin, cues, _with_before(unit, begin), "absolute")
    if before in ",S" or begin == 0 or (before == "C" and _joins_participle(unit, begin - 1)):
        return Trigger(place, begin, cues, None, "participle")
    return None


def _verb_trigger(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger:
    return Trigger(place, begin, cues, find_subject_before(unit, begin), "verb")


def _joins_participle(unit: Unit, conjunction: int) -> bool:
    """saying ... and adding: the first participle reports speech too and stands behind a comma."""
    return any(
        unit.tags[at] == "G" and unit.tag(at - 1) in ",S" and unit.low(at) in cue_forms() for at in range(1, conjunction)
    )


def _with_before(unit: Unit, verb: int) -> Range | None:
    """with [the military] reporting ..."""
    first = verb
    while first > 0 and unit.tags[first - 1] in "DPNZ":
        first -= 1
    return Range(first, verb) if first > 0 and first < verb and unit.low(first - 1) == "with" else None


def _attribute(
    unit: Unit, trigger: Trigger, starts: list[int], triggers: list[Trigger]
) -> Attribution | None:
    for cue in trigger.cues:
        after = trigger.place + 1
        if cue.particle is not None:
            if unit.low(after) != cue.particle:
                continue
            after += 1
        found = _content(unit, trigger, cue, after, starts)
        if found is not None:
            return _with_source(unit, trigger, found, triggers)
    return None


def _with_source(
    unit: Unit, trigger: Trigger, found: Attribution, triggers: list[Trigger]
) -> Attribution | None:
    if found.source is not None:
        return found
    if trigger.kind in ("shared", "participle"):
        earlier = _governing(unit, trigger, triggers)
        if earlier is not None:
            return replace(found, source=earlier.subject, shared=True)
        behind = None if trigger.begin else _main_subject_behind(unit, found)
        source = find_main_subject(unit, trigger.begin) or behind
        return replace(found, source=source, shared=True) if source else None
    return found if found.rule.startswith("direct") else None


def _governing(unit: Unit, trigger: Trigger, triggers: list[Trigger]) -> Trigger | None:
    """The earlier reporting word whose subject a participle or a joined verb shares: the
    nearest that is not inside the content of another."""
    earlier = [t for t in triggers if t.place < trigger.place and t.subject is not None]
    places = {t.place for t in earlier}
    for candidate in reversed(earlier):
        before = candidate.start - 1
        nested = unit.tag(before) in "SW" and unit.low(before) == "that" or before in places
        if not nested and not _is_relative(unit, candidate):
            return candidate
    return None


def _main_subject_behind(unit: Unit, found: Attribution) -> Range | None:
    """Speaking first: "Citing the ministry, the outlet said" has its subject behind."""
    last = found.content[-1].last if found.content else found.cue.last
    return find_subject_behind(unit, last + 1) if unit.tag(last) == "," else None


def _content(unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: list[int]) -> Attribution | None:
    base = Attribution(
        unit, trigger.subject, Range(trigger.begin, after), trigger.place, cue.base, (), cue.modality, ""
    )
    for rule in (_direct_left, _split_clause, _frame_right, _plain_left):
        found = rule(unit, trigger, cue, after, starts, base)
        if found is not None:
            return found
    return None


def _direct_left(
    unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: list[int], base: Attribution
) -> Attribution | None:
    """A quotation stands right before the subject and the verb."""
    if "q" not in cue.frames or trigger.kind in ("participle", "shared", "absolute"):
        return None
    left = _skip_comma_left(unit, trigger.start)
    subject = trigger.subject
    if unit.tag(left - 1) != "Q" or left == 0:
        return None
    if subject is None or subject.first > trigger.place:
        subject = find_subject_behind(unit, after)
        after = subject.last if subject else after
    content = [_speech_before(unit, left)]
    if "t" in cue.frames and trigger.subject is not None:
        after = skip_addressee(unit, after)
    following = _quote_behind(unit, after)
    if following is not None:
        content.append(following)
    return replace(base, source=subject, content=tuple(content), rule="direct before the verb")


def _skip_comma_left(unit: Unit, place: int) -> int:
    while place > 0 and unit.tags[place - 1] in ",-":
        place -= 1
    return place


def _speech_before(unit: Unit, last: int) -> Range:
    """The quotation that ends at ``last``, with words of the sentence that lead into it."""
    first = last - 1
    while first > 0 and unit.tags[first - 1] not in ".;:":
        first -= 1
    lead = unit.tags[first : last - 1]
    return Range(first, last) if lead and lead[0] not in "Q," and "E" not in lead else Range(last - 1, last)


def _quote_behind(unit: Unit, place: int) -> Range | None:
    """A quotation that goes on behind the attribution: ..., he said, “and ...”"""
    for at in range(place, min(len(unit.tags), place + 12)):
        if unit.tags[at] == "Q":
            return Range(at, at + 1)
        if unit.tags[at] in ";SVG":
            return None
    return None


def _frame_right(
    unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: list[int], base: Attribution
) -> Attribution | None:
    """The content follows the verb."""
    if base.source is None and trigger.kind == "verb":
        return None
    place = after
    addressee = None
    if "t" in cue.frames and unit.tag(place) not in ":SQ.,":
        place = skip_addressee(unit, place)
        addressee = Range(after, place) if place > after else None
    place = skip_adverbials(unit, place)
    found = _by_frame(unit, cue, after, place)
    if found is None:
        return None
    first, rule = found
    while unit.tag(first) == ",":
        first += 1
    if unit.tag(first) in ".;" or first >= len(unit.tags):
        return None
    settled = _place_of_as(unit, first) if rule == "described as" else first
    last = find_content_end(unit, first, settled, rule == "noun phrase", [s for s in starts if s > first])
    if last <= first:
        return None
    return replace(base, content=(Range(first, last),), rule=rule, addressee=addressee)


def _split_clause(
    unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: list[int], base: Attribution
) -> Attribution | None:
    """A clause cut in two by its attribution: [If so], he said, [steps follow]"""
    if "c" not in cue.frames or trigger.kind != "verb" or trigger.subject is None or unit.tag(after) != ",":
        return None
    left = find_left_content(unit, trigger.subject)
    if left is None or unit.tag(after + 1) not in "DPNZ0OISREM" or unit.tag(trigger.subject.first - 1) != ",":
        return None
    opening = unit.low(left.first)
    if unit.tags[left.first] in "GCR" or (unit.tags[left.first] == "I" and opening not in ("despite", "without")):
        return None
    last = find_content_end(unit, after + 1, after + 1, False, [s for s in starts if s > after])
    if last <= after + 1 or not _has_verb(unit, Range(left.first, last)):
        return None
    return replace(base, content=(left, Range(after + 1, last)), rule="split clause")


def _by_frame(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    """Where the content begins and the name of the rule, by what may follow the verb."""
    tag, low = unit.tag(place), unit.low(place)
    if tag in ":," and unit.tag(place + 1) == "Q" and "q" in cue.frames:
        return place + 1, "direct behind the verb"
    if tag == ":" and "q" in cue.frames:
        return place + 1, "behind a colon"
    if tag == "Q" and ("q" in cue.frames or "c" in cue.frames):
        return place, "direct behind the verb"
    if low == "that" and "c" in cue.frames:
        return place + 1, "that-clause"
    if low == "that" and "q" in cue.frames and unit.tag(place + 1) not in ".,":
        return place + 1, "that-clause"
    if "f" in cue.frames:
        return _behind_feeling(unit, place)
    if "o" in cue.frames:
        return _accusation(unit, place)
    if "a" in cue.frames and _as_follows(unit, place):
        return place, "described as"
    if tag in "MA" and "c" in cue.frames and unit.tag(after - 3) == "W":
        return place, "relative clause"
    if tag == "T":
        return (place, "to do") if "i" in cue.frames else None
    if "i" in cue.frames and tag in "DPNZ0O" and _infinitive_ahead(unit, place):
        return place, "somebody to do"
    if "c" in cue.frames and _clause_ahead(unit, place, after):
        return place, "clause"
    if "n" in cue.frames and tag in "DPNZ0EqGOR":
        return place, "noun phrase"
    return None


def _behind_feeling(unit: Unit, place: int) -> tuple[int, str] | None:
    """expressed cautious optimism | that, about, for"""
    for at in range(place, min(len(unit.tags), place + 6)):
        if unit.low(at) in cue_nouns() or unit.tags[at] == "N" and unit.tag(at + 1) in "IS":
            behind = skip_time(unit, at + 1)
            if unit.tag(behind) == "S" and unit.low(behind) == "that":
                return behind + 1, "feeling that"
            if unit.tag(behind) == "I" and unit.low(behind) in ("about", "for", "over", "of", "in"):
                return behind + 1, "feeling about"
            return place, "noun phrase"
        if unit.tags[at] in ".,;:":
            return None
    return (place, "noun phrase") if unit.tag(place) in "DNPZ" else None


def _accusation(unit: Unit, place: int) -> tuple[int, str] | None:
    """accused | Hamas of violating ..."""
    for at in range(place, min(len(unit.tags), place + 14)):
        if unit.low(at) == "of" and unit.tag(at + 1) in "GND" and at > place:
            if unit.tag(at + 1) == "G" or unit.tags[at - 1] == "P":
                return place, "accusation"
        if unit.tags[at] in ".,;":
            return None
    return None


def _as_follows(unit: Unit, place: int) -> bool:
    """Whether "as" or a quotation follows the thing described, in the same clause."""
    end = place
    while end < len(unit.tags) and unit.tags[end] not in ".;:":
        if (unit.low(end) == "as" and end > place) or (unit.tags[end] in "qQ" and end > place):
            return True
        if unit.tags[end] in "VM" and unit.tag(end - 1) != "W":
            return False
        end += 1
    return False


def _place_of_as(unit: Unit, place: int) -> int:
    """Where "as" stands behind the thing described; the place itself where it does not."""
    ahead = range(place, len(unit.tags))
    return next((at for at in ahead if unit.low(at) == "as" or unit.tags[at] in "qQ"), place)


def _infinitive_ahead(unit: Unit, place: int) -> bool:
    for at in range(place, min(len(unit.tags), place + 14)):
        if unit.tags[at] == "T":
            return True
        if unit.tags[at] in ".,;:VMAS":
            return False
    return False


def _clause_ahead(unit: Unit, place: int, after: int) -> bool:
    """Whether a clause with a finite verb begins here."""
    tag = unit.tag(place)
    if tag in "OB" and unit.low(place) not in ("him", "her", "them", "us", "me"):
        return True
    if tag in "SW" and unit.low(place) not in ("as", "so", "than", "until", "till", "since"):
        return place > after or unit.low(place) in ("if", "whether", "how", "why", "what", "when", "where", "who")
    if tag == "," and unit.tag(place + 1) in "DPNO0SZ":
        return False
    if tag not in "DPNZ0EqGIR(":
        return False
    for at in range(place + 1, min(len(unit.tags), place + 30)):
        if unit.tags[at] in "MAB":
            return True
        if unit.tags[at] in "VE" and unit.tags[at - 1] in "PN0)RqO,":
            return True
        if unit.tags[at] == "Q":
            return True
        if unit.tags[at] in ".;" or (unit.tags[at] == "S" and unit.tags[at - 1] == ","):
            return False
    return False


def _plain_left(
    unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: list[int], base: Attribution
) -> Attribution | None:
    """The content stands before: Talks go on, a diplomat told AFP on Thursday."""
    if not set("qc") & set(cue.frames) or trigger.kind != "verb" or base.base in ("agree", "believe", "think"):
        return None
    if trigger.subject is None:
        return _inverted_left(unit, trigger, after, base)
    place = skip_addressee(unit, after) if "t" in cue.frames else after
    end = skip_adverbials(unit, place)
    if unit.tag(end) not in ".:" and end < len(unit.tags) and unit.tags[end] != ",":
        return None
    left = find_left_content(unit, trigger.subject)
    if left is None or unit.tag(trigger.subject.first - 1) != "," or not _has_verb(unit, left):
        return None
    if unit.tags[left.first] in "GW" or unit.low(left.first) in ("as", "in", "on", "at", "after", "during"):
        return None
    return replace(base, content=(left,), rule="content before", addressee=_told(after, place))


def _told(after: int, place: int) -> Range | None:
    return Range(after, place) if place > after else None


def _inverted_left(unit: Unit, trigger: Trigger, after: int, base: Attribution) -> Attribution | None:
    """Talks go on, said the diplomat."""
    if unit.tag(trigger.begin - 1) != "," or base.base not in ("say", "add", "report", "write", "note", "explain"):
        return None
    subject = find_subject_behind(unit, after)
    left = Range(0, trigger.begin - 1)
    if subject is None or not _has_verb(unit, left):
        return None
    return replace(base, source=subject, content=(left,), rule="content before, inverted")


def _has_verb(unit: Unit, part: Range) -> bool:
    return any(tag in "VAMBEQ" for tag in unit.tags[part.first : part.last])


def _according(unit: Unit) -> Iterator[Attribution]:
    """According to X, ... and ..., according to X."""
    for place in range(len(unit.tags) - 2):
        if unit.low(place) != "according" or unit.low(place + 1) != "to":
            continue
        source = find_subject_behind(unit, place + 2)
        if source is None:
            continue
        content = _around(unit, place, source)
        if content is not None:
            yield Attribution(
                unit, source, Range(place, place + 2), place, "according to", (content,),
                Modality.ASSERTED, "according to",
            )  # fmt: skip


def _around(unit: Unit, place: int, source: Range) -> Range | None:
    last = place
    while last > 0 and unit.tags[last - 1] in ",-(":
        last -= 1
    if last > 0:
        first = 0
        while first < last and unit.tags[first] in "C,":
            first += 1
        return Range(first, last) if last > first else None
    first = source.last + 1 if unit.tag(source.last) == "," else source.last
    last = find_content_end(unit, first, first, False, [])
    return Range(first, last) if last > first else None


def _nominal(unit: Unit) -> Iterator[Attribution]:
    """X’s statement on Wednesday that ...; his warning that ..."""
    nouns = cue_nouns()
    for place, tag in enumerate(unit.tags):
        if tag not in "NVG" or unit.low(place) not in nouns or not place:
            continue
        holder = _holder(unit, place)
        behind = skip_adverbials(unit, place + 1)
        if holder is None or unit.low(behind) != "that" or unit.tag(behind + 1) in ".,VMA":
            continue
        last = find_content_end(unit, behind + 1, behind + 1, False, [])
        if last > behind + 1:
            yield Attribution(
                unit, holder, Range(place, place + 1), place, unit.low(place),
                (Range(behind + 1, last),), nouns[unit.low(place)], "noun that",
            )  # fmt: skip


def _holder(unit: Unit, noun: int) -> Range | None:
    """Whose statement it is: the possessive before the noun, with what belongs to it."""
    place = noun - 1
    while place > 0 and unit.tags[place] in "NGE" and place > noun - 3:
        place -= 1
    if unit.low(place) in ("his", "her", "their", "its"):
        return Range(place, place + 1)
    if unit.tag(place) != "Z":
        return None
    first = place
    while first > 0 and unit.tags[first - 1] in "PND":
        first -= 1
        if unit.tags[first] == "D":
            break
    return Range(first, place + 1)


def is_group_noun(low: str) -> bool:
    """Whether a word names a body that speaks as one."""
    return low in word_set("groups")
