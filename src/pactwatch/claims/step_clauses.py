"""The clause around a step: what it hangs on, whether it is asked, who it is said of.

If the crossing is reopened · once the crews are home · Should Ondria withdraw · Has Ondria withdrawn?
"""

from pactwatch.claims.doers import find_doer_before
from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_modes import Judged
from pactwatch.claims.subjects import Range, clause_start, find_main_subject, find_subject_before
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Modality, Step

_CONDITIONS = word_set("progress.conditions")
#: Conditions that a main clause may wait for; "when" and "until" also date what was done.
_WAITING = frozenset("if unless once provided until till when after".split())
_OPENING = frozenset(
    "if unless once provided providing given assuming pending should were until when only".split()
)
_OPENING_PHRASES = (("in", "the", "event"), ("subject", "to"), ("as", "long", "as"), ("so", "long", "as"))
_BEHIND_PHRASES = (*_OPENING_PHRASES, ("on", "condition"), ("depending", "on"), ("conditional", "on"))
#: Modes of what has not come to pass: a condition beside them is what they wait for.
_OPEN = (Modality.PLANNED, Modality.HYPOTHETICAL, Modality.DENIED, Modality.DEMANDED)
_INVERTED = ("should", "were", "had")
_NOBODY = frozenset(("no", "none", "neither", "nobody", "nothing"))
_TEMPORAL = ("when", "once", "after", "till")
_PRESENT = frozenset("is are has have".split())
_NEAR = 8
#: How far a participle may stand before its "since".
_HELD_FOR = 6
_UNTRUE = (("no", "truth"), ("no", "evidence"), ("no", "sign"), ("no", "indication"))
_WHY = ("why", "how")


def find_doer(unit: Unit, judged: Judged) -> Range | None:
    """The subject: right before the verb, before "which" where that stands there, or of the clause that
    "and" goes on from: Ondria has returned two, and [ ] has yet to ..."""
    begin = judged.begin
    if unit.low(begin) == "having" and "without" in unit.lows[max(0, begin - _NEAR) : begin - 1]:
        return Range(begin - unit.lows[begin - 1 :: -1].index("without"), begin)
    subject = _behind_opening(unit, find_doer_before(unit, begin))
    if subject is not None and is_since(unit, subject):
        return _before_since(unit, subject.first - 1, begin)
    if subject is not None and unit.tags[subject.first] == "W":
        return _antecedent(unit, subject.first)
    if subject is None and unit.tag(begin - 1) == "C" and unit.low(begin - 1) in ("and", "but"):
        return find_main_subject(unit, begin - 1)
    return subject


def _behind_opening(unit: Unit, subject: Range | None) -> Range | None:
    """Subject to a vote in parliament, | [the roadblocks]"""
    if subject is None or not _opens_with_phrase(unit, subject.first):
        return subject
    comma = unit.tags.find(",", subject.first, subject.last)
    return Range(comma + 1, subject.last) if 0 < comma < subject.last - 1 else subject


def _opens_with_phrase(unit: Unit, first: int) -> bool:
    return any(unit.lows[first : first + len(words)] == words for words in _OPENING_PHRASES)


def _before_since(unit: Unit, since: int, begin: int) -> Range | None:
    """[48 crew members] held in Ondria since February | walked; [a patrol], the first since the war, | left;
    since the truce began: a date"""
    if unit.tag(begin - 1) == ",":
        opening = unit.tags.rfind(",", 0, since)
        return find_subject_before(unit, opening) if opening > 0 else None
    participle = unit.tags.rfind("E", max(0, since - _HELD_FOR), since)
    return find_subject_before(unit, participle) if participle > 0 else None


def _antecedent(unit: Unit, relative: int) -> Range | None:
    """[the withdrawal], which began on Monday"""
    if unit.low(relative) not in ("which", "who"):
        return None
    return find_doer_before(unit, relative - (unit.tag(relative - 1) == ","))


def clause_begin(unit: Unit, place: int) -> int:
    """The first place behind the last mark before a place."""
    while place > 0 and unit.tags[place - 1] not in ",.;:-(":
        place -= 1
    return place


def is_since(unit: Unit, subject: Range) -> bool:
    """Whether what looks like the subject stands behind "since" """
    return unit.low(clause_start(unit, subject.first) - 1) == "since"


def is_nobody(unit: Unit, phrase: Range | None) -> bool:
    """no crew member, none of them, neither side, not one of the mines"""
    if phrase is None:
        return False
    not_one = unit.low(phrase.first - 1) == "not" and unit.low(phrase.first) in ("one", "a", "all")
    return not_one or unit.low(phrase.first) in _NOBODY


