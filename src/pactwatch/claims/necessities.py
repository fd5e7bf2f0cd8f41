"""Finds what a speaker says must be: the obligations, needs and rights in what is said.

must        the talks must first | address the shelling · any timetable should include | the garrison
need        the need for | a second round · a ferry is | essential
right       a “legitimate right” to | hold the island: what is kept is not given up
expecting   we expect these talks to | put an end to the shelling
Whose stance that is, is told by the statement around it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from pactwatch.claims.contents import find_content_end
from pactwatch.claims.sheet import Unit
from pactwatch.claims.stances import Stanced
from pactwatch.claims.subjects import Range, clause_start, find_subject_before
from pactwatch.claims.targets import end_target
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Stance

_MUST = word_set("necessities.must")
_NEEDED = word_set("necessities.needed")
_KEEPING = word_set("necessities.keeping")
_PASSING = word_set("necessities.passing")
_COPULAS = word_set("adjectives.copulas")
_HANGING = frozenset(
    "hang hangs hung hanging depend depends depended depending hinge hinges hinged turns rests".split()
)
_EXPECTING = ("expect", "expects", "expected", "expecting")
_HAVE = frozenset("have has had need needs needed having".split())
_ASKING = ("if", "whether", "unless", "who", "which", "why", "how", "what", "where", "when")
#: What is told to do in somebody's words: Open the locks.
_IMPERATIVES = word_set("necessities.imperatives")
_NOT = ("not", "never", "no")


#: The words without one of which nothing is said to be needed.
NECESSITY = (
    _MUST
    | _NEEDED
    | _HAVE
    | _IMPERATIVES
    | {"necessity", "importance", "right", "rights", "legitimate", "time", *_EXPECTING, *_HANGING}
)


def find_necessities(unit: Unit) -> Iterator[Stanced]:
    """The obligations, needs and rights of a flat unit, in order; the holder is left to the voice."""
    finders = _finders()
    for place, low in enumerate(unit.lows):
        if low not in NECESSITY:
            continue
        finder = finders.get(low)
        if low in _HAVE and _is_need_to(unit, place):
            finder = _must
        found = finder(unit, place) if finder is not None else None
        if found is not None:
            yield found


@cache
def _finders() -> dict[str, Callable[[Unit, int], Stanced | None]]:
    """Each word to what reads it."""
    lists: tuple[tuple[Iterable[str], Callable[[Unit, int], Stanced | None]], ...] = (
        (_HANGING, _hanging),
        (("time",), _time),
        (_EXPECTING, _expecting),
        (("right", "rights", "legitimate"), _right),
        (_NEEDED, _needed),
        (("need", "needs", "necessity", "importance"), _need),
        (_MUST, _must),
        (_IMPERATIVES, _imperative),
    )
    return {word: finder for words, finder in lists for word in words}


def _imperative(unit: Unit, place: int) -> Stanced | None:
    """“Open | the locks,”; “Let | the barges through,”; not: Let us see; Open the gate and what comes?"""
    opens = place == 0 or unit.tags[place - 1] == "q"
    behind = unit.low(place + 1)
    if not opens or unit.tag(place + 1) not in "DPN0Z" or behind in ("us", "me", "it", "up"):
        return None
    if "?" in unit.lows or {"you'll", "you"} & set(unit.lows[place : place + 12]):
        return None
    target = _to_end(unit, place)
    return Stanced(Stance.DEMANDS, place, None, target, "imperative") if target else None


def _time(unit: Unit, place: int) -> Stanced | None:
    """it is time that | the commission met"""
    if unit.low(place + 1) not in ("that", "to", "for"):
        return None
    copula = next(
        (at for at in (place - 1, place - 2) if unit.low(at) in _COPULAS or unit.low(at) == "it's"), 0
    )
    target = _to_end(unit, place + 2) if copula else None
    return Stanced(Stance.DEMANDS, place, None, target, "need: time") if target else None


def _hanging(unit: Unit, place: int) -> Stanced | None:
    """lasting peace | hangs on | the clearance of the channel"""
    if unit.low(place + 1) not in ("on", "upon") or unit.tags[place] not in "VEGN":
        return None
    target = _to_end(unit, place + 2)
    unreal = _is_hypothetical(unit, place) or unit.low(place - 1) in _NOT
    return Stanced(Stance.DEMANDS, place, None, target, "need: hangs on") if target and not unreal else None


def _is_need_to(unit: Unit, place: int) -> bool:
    """has to, needs to, ought to"""
    is_verb = unit.tags[place] in "VAE" and unit.tag(place - 1) not in "DZ"
    to = place + 1 + (unit.tag(place + 1) == "R")
    relative = unit.tags[place - 1 : place] == "O" and unit.tag(place - 2) in "NO"
    relative = relative or unit.low(place + 1) == "yet"
    return is_verb and not relative and unit.low(place) in _HAVE and unit.tag(to) == "T"


def _must(unit: Unit, place: int) -> Stanced | None:
    if _is_hypothetical(unit, place):
        return None
    first = place + 1
    while unit.tag(first) in "TR":
        first += 1
    denied = unit.low(first) in _NOT
    first += denied
    while unit.tag(first) in "RA" and first < place + 5:
        first += 1
    if unit.low(first) in ("wait", "await") and not denied:
        target = _to_end(unit, first + 1 + (unit.low(first + 1) == "for"))
        target = _with_subject(unit, place, target)
        return Stanced(Stance.AWAITS, place, None, target, "must wait") if target else None
    target = _with_subject(unit, place, _to_end(unit, first))
    stance = Stance.REJECTS if denied else Stance.DEMANDS
    return Stanced(stance, place, None, target, "must") if target else None


def _with_subject(unit: Unit, place: int, target: Range | None) -> Range | None:
    """[The second phase] must [come now]: what must be, with who must do it"""
    subject = find_subject_before(unit, start_of_group(unit, place))
    if target is None or subject is None or unit.tags[subject.first] == "W":
        return target
    return Range(subject.first, target.last)


def _is_hypothetical(unit: Unit, place: int) -> bool:
    """should the talks fail; if they must leave; a question"""
    opening = clause_start(unit, place)
    before = unit.low(opening - 1)
    inverted = (
        unit.low(place) == "should" and place in (opening, opening + 1) and unit.tag(place + 1) in "DPO"
    )
    return inverted or before in _ASKING or unit.low(opening) == "if"


def _to_end(unit: Unit, first: int) -> Range | None:
    if first >= len(unit.tags) or unit.tag(first) in ".;:,":
        return None
    return end_target(unit, first, find_content_end(unit, first, first, False, []))


def _need(unit: Unit, place: int) -> Stanced | None:
    """the need | for unhindered passage; the need to | open the locks"""
    if unit.low(place - 1) == "no":
        return None
    verb = unit.tag(place) in "VA" and unit.tag(place - 1) in "PNOD"
    if unit.low(place + 1) not in ("for", "to", "of"):
        target = _to_end(unit, place + 1) if verb and unit.tag(place + 1) in "DPN0" else None
        return Stanced(Stance.DEMANDS, place, None, target, "need") if target else None
    if unit.low(place + 2) == "be" and unit.low(place + 3) in ("sure", "certain", "able", "seen", "clear"):
        return None
    target = _to_end(unit, place + 2)
    return Stanced(Stance.SUPPORTS, place, None, target, "need for") if target else None


def _needed(unit: Unit, place: int) -> Stanced | None:
    """a ferry | is essential; it is essential that | the ferry runs; patience is required to"""
    copula = next((at for at in range(place - 1, max(-1, place - 4), -1) if unit.low(at) in _COPULAS), None)
    if copula is None or _is_hypothetical(unit, place):
        return None
    begin = start_of_group(unit, copula)
    if any(unit.low(at) in _NOT for at in range(begin, place)):
        return None
    if unit.low(begin - 1) == "it" and unit.low(place + 1) in ("that", "to", "for"):
        target = _to_end(unit, place + 2)
    else:
        target = find_subject_before(unit, begin)
        if target is not None and unit.tags[target.first] in "OW":
            target = None
    return Stanced(Stance.DEMANDS, place, None, target, "needed") if target else None


def _right(unit: Unit, place: int) -> Stanced | None:
    """a right to | keep its guns; armed watch remains | legitimate"""
    if unit.low(place) == "legitimate":
        copula = unit.low(place - 1) in _COPULAS or unit.low(place - 1) in ("remains", "remain", "stays")
        subject = find_subject_before(unit, start_of_group(unit, place - 1)) if copula else None
        return Stanced(Stance.REJECTS, place, None, subject, "legitimate") if subject else None
    to = next((at for at in (place + 1, place + 2) if unit.low(at) == "to"), None)
    if to is None or unit.low(to + 1) not in _KEEPING:
        return None
    target = _to_end(unit, to + 1)
    return Stanced(Stance.REJECTS, place, None, target, "right to keep") if target else None


def _expecting(unit: Unit, place: int) -> Stanced | None:
    """expect these talks to | put an end to; not: expect the talks to last four days"""
    if unit.tags[place] not in "VEG":
        return None
    for at in range(place + 2, min(len(unit.tags), place + 9)):
        if unit.tags[at] in ".,;:VMQ":
            return None
        if unit.tags[at] == "T":
            tells = unit.low(at + 1) not in _PASSING and unit.tag(at + 1) in "VNG"
            target = _to_end(unit, at + 1) if tells else None
            return Stanced(Stance.DEMANDS, place, None, target, "expecting") if target else None
    return None
