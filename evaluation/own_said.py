"""Statements as places in a text, whoever found them: from our own gold, and from the program."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matching import names_of
from own_gold import TREE, read_texts
from pactwatch.model.claim import Claim, Statement
from pactwatch.model.source import Span
from places import OWN_GOLD
from reading import Reading, load_case, read_text


@dataclass(frozen=True)
class Said:
    """One statement as places in a text, whoever found it."""

    cue: Span
    content: tuple[Span, ...]
    speakers: tuple[str, ...]
    form: str
    modality: str
    addressee: str | None = None
    occasion: str | None = None
    dated: bool = False


@dataclass(frozen=True)
class OwnText:
    """An annotated text; ``debatable`` stretches are neither wanted nor wrong."""

    name: str
    text: str
    statements: tuple[Said, ...]
    debatable: tuple[Span, ...]


def read_gold(folder: Path, shared: Path) -> tuple[list[OwnText], list[str]]:
    """The annotated texts of a folder by name, and why some cannot be scored here."""
    return read_texts(folder, shared, _make_text)


def _make_text(tree: TREE, text: str) -> OwnText:
    statements = tuple(_make_said(row, text) for row in tree["statements"])
    return OwnText(tree["text"], text, statements, tuple(Span(*pair) for pair in tree["debatable"]))


def _make_said(row: TREE, text: str) -> Said:
    told = {key: Span(*row[key]).of(text) for key in ("addressee", "occasion") if key in row}
    return Said(
        Span(*row["cue"]),
        tuple(Span(*pair) for pair in row["content"]),
        tuple(Span(*pair).of(text) for pair in row["speakers"]),
        row["form"],
        row["modality"],
        told.get("addressee"),
        told.get("occasion"),
        "said_on" in row,
    )


def read_found(own: OwnText) -> tuple[Said, ...]:
    """What the program finds in the text; a text that it cannot read ends the run."""
    reading = read_text(own.text, own.name, _published(own.name))
    if not isinstance(reading, Reading):
        raise SystemExit(f"{own.name} was not read: {reading}")
    return tuple(
        _from_claim(claim, claim.slots) for claim in reading.claims if isinstance(claim.slots, Statement)
    )


@cache
def _days() -> dict[str, str]:
    """The days of the river accord's reports, as their manifest has them."""
    _, rows = load_case(OWN_GOLD)
    return {name: row.published.first.isoformat() for name, row in rows.items() if row.published}


def _published(name: str) -> str | None:
    kind, _, rest = name.partition("-")
    return _days().get(f"{rest}.txt") if kind == "river" else None


def _from_claim(claim: Claim, statement: Statement) -> Said:
    return Said(
        statement.cue,
        statement.content,
        tuple(names_of(claim)),
        statement.form.value,
        claim.modality.value,
        statement.addressee,
        statement.occasion,
        claim.said_on is not None,
    )
