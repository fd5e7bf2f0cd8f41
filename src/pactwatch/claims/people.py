"""Finds the people whom an article names in full, and the names inside a run of capitals.

Prime Minister of Calvenne | Dessa Morrane   titles end where the name begins
Anselm Quire | , the Quellish envoy          the apposition is the affiliation
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.titles import GIVEN, find_gender, find_relation
from pactwatch.language.cues import cue_forms
from pactwatch.language.lexicon import word_set
from pactwatch.model.source import PassageKind, Span

_BODY_WORDS = word_set("groups") | word_set("people.not-in-names")
_WEEKDAYS = word_set("subjects.weekdays")
_HUMAN = word_set("people.human")
_WITH_GENERAL = word_set("people.bodies-with-general")
_TITLES_IN_NAMES = word_set("people.titles-in-names")


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in full somewhere in the article. ``is_relative``: told of as the wife, the son, the
    first lady, so that the surname alone is another's; ``gender`` as the title or the given name has it."""

    name: str
    at: Span
    affiliation: str
    unit: int
    is_relative: bool = False
    gender: str | None = None


class People:
    """The people of an article, found by name, by surname and by the words of their office; ``runs``
    are the runs of capitalised words of each unit, by its number."""

    def __init__(self, people: Sequence[Person], runs: Mapping[int, Sequence[tuple[int, int]]]) -> None:
        self.runs = runs
        self._by_ending: dict[str, list[Person]] = {}
        self._by_role: dict[str, list[Person]] = {}
        self.names = tuple(dict.fromkeys(person.name for person in people))
        offices: dict[str, dict[str, None]] = {}
        for person in people:
            if person.affiliation:
                offices.setdefault(person.name, {})[person.affiliation] = None
        self._offices = {name: ", ".join(told) for name, told in offices.items()}
        self._first = list({person.name: person for person in reversed(people)}.values())
        for person in people:
            words = person.name.split()
            for first in range(len(words)):
                self._by_ending.setdefault(" ".join(words[first:]), []).append(person)
            for role in dict.fromkeys(person.affiliation.lower().replace(",", " ").split()):
                self._by_role.setdefault(role, []).append(person)

    def __contains__(self, name: str) -> bool:
        return any(person.name == name for person in self._by_ending.get(name, ())[:1])

    def find(self, words: str, unit: int, title: str = "") -> Person | None:
        """The person of that name, or whose surname it is: the nearest before, else the first after.
        ``title`` is the word before it (Mrs.); without one a surname is not a relative's who shares it."""
        matches = _fit(self._by_ending.get(words, []), words, find_gender(title))
        before = bisect_right(matches, unit, key=lambda person: person.unit)
        return matches[before - 1] if before else matches[0] if matches else None

    def affiliations(self, name: str) -> str:
        """All that the article says of a person's office and side, in order."""
        return self._offices.get(name, "")

    def first_named(self, unit: int, within: int) -> Sequence[Person]:
        """Those whom the article names for the first time in the units behind ``unit``."""
        first = self._first
        return [person for person in first if unit <= person.unit <= unit + within]

    def with_role(self, role: str) -> Sequence[Person]:
        """Those whose office holds a word, in the order of the article."""
        return self._by_role.get(role, [])


def _fit(found: Sequence[Person], words: str, gender: str | None) -> Sequence[Person]:
    """Those whom a name and the gender of its title fit best."""
    if len(found) < 2:
        return found
    if gender is not None:
        of_gender = [person for person in found if person.gender == gender]
        found = of_gender or [person for person in found if person.gender is None] or found
    return [person for person in found if person.name == words or not person.is_relative] or found


def find_people(sheet: Sheet) -> People:
    """The people whom the article names by at least two names."""
    runs = {unit.number: name_runs(unit) for unit in sheet.units}
    places = [(unit, first, last) for unit in sheet.units for first, last in runs[unit.number]]
    found = (_person_at(sheet, unit, first, last) for unit, first, last in places)
    full = _spread_relatives([person for person in found if person is not None])
    known = {person.name.split()[-1] for person in full if not person.is_relative}
    relatives = {(person.name.split()[-1], person.gender) for person in full if person.gender}
    titled = (_titled_at(sheet, unit, first, last) for unit, first, last in places)
    alone = [
        person
        for person in titled
        if person is not None
        if person.name not in known and (person.name, person.gender) not in relatives
    ]
    return People(sorted([*full, *alone], key=lambda person: person.unit), runs)


def _spread_relatives(people: Sequence[Person]) -> list[Person]:
    """Who is told of as a relative once is one wherever the name stands."""
    relatives = {person.name for person in people if person.is_relative}
    return [replace(person, is_relative=person.name in relatives) for person in people]


def _titled_at(sheet: Sheet, unit: Unit, first: int, last: int) -> Person | None:
    """Mr. Dell, President Marr: whom the article never names in full"""
    name = split_run(unit, first, last)
    if (
        last - name != 1
        or name == 0
        or not unit.tokens[name - 1].text[0].isupper()
        or unit.low(name - 1) not in word_set("roles")
        or is_body(unit, name, last)
    ):
        return None
    return _make_person(sheet, unit, first, name, last)


def _make_person(sheet: Sheet, unit: Unit, first: int, name: int, last: int) -> Person:
    words = bare(unit.span(name, last).of(sheet.text))
    at = unit.tokens[name].begin
    given = words.split()[0].lower() if " " in words else ""
    relation = find_relation(unit, name, last)
    by_name = next((gender for gender, names in GIVEN.items() if given in names), None)
    return Person(
        words,
        Span(at, at + len(words)),
        find_affiliation(sheet, unit, first, name, last),
        unit.number,
        bool(relation),
        find_gender(unit.low(name - 1)) or by_name or find_gender(relation),
    )


