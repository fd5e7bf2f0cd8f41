"""The grammar of attribution: who (source) says (cue) what (content), as token places.

    Q , S V .            “...,” Marr said.                   S V that C     Marr said that ...
    Q , V S .            “...,” said Marr, who ...           S V T that C   Marr told them that ...
    C , S V .            Talks go on, a diplomat said.       , V-ing C      ..., adding that ...
    C1 , S V , C2        If so, he said, steps follow.       according to S
    S V N                Marr welcomed the offer.            S’s N that C   Marr’s statement that ...
Each rule has a name, which the claim carries.
"""

from collections.abc import Sequence
from dataclasses import replace

from pactwatch.claims.adjectives import find_adjectival
from pactwatch.claims.asides import find_as_told, find_passives
from pactwatch.claims.grammar import NEXT_PARAGRAPH, Attribution, Candidate, Trigger, is_relative
from pactwatch.claims.inverted import find_subject_behind
from pactwatch.claims.leftward import find_direct_left, find_inverted, find_plain_left, find_split_clause
from pactwatch.claims.nouns import find_according, find_nominal
from pactwatch.claims.rightward import find_frame_right, find_next_words
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject
from pactwatch.claims.triggers import find_governing, find_triggers
from pactwatch.claims.unlisted import find_announcing, find_unlisted
from pactwatch.language.cues import Cue
from pactwatch.language.lexicon import lemma_of
from pactwatch.model.claim import Modality


def find_attributions(unit: Unit) -> list[Attribution]:
    """The attributions of one unit, in the order of their cues."""
    triggers = find_triggers(unit)
    plain = [trigger for trigger in triggers if not is_relative(unit, trigger)]
    real = [t for t in plain if len(plain) == 1 or _attribute(unit, t, [], triggers) is not None]
    starts = [trigger.start for trigger in real]
    starts += [trigger.begin for trigger in real if unit.tag(trigger.begin - 1) == ","]
    starts += [trigger.begin for trigger in real if _holds_another(unit, trigger, triggers)]
    found = list(find_according(unit))
    for trigger in triggers:
        attribution = _attribute(unit, trigger, starts, triggers)
        if attribution is not None:
            found.append(attribution)
    found.extend(find_nominal(unit))
    found.extend(find_adjectival(unit))
    found.extend(find_passives(unit))
    found.extend(find_unlisted(unit, found))
    if not any(attribution.rule == NEXT_PARAGRAPH for attribution in found):
        found.extend(_announcing(unit))
    return sorted(_without_doubles(found), key=lambda a: (a.cue.first, a.cue.last))


def _holds_another(unit: Unit, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """A pilot who asked not to be named | said: the subject holds a reporting word that ends here"""
    subject = trigger.subject
    if subject is None or "W" not in unit.tags[subject.first : subject.last]:
        return False
    return any(subject.first < other.place < subject.last for other in triggers)


def _announcing(unit: Unit) -> list[Attribution]:
    """The words of the next paragraph, announced by a verb that is not in the list."""
    clause = find_announcing(unit)
    if clause is None:
        return []
    subject, cue = clause
    base = lemma_of(unit.low(cue.last - 1))
    return [Attribution(unit, subject, cue, cue.last - 1, base, (), Modality.ASSERTED, NEXT_PARAGRAPH)]


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """One attribution per cue, the one with the longer cue where one holds the other."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda one: one.cue.first - one.cue.last):
        cue = attribution.cue
        if not any(other.cue.first <= cue.first and cue.last <= other.cue.last for other in kept):
            kept.append(attribution)
    return kept


def _attribute(
    unit: Unit, trigger: Trigger, starts: Sequence[int], triggers: list[Trigger]
) -> Attribution | None:
    for cue in trigger.cues:
        after = trigger.place + 1
        if cue.particle is not None:
            after = _behind_particle(unit, after, cue.particle)
            if not after:
                continue
        found = _content(unit, trigger, cue, after, starts)
        if found is not None:
            return _with_source(unit, trigger, found, triggers)
    return None


def _behind_particle(unit: Unit, after: int, particle: str) -> int:
    """The place behind "about" in "talked more about"; 0 where the particle does not stand there."""
    while unit.tag(after) == "R" or unit.low(after) in ("more", "less", "much", "hard"):
        after += 1
    words = particle.split()
    stands = all(unit.low(after + at) == word for at, word in enumerate(words))
    return after + len(words) if stands else 0


def _with_source(
    unit: Unit, trigger: Trigger, found: Attribution, triggers: list[Trigger]
) -> Attribution | None:
    if found.source is not None:
        return found
    if trigger.kind in ("shared", "participle"):
        earlier = find_governing(unit, trigger, triggers)
        if earlier is not None:
            return replace(found, source=earlier.subject, shared=True)
        behind = None if trigger.begin else _main_subject_behind(unit, found)
        source = find_main_subject(unit, trigger.begin) or behind
        return replace(found, source=source, shared=True) if source else None
    return found if found.rule.startswith("direct") else None


def _main_subject_behind(unit: Unit, found: Attribution) -> Range | None:
    """Speaking first: "Citing the ministry, the outlet said" has its subject behind."""
    last = found.content[-1].last if found.content else found.cue.last
    return find_subject_behind(unit, last + 1) if unit.tag(last) == "," else None


def _content(unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: Sequence[int]) -> Attribution | None:
    base = Attribution(
        unit, trigger.subject, Range(trigger.begin, after), trigger.place, cue.base, (), cue.modality, ""
    )
    candidate = Candidate(unit, trigger, cue, after, starts, base)
    return next((found for rule in _CONTENT_RULES if (found := rule(candidate)) is not None), None)


#: In the order of trial; the first that fits gives the content.
_CONTENT_RULES = (
    find_as_told,
    find_direct_left,
    find_inverted,
    find_split_clause,
    find_frame_right,
    find_plain_left,
    find_next_words,
)
