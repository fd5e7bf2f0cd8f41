"""Who a speaker is: the name in a phrase, and what a pronoun or description leads to.

    U.S. Secretary of State Marco Rubio   name "Marco Rubio", affiliation "U.S. Secretary of State"
    Rubio                                 by surname
    he                                    the last person who spoke or was named first
    An analyst                            the one analyst named further on
Nothing is guessed: what leads nowhere stays unresolved, with the candidates.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import Range, find_main_subject
from pactwatch.language.cues import word_set
from pactwatch.model.claim import Mention
from pactwatch.model.source import Span

_SINGULAR = frozenset("he she him her his".split())
_PLURAL = frozenset("they them their both".split())
_NEUTRAL = frozenset("it its".split())
_RELATIVE = frozenset("who which that".split())
_INDEFINITE = frozenset("a an one another".split())
_LOOK_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in full somewhere in the article."""

    name: str
    at: Span
    affiliation: str
    unit: int

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


@dataclass(slots=True)
class Memory:
    """Who has been named and who has spoken so far: what a pronoun may lead to."""

    people: tuple[Person, ...]
    last_person: Mention | None = None
    last_body: Mention | None = None
    last_several: tuple[Mention, ...] = ()
    bodies: list[Mention] = field(default_factory=list)


def find_people(sheet: Sheet) -> tuple[Person, ...]:
    """The people whom the article names by at least two names, in order of appearance."""
    people: list[Person] = []
    for unit in sheet.units:
        for first, last in _name_runs(unit):
            person = _person_at(sheet, unit, first, last)
            if person is not None:
                people.append(person)
    return tuple(people)


def _name_runs(unit: Unit) -> list[tuple[int, int]]:
    """Runs of capitalised words, possessives at their end taken in."""
    runs, place = [], 0
    while place < len(unit.tags):
        if unit.tags[place] != "P":
            place += 1
            continue
        first = place
        while place < len(unit.tags) and (unit.tags[place] == "P" or _joins_name(unit, place)):
            place += 1
        if unit.tag(place) == "Z" and unit.tokens[place].text[0].isupper():
            place += 1
        runs.append((first, place))
    return runs


def _joins_name(unit: Unit, place: int) -> bool:
    """A title's "of" between capitals: Secretary of State."""
    return unit.low(place) == "of" and unit.low(place - 1) in word_set("roles") and unit.tag(place + 1) == "P"


def _split_run(unit: Unit, first: int, last: int) -> int:
    """Where the person's name begins in a run of capitals: behind the last title."""
    roles = word_set("roles")
    name = first
    for place in range(first, last):
        low = unit.low(place).removesuffix("'s")
        if low in roles or low == "of" or low.rstrip(".") in roles and unit.tokens[place].text.endswith("."):
            if low not in ("sheikh", "king", "queen", "prince", "pope", "imam") or place + 1 >= last:
                name = place + 1
        elif unit.tags[place] == "Z" and place + 1 < last:
            name = place + 1
    return name


def _person_at(sheet: Sheet, unit: Unit, first: int, last: int) -> Person | None:
    name = _split_run(unit, first, last)
    if last - name < 2 or last - name > 6 or _is_body(unit, name, last):
        return None
    if name == first and not _looks_personal(unit, first, last):
        return None
    span = unit.span(name, last)
    words = _bare(span.of(sheet.text))
    return Person(words, Span(span.begin, span.begin + len(words)), _affiliation(sheet, unit, first, name, last), unit.number)


def _bare(words: str) -> str:
    for ending in ("’s", "'s", "’", "'"):
        words = words.removesuffix(ending)
    return " ".join(words.split())


def _is_body(unit: Unit, first: int, last: int) -> bool:
    return any(unit.low(place).removesuffix("'s") in _BODY_WORDS for place in range(first, last))


_BODY_WORDS = word_set("groups") | frozenset(
    "house strip city street bank river resolution nations states kingdom republic accord agreement plan times post "
    "news journal press street hall square university hospital airport crossing east west north south sea bay "
    "january february march april may june july august september october november december".split()
)


def _looks_personal(unit: Unit, first: int, last: int) -> bool:
    """A bare run is a person's where a verb of saying, an age or a title stands by it."""
    if unit.tag(first - 1) == "N" and unit.low(first - 1) in word_set("roles"):
        return True
    if unit.tag(first - 1) == "D":
        return False
    after = unit.tag(last)
    if after == "," and (unit.tag(last + 1) in "0W" or _role_ahead(unit, last + 1)):
        return True
    return after in "EVR" or first > 0 and unit.tag(first - 1) in "EV"


