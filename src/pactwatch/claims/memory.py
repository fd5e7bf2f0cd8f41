"""Who has been named and who has spoken so far in an article: what a pronoun may lead to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pactwatch.claims.people import People, bare, split_run
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import find_main_subject
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Mention
from pactwatch.model.source import Span

#: The gender that a pronoun asks for.
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_INSIDE_NAMES = ("of", "for", "and", "the")
_BODIES = word_set("groups") | word_set("people.not-in-names")


@dataclass(slots=True)
class Memory:
    """Who has been named and who has spoken so far: what a pronoun may lead to."""

    people: People
    genders: Mapping[str, str] = field(default_factory=dict)
    persons: list[Mention] = field(default_factory=list)
    described: list[Mention] = field(default_factory=list)
    last_several: tuple[Mention, ...] = ()
    bodies: list[Mention] = field(default_factory=list)
    short_names: dict[str, Mention] = field(default_factory=dict)

    def last_body(self, at: int) -> Mention | None:
        """The body that spoke or was named last before a character of the text."""
        recent = reversed(self.bodies[-_KEPT:])
        return next((body for body in recent if body.span.begin < at), None)

    def last_person(self, gender: str | None = None) -> Mention | None:
        """The person who spoke or was named last, without those who are known to be of another gender."""
        recent = reversed(self.persons[-_KEPT:])
        return next((m for m in recent if gender is None or self.genders.get(m.name, gender) == gender), None)


#: How far back a pronoun looks for a person of its gender.
_KEPT = 12


def remember(memory: Memory, speakers: Sequence[Mention]) -> None:
    """Keeps who spoke, for the pronouns that follow."""
    for mention in speakers:
        if mention.how == "unresolved":
            continue
        if is_person(mention, memory):
            memory.persons.append(mention)
            continue
        memory.described.append(mention)
        if _is_one_person(mention):
            memory.persons.append(mention)
        else:
            memory.bodies.append(mention)
    if len(speakers) > 1 or (speakers and _is_plural_body(speakers[0], memory)):
        memory.last_several = tuple(speakers)


def _is_one_person(mention: Mention) -> bool:
    """The minister, a signaller: a description that "he" or "she" may lead to"""
    words = mention.name.lower().split()
    if not words or words[-1].endswith("s") or words[-1] in _BODIES:
        return False
    return words[-1] in word_set("roles") or (words[0] in ("a", "an") and len(words) > 1)


def _is_plural_body(mention: Mention, memory: Memory) -> bool:
    return not is_person(mention, memory) and mention.name.lower().endswith("s")


def notice(memory: Memory, unit: Unit, sheet: Sheet) -> None:
    """Keeps whom a sentence without speech names, for the pronouns that follow."""
    here = named_in(sheet, unit, memory)
    if here:
        main = _main_person(unit, here, memory)
        memory.persons.extend(mention for mention in reversed(here) if mention.name != main.name)
        memory.persons.append(main)
    if len(here) > 1:
        memory.last_several = tuple(here[:3])


def _main_person(unit: Unit, here: Sequence[Mention], memory: Memory) -> Mention:
    """Who the sentence is about: the subject behind a fronted phrase (In his talks with
    Dell, [Marr] was calm), or still the one before where a pronoun is the subject."""
    before = memory.last_person(GENDERS.get(unit.low(0))) if unit.low(0) in ("he", "she") else None
    if before is not None:
        return before
    subject = find_main_subject(unit, len(unit.tags)) if unit.tags[0] in "ISG" else None
    if subject is None:
        return here[0]
    inside = unit.span(*subject)
    return next((m for m in here if inside.begin <= m.span.begin < inside.end), here[0])


def note_bodies(memory: Memory, unit: Unit, sheet: Sheet) -> None:
    """Keeps the bodies that a unit names, for "the office", "the ministry", "it"."""
    for short, first, last in _short_names(unit):
        at = unit.span(first, last)
        memory.short_names.setdefault(short, Mention(at, at.of(sheet.text), at))
    groups = word_set("groups")
    named = [
        (first, last)
        for first, last in memory.people.runs[unit.number]
        if last - first >= 2 and unit.low(last - 1).removesuffix("'s") in groups
    ]
    for first, last in sorted([*named, *_lower_case_bodies(unit)]):
        at = unit.span(first, last)
        words = bare(at.of(sheet.text))
        memory.bodies.append(Mention(at, words, Span(at.begin, at.begin + len(words))))


def _short_names(unit: Unit) -> Iterator[tuple[str, int, int]]:
    """World Health Organisation (WHO): a short name with the places of the words whose initials it has"""
    for opening, tag in enumerate(unit.tags):
        if tag != "(" or unit.tags[opening + 1 : opening + 3] != "P)":
            continue
        short, first = unit.tokens[opening + 1].text, opening
        while first > 0 and (unit.tags[first - 1] == "P" or unit.low(first - 1) in _INSIDE_NAMES):
            first -= 1
        while first < opening and unit.tags[first] != "P":
            first += 1
        initials = "".join(token.text[0] for token in unit.tokens[first:opening] if token.text[0].isupper())
        if len(short) > 1 and initials.endswith(short):
            yield short, first, opening


def _lower_case_bodies(unit: Unit) -> Iterator[tuple[int, int]]:
    """Calvenne's health ministry; Ondrian army: a name and a body's noun behind it."""
    for place, tag in enumerate(unit.tags):
        if tag not in "NV" or unit.low(place) not in word_set("groups") or unit.tag(place + 1) in "NP":
            continue
        first = place
        while first > 0 and place - first < 4 and unit.tags[first - 1] in "NPZ":
            first -= 1
        named = any(t in "PZ" for t in unit.tags[first:place])
        if named or (first < place and unit.low(first - 1) == "the"):
            yield first, place + 1


def named_in(sheet: Sheet, unit: Unit, memory: Memory) -> list[Mention]:
    """The people whom a unit names, by full name or surname, in order."""
    found: dict[str, Mention] = {}
    for first, last in memory.people.runs[unit.number]:
        name = split_run(unit, first, last)
        if name >= last:
            continue
        at = unit.span(name, last)
        person = memory.people.find(bare(at.of(sheet.text)), unit.number, unit.low(name - 1))
        if person is not None and person.name not in found:
            found[person.name] = Mention(at, person.name, person.at, person.affiliation or None, "surname")
    return list(found.values())


def is_person(mention: Mention, memory: Memory) -> bool:
    """Whether a speaker is a person: named in full in the article, or two or three capitalised
    words none of which names a body."""
    if mention.name in memory.people:
        return True
    words = mention.name.split()
    if any(word.lower() in _BODIES or word.endswith(("’s", "'s", "’")) for word in words):
        return False
    return len(words) in (2, 3) and all(word[:1].isupper() for word in words)