def opens_with_none(unit: Unit, begin: int) -> bool:
    """Not one | of the mines off Osk Point was lifted: the clause begins with what denies it"""
    start = clause_start(unit, begin)
    one = unit.low(start) == "not" and unit.low(start + 1) in ("one", "a", "all", "every", "even")
    none = unit.low(start) in ("none", "neither") and unit.low(start + 1) == "of"
    return (one or none) and not set("VAMEB") & set(unit.tags[start:begin])


def is_inverted(unit: Unit, subject: Range) -> bool:
    """Only then was | the bridge | opened; nor would | it | open"""
    return unit.tag(subject.first - 1) in "AM" and unit.tokens[-1].text != "?"


def is_reason(unit: Unit, subject: Range) -> bool:
    """did not say | why the other had not been freed: that it had not holds all the same"""
    return unit.low(clause_start(unit, subject.first) - 1) in _WHY


def settle_clause(unit: Unit, end: int, judged: Judged, subject: Range) -> tuple[Step, Modality]:
    """The step and mode that the clause around them leaves; ``end`` is the place behind the step's words."""
    step, modality = judged.step, judged.modality
    before = unit.low(subject.first - 1)
    if before in ("nor", "neither", "never") or unit.low(subject.first - 2) in ("nor", "neither", "never"):
        return _deny(step), Modality.ASSERTED if _deny(step) is Step.NOT_BEGUN else Modality.DENIED
    if _is_untrue(unit, subject):
        return step, Modality.DENIED
    if _is_asked(unit, subject):
        return step, Modality.HYPOTHETICAL
    if _is_condition(unit, subject, judged):
        return step, Modality.CONDITIONAL
    if modality in _OPEN and _hangs_on(unit, end, subject, modality):
        return step, Modality.CONDITIONAL
    return step, modality


def _deny(step: Step) -> Step:
    return Step.NOT_BEGUN if step in (Step.BEGUN, Step.DONE, Step.PARTLY, Step.ORDERED) else step


def _is_untrue(unit: Unit, subject: Range) -> bool:
    """there was no truth in reports | that the gate had been opened"""
    start = clause_start(unit, subject.first)
    if unit.low(start - 1) != "that" or unit.tag(start - 2) not in "NP":
        return False
    before = unit.lows[: start - 1]
    return any(before[at : at + 2] in _UNTRUE for at in range(len(before)))


def _is_asked(unit: Unit, subject: Range) -> bool:
    """Has Ondria withdrawn?  whether Ondria withdrew"""
    inverted = unit.tag(subject.first - 1) in "AM" and unit.tokens[-1].text == "?"
    start = clause_start(unit, subject.first)
    return inverted or "whether" in (unit.low(start - 1), unit.low(start))


def _is_condition(unit: Unit, subject: Range, judged: Judged) -> bool:
    """Whether the clause itself is one: if, unless, until; once it has; should it"""
    start = clause_start(unit, subject.first)
    if unit.low(subject.first - 1) in _INVERTED and subject.first - 1 in (start, start + 1, 0):
        return unit.tokens[-1].text != "?"
    word = next((low for low in (unit.low(start - 1), unit.low(start)) if low in _CONDITIONS), "")
    if not word:
        return False
    return word not in _TEMPORAL or not _is_past(unit, judged) or _main_waits(unit)


def _is_past(unit: Unit, judged: Judged) -> bool:
    """when the army withdrew, once it had withdrawn: told as done, not as what is waited for"""
    if _PRESENT & set(judged.words):
        return False
    return unit.tags[judged.told] == "E" or "had" in judged.words or bool({"was", "were"} & set(judged.words))


def _main_waits(unit: Unit) -> bool:
    return any(tag == "M" for tag in unit.tags)


def _hangs_on(unit: Unit, end: int, subject: Range, modality: Modality) -> bool:
    """If the truce holds, | Ondria will withdraw; will withdraw | once ..., will not open | until ..."""
    if subject.first > 2 and _opens(unit, subject):
        return True
    for at in range(end, len(unit.tags)):
        low = unit.low(at)
        if unit.tags[at] in ";." or low == "but":
            return False
        if low == "after" and unit.low(at - 1) != "only":
            continue
        if low in _WAITING and unit.tags[at] in "SEA" and unit.low(at - 1) not in ("even",):
            return low not in ("until", "till") or modality is Modality.DENIED
        if any(unit.lows[at : at + len(words)] == words for words in _BEHIND_PHRASES):
            return True
    return False


def _opens(unit: Unit, subject: Range) -> bool:
    """Whether the sentence opens with a condition before the subject: Subject to a vote, | the roadblocks"""
    first = next((at for at, tag in enumerate(unit.tags) if tag not in "q("), 0)
    if unit.low(first) == "only":
        return True
    return (_opens_with_phrase(unit, first) or unit.low(first) in _OPENING) and "," in unit.tags[
        first : subject.first
    ]
