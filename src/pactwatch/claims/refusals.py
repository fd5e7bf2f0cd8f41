"""Finds refusals and calls that no word of stance tells: will not move the guns; called the vote encouraging.

refusal     he won't | order the guns back      the guns will not | be moved      no soldier | would leave
keeping     it will | stay | until ...          what is kept is not given up
letting     the monitors can | come in          she would let | the barges run
calling     called the vote | encouraging
"""

from collections.abc import Iterator

from pactwatch.claims.contents import find_content_end
from pactwatch.claims.led import Led, find_doer, is_hypothetical
from pactwatch.claims.settling import is_given
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start, find_subject_before
from pactwatch.claims.targets import end_target, is_hanging
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import lemma_of, word_set
from pactwatch.model.claim import Stance

_WILL = ("will", "would", "shall", "'ll")
_WONT = ("won't", "wouldn't")
_NOT = ("not", "never", "no longer")
_NOT_REFUSED = word_set("refusals.not-refused")
_KEEPING = word_set("refusals.keeping")
_CALLING = word_set("opinions.calling")
_GOOD = word_set("opinions.good")
_BAD = word_set("opinions.bad")
_COMING_IN = frozenset("come enter return pass cross go start begin resume visit use".split())
_PARTICLES = frozenset("in out up back through down away on off over".split())
_BODIES = word_set("groups") | word_set("roles")
_WITHIN = 12
#: What is made sure, feared or hoped is nobody's refusal.
_SURE = frozenset(
    "sure certain ensure guarantee guarantees assurance assurances fear fears feared hope hopes".split()
)
_CANNOT = ("cannot", "can't")
_UNABLE = word_set("refusals.unable")
_STAYING = ("stay", "stays", "staying")
_WE_ARE = ("we're", "i'm", "am", "are")
#: What one can spare or find is offered: we can find another twelve.
_SPARING = word_set("refusals.sparing")
TRIGGERS = frozenset(
    [
        "not",
        *_STAYING,
        *_CANNOT,
        *_WILL,
        *_WONT,
        "can",
        "may",
        "could",
        "going",
        "i'll",
        "we'll",
        "they'll",
        *_CALLING,
    ]
)


def find_refusals(unit: Unit) -> Iterator[Led]:
    """The refusals and calls of a flat unit, in order."""
    for place, low in enumerate(unit.lows):
        found = _find_at(unit, place, low) if low in TRIGGERS else None
        if found is not None:
            yield found


def _find_at(unit: Unit, place: int, low: str) -> Led | None:
    """What a word of refusal tells at its place."""
    behind = place + 1 + (unit.tag(place + 1) == "q")
    if low in _WONT or (low in _WILL and unit.low(behind) in ("not", "never")):
        return _refusal(unit, place)
    if low in _CANNOT:
        return _inability(unit, place)
    if low in _WILL:
        return _none(unit, place) or _nobody(unit, place) or _keeping(unit, place)
    if low in ("can", "may", "could"):
        return _none(unit, place) or _letting(unit, place)
    if low == "going" and _is_denied(unit, place) and unit.tag(place + 1) == "T":
        return _refusal(unit, place)
    if low in _CALLING:
        return _calling(unit, place) if unit.tags[place] in "VEG" else None
    return _staying(unit, place) if low in _STAYING else _not_doing(unit, place)


def _inability(unit: Unit, place: int) -> Led | None:
    """The guns | cannot be moved; we | can't move the guns; not: it cannot be verified"""
    verb = place + 1 + (unit.low(place + 1) == "be")
    subject = find_subject_before(unit, start_of_group(unit, place))
    own = subject is not None and unit.low(subject.first) in ("we", "i")
    if (not own and unit.low(place + 1) != "be") or lemma_of(unit.low(verb)) in _UNABLE:
        return None
    return _refusal(unit, place)


def _is_denied(unit: Unit, place: int) -> bool:
    """is not going to, wasn't going to"""
    return unit.tag(place - 1) == "X" or unit.low(place - 1).endswith("n't")


def _refusal(unit: Unit, place: int) -> Led | None:
    begin = start_of_group(unit, place)
    verb = place + 1
    while unit.tag(verb) in "XRTq" or unit.low(verb) in ("be", "even"):
        verb += 1
    if tuple(unit.lows[verb : verb + 3]) == ("so", "much", "as"):
        verb += 3
    passive = unit.low(verb - 1) == "be" and unit.tag(verb) == "E"
    if unit.low(clause_start(unit, begin) - 2) in _SURE:
        return None
    if is_hypothetical(unit, begin) or (unit.low(verb - 1) == "be" and not passive):
        return None
    subject = find_doer(unit, begin, place)
    if subject is None or unit.tag(verb) not in "VENG" or not _refuses(unit, verb):
        return None
    if passive:
        return Led(Stance.REJECTS, place, None, Range(subject.first, _end(unit, verb)), "will not be")
    if not _is_somebody(unit, subject):
        return Led(Stance.REJECTS, place, None, Range(subject.first, _end(unit, verb)), "will not")
    return Led(Stance.REJECTS, place, subject, Range(verb, _end(unit, verb)), "will not")


def _is_somebody(unit: Unit, subject: Range) -> bool:
    """Ondria, we, the army; not: the divers, of whom whoever speaks tells"""
    words = {unit.low(at) for at in range(*subject)}
    return bool(set("PZOW") & set(unit.tags[subject.first : subject.last]) or words & _BODIES)