def name_runs(unit: Unit) -> list[tuple[int, int]]:
    """Runs of capitalised words, possessives at their end taken in."""
    runs, place = [], 0
    while place < len(unit.tags):
        if unit.tags[place] != "P" or unit.low(place) in _WEEKDAYS:
            place += 1
            continue
        first = place
        while place < len(unit.tags) and (unit.tags[place] == "P" or joins_name(unit, place)):
            place += 1
        if unit.tag(place) == "Z" and unit.tokens[place].text[0].isupper():
            place += 1
        runs.append((first, place))
    return runs


def joins_name(unit: Unit, place: int) -> bool:
    """A title's "of" between capitals: Secretary of State."""
    return unit.low(place) == "of" and unit.low(place - 1) in word_set("roles") and unit.tag(place + 1) == "P"


def split_run(unit: Unit, first: int, last: int) -> int:
    """Where the person's name begins in a run of capitals: behind the last title."""
    roles = word_set("roles")
    name = first
    for place in range(first, last):
        low = unit.low(place).removesuffix("'s")
        if low == "general" and unit.low(place + 1) in _WITH_GENERAL:
            continue
        if (
            low in roles
            or low == "of"
            or (low.rstrip(".") in roles and unit.tokens[place].text.endswith("."))
        ):
            if low not in _TITLES_IN_NAMES or place + 1 >= last:
                name = place + 1
        elif unit.tags[place] == "Z" and place + 1 < last and not low.endswith("'"):
            name = place + 1
    return name


def _person_at(sheet: Sheet, unit: Unit, first: int, last: int) -> Person | None:
    name = split_run(unit, first, last)
    if last - name < 2 or last - name > 6 or is_body(unit, name, last):
        return None
    if name == first and not _looks_personal(unit, first, last):
        return None
    return _make_person(sheet, unit, first, name, last)


def bare(words: str) -> str:
    for ending in ("’s", "'s", "’", "'"):
        words = words.removesuffix(ending)
    return " ".join(words.split())


def is_body(unit: Unit, first: int, last: int) -> bool:
    return any(unit.low(place).removesuffix("'s") in _BODY_WORDS for place in range(first, last))


def _looks_personal(unit: Unit, first: int, last: int) -> bool:
    """A bare run is a person's where a verb of saying, an age or a title stands by it."""
    roles = word_set("roles")
    if unit.tag(first - 1) == "N" and unit.low(first - 1) in roles:
        return True
    if find_relation(unit, first, last):
        return True
    if unit.tag(first - 1) == "D" or _is_place_of(unit, first):
        return False
    if unit.tag(first - 1) == "," and unit.low(first - 2) in roles:
        return True
    return (first > 0 and unit.tag(first - 1) in "EV") or _acts_behind(unit, first, last)


def _is_place_of(unit: Unit, first: int) -> bool:
    """the harbour office in | Port Evrin | said"""
    return unit.low(first - 1) in ("in", "at", "near") and unit.tag(first - 2) == "N"


def _acts_behind(unit: Unit, first: int, last: int) -> bool:
    """Whether what stands behind a run is said of a person: Anselm Quire | has heard, | , 61, | :"""
    after, following = unit.tag(last), unit.low(last + 1)
    match after:
        case ",":
            beside = unit.tag(last + 1) in "0W" or _role_ahead(unit, last + 1)
            return beside or (following == "of" and _speaks_behind(unit, last + 1))
        case "A":
            return following in cue_forms() or following in _HUMAN
        case ":":
            return first == 0 and unit.kind is not PassageKind.HEADLINE
        case "I":
            near = range(last, last + 6)
            return unit.low(last) == "of" and any(unit.low(at) in cue_forms() for at in near)
        case "C":
            return _joined_acts(unit, last + 1)
    return after in "EVR"


def _joined_acts(unit: Unit, first: int) -> bool:
    """Dessa Morrane and | Ilse Varrow met"""
    last = first
    while unit.tag(last) == "P":
        last += 1
    return last - first >= 2 and unit.tag(last) in "EVR"


def _speaks_behind(unit: Unit, place: int) -> bool:
    """Mirel Osgathe, of the Institute, | said"""
    comma = unit.tags.find(",", place, place + 12)
    return comma > 0 and unit.low(comma + 1) in cue_forms()


def _role_ahead(unit: Unit, place: int) -> bool:
    return any(unit.low(at) in word_set("roles") for at in range(place, min(len(unit.tags), place + 7)))


def find_affiliation(sheet: Sheet, unit: Unit, first: int, name: int, last: int) -> str:
    """The words before the name back to the phrase's begin, and the apposition behind it."""
    start = first
    while start > 0 and (unit.tags[start - 1] in "PNZ" or unit.low(start - 1) == "of"):
        start -= 1
    before = bare(sheet.text[unit.tokens[start].begin : unit.tokens[name].begin]) if start < name else ""
    if not before and unit.tag(start - 1) == ",":
        before = _office_before(sheet, unit, start - 1)
    if unit.tag(last) == "," and unit.tag(last + 1) in "DN":
        end = last + 1
        while end < len(unit.tags) and unit.tags[end] in "DNPZIE0":
            end += 1
        behind = unit.span(last + 1, end).of(sheet.text)
        return f"{before}, {behind}" if before else behind
    return before


def _office_before(sheet: Sheet, unit: Unit, comma: int) -> str:
    """[the foreign minister], Ilse Varrow: an office with the name set behind it; else empty"""
    first = comma
    while first > 0 and unit.tags[first - 1] in "DPNZI":
        first -= 1
        if unit.tags[first] == "D" and unit.tag(first - 1) != "I":
            break
    words = {unit.low(place) for place in range(first, comma)}
    return unit.span(first, comma).of(sheet.text) if words & word_set("roles") else ""
