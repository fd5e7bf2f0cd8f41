"""The grammar of attribution: who (source) says (cue) what (content), as token places.

    Q , S V .            “...,” Rubio said.                  S V that C     Rubio said that ...
    Q , V S .            “...,” said Rubio, who ...          S V T that C   Rubio told AFP that ...
    C , S V .            Talks go on, a diplomat said.       , V-ing C      ..., adding that ...
    C1 , S V , C2        If so, he said, steps follow.       according to S
    S V N                Rubio welcomed the offer.           S’s N that C   Trump’s statement that ...
Each rule has a name, which the claim carries.
"""

from dataclasses import replace

from pactwatch.claims.asides import find_as_told, find_passives
from pactwatch.claims.contents import find_content_end, find_left_content, skip_addressee, skip_adverbials
from pactwatch.claims.frames import find_frame, place_of_as
from pactwatch.claims.nouns import find_according, find_nominal
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start, find_main_subject, find_subject_behind
from pactwatch.claims.triggers import Attribution, Trigger, find_governing, find_triggers, is_relative
from pactwatch.claims.unlisted import find_announcing, find_unlisted
from pactwatch.language.cues import Cue
from pactwatch.language.lexicon import lemma_of, word_set
from pactwatch.model.claim import Modality

#: The words stand in the paragraph that follows: He said: / "We have ..."
NEXT_PARAGRAPH = "direct in the next paragraph"


def is_document(unit: Unit, source: Range | None) -> bool:
    """Whether the source is a survey, report or the like: a poll found | 31 cases"""
    return source is not None and any(unit.low(at) in _DOCUMENTS for at in range(*source))


_DOCUMENTS = word_set("attributions.documents")


def find_attributions(unit: Unit) -> list[Attribution]:
    """The attributions of one unit, in the order of their cues."""
    triggers = find_triggers(unit)
    plain = [trigger for trigger in triggers if not is_relative(unit, trigger)]
    real = [t for t in plain if len(plain) == 1 or _attribute(unit, t, [], triggers) is not None]
    starts = [trigger.start for trigger in real]
    starts += [trigger.begin for trigger in real if unit.tag(trigger.begin - 1) == ","]
    found = list(find_according(unit))
    for trigger in triggers:
        attribution = _attribute(unit, trigger, starts, triggers)
        if attribution is not None:
            found.append(attribution)
    found.extend(find_nominal(unit))
    found.extend(find_passives(unit))
    found.extend(find_unlisted(unit, found))
    if not any(attribution.rule == NEXT_PARAGRAPH for attribution in found):
        found.extend(_announcing(unit))
    return sorted(_without_doubles(found), key=lambda a: (a.cue.first, a.cue.last))


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
    unit: Unit, trigger: Trigger, starts: list[int], triggers: list[Trigger]
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


def _content(unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: list[int]) -> Attribution | None:
    base = Attribution(
        unit, trigger.subject, Range(trigger.begin, after), trigger.place, cue.base, (), cue.modality, ""
    )
    told = find_as_told(unit, trigger, cue, after, base)
    if told is not None:
        return told
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
    told = skip_addressee(unit, after) if "t" in cue.frames and trigger.subject is not None else after
    following = _quote_behind(unit, told)
    if following is not None:
        content.append(following)
    return replace(
        base,
        source=subject,
        content=tuple(content),
        rule="direct before the verb",
        addressee=_told(after, told),
    )


def _skip_comma_left(unit: Unit, place: int) -> int:
    while place > 0 and unit.tags[place - 1] in ",-":
        place -= 1
    return place


def _speech_before(unit: Unit, last: int) -> Range:
    """The quotation that ends at ``last``, with words of the sentence that lead into it."""
    first = last - 1
    while first > 0 and unit.tags[first - 1] not in ".;:":
        first -= 1
    while unit.tags[first] == "-":
        first += 1
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
    elif (asked := _behind_asked(unit, cue, place)) is not None:
        place, addressee = asked, Range(after, asked)
    place = skip_adverbials(unit, place)
    if "q" in cue.frames and unit.tag(place) in ":," and place == len(unit.tags) - 1:
        return replace(base, rule=NEXT_PARAGRAPH, addressee=addressee)
    found = find_frame(unit, cue, after, place)
    if found is not None and not _may_follow(trigger, found[1]):
        return None
    if found is None and is_document(unit, base.source) and "c" in cue.frames and unit.tag(place) in "DPNZ0":
        found = place, "what a document shows"
    if found is None:
        return None
    if found[1] == "carried noun":
        base = replace(base, cue=Range(base.cue.first, found[0] - (unit.low(found[0] - 1) == "that")))
    content = _extent(unit, trigger, *found, starts)
    return replace(base, content=(content,), rule=found[1], addressee=addressee) if content else None


def _behind_asked(unit: Unit, cue: Cue, place: int) -> int | None:
    """asked | the envoy | whether: the place of the question word"""
    if "c" not in cue.frames or unit.tag(place) not in "DPNO":
        return None
    behind = skip_addressee(unit, place)
    return behind if unit.low(behind) in ("whether", "if", "how", "why", "what", "when", "where") else None


def _may_follow(trigger: Trigger, rule: str) -> bool:
    """Hoping to win: a purpose and no speech. Behind a noun (a letter urging ...) only what no other
    reading has."""
    if trigger.kind == "participle":
        return rule != "to do"
    return trigger.kind != "postnominal" or rule in _BEHIND_NOUN


_BEHIND_NOUN = (
    "that-clause",
    "direct behind the verb",
    "somebody to do",
    "accusation",
    "clause",
    "behind a colon",
)


