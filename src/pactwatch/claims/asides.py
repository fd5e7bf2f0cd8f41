"""Attributions set beside the sentence that they are about, and those in the passive.

As Marr put it, talks go on.      Talks, as Marr says, go on.      Talks go on, as Marr has said.
The offer was rejected by Ondria.      What Marr calls a “gift” ...
"""

from dataclasses import replace

from pactwatch.claims.contents import find_content_end, skip_addressee, skip_adverbials
from pactwatch.claims.grammar import Attribution, Candidate
from pactwatch.claims.inverted import find_subject_behind
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.cues import Cue, cue_forms
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Modality

_PASSIVE = word_set("verb-groups.be")


def find_as_told(candidate: Candidate) -> Attribution | None:
    """As Marr put it in a letter, [talks go on]; [talks], as Marr says, [go on]"""
    unit, trigger, cue, after, _, base = candidate
    opening = trigger.start - 1
    if unit.low(opening) != "as" or trigger.subject is None or not set("qc") & set(cue.frames):
        return None
    if cue.modality is not Modality.ASSERTED:
        return None
    if opening and unit.tags[opening - 1] not in ",-(C":
        return None
    end = _end_of_aside(unit, after, cue)
    if unit.tag(end) not in ",-)." or (unit.tag(end) == "." and end < len(unit.tags) - 1):
        return None
    left = _before_aside(unit, opening)
    right = _behind_aside(unit, end)
    parts = (left, right) if right and not _is_clause(unit, left) else (left,)
    content = tuple(part for part in parts if part is not None)
    told = bool(content) and any(_is_clause(unit, part) for part in content)
    return replace(base, content=content, rule="as told") if told else None


def _end_of_aside(unit: Unit, after: int, cue: Cue) -> int:
    place = after + 1 if unit.low(after) == "it" else after
    place = skip_addressee(unit, place) if "t" in cue.frames else place
    place = skip_adverbials(unit, place)
    if unit.tag(place) != "I":
        return place
    while place < len(unit.tags) and (unit.tags[place] in "IDNP0ZRT" or unit.tags[place - 1] == "T"):
        place += 1
    return place


def _before_aside(unit: Unit, opening: int) -> Range | None:
    last = opening
    while last > 0 and unit.tags[last - 1] in ",-(C":
        last -= 1
    first = 0
    while first < last and unit.tags[first] in "C,":
        first += 1
    return Range(first, last) if first < last else None


def _behind_aside(unit: Unit, end: int) -> Range | None:
    first = end + 1
    if first >= len(unit.tags) - 1:
        return None
    return Range(first, find_content_end(unit, first, first, False, []))


def _is_clause(unit: Unit, part: Range | None) -> bool:
    return part is not None and any(tag in "VAMBEQ" for tag in unit.tags[part.first : part.last])


def find_passives(unit: Unit) -> list[Attribution]:
    """[The offer] was rejected | by Ondria: the cue in the passive with the one who speaks."""
    found = []
    for place, tag in enumerate(unit.tags):
        if tag != "E" or unit.low(place) not in cue_forms():
            continue
        begin = start_of_verb(unit, place)
        passive = any(unit.low(at) in _PASSIVE for at in range(begin, place))
        attribution = _passive(unit, begin, place) if passive else None
        if attribution is not None:
            found.append(attribution)
    return found


def _passive(unit: Unit, begin: int, place: int) -> Attribution | None:
    cue = next((cue for cue in cue_forms()[unit.low(place)] if set("nao") & set(cue.frames)), None)
    if cue is None or cue.particle is not None:
        return None
    agent = place + 1
    while unit.tag(agent) in "RN" and agent < place + 4:
        agent += 1
    source = find_subject_behind(unit, agent + 1) if unit.low(agent) == "by" else None
    subject = find_subject_before(unit, begin)
    if source is None or subject is None or unit.tags[subject.first] == "W":
        return None
    if unit.tags[source.first] == "0" or not set("PNO") & set(unit.tags[source.first : source.last]):
        return None
    content = [subject]
    if unit.low(source.last) in ("of", "as"):
        content.append(Range(source.last, find_content_end(unit, source.last, source.last + 1, False, [])))
    return Attribution(
        unit, source, Range(begin, place + 1), place, cue.base, tuple(content), cue.modality, "passive"
    )  # fmt: skip
