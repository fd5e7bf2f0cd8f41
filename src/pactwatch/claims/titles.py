"""What stands by a name and tells of the person: Mr and Ms, the wife, the son.

Mrs. | Vorn                        the gender
his wife | Brise Vorn              a relative: the surname alone is another's
"""

from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_RELATIVES = word_set("people.relatives")
#: Words from which a gender is told, by gender.
TITLES = {"m": word_set("gender.male-titles"), "f": word_set("gender.female-titles")}
GIVEN = {"m": word_set("gender.male-names"), "f": word_set("gender.female-names")}


def find_gender(title: str) -> str | None:
    """The gender that a title tells: Mr, spokeswoman; None for one that both may have."""
    low = title.lower().strip(".,")
    return next((gender for gender, titles in TITLES.items() if low in titles), None)


def find_relation(unit: Unit, name: int, last: int) -> str:
    """his [wife] | Brise Vorn; his [son], | Dell Marr; Ilse Marr | , the first [lady]; empty where none"""
    first = name - 1 if unit.tag(name - 1) == "," else name
    if unit.low(first - 1) in _RELATIVES and not unit.tokens[first - 1].text[0].isupper():
        return unit.low(first - 1)
    if unit.tag(last) != "," or unit.tag(last + 1) != "D":
        return ""
    behind = range(last + 2, min(last + 5, len(unit.tags)))
    found = (unit.low(at) for at in behind if unit.low(at) in _RELATIVES and unit.tag(at + 1) != "I")
    return next(found, "")
