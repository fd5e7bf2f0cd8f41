"""Finds the verbs and nouns that bind what must come first to what waits for it.

wants | depends on, hinges on, hangs on, is contingent on, awaits, requires, must include | needs
needs | must precede, is a precondition for, would be required to | wants
made, tied | wants | conditional on, to | needs          wants to hear first that | needs
"""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import has, is_negative, opens, starts_clause
from pactwatch.claims.sides import Bound, side_before, side_from
from pactwatch.claims.subjects import Range, clause_start, find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set

_NO_WAITING = word_set("conditions.no-waiting")
_REQUIRING = ("requires", "require", "takes", "needs", "presupposes", "necessitates")
_TYING = word_set("conditions.tying")
_BODIES = word_set("roles") | word_set("groups")
_MUST = word_set("necessities.must") | {"have", "has"}
_WISHING = word_set("conditions.wishing")
_TEXTS = word_set("interpretations.instruments")


def find_hinge(unit: Unit, place: int) -> Bound | None:
    """depends on; hinges on; is contingent on; made it conditional on; tied the withdrawal to"""
    low = unit.low(place)
    if low in _TYING:
        return _tied(unit, place)
    at = place + 1
    while unit.tag(at) == "R":
        at += 1
    if unit.low(at) not in (("to",) if low == "subject" else ("on", "upon")) or _is_denied(unit, place):
        return None
    needs = side_from(unit, at + 1, phrase=True)
    made = _made(unit, place)
    wants = made or _subject(unit, place)
    if low == "subject" and wants is None and unit.tag(place - 1) in "E,":
        wants = side_before(unit, place)
    if needs is None or wants is None or has(unit, wants, _NO_WAITING):
        return None
    return Bound(place, "depends on", needs, wants, by=_maker(unit, made))


def _maker(unit: Unit, made: Range | None) -> Range | None:
    """[Marr] | made | any talks conditional on"""
    return find_subject_before(unit, start_of_group(unit, made.first - 1)) if made is not None else None


def _is_denied(unit: Unit, place: int) -> bool:
    """does not depend on; may not be made subject to"""
    begin = start_of_group(unit, place)
    return is_negative(unit, Range(max(0, begin - 1), place)) or is_negative(
        unit, Range(max(0, place - 5), place)
    )


def _subject(unit: Unit, place: int) -> Range | None:
    """[the withdrawal] is contingent on; a truce | conditional on"""
    plain = unit.tag(place) not in "VEG"
    if plain and unit.tag(place - 1) in "NP":
        return find_subject_before(unit, place)
    verb = place - 1 if plain and unit.tag(place - 1) in "AR" else place
    found = find_subject_before(unit, start_of_group(unit, verb))
    return found if found and unit.tags[found.first] != "W" else None


def _made(unit: Unit, place: int) -> Range | None:
    """made | any talks | conditional on"""
    for at in range(place - 1, max(-1, place - 14), -1):
        if unit.low(at) in ("made", "make", "makes", "making"):
            return Range(at + 1, place) if at + 1 < place else None
        if unit.tags[at] in ".;:":
            return None
    return None


def _tied(unit: Unit, place: int) -> Bound | None:
    """ties | the admission of barges | to the return of the crews; the guns are tied to the garrison"""
    reach = range(place + 1, min(len(unit.tags), place + 12))
    to = next((at for at in reach if unit.low(at) in ("to", "on") and unit.tag(at) in "TI"), None)
    verb = unit.tag(place) in "VEGA" or (unit.tag(place) == "N" and unit.tag(place + 1) == "D")
    if to is None or not verb or is_negative(unit, Range(max(0, place - 2), place)):
        return None
    needs = side_from(unit, to + 1, phrase=True)
    subject = find_subject_before(unit, start_of_group(unit, place))
    wants = Range(place + 1, to) if to > place + 1 else subject
    if needs is None or wants is None or unit.tags[wants.first] == "W" or has(unit, wants, _NO_WAITING):
        return None
    alone = wants.last - wants.first == 1 and unit.tags[wants.first] == "O"
    if to == place + 1 and (alone or unit.tag(place - 1) not in "AR"):
        return None
    return Bound(place, "depends on", needs, wants, by=subject if to > place + 1 else None)