def _refuses(unit: Unit, verb: int) -> bool:
    """Not what nobody refuses (it would not work), but: would not go back in, would not give up"""
    base = lemma_of(unit.low(verb))
    moved = unit.low(verb + 1) in _PARTICLES and base in ("go", "come", "give", "take", "get", "hold")
    given = is_given(unit, Range(verb, len(unit.tags)))
    return moved or given or base not in _NOT_REFUSED


def _end(unit: Unit, verb: int) -> int:
    found = end_target(unit, verb, find_content_end(unit, verb, verb, False, []))
    return found.last if found is not None else verb + 1


def _nobody(unit: Unit, place: int) -> Led | None:
    """no soldier of hers | would leave"""
    subject = find_subject_before(unit, start_of_group(unit, place))
    if subject is None or unit.low(subject.first) != "no" or unit.tag(place + 1) not in "VEA":
        return None
    verb = place + 1 + (unit.low(place + 1) == "be")
    if unit.tag(verb) not in "VE" or not _refuses(unit, verb):
        return None
    return Led(Stance.REJECTS, place, None, Range(subject.first, _end(unit, verb)), "nobody will")


def _none(unit: Unit, place: int) -> Led | None:
    """There can be no | withdrawal while shells are falling"""
    if (unit.low(place - 1), unit.low(place + 1), unit.low(place + 2)) != ("there", "be", "no"):
        return None
    if is_hypothetical(unit, place) or unit.tag(place + 3) not in "NEGP":
        return None
    last = _end(unit, place + 3)
    if "unless" in unit.lows[place:]:
        return None
    return Led(Stance.REJECTS, place, None, Range(place + 3, last), "there will be no")


def _keeping(unit: Unit, place: int) -> Led | None:
    """will | stay | until the last of them is home"""
    verb = place + 1
    begin = start_of_group(unit, place)
    if unit.low(verb) in ("stay", "remain") and not (
        is_hanging(unit, verb + 1) or unit.tag(verb + 1) in "IRP" or unit.low(verb + 1) == "where"
    ):
        return None
    last = _end(unit, verb) if unit.low(verb) in _KEEPING else verb
    hangs = any(
        is_hanging(unit, at) and unit.low(at) in ("until", "till", "unless", "as", "so", "while")
        for at in range(verb + 1, last)
    )
    subject = find_subject_before(unit, begin) if hangs and not is_hypothetical(unit, begin) else None
    if subject is None:
        return None
    holder = subject if lemma_of(unit.low(verb)) in ("keep", "hold") else None
    return Led(Stance.REJECTS, place, holder, Range(subject.first, last), "will stay until")


def _letting(unit: Unit, place: int) -> Led | None:
    """the monitors | can come in"""
    subject = find_subject_before(unit, place)
    if subject is None or is_hypothetical(unit, place):
        return None
    if unit.low(subject.first) in ("we", "i") and unit.low(place + 1) in _SPARING:
        return Led(Stance.OFFERS, place, subject, Range(place + 1, _end(unit, place + 1)), "can spare")
    if unit.tags[subject.first] in "OW" or unit.low(subject.first) in ("no", "nobody", "neither"):
        return None
    if lemma_of(unit.low(place + 1)) not in _COMING_IN:
        return None
    return Led(Stance.OFFERS, place, None, Range(subject.first, _end(unit, place + 1)), "can come in")


def _staying(unit: Unit, place: int) -> Led | None:
    """The guns | stay where they are, are staying put"""
    if unit.low(place + 1) not in ("where", "put") or is_hypothetical(unit, place):
        return None
    subject = find_subject_before(unit, start_of_group(unit, place))
    if subject is None or unit.tags[subject.first] in "OW":
        return None
    return Led(Stance.REJECTS, place, None, Range(subject.first, place + 2), "stay where")


def _not_doing(unit: Unit, place: int) -> Led | None:
    """we're not | moving the guns"""
    if unit.low(place - 1) not in _WE_ARE or unit.tag(place + 1) != "G":
        return None
    base = lemma_of(unit.low(place + 1))
    who = unit.low(place - 1) if "'" in unit.low(place - 1) else unit.low(place - 2)
    refuses = base not in _NOT_REFUSED and unit.tag(place + 2) in "DPNZ0O"
    if who.partition("'")[0] not in ("we", "i") or not refuses:
        return None
    return Led(Stance.REJECTS, place, None, Range(place + 1, _end(unit, place + 1)), "are not doing")


def _calling(unit: Unit, place: int) -> Led | None:
    """called | the vote | encouraging"""
    first = place + 1
    if unit.tag(first) not in "DPNZO":
        return None
    for at in range(first + 1, min(len(unit.tags), first + _WITHIN)):
        if unit.tags[at] in ".;:VMSW" and unit.low(at) != "as":
            return None
        word = unit.low(at)
        if word in _GOOD or word in _BAD:
            subject = find_doer(unit, start_of_group(unit, place), place)
            stance = Stance.SUPPORTS if word in _GOOD else Stance.OPPOSES
            last = at
            while last > first + 1 and (
                (unit.tags[last - 1] in "DRqN" and unit.low(last - 1) in ("a", "an", "as", "very"))
                or unit.tags[last - 1] in "qR"
            ):
                last -= 1
            return Led(stance, place, subject, Range(first, last), f"called {word}")
    return None
