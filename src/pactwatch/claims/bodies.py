"""Which actor a name is that says only what kind of body it is: the army, the ministry, the two sides.

the army        the only army of the agreement file
the ministry    of several the only one that the article names before
the cabinet     whose cabinet the article names: Calvenne's cabinet
"""

from functools import cache, lru_cache
from typing import NamedTuple

import regex

from pactwatch.claims.aliases import AliasTable, find_named, fold
from pactwatch.language.lexicon import read_list, word_set
from pactwatch.model.agreement import Agreement, Role

_DETERMINED = regex.compile(r"^(?:the|its|his|her|their|our|my|this|that)\s+")
_OWN = ("his ", "her ", "its ", "their ", "our ", "my ")
_LONGEST = 3
#: So many characters are the head of a text.
_HEAD = 400
_LONG_NAME = regex.compile(
    r"^(?:ministry|minister|secretary) (?:of|for) (?:the )?(\w+)(?: affairs)?(?: of .*)?$"
)
_ISSUED = regex.compile(
    r"\bministry of (?:the )?\w+(?: affairs)?|\bcouncil of ministers\b"
    r"|\boffice of the (?:government|president)\b|\bgovernment of\b|\bcommunique\b"
)
_HIGH = (
    "minister",
    "president",
    "premier",
    "foreign secretary",
    "secretary of state",
    "chancellor",
    "king",
    "queen",
)


class Body(NamedTuple):
    """The actor that a generic name leads to, and why."""

    actor: str
    reason: str


@cache
def _collectives() -> dict[str, Role]:
    rows = (line.split("\t") for line in read_list("collectives.tsv"))
    return {phrase: Role(role) for phrase, role in rows}


def collective_role(name: str) -> Role | None:
    """The role of those whom a word for several means: the mediators, both sides."""
    return _collectives().get(_bare(name))


def _bare(name: str) -> str:
    return _DETERMINED.sub("", fold(name))


def is_generic(name: str) -> bool:
    """Whether a name says only what kind of body it is: the cabinet, its army, her government"""
    words = _bare(name).split()
    if name.lower().startswith(_OWN) and words and words[-1] in word_set("bodies.own"):
        return True
    return 0 < len(words) <= _LONGEST and words[-1] in word_set("bodies.kinds")


def find_body(name: str, before: str, text: str, table: AliasTable, agreement: Agreement) -> Body | None:
    """The actor that a generic name leads to; ``before`` is the text up to it."""
    kind = _bare(name)
    office = _find_office(kind, agreement) or _of_issuer(kind, text, table, agreement)
    if office is not None:
        return office
    written = _ending_in(agreement, _written_out(kind))
    if len(written) == 1:
        return Body(written.pop(), f"the only {_written_out(kind)} of the agreement file")
    if not is_generic(name):
        return None
    fitting = _ending_in(agreement, kind)
    if len(fitting) == 1:
        return Body(next(iter(fitting)), f"the only {kind} of the agreement file")
    named = {one.actor for one in find_named(table, before) if one.actor in fitting} if fitting else set()
    if len(named) == 1:
        return Body(named.pop() or "", f"the only {kind} that the article names before")
    owners = _owners(kind, text, table) if not fitting else set()
    return Body(owners.pop(), f"the article names whose {kind} it is") if len(owners) == 1 else None


def _find_office(name: str, agreement: Agreement) -> Body | None:
    """Whose the only president or minister of the agreement file is: the president's secretary"""
    office = name.partition("'")[0]
    if not office.endswith(_HIGH):
        return None
    holders = [one for one in agreement.people.values() if fold(one.office or "") == office and one.of]
    return (
        Body(holders[0].of or "", f"{holders[0].name} is the only {office} of the agreement file")
        if len(holders) == 1
        else None
    )


def _written_out(name: str) -> str:
    """minister of the interior: interior ministry; ministry of foreign affairs: foreign ministry"""
    found = _LONG_NAME.match(name)
    return f"{found.group(1)} ministry" if found is not None else name


def _of_issuer(kind: str, text: str, table: AliasTable, agreement: Agreement) -> Body | None:
    """Whose council or ministry speaks of itself in a text that it issued: the head of the text tells."""
    if kind not in word_set("bodies.issuing"):
        return None
    head = fold(text[:_HEAD])
    issued = _ISSUED.search(head)
    if issued is None:
        return None
    named = find_named(table, head[issued.start() :])
    owner = next((one.actor for one in named if one.actor in agreement.actors and one.person is None), None)
    if owner is None:
        return None
    if kind.endswith("ministry"):
        whole = _written_out(issued.group().strip())
        own = {one for one in _ending_in(agreement, whole) if agreement.actors[one].part_of == owner}
        owner = own.pop() if len(own) == 1 else owner
    return Body(owner, "the head of the text names who issued it")


def _ending_in(agreement: Agreement, kind: str) -> set[str]:
    """The actors one of whose names ends in these words."""
    return {
        actor.id
        for actor in agreement.actors.values()
        if any(fold(name).endswith(f" {kind}") for name in (actor.name, *actor.aliases))
    }


def _owners(kind: str, text: str, table: AliasTable) -> set[str]:
    """Whose body of that kind the article names: Calvenne's cabinet, the Calvennese cabinet"""
    folded = fold(text)
    if kind not in folded:
        return set()
    owners = set()
    for match in _owned(kind).finditer(folded):
        named = table.names.get(match.group(1).removeprefix("the "))
        if named is not None and named.actor is not None and named.person is None:
            owners.add(named.actor)
    return owners


@lru_cache(maxsize=256)
def _owned(kind: str) -> "regex.Pattern[str]":
    return regex.compile(rf"\b([\p{{L}}-]+)(?:'s)? {regex.escape(kind)}\b")