def find_await(unit: Unit, place: int) -> Bound | None:
    """any arrangement | is awaiting | a meeting; the order is waiting in a drawer for; on hold pending"""
    low = unit.low(place)
    if low == "pending":
        wants = side_before(unit, place)
        needs = side_from(unit, place + 1, phrase=True)
        return (
            Bound(place, "pending", needs, wants)
            if wants and needs and unit.tag(place - 1) in "NPE,R"
            else None
        )
    first = place + 1
    if low.startswith("wait"):
        reach = range(place + 1, min(len(unit.tags), place + 5))
        first = next((at + 1 for at in reach if unit.low(at) in ("for", "on") and unit.tag(at) == "I"), 0)
    if not first or unit.tag(place) not in "VEGN" or unit.tag(place - 1) == "D":
        return None
    needs = side_from(unit, first, phrase=True)
    wants = find_subject_before(unit, start_of_group(unit, place))
    if needs is None or wants is None or _is_somebody(unit, wants) or unit.low(needs.first) in _VAGUE:
        return None
    return Bound(place, "awaits", needs, wants)


_VAGUE = frozenset(("something", "everything", "anything", "more", "news", "word"))


def _is_somebody(unit: Unit, who: Range) -> bool:
    """Whoever waits has a position; what waits has a condition."""
    if unit.tags[who.first] in "OW":
        return True
    head = next((at for at in range(*who) if unit.tags[at] in "I,W("), who.last)
    tags = unit.tags[who.first : head]
    return unit.low(head - 1) in _BODIES or (tags.endswith("P") and "N" not in tags)


def find_require(unit: Unit, place: int) -> Bound | None:
    """the second round requires | monitors; monitors would be required to | uphold it"""
    passive = unit.low(place) == "required" and any(
        unit.low(at) in ("be", "is", "are", "was", "were") for at in range(max(0, place - 3), place)
    )
    if passive:
        return _required(unit, place)
    if unit.tag(place) not in "V" or unit.low(place) not in _REQUIRING:
        return None
    subject = find_subject_before(unit, start_of_group(unit, place))
    if subject is None or _is_denied(unit, place):
        return None
    if unit.low(place) in ("takes", "needs"):
        return _taken(unit, place, subject)
    needs = side_from(unit, place + 1, phrase=True)
    if needs is None or _is_somebody(unit, subject) or has(unit, subject, _TEXTS):
        return None
    return Bound(place, "requires", needs, subject)


def _taken(unit: Unit, place: int, subject: Range) -> Bound | None:
    """it takes | monitors | to hold a truce; the truce needs | monitors | to hold"""
    to = unit.tags.find("T", place + 1, place + 12)
    if to < place + 2 or set(".,;:VM") & set(unit.tags[place + 1 : to]):
        return None
    wants = side_from(unit, to + 1)
    somebody = unit.low(place) == "needs" and _is_somebody(unit, subject)
    if wants is None or somebody or (unit.low(place) == "takes" and unit.low(subject.first) != "it"):
        return None
    return Bound(place, "requires", Range(place + 1, to), wants)


def _required(unit: Unit, place: int) -> Bound | None:
    needs = find_subject_before(unit, start_of_group(unit, place))
    if unit.low(place + 1) not in ("to", "for", "before") or needs is None or unit.tags[needs.first] in "WO":
        return None
    if "P" in unit.tags[needs.first : needs.last] and unit.low(place + 1) == "to":
        return None
    wants = side_from(unit, place + 2)
    return Bound(place, "required for", needs, wants) if wants else None


def find_include(unit: Unit, place: int) -> Bound | None:
    """any timetable must include | the garrison"""
    if unit.low(place - 1) not in ("must", "should") or unit.tag(place + 1) not in "DPN0ZG":
        return None
    wants = find_subject_before(unit, start_of_group(unit, place))
    needs = side_from(unit, place + 1, phrase=True)
    return Bound(place, "must include", needs, wants) if wants and needs else None


