"""Who a description leads to: "the minister", "an analyst" who is named further on, "the group"."""

from bisect import bisect_right
from collections.abc import Sequence

from pactwatch.claims.memory import Memory
from pactwatch.claims.people import Person, bare
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import find_main_subject
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Mention
from pactwatch.model.source import PassageKind, Span

_COMPANIES = word_set("descriptions.companies")
_INDEFINITE = word_set("speakers.indefinite")
_DEFINITE = word_set("speakers.definite")
_LOOK_AHEAD = 8
#: How many who are called by a role may stand between a description and its person.
_LOOK_BACK = 60
_BODIES_KEPT = 40
_NAMED_SOON = 3
#: As far back as the sentence before may begin (characters).
_NEAR = 200


def find_described(
    sheet: Sheet, unit: Unit, first: int, last: int, end: int, span: Span, memory: Memory
) -> Mention:
    person = _person_described(unit, first, last, end, memory)
    if person is not None:
        return Mention(span, person.name, person.at, person.affiliation or None, "description")
    begin = first + 1 if unit.low(first) == "the" and last - first > 1 else first
    words = bare(unit.span(begin, end).of(sheet.text)) or span.of(sheet.text)
    before = _described_before(unit, first, last, memory)
    if before is not None:
        return Mention(span, before.name, before.named_at or before.span, before.affiliation, "description")
    owner = _owner_of_body(unit, first, last)
    if owner is not None:
        return Mention(span, f"{owner}’s {words}", None, owner, "description")
    body = _body_of(sheet, unit, first, last, memory)
    if body is not None:
        return Mention(span, body.name, body.named_at or body.span, body.affiliation, "description")
    return Mention(span, words, None, None, "named" if "P" in unit.tags[first:last] else "description")


def _person_described(unit: Unit, first: int, last: int, end: int, memory: Memory) -> Person | None:
    """The person whom "the minister", "an analyst who ...", "their commander" leads to."""
    head, opening = unit.low(last - 1), unit.low(first)
    noun = head.rstrip("s") if head in word_set("roles") else head
    if noun not in word_set("roles"):
        return None
    words = [unit.low(place) for place in range(first + 1, end) if unit.tags[place] in "PN"]
    if opening in _INDEFINITE or (first == 0 and unit.kind is PassageKind.HEADLINE):
        later = _person_by_role(noun, unit.number, True, memory, words if end - first > 3 else ())
        return later or (_named_next(unit, memory) if noun not in _TOO_COMMON else None)
    if opening not in _DEFINITE:
        return None
    before = _person_by_role(noun, unit.number, False, memory, words[:-1])
    if before is not None or opening == "the":
        return before or _just_named(unit, words, memory)
    return _person_by_role(noun, unit.number, True, memory, ())


def _just_named(unit: Unit, words: Sequence[str], memory: Memory) -> Person | None:
    """Marr has heard this before. [The Quellish envoy] said ...: whose office is given nowhere else"""
    last = memory.last_person()
    if last is None or len(words) < 2 or not 0 < unit.begin - last.span.end < _NEAR:
        return None
    person = memory.people.find(last.name, unit.number)
    return person if person is not None and not memory.people.affiliations(last.name) else None


def _named_next(unit: Unit, memory: Memory) -> Person | None:
    """Who "an analyst" is, where the next sentences name one new person and no other office for them."""
    named = memory.people.first_named(unit.number, _NAMED_SOON)
    office = set(named[0].affiliation.lower().split()) & word_set("roles") if named else set()
    return named[0] if len(named) == 1 and not office and named[0].unit > unit.number else None


def _described_before(unit: Unit, first: int, last: int, memory: Memory) -> Mention | None:
    """Whom "the official" leads to: the last speaker called by that noun."""
    if unit.low(first) != "the" or last - first != 2 or unit.low(last - 1) not in word_set("roles"):
        return None
    noun = unit.low(last - 1)
    recent = reversed(memory.described[-_BODIES_KEPT:])
    return next(
        (one for one in recent if noun in one.name.lower().split() and one.name.lower() != noun), None
    )


def _owner_of_body(unit: Unit, first: int, last: int) -> str | None:
    """Whose body "the military" is: the state that is the subject of the same sentence."""
    if last - first != 2 or unit.low(first) != "the" or unit.low(last - 1) not in _STATE_BODIES:
        return None
    subject = find_main_subject(unit, first)
    if subject is None or subject.last - subject.first != 1 or unit.tags[subject.first] != "P":
        return None
    return unit.tokens[subject.first].text


_STATE_BODIES = word_set("speakers.state-bodies")


def _body_of(sheet: Sheet, unit: Unit, first: int, last: int, memory: Memory) -> Mention | None:
    """The body that "the group", "the group’s leadership" leads to: the one that spoke or
    was named last before."""
    if unit.low(first) != "the" or last - first > 3 or "P" in unit.tags[first:last]:
        return None
    noun = unit.low(first + 1).removesuffix("'s")
    if last - first == 2 and noun in word_set("groups"):
        known = [body for body in memory.bodies[-_BODIES_KEPT:] if body.name.lower().split()[-1] == noun]
        if known:
            return known[-1]
    if noun in _COMPANIES and last - first == 2:
        return memory.last_body(unit.tokens[first].begin)
    if noun not in ("group", "movement", "organisation", "organization", "party", "bloc", "alliance"):
        return None
    for place in range(first - 1, 0, -1):
        if unit.tags[place] == "P" and unit.tag(place - 1) in "EVCG," and unit.tag(place + 1) not in "PNZ":
            at = unit.span(place, place + 1)
            return Mention(at, at.of(sheet.text), at)
    return memory.last_body(unit.tokens[first].begin)


def _person_by_role(role: str, unit: int, ahead: bool, memory: Memory, words: Sequence[str]) -> Person | None:
    """The one person whom the article calls by that role, behind or ahead of here; ``words`` are further
    words of the description, one of which the office has to hold."""
    everyone = memory.people.with_role(role)
    here = bisect_right(everyone, unit, key=lambda person: person.unit)
    if not ahead:
        near = everyone[max(0, here - _LOOK_BACK) : here]
        return next((p for p in reversed(near) if not words or _holds_one(p, role, words)), None)
    within = bisect_right(everyone, unit + _LOOK_AHEAD, key=lambda person: person.unit)
    fitting = [p for p in everyone[here:within] if not words or _holds_one(p, role, words)]
    later = {person.name: person for person in reversed(fitting)}
    return next(iter(later.values())) if len(later) == 1 and role not in _TOO_COMMON else None


def _holds_one(person: Person, role: str, words: Sequence[str]) -> bool:
    office = person.affiliation.lower()
    return any(word in office for word in words if word != role)


_TOO_COMMON = word_set("speakers.too-common")
