"""Content that stands before its verb, or around it.

“...,” Marr said, “...”      Talks go on, a diplomat said.      If so, he said, steps follow.
"""

from dataclasses import replace

from pactwatch.claims.contents import find_content_end, find_left_content, skip_addressee, skip_adverbials
from pactwatch.claims.grammar import Attribution, Candidate, Trigger
from pactwatch.claims.inverted import find_subject_behind
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range

_OFTEN_TURNED = ("say", "add", "report", "write", "note", "explain")


def find_direct_left(candidate: Candidate) -> Attribution | None:
    """A quotation stands right before the subject and the verb."""
    unit, trigger, cue, after, _, base = candidate
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


def find_inverted(candidate: Candidate) -> Attribution | None:
    """But, said Marr, “...”; Said Marr: “...”"""
    unit, trigger, cue, after, _, base = candidate
    if "q" not in cue.frames or trigger.subject is not None or trigger.kind != "verb":
        return None
    subject = find_subject_behind(unit, after, with_apposition=False)
    if subject is None or unit.tag(subject.last) not in ",:" or unit.tag(subject.last + 1) != "Q":
        return None
    if trigger.begin > 2 or set("VAMEQ") & set(unit.tags[: trigger.begin]):
        return None
    content = Range(subject.last + 1, subject.last + 2)
    return replace(base, source=subject, content=(content,), rule="direct behind the verb, inverted")


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


def find_split_clause(candidate: Candidate) -> Attribution | None:
    """A clause cut in two by its attribution: [If so], he said, [steps follow]"""
    unit, trigger, cue, after, starts, base = candidate
    if "c" not in cue.frames or trigger.kind != "verb" or trigger.subject is None:
        return None
    after = _behind_occasion(unit, after)
    mark = unit.tag(after)
    if mark not in ",-" or unit.tag(trigger.subject.first - 1) != mark:
        return None
    left = find_left_content(unit, trigger.subject)
    if left is not None and _has_verb(unit, left) and unit.tag(after + 1) in "0P" and mark == ",":
        behind = Range(after + 1, len(unit.tags))
        if not _has_verb(unit, behind):
            return None
    opens = unit.tag(after + 1) in "DPNZ0OISREMAVXTQq" or (mark == "-" and unit.tag(after + 1) == "C")
    if left is None or not opens:
        return None
    goes_on = unit.tag(after + 1) in "MA"
    last = find_content_end(unit, after + 1 + goes_on, after + 1, False, [s for s in starts if s > after])
    right = Range(after + 1, last)
    if last <= after + 1 or not _has_verb(unit, Range(left.first, last)):
        return None
    if unit.tags[right.first] == "Q" and not (_has_verb(unit, left) or unit.runs_on(right.first)):
        return None
    holds_subject = goes_on and unit.tags[left.first] in "RI"
    fronted = unit.tags[left.first] in "GCRI" and unit.low(left.first) not in ("despite", "without")
    if fronted and not holds_subject:
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


def find_plain_left(candidate: Candidate) -> Attribution | None:
    """The content stands before: Talks go on, a diplomat told AFP on Thursday."""
    unit, trigger, cue, after, _, base = candidate
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
    if unit.tag(trigger.begin - 1) != ",":
        return None
    subject = find_subject_behind(unit, after)
    left = Range(0, trigger.begin - 1)
    if subject is None or not (_has_verb(unit, left) or unit.tags[0] in "XDN"):
        return None
    if base.base not in _OFTEN_TURNED and unit.tag(subject.last) not in ".,;":
        return None
    return replace(base, source=subject, content=(left,), rule="content before, inverted")


def _has_verb(unit: Unit, part: Range) -> bool:
    return any(tag in "VAMBEQ" for tag in unit.tags[part.first : part.last])