def _role_ahead(unit: Unit, place: int) -> bool:
    return any(unit.low(at) in word_set("roles") for at in range(place, min(len(unit.tags), place + 7)))


def _affiliation(sheet: Sheet, unit: Unit, first: int, name: int, last: int) -> str:
    """The words before the name back to the phrase's begin, and the apposition behind it."""
    start = first
    while start > 0 and (unit.tags[start - 1] in "PNZ" or unit.low(start - 1) == "of"):
        start -= 1
    before = _bare(sheet.text[unit.tokens[start].begin : unit.tokens[name].begin]) if start < name else ""
    if unit.tag(last) == "," and unit.tag(last + 1) in "DN":
        end = last + 1
        while end < len(unit.tags) and unit.tags[end] in "DNPZIE0":
            end += 1
        behind = unit.span(last + 1, end).of(sheet.text)
        return f"{before}, {behind}" if before else behind
    return before


def resolve_source(sheet: Sheet, unit: Unit, source: Range, memory: Memory) -> tuple[Mention, ...]:
    """The speakers that a source phrase names or leads to, in order."""
    first, last = _strip(unit, source)
    word = unit.low(first)
    if last - first == 1 and word in _SINGULAR | _PLURAL | _NEUTRAL | _RELATIVE:
        return _resolve_pronoun(sheet, unit, first, memory)
    parts = _split_speakers(unit, first, last)
    return tuple(_resolve_phrase(sheet, unit, begin, end, memory) for begin, end in parts)


def _strip(unit: Unit, source: Range) -> tuple[int, int]:
    first, last = source
    while last - first > 1 and unit.tags[last - 1] in ",;":
        last -= 1
    return first, last


def _split_speakers(unit: Unit, first: int, last: int) -> list[tuple[int, int]]:
    """Cuts "A, the chief, and B" into its speakers where at least two are named in full."""
    cuts = [place for place in range(first + 1, last - 1) if unit.tags[place] == "C" and unit.low(place) == "and"]
    for cut in cuts:
        left_end = cut - 1 if unit.tags[cut - 1] == "," else cut
        if _has_own_name(unit, first, left_end) and _has_own_name(unit, cut + 1, last):
            return [*_split_speakers(unit, first, left_end), (cut + 1, last)]
    return [(first, last)]


def _has_own_name(unit: Unit, first: int, last: int) -> bool:
    return any(tag == "P" for tag in unit.tags[first:last]) and not any(
        unit.low(place) in ("between", "of") for place in range(first, last)
    )


def _resolve_pronoun(sheet: Sheet, unit: Unit, place: int, memory: Memory) -> tuple[Mention, ...]:
    span = unit.span(place, place + 1)
    word = unit.low(place)
    if word in _RELATIVE:
        found = _antecedent(sheet, unit, place, memory)
        if found is not None:
            return (_moved(found, span, found.how),)
    same = _subject_of_sentence(sheet, unit, place, memory)
    if same is not None and word not in _PLURAL and _is_person(same, memory) == (word in _SINGULAR):
        return (_moved(same, span, "pronoun"),)
    if word in _PLURAL and memory.last_several:
        return tuple(_moved(mention, span, "pronoun") for mention in memory.last_several)
    known = memory.last_person if word in _SINGULAR else memory.last_body
    if known is not None:
        return (_moved(known, span, "pronoun"),)
    candidates = tuple(dict.fromkeys(person.name for person in memory.people))
    return (Mention(span, span.of(sheet.text), None, None, "unresolved", candidates),)


def _subject_of_sentence(sheet: Sheet, unit: Unit, place: int, memory: Memory) -> Mention | None:
    """Whom the sentence itself names as its subject before the pronoun."""
    subject = find_main_subject(unit, place)
    if subject is None or "P" not in unit.tags[subject.first : subject.last] or subject.last > place:
        return None
    return _resolve_phrase(sheet, unit, *_strip(unit, subject), memory)


def _moved(mention: Mention, span: Span, how: str) -> Mention:
    return Mention(span, mention.name, mention.named_at or mention.span, mention.affiliation, how, mention.candidates)