def _extent(unit: Unit, trigger: Trigger, first: int, rule: str, starts: list[int]) -> Range | None:
    """The content from where its rule lets it begin to its end; None where nothing is said in it."""
    while unit.tag(first) == ",":
        first += 1
    if unit.tag(first) in ".;" or first >= len(unit.tags):
        return None
    settled = place_of_as(unit, first) if rule == "described as" else first
    is_phrase = rule == "noun phrase" or trigger.kind == "absolute"
    last = find_content_end(unit, first, settled, is_phrase, [s for s in starts if s > first])
    if _opens_sentence(unit, trigger):
        last = _main_clause(unit, first, last)
    return Range(first, last) if unit.tags[first:last].strip("RIT,.C") else None


def _opens_sentence(unit: Unit, trigger: Trigger) -> bool:
    """Whether the verb stands in a clause before the main one: Although he said that ..., talks go on"""
    if trigger.subject is None or trigger.kind != "verb":
        return False
    opening = clause_start(unit, trigger.subject.first) - 1
    if opening < 0 or unit.low(opening) not in _SUBORDINATE:
        return False
    return opening == 0 or unit.tags[opening - 1] in "C.Q"


_SUBORDINATE = word_set("attributions.subordinate")


def _main_clause(unit: Unit, first: int, last: int) -> int:
    """Although he said that talks go on|, mediators are leaving: where the main clause begins"""
    for at in range(first + 1, last):
        if unit.tags[at] == "," and unit.tag(at + 1) in "DPON":
            end = at + 1
            while end < last and unit.tags[end] in "DPONZ0I":
                end += 1
            if unit.tag(end) in "VAMEB":
                return at
    return last


def _split_clause(
    unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: list[int], base: Attribution
) -> Attribution | None:
    """A clause cut in two by its attribution: [If so], he said, [steps follow]"""
    if "c" not in cue.frames or trigger.kind != "verb" or trigger.subject is None:
        return None
    after = _behind_occasion(unit, after)
    mark = unit.tag(after)
    if mark not in ",-" or unit.tag(trigger.subject.first - 1) != mark:
        return None
    left = find_left_content(unit, trigger.subject)
    opens = unit.tag(after + 1) in "DPNZ0OISREMAVXTQq" or (mark == "-" and unit.tag(after + 1) == "C")
    if left is None or not opens:
        return None
    last = find_content_end(unit, after + 1, after + 1, False, [s for s in starts if s > after])
    right = Range(after + 1, last)
    if last <= after + 1 or not _has_verb(unit, Range(left.first, last)):
        return None
    if unit.tags[right.first] == "Q" and not _has_verb(unit, left):
        return None
    if unit.tags[left.first] in "GCRI" and unit.low(left.first) not in ("despite", "without"):
        if (
            unit.tags[left.first] == "G"
            or unit.tags[right.first] not in "DPO0N"
            or not _has_verb(unit, right)
        ):
            return None
        return replace(
            base, content=(left, right) if unit.tags[left.first] == "I" else (right,), rule="split clause"
        )
    return replace(base, content=(left, right), rule="split clause")


def _behind_occasion(unit: Unit, place: int) -> int:
    """he said | in an interview |, steps follow"""
    if unit.tag(place) != "I" or unit.low(place) not in ("in", "on", "at", "during"):
        return place
    while place < len(unit.tags) and unit.tags[place] in "IDNP0Z":
        place += 1
    return place


def _plain_left(
    unit: Unit, trigger: Trigger, cue: Cue, after: int, starts: list[int], base: Attribution
) -> Attribution | None:
    """The content stands before: Talks go on, a diplomat told AFP on Thursday."""
    if (
        not set("qc") & set(cue.frames)
        or trigger.kind != "verb"
        or base.base in ("agree", "believe", "think")
    ):
        return None
    if trigger.subject is None:
        return _inverted_left(unit, trigger, after, base)
    told = "t" in cue.frames or (unit.tag(after) == "P" and cue.base in ("write", "text", "email"))
    place = skip_addressee(unit, after) if told else after
    end = skip_adverbials(unit, place)
    if unit.tag(end) not in ".:;" and end < len(unit.tags) and unit.tags[end] != ",":
        return None
    left = find_left_content(unit, trigger.subject)
    before = trigger.subject.first - (2 if unit.tag(trigger.subject.first - 1) == "q" else 1)
    if left is None or unit.tag(before) != "," or not _has_verb(unit, left):
        return None
    if unit.tags[left.first] in "GW" or unit.low(left.first) in ("as", "after", "when", "while", "before"):
        return None
    return replace(base, content=(left,), rule="content before", addressee=_told(after, place))


def _told(after: int, place: int) -> Range | None:
    return Range(after, place) if place > after else None


def _inverted_left(unit: Unit, trigger: Trigger, after: int, base: Attribution) -> Attribution | None:
    """Talks go on, said the diplomat."""
    if unit.tag(trigger.begin - 1) != "," or base.base not in (
        "say",
        "add",
        "report",
        "write",
        "note",
        "explain",
    ):
        return None
    subject = find_subject_behind(unit, after)
    left = Range(0, trigger.begin - 1)
    if subject is None or not (_has_verb(unit, left) or unit.tags[0] in "XDN"):
        return None
    return replace(base, source=subject, content=(left,), rule="content before, inverted")


def _has_verb(unit: Unit, part: Range) -> bool:
    return any(tag in "VAMBEQ" for tag in unit.tags[part.first : part.last])
