"""Scores positions, conditions, promises, clause readings, steps and provision links on our own gold.

    python evaluation/own_positions.py [--errors N] [--only NAME] [--sealed]

`evaluation/positions/README.md` says what a row is and when it is right. Each row takes one claim and each
claim one row (a position of several actors one row for each); what meets no row and touches a debatable
stretch is neither wanted nor wrong, and neither is a claim that is about no provision of the agreement.
F1 is 2 x right / (gold + found).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from annotated import as_text, read_tree
from matching import equal_speaker, find_all
from pactwatch.claims.linker import Linker, select_meant
from pactwatch.documents.manifest import SourceRow
from pactwatch.documents.published import parse_published
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim, Commitment, Condition, Interpretation, Position, Progress, Slots
from pactwatch.model.placement import Placement, SpeakerMatch
from pactwatch.model.source import Span
from places import ROOT
from position_scores import compute_f1, own
from reading import Reading, load_case, read_bytes

TREE = dict[str, Any]
FOLDER = Path(__file__).resolve().parent / "positions"
TEXTS = FOLDER / "texts"


@dataclass(frozen=True)
class Kind:
    """One list of the gold: which claims are compared with it, and when one is a row's. ``counted`` says
    whether a claim that meets no row is wrong."""

    name: str
    slots: type[Slots] | Any
    is_row: "Callable[[TREE, Found, Reading], bool]"
    counted: "Callable[[Found], bool]"


@dataclass(frozen=True, eq=False)
class Found:
    """A claim with its placement, and one of those who hold it."""

    claim: Claim
    placement: Placement
    actor: SpeakerMatch | None = None


def _held_by(claim: Claim, reading: Reading, slots: type[Slots] | Any) -> Iterator[Found]:
    """A claim once for each actor; once where it has none."""
    if isinstance(claim.slots, slots):
        placement = reading.placements[claim.key]
        for actor in placement.actors or (None,):
            yield Found(claim, placement, actor)


@cache
def _case(name: str) -> Agreement:
    return load_case(ROOT / "agreements" / name)[0]


def read_gold(folder: str) -> Iterator[tuple[str, TREE]]:
    """The annotations of a folder by name."""
    for path in sorted((FOLDER / folder).glob("*.yaml")):
        yield path.stem, read_tree(path)


def read_report(tree: TREE) -> Reading:
    """The report of an annotation, read and placed in its agreement."""
    name = str(tree["text"])
    path = ROOT / name if "/" in name else TEXTS / name
    day = parse_published(str(tree.get("published") or ""))
    known = day if day and not isinstance(day, str) else None
    row = SourceRow(path.name, published=known.when, published_at=known.at) if known else None
    reading = read_bytes(path.read_bytes(), path.name, row, _case(str(tree["agreement"])))
    if not isinstance(reading, Reading):
        raise SystemExit(f"{path.name} was not read: {reading}")
    return reading


def score_report(name: str, tree: TREE, reading: Reading) -> tuple[Counter[str], list[str]]:
    """Gold, found and right by kind; and each difference as printed."""
    counts, lines = Counter[str](), []
    debatable = [
        place
        for words in tree.get("debatable") or []
        for place in find_all(reading.article.text, as_text(words))
    ]
    for kind in KINDS:
        rows = list(tree.get(kind.name) or [])
        left = [one for claim in reading.claims for one in _held_by(claim, reading, kind.slots)]
        for row in rows:
            hit = next(
                (
                    one
                    for one in left
                    if _overlaps(row, one.claim, reading) and kind.is_row(row, one, reading)
                ),
                None,
            )
            counts[f"{kind.name}: gold"] += 1
            counts[f"{kind.name}: right"] += hit is not None
            counts[f"{kind.name}: found"] += hit is not None
            left = [one for one in left if one is not hit]
            if hit is None:
                lines.append(f"{name} {kind.name} MISSED {_show_row(row)}")
        for one in left:
            if kind.counted(one) and not any(place.overlaps(one.claim.span) for place in debatable):
                counts[f"{kind.name}: found"] += 1
                lines.append(f"{name} {kind.name} BEYOND {_show(one)}")
    for row in tree.get("links") or []:
        meant = _link(row, reading)
        right = (
            set(row["provisions"] or []) <= meant <= {*(row["provisions"] or []), *(row.get("also") or [])}
        )
        counts["links: gold"] += 1
        counts["links: right"] += right
        if not right:
            lines.append(
                f"{name} links {row['text']!r}: {row['provisions']} also {row.get('also')}, "
                f"found {sorted(meant)}"
            )
    return counts, lines


def _overlaps(row: TREE, claim: Claim, reading: Reading) -> bool:
    return any(place.overlaps(claim.span) for place in find_all(reading.article.text, str(row["text"])))


def _link(row: TREE, reading: Reading) -> set[str]:
    text = reading.article.text
    begin = text.index(str(row["text"]))
    assert reading.agreement is not None
    span = Span(begin, begin + len(str(row["text"])))
    matches = Linker(reading.article, reading.agreement).link(span)
    return set(select_meant(matches, reading.agreement.phases))


def _is_who(wanted: object, name: str, actor: str | None, agreement: Agreement | None) -> bool:
    """Whether a name of the gold (an id, or as printed) is who was read."""
    if wanted is None or agreement is None:
        return False
    gold = str(wanted)
    if gold in agreement.people:
        gold = agreement.people[gold].of or agreement.people[gold].name
    if gold in agreement.actors:
        return actor is not None and (actor == gold or own(actor, agreement) == own(gold, agreement) == gold)
    return equal_speaker(gold, name) or gold.casefold() in name.casefold()


def _is_by(wanted: object, found: Found, reading: Reading) -> bool:
    if wanted is None:
        return not found.claim.speakers
    pairs = zip(found.claim.speakers, found.placement.speakers, strict=True)
    return any(_is_who(wanted, mention.name, match.actor, reading.agreement) for mention, match in pairs)


def _is_actor(wanted: object, name: str, found: Found, reading: Reading) -> bool:
    return _is_who(wanted, name, found.actor.actor if found.actor else None, reading.agreement)


def _names(found: Found) -> set[str]:
    return {match.provision for match in found.placement.provisions}


def _is_position(row: TREE, found: Found, reading: Reading) -> bool:
    slots = found.claim.slots
    assert isinstance(slots, Position)
    same = _is_actor(row["actor"], slots.actor.name, found, reading)
    return same and slots.stance.value == row["stance"] and bool(_names(found) & set(row["on"]))


def _is_condition(row: TREE, found: Found, reading: Reading) -> bool:
    placement = found.placement
    sides = ((row["needs"], placement.needs), (row["wants"], placement.wants))
    fits = all(_fits(side.get("provisions") or [], matches) for side, matches in sides)
    return fits and _is_by(row["by"], found, reading)


def _fits(wanted: Sequence[str], matches: Sequence[Any]) -> bool:
    return not wanted or bool({match.provision for match in matches} & set(wanted))


def _is_commitment(row: TREE, found: Found, reading: Reading) -> bool:
    slots = found.claim.slots
    assert isinstance(slots, Commitment)
    same = _is_actor(row["actor"], slots.promiser.name, found, reading)
    about = not row["provisions"] or bool(_names(found) & set(row["provisions"]))
    return same and slots.fate.value == row["fate"] and about


def _is_reading(row: TREE, found: Found, reading: Reading) -> bool:
    slots = found.claim.slots
    assert isinstance(slots, Interpretation)
    about = not row["provisions"] or bool(_names(found) & set(row["provisions"]))
    return slots.force.value == row["force"] and about and _is_by(row["by"], found, reading)


def _is_step(row: TREE, found: Found, reading: Reading) -> bool:
    slots = found.claim.slots
    assert isinstance(slots, Progress)
    tally = row.get("tally") is None or slots.owed is None or row["tally"] == f"{slots.done} of {slots.owed}"
    return slots.step.value == row["step"] and str(row["provision"]) in _names(found) and tally


def _about_something(found: Found) -> bool:
    return bool(found.placement.provisions)


def _known_actor(found: Found) -> bool:
    return bool(found.placement.provisions) and found.actor is not None and found.actor.actor is not None


def _asserted_step(found: Found) -> bool:
    matches = found.placement.provisions
    return found.claim.modality.value == "asserted" and any(match.score >= 0.6 for match in matches)


KINDS: tuple[Kind, ...] = (
    Kind("positions", Position, _is_position, _known_actor),
    Kind("conditions", Condition, _is_condition, _about_something),
    Kind("commitments", Commitment, _is_commitment, _known_actor),
    Kind("readings", Interpretation, _is_reading, _about_something),
    Kind("progress", Progress, _is_step, _asserted_step),
)


def _show_row(row: TREE) -> str:
    return ", ".join(f"{key}: {value}" for key, value in row.items() if value not in (None, []))


def _show(found: Found) -> str:
    claim, actor = found.claim, found.actor
    who = actor.actor or actor.name if actor else [mention.name for mention in claim.speakers]
    words = ("stance", "fate", "force", "step")
    told = next((getattr(claim.slots, one).value for one in words if hasattr(claim.slots, one)), "")
    about = ",".join(f"{match.provision} {match.score}" for match in found.placement.provisions)
    return f"{who} {told} [{about}] {claim.words!r} ({claim.rule})"


def score_gold(folder: str, only: str | None = None) -> tuple[Counter[str], list[str]]:
    """Over all reports of a folder."""
    counts, lines = Counter[str](), []
    for name, tree in read_gold(folder):
        if only in (None, name):
            found, differences = score_report(name, tree, read_report(tree))
            counts += found
            lines += differences
    return counts, lines


def compute_rates(counts: Counter[str]) -> list[tuple[str, float, str]]:
    """Each measure with its value and what stands beside it."""
    rates = []
    for kind in KINDS:
        right, gold, found = (counts[f"{kind.name}: {what}"] for what in ("right", "gold", "found"))
        note = f"{right} right of {gold}, {found} found"
        rates.append((f"{kind.name} F1", compute_f1(right, gold, found), note))
    links, right = counts["links: gold"], counts["links: right"]
    return [*rates, ("links", 100 * right / links if links else 100.0, f"{right} of {links}")]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N differences")
    parser.add_argument("--only", metavar="NAME", help="one report")
    parser.add_argument("--sealed", action="store_true", help="the sealed reports: figures only")
    options = parser.parse_args(arguments)
    counts, lines = score_gold("sealed" if options.sealed else "open", options.only)
    for name, value, note in compute_rates(counts):
        print(f"{name:16} {value:5.1f}  {note}")
    print("\n".join([] if options.sealed else lines[: options.errors]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