def _antecedent(sheet: Sheet, unit: Unit, place: int, memory: Memory) -> Mention | None:
    last = place
    while last > 0 and unit.tags[last - 1] == ",":
        last -= 1
    first = last
    while first > 0 and unit.tags[first - 1] in "DPNZ0":
        first -= 1
        if unit.tags[first] == "D":
            break
    return _resolve_phrase(sheet, unit, first, last, memory) if first < last else None


def _resolve_phrase(sheet: Sheet, unit: Unit, first: int, last: int, memory: Memory) -> Mention:
    span = unit.span(first, last)
    head_end = _head_end(unit, first, last)
    run = _last_run(unit, first, head_end)
    if run is not None:
        name = _split_run(unit, *run)
        if name < run[1] and not _is_body(unit, name, run[1]):
            return _by_name(sheet, unit, first, name, run[1], last, span, memory)
    if head_end < last and unit.tag(head_end) == ",":
        inner = _last_run(unit, head_end + 1, last)
        if inner is not None and inner[1] - _split_run(unit, *inner) >= 2 and inner[0] == head_end + 1:
            return _by_name(sheet, unit, first, _split_run(unit, *inner), inner[1], last, span, memory)
    comma = next((place for place in range(first + 1, last) if unit.tags[place] in ",W("), last)
    return _by_description(sheet, unit, first, head_end, comma, span, memory)


def _head_end(unit: Unit, first: int, last: int) -> int:
    """The end of the head phrase: before the first comma, relative or preposition behind a name."""
    for place in range(first + 1, last):
        if unit.tags[place] in ",W(":
            return place
        if unit.tags[place] == "I" and unit.low(place) != "of":
            return place
    return last


