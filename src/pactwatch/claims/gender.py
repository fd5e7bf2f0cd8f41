"""Whether "he" or "she" may mean a person: by title, by the pronouns around the name, else by given name.

Ms Varrow; a spokeswoman, Anna Dell        by title
Dessa Morrane said that her troops ...     by the one pronoun of a sentence that names one person
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from pactwatch.claims.people import People, bare, split_run
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.titles import GIVEN, TITLES
from pactwatch.language.lexicon import word_set

_PRONOUNS = {"m": word_set("gender.male-pronouns"), "f": word_set("gender.female-pronouns")}


def find_genders(sheet: Sheet, people: People) -> Mapping[str, str]:
    """ "m" or "f" by a person's full name; without those of whom the text does not tell."""
    titled: dict[str, Counter[str]] = {}
    shown: dict[str, Counter[str]] = {}
    named_before: list[str] = []
    for unit in sheet.units:
        named, first = [], 0
        for name, title, place in _named(sheet, unit, people):
            first = first or place
            named.append(name)
            titled.setdefault(name, Counter()).update(_of_title(title))
        about = set(named) or (set(named_before) if _opens_with_pronoun(unit) else set())
        if len(about) == 1:
            shown.setdefault(about.pop(), Counter()).update(_pronouns_in(unit, first))
        named_before = named or named_before
    return {name: found for name in people.names if (found := _decide(name, titled, shown))}


def _named(sheet: Sheet, unit: Unit, people: People) -> Iterator[tuple[str, str, int]]:
    """Each person named in a unit, with the words of title and office, and the place of the name."""
    for first, last in people.runs[unit.number]:
        name = split_run(unit, first, last)
        if name < last:
            words, title = bare(unit.span(name, last).of(sheet.text)), unit.low(name - 1)
            person = people.find(words, unit.number, title)
            if person is not None:
                yield person.name, f"{title} {person.affiliation.lower()}", name


def _of_title(title: str) -> list[str]:
    words = {word.strip(".,") for word in title.split()}
    return [gender for gender, titles in TITLES.items() if words & titles]


def _opens_with_pronoun(unit: Unit) -> bool:
    return any(unit.low(0) in pronouns for pronouns in _PRONOUNS.values())


def _pronouns_in(unit: Unit, first: int) -> list[str]:
    """The one gender whose pronouns a unit has behind a place; nothing where it has both. "Her deputy,
    Emeric Vantu" says nothing of Vantu."""
    words = {token.low for token in unit.tokens[first:]}
    found = [gender for gender, pronouns in _PRONOUNS.items() if words & pronouns]
    return found if len(found) == 1 else []


def _decide(name: str, titled: Mapping[str, Counter[str]], shown: Mapping[str, Counter[str]]) -> str | None:
    by_title = titled.get(name)
    if by_title:
        return by_title.most_common(1)[0][0]
    votes = (shown.get(name) or Counter()).most_common(2)
    by_pronouns = votes[0][0] if votes and (len(votes) == 1 or votes[0][1] > votes[1][1]) else None
    if by_pronouns and votes[0][1] > 1:
        return by_pronouns
    given = name.split()[0].lower() if len(name.split()) > 1 else ""
    return next((gender for gender, names in GIVEN.items() if given in names), by_pronouns)
