"""Words of stance and of promise with what leads to what they are about, from files in ``language/data``."""

from functools import cache
from typing import NamedTuple

from pactwatch.language.lexicon import make_forms, read_list

#: Stands among the leads for an object right behind the word.
OBJECT = "-"
#: Stands for an object that is to do something: told them to leave.
OBJECT_TO = "+to"
#: Stands for a clause without "that": insists they be there.
CLAUSE = "+clause"
#: Stands for "to" and a thing: agreed to a second post, not: agreed to go.
TO_WHAT = "to+"
#: Stands for a plain verb: would rather not leave.
DO = "+do"
#: Stands where nothing need stand behind: it is reconsidering.
NOTHING = "0"


class LeadWord(NamedTuple):
    """A word and what it tells (a stance, a fate): ``part`` is v, n or a; ``leads`` are the words that may
    lead to what it is about."""

    base: str
    part: str
    tells: str
    leads: frozenset[str]


@cache
def lead_forms(name: str) -> dict[str, tuple[LeadWord, ...]]:
    """Each form of each word of a file ("stances") to its entries."""
    forms: dict[str, list[LeadWord]] = {}
    for line in read_list(f"{name}.tsv"):
        base, part, tells, leads = line.split("\t")
        word = LeadWord(base, part, tells, frozenset(leads.split()))
        for form in dict.fromkeys(_forms(base, part)):
            forms.setdefault(form, []).append(word)
    return {form: tuple(words) for form, words in forms.items()}


def _forms(base: str, part: str) -> tuple[str, ...]:
    if part == "v":
        return make_forms(base).all()
    return (base, f"{base}s") if part == "n" else (base,)