def find_first(unit: Unit, place: int) -> Bound | None:
    """the talks must first | address the shelling; the guns must go first; wants to hear first that"""
    modal = next(
        (at for at in range(place - 1, max(-1, place - 3), -1) if unit.low(at) in ("must", "should")), None
    )
    if modal is not None and unit.tag(place + 1) in "VAN":
        wants = find_subject_before(unit, start_of_group(unit, modal))
        needs = side_from(unit, place + 1)
        return Bound(place, "first", needs, wants) if wants and needs else None
    if opens(unit, place) and (then := _first_then(unit, place)) is not None:
        return then
    if unit.low(place + 1) == "that" and has(unit, Range(max(0, place - 5), place), _WISHING):
        return _first_that(unit, place)
    if unit.tag(place + 1) in ".,q" and not opens(unit, place):
        return _at_the_end(unit, place)
    return None


def _first_then(unit: Unit, place: int) -> Bound | None:
    """First | the crews must come home, | and then | the locks will open"""
    then = next((at for at in range(place + 3, len(unit.lows)) if unit.lows[at] == "then"), None)
    needs, wants = side_from(unit, place + 1), side_from(unit, then + 1) if then is not None else None
    if then is None or needs is None or wants is None or not has(unit, needs, _MUST):
        return None
    end = min(needs.last, then)
    while unit.tags[end - 1] in ",C":
        end -= 1
    return Bound(place, "first", Range(needs.first, end), wants)


def _first_that(unit: Unit, place: int) -> Bound | None:
    """a need to be sure first that | the island would be empty | the moment they left"""
    rest = side_from(unit, place + 2)
    if rest is None:
        return None
    for at in range(rest.first + 2, rest.last):
        length = (
            2 if (unit.low(at), unit.low(at + 1)) == ("the", "moment") else unit.low(at) in ("before", "when")
        )
        if length and (wants := side_from(unit, at + length)):
            return Bound(place, "first", Range(rest.first, at), wants)
    wants = side_before(unit, clause_start(unit, place))
    return Bound(place, "first", rest, wants) if wants else None


def _at_the_end(unit: Unit, place: int) -> Bound | None:
    """I could find eight more, but | I'd like to hear that it is quiet | first; the guns must go first"""
    begin = place
    while begin > 0 and not (
        unit.tags[begin - 1] in ".;:" or (unit.tags[begin - 1] == "C" and unit.tag(begin - 2) == ",")
    ):
        begin -= 1
    wishing = next((at for at in range(begin, place) if unit.low(at) in _WISHING), None)
    to = unit.tags.find("T", wishing, place) if wishing is not None else -1
    if to > 0 and begin > 1 and starts_clause(unit, begin):
        wants = side_before(unit, begin)
        return Bound(place, "first", Range(to + 1, place), wants) if wants else None
    start = clause_start(unit, place)
    if any(unit.low(at) in ("must", "should") for at in range(start, place)):
        return Bound(place, "first", Range(start, place), Range(start, place))
    return None


def find_precondition(unit: Unit, place: int) -> Bound | None:
    """the return of the crews | is a precondition for | talks; made the return a condition for talks"""
    if unit.low(place + 1) not in ("for", "of", "to") or _is_denied(unit, place):
        return None
    copula = next((at for at in range(place - 1, max(-1, place - 5), -1) if unit.tags[at] == "A"), None)
    made = _made(unit, place) if copula is None else None
    needs = find_subject_before(unit, start_of_group(unit, copula)) if copula is not None else made
    wants = side_from(unit, place + 2, phrase=True)
    if needs is None or unit.tags[needs.first] in "OW" or wants is None:
        return None
    return Bound(place, "precondition", needs, wants, by=_maker(unit, made))


def find_precede(unit: Unit, place: int) -> Bound | None:
    """the return of the crews | must precede | any talks"""
    needs = find_subject_before(unit, start_of_group(unit, place))
    wants = side_from(unit, place + 1, phrase=True)
    modal = any(unit.tags[at] == "M" for at in range(start_of_group(unit, place), place))
    return Bound(place, "precedes", needs, wants) if modal and needs and wants else None