def _last_run(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """The run of capitals that the phrase ends in."""
    start = last
    while start > first and (unit.tags[start - 1] == "P" or _joins_name(unit, start - 1)):
        start -= 1
    if start == last and last > first and unit.tags[last - 1] == "Z":
        start = last - 1
        while start > first and unit.tags[start - 1] == "P":
            start -= 1
    return (start, last) if start < last else None


def _by_name(
    sheet: Sheet, unit: Unit, first: int, name: int, last: int, end: int, span: Span, memory: Memory
) -> Mention:
    at = unit.span(name, last)
    words = _bare(at.of(sheet.text))
    affiliation = _affiliation(sheet, unit, first if first < name else name, name, last) or None
    full = _full_name(words, unit.number, memory.people)
    if full is None:
        return Mention(span, words, Span(at.begin, at.begin + len(words)), affiliation)
    how = "named" if full.name == words else "surname"
    known = ", ".join(dict.fromkeys(p.affiliation for p in memory.people if p.name == full.name and p.affiliation))
    return Mention(span, full.name, full.at, known or affiliation, how)


def _full_name(words: str, unit: int, people: Sequence[Person]) -> Person | None:
    """The person of that name, or whose surname it is: the nearest before, else the first after."""
    matches = [p for p in people if p.name == words] or [
        p for p in people if p.surname == words or p.name.endswith(" " + words)
    ]
    before = [person for person in matches if person.unit <= unit]
    return before[-1] if before else matches[0] if matches else None


def _by_description(
    sheet: Sheet, unit: Unit, first: int, last: int, end: int, span: Span, memory: Memory
) -> Mention:
    head = unit.low(last - 1)
    opening = unit.low(first)
    noun = head.rstrip("s") if head in word_set("roles") else head
    if noun in word_set("roles") and opening in _INDEFINITE | {"the", "this"}:
        person = _person_by_role(noun, unit.number, opening in _INDEFINITE, memory, last - first)
        if person is not None:
            return Mention(span, person.name, person.at, person.affiliation or None, "description")
    begin = first + 1 if opening in ("the", "a", "an") and last - first > 1 and opening == "the" else first
    words = _bare(unit.span(begin, end).of(sheet.text))
    body = _body_of(sheet, unit, first, last, memory)
    if body is not None:
        return Mention(span, body.name, body.named_at or body.span, body.affiliation, "description")
    owner = _owner_of_body(unit, first, last)
    if owner is not None:
        return Mention(span, f"{owner}’s {words}", None, owner, "description")
    return Mention(span, words, None, None, "named" if "P" in unit.tags[first:last] else "description")


def _owner_of_body(unit: Unit, first: int, last: int) -> str | None:
    """Whose body "the military" is: the state that is the subject of the same sentence."""
    if last - first != 2 or unit.low(first) != "the" or unit.low(last - 1) not in _STATE_BODIES:
        return None
    subject = find_main_subject(unit, first)
    if subject is None or subject.last - subject.first != 1 or unit.tags[subject.first] != "P":
        return None
    return unit.tokens[subject.first].text


_STATE_BODIES = frozenset("military army navy police government cabinet parliament".split())


def _body_of(sheet: Sheet, unit: Unit, first: int, last: int, memory: Memory) -> Mention | None:
    """The body that "the group", "the group’s leadership" leads to: the one that spoke or
    was named last before."""
    if unit.low(first) != "the" or last - first > 3 or "P" in unit.tags[first:last]:
        return None
    noun = unit.low(first + 1).removesuffix("'s")
    if last - first == 2 and noun in word_set("groups"):
        known = [body for body in memory.bodies if noun in body.name.lower().split()]
        if known:
            return known[-1]
    if noun not in ("group", "movement", "organisation", "organization", "party", "bloc", "alliance"):
        return None
    for place in range(first - 1, 0, -1):
        if unit.tags[place] == "P" and unit.tag(place - 1) in "EVCG," and unit.tag(place + 1) not in "PNZ":
            at = unit.span(place, place + 1)
            return Mention(at, at.of(sheet.text), at)
    return memory.last_body


def _person_by_role(
    role: str, unit: int, ahead: bool, memory: Memory, length: int
) -> Person | None:
    """The one person whom the article calls by that role, behind or ahead of here."""
    fitting = [p for p in memory.people if role in p.affiliation.lower().replace(",", " ").split()]
    if ahead:
        later = {p.name: p for p in reversed(fitting) if unit < p.unit <= unit + _LOOK_AHEAD}
        return next(iter(later.values())) if len(later) == 1 and length <= 3 and role not in _TOO_COMMON else None
    earlier = [person for person in fitting if person.unit <= unit]
    return earlier[-1] if earlier else None


_TOO_COMMON = frozenset("official leader source member".split())


def remember(memory: Memory, speakers: Sequence[Mention]) -> None:
    """Keeps who spoke, for the pronouns that follow."""
    for mention in speakers:
        if mention.how == "unresolved":
            continue
        if _is_person(mention, memory):
            memory.last_person = mention
        else:
            memory.last_body = mention
            memory.bodies.append(mention)
    if len(speakers) > 1:
        memory.last_several = tuple(speakers)
    elif speakers and not _is_person(speakers[0], memory) and speakers[0].name.lower().endswith("s"):
        memory.last_several = tuple(speakers)


def notice(memory: Memory, unit: Unit, sheet: Sheet) -> None:
    """Keeps whom a sentence without speech names, for the pronouns that follow."""
    here = named_in(sheet, unit, memory)
    if here:
        memory.last_person = here[0]
    if len(here) > 1:
        memory.last_several = tuple(here[:3])


def note_bodies(memory: Memory, unit: Unit, sheet: Sheet) -> None:
    """Keeps the bodies that a unit names by a proper name, for "the office", "the ministry", "it"."""
    for first, last in _name_runs(unit):
        if last - first >= 2 and _is_body(unit, first, last) and unit.low(last - 1).removesuffix("'s") in word_set("groups"):
            at = unit.span(first, last)
            words = _bare(at.of(sheet.text))
            mention = Mention(at, words, Span(at.begin, at.begin + len(words)))
            memory.bodies.append(mention)
            memory.last_body = mention


def named_in(sheet: Sheet, unit: Unit, memory: Memory) -> list[Mention]:
    """The people whom a unit names, by full name or surname, in order."""
    found: dict[str, Mention] = {}
    for first, last in _name_runs(unit):
        name = _split_run(unit, first, last)
        if name >= last:
            continue
        at = unit.span(name, last)
        person = _full_name(_bare(at.of(sheet.text)), unit.number, memory.people)
        if person is not None and person.name not in found:
            found[person.name] = Mention(at, person.name, person.at, person.affiliation or None, "surname")
    return list(found.values())


def _is_person(mention: Mention, memory: Memory) -> bool:
    return any(person.name == mention.name for person in memory.people) or len(mention.name.split()) in (2, 3) and all(
        word[:1].isupper() for word in mention.name.split()
    )
