"""Which actor or person of an agreement a phrase names, by its aliases.

Longest alias first; "Hamas-run" does not name Hamas, and an adjective ("Israeli") does name
its actor. Spelling is folded: case, apostrophes, accents, hyphens.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from pactwatch.claims.keyed import Keyed
from pactwatch.model.agreement import Agreement

#: Initials of at most so many characters are read in capitals only.
_INITIALS = 4
_POSSESSIVE = regex.compile(r"(?:'s|s')$")


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names: an actor's or a person's id, and the alias that was found."""

    actor: str | None
    person: str | None
    alias: str
    adjective: bool


@dataclass(frozen=True, slots=True)
class AliasTable:
    """Folded alias to what it names, and the pattern that finds any of them."""

    names: dict[str, Named]
    pattern: "regex.Pattern[str]"


@lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """Lower case, straight apostrophes, no accents; one space between words."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.lower().split())


def make_alias_table(agreement: Agreement) -> AliasTable:
    """The aliases of an agreement's actors and people; made once for each."""
    return _make_table(Keyed(agreement))


@lru_cache(maxsize=8)
def _make_table(key: Keyed) -> AliasTable:
    names: dict[str, Named] = {}
    for alias, named in _list_names(key.agreement):
        names.setdefault(alias, named)
    longest_first = sorted(names, key=lambda alias: (-len(alias), alias))
    choices = "|".join(regex.escape(alias) for alias in longest_first) or r"(?!)"
    return AliasTable(names, regex.compile(rf"(?<![\w-])(?:{choices})(?![\w-])"))


def _list_names(agreement: Agreement) -> Iterator[tuple[str, Named]]:
    """The aliases of people, then those of actors, then what their bodies may be called; the first counts."""
    for person in agreement.people.values():
        for alias in (person.name, *person.aliases):
            yield fold(alias), Named(person.of, person.id, alias, False)
    for actor in agreement.actors.values():
        for alias in (actor.name, *actor.aliases):
            yield fold(alias), Named(actor.id, None, alias, False)
        for adjective in actor.adjectives:
            yield fold(adjective), Named(actor.id, None, adjective, True)
    for owned, name in _owned_names(agreement):
        yield fold(name), Named(owned, None, name, False)


def _owned_names(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Other names of bodies whose name begins with an adjective: the Ondrian interior ministry is Ondria's
    interior ministry and the interior ministry of Ondria."""
    for owner in agreement.actors.values():
        for adjective in owner.adjectives:
            for actor in agreement.actors.values():
                for name in (actor.name, *actor.aliases):
                    rest = name.removeprefix(f"{adjective} ")
                    if rest != name and actor is not owner:
                        yield from (
                            (actor.id, made) for made in (f"{owner.name}'s {rest}", f"{rest} of {owner.name}")
                        )


def find_named(table: AliasTable, text: str) -> list[Named]:
    """What a text names, in order of appearance, each once."""
    found: dict[tuple[str | None, str | None], Named] = {}
    for match in table.pattern.finditer(fold(text)):
        named = table.names[match.group()]
        if named.alias.isupper() and len(named.alias) <= _INITIALS and named.alias not in text:
            continue  # "Un" at the end of a name is not the UN
        found.setdefault((named.actor, named.person), named)
    return list(found.values())


def find_exact(table: AliasTable, text: str) -> Named | None:
    """What a whole phrase names, without its article and possessive."""
    phrase = _POSSESSIVE.sub("", fold(text)).removeprefix("the ")
    return table.names.get(phrase)


def find_last(table: AliasTable, text: str) -> Named | None:
    """The person with whose name of several words a phrase ends ("Secretary of State Dessa Morrane")."""
    phrase = _POSSESSIVE.sub("", fold(text))
    ends = (match for match in table.pattern.finditer(phrase) if match.end() == len(phrase))
    named = next((table.names[match.group()] for match in ends if " " in match.group()), None)
    return named if named is not None and named.person is not None else None
