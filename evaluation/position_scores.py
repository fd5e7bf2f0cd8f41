"""Scores of positions and conditions: who stands how to which provision, and what must come first.

position    the actor (a person, an office or an institution counts as the actor it belongs to), the stance
            and the provision are the gold's, each once in a document; F1 over these. Whoever is no actor of
            the agreement, an analyst for one, holds no position that counts.
condition   a claim at the gold's words by the same speaker, which needs the same provision; where the gold
            names no provision, the words for what is needed share one with the gold's.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from annotated import Annotated
from matching import equal_speaker, find_all
from pactwatch.claims.aliases import find_exact, find_named, make_alias_table
from pactwatch.claims.link_words import find_hits, make_word_table
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim, Condition, Position
from pactwatch.model.placement import Relevance
from reading import Reading
from scores import Finding, Found, Miss, make_claim_miss, make_miss

TREE = dict[str, Any]
_WORD = re.compile(r"\w{4,}")
#: Who, how, on which provision.
Held = tuple[str, str, str]


@dataclass(frozen=True)
class GoldCondition:
    """What must come first by whom, at which words; ``needs`` are provisions, else words."""

    text: str
    by: str | None
    needs: tuple[str, ...]
    words: str


def name_actor(name: str, agreement: Agreement) -> str:
    """The id of the actor that a name stands for, itself where there is none; a body counts as its owner."""
    table = make_alias_table(agreement)
    if name in agreement.people:
        return name_actor(agreement.people[name].of or name, agreement)
    found = find_exact(table, name)
    actor = name if name in agreement.actors else found.actor if found else None
    if actor is None:
        named = [one.actor for one in find_named(table, name) if one.actor]
        actor = named[0] if named else None
    return own(actor, agreement) if actor else name


def own(actor: str, agreement: Agreement) -> str:
    """The actor that an actor is part of, at the end of the chain."""
    known = agreement.actors.get(actor)
    return own(known.part_of, agreement) if known and known.part_of else actor


def name_provisions(name: str, agreement: Agreement) -> tuple[str, ...]:
    """The ids of provisions and phases that a name stands for: its own id, else by the agreement's words."""
    if name in agreement.provisions or name in agreement.phases:
        return (name,)
    return tuple(find_hits(name, make_word_table(agreement)))


def read_held(items: Iterable[TREE], agreement: Agreement) -> set[Held]:
    """The positions of a gold file's rows."""
    return {
        (name_actor(str(item["actor"]), agreement), str(item["stance"]), provision)
        for item in items
        for name in _as_list(item["on"])
        for provision in name_provisions(name, agreement)
    }


def _as_list(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def find_held(reading: Reading, debatable: Sequence[str] = ()) -> dict[Held, Claim]:
    """The positions that were read, each with its first claim."""
    places = [place for words in debatable for place in find_all(reading.article.text, words)]
    found: dict[Held, Claim] = {}
    for claim in reading.claims:
        if not isinstance(claim.slots, Position) or any(place.overlaps(claim.span) for place in places):
            continue
        placement, agreement = reading.placements[claim.key], reading.agreement
        actors = [match.actor for match in placement.actors if match.actor is not None]
        if agreement is None or placement.relevance is not Relevance.AGREEMENT:
            continue
        for actor, match in product(actors, placement.provisions):
            found.setdefault((own(actor, agreement), claim.slots.stance.value, match.provision), claim)
    return found


def read_conditions(items: Iterable[TREE], agreement: Agreement) -> list[GoldCondition]:
    """The conditions of a gold file's rows."""
    rows = []
    for item in items:
        needs = item["needs"]
        words = str(needs["words"]) if isinstance(needs, dict) else str(needs)
        listed = needs.get("provisions") or [] if isinstance(needs, dict) else [words]
        provisions = tuple(one for name in listed for one in name_provisions(str(name), agreement))
        by = str(item["by"]) if item.get("by") else None
        rows.append(GoldCondition(str(item["text"]), by, provisions, words))
    return rows


def is_found(gold: GoldCondition, reading: Reading) -> bool:
    """Whether some condition that was read is the gold's."""
    places = find_all(reading.article.text, gold.text)
    near = [
        claim
        for claim in reading.claims
        if isinstance(claim.slots, Condition) and any(place.overlaps(claim.span) for place in places)
    ]
    return any(_is_by(gold.by, claim, reading) and _needs(gold, claim, reading) for claim in near)


def _is_by(gold: str | None, claim: Claim, reading: Reading) -> bool:
    if gold is None or reading.agreement is None:
        return not claim.speakers
    wanted = name_actor(gold, reading.agreement)
    placed = reading.placements[claim.key].speakers
    return any(
        equal_speaker(gold, mention.name) or (match.actor and own(match.actor, reading.agreement) == wanted)
        for mention, match in zip(claim.speakers, placed, strict=True)
    )


def _needs(gold: GoldCondition, claim: Claim, reading: Reading) -> bool:
    assert isinstance(claim.slots, Condition)
    if gold.needs:
        return bool({match.provision for match in reading.placements[claim.key].needs} & set(gold.needs))
    words = set(_WORD.findall(gold.words.casefold()))
    return bool(words & set(_WORD.findall(claim.slots.needs.of(reading.article.text).casefold())))


def find_positions(document: Annotated, reading: Reading) -> Found:
    """Each position of the gold and each that was read: F1, since both are counted and each miss is one."""
    if reading.agreement is None:
        return 0, []
    wanted, found = read_held(document.positions, reading.agreement), find_held(reading)
    missed = [
        Miss("positions F1", document.name, " ".join(held), "not found")
        for held in sorted(wanted - set(found))
    ]
    beyond = [
        make_claim_miss("positions F1", document, reading, claim, f"beyond the gold: {' '.join(held)}")
        for held, claim in sorted(found.items(), key=lambda item: item[0])
        if held not in wanted
    ]
    return len(wanted) + len(found), missed + beyond


def find_conditions(document: Annotated, reading: Reading) -> Found:
    """Each condition of the gold."""
    if reading.agreement is None:
        return 0, []
    rows = read_conditions(document.conditions, reading.agreement)
    missed = [row for row in rows if not is_found(row, reading)]
    return len(rows), [
        make_miss("conditions", document, reading, row.text, f"{row.by}: {row.words}", "not found")
        for row in missed
    ]


POSITION_FINDINGS: tuple[tuple[str, Finding], ...] = (
    ("positions F1", find_positions),
    ("conditions", find_conditions),
)


def compute_f1(right: int, gold: int, found: int) -> float:
    """2 x right / (gold + found), in per cent."""
    return 200 * right / (gold + found) if gold + found else 100.0
