"""What a careful reader finds in a document: gold annotations, from one file or from a folder.

One file for several documents has `documents:` and lists whose items name their `doc`;
a folder of expectations has one YAML file per document with the same lists.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

TREE = dict[str, Any]


@dataclass(frozen=True)
class GoldStatement:
    """Words and who says them; ``kind`` is direct, mixed or indirect; ``via`` what the text calls
    the speaker in this place, where that has to be resolved."""

    kind: str
    speakers: tuple[str, ...]
    cue: str
    text: str
    via: str | None = None


@dataclass(frozen=True)
class GoldFigure:
    """A number as the words allow it. ``effect`` is None where nothing happened to the counted."""

    text: str
    counted: tuple[str, ...]
    low: Decimal | None = None
    high: Decimal | None = None
    approx: Decimal | None = None
    effect: str | None = None
    hedge: str | None = None
    source: str | None = None
    since: str | None = None
    of_total: Decimal | None = None
    per: str | None = None


@dataclass(frozen=True)
class GoldProgress:
    """A step reported, or a breach alleged by ``accuser`` against ``by``, about one provision."""

    text: str
    provision: str | None = None
    step: str | None = None
    tally: str | None = None
    accuser: str | None = None
    by: str | None = None


@dataclass(frozen=True)
class GoldMeeting:
    """A meeting or an appointment; ``date`` is a day or a month, as far as the gold knows it."""

    what: str
    who: tuple[str, ...]
    place: str | None = None
    date: str | None = None
    planned: bool = False


@dataclass(frozen=True)
class Annotated:
    """A document's text and what is to be found in it. ``silent`` are lines without claims,
    ``forbidden`` words that are no progress and no breach, ``who`` the ids of speakers by name; ``meetings``
    is None where nobody annotated them; ``positions`` and ``conditions`` are rows as they stand there."""

    name: str
    text: str
    path: Path
    quotes: tuple[GoldStatement, ...] = ()
    indirect: tuple[GoldStatement, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    progress: tuple[GoldProgress, ...] = ()
    silent: tuple[str, ...] = ()
    debatable: tuple[str, ...] = ()
    published: str | None = None
    relevance: str | None = None
    forbidden: tuple[str, ...] = ()
    who: tuple[tuple[str, str], ...] = ()
    meetings: tuple[GoldMeeting, ...] | None = None
    positions: tuple[TREE, ...] = ()
    conditions: tuple[TREE, ...] = ()


def read_tree(path: Path) -> TREE:
    """The YAML of a gold file."""
    tree = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return tree if isinstance(tree, dict) else {}


def read_seeds(tree: TREE, folder: Path) -> tuple[Annotated, ...]:
    """The documents of a gold file that holds several, in its order."""
    return tuple(_make_seed(tree, str(key), entry, folder) for key, entry in tree["documents"].items())


def _make_seed(tree: TREE, key: str, entry: TREE, folder: Path) -> Annotated:
    path = folder / entry["file"]
    mine = {
        name: [item for item in tree.get(name, []) if item["doc"] == key]
        for name in ("quotes", "indirect", "figures", "positions", "conditions")
    }
    if "meetings" in tree:
        mine["meetings"] = [item for item in tree["meetings"] if item["doc"] == key]
    mine["progress"] = [item for item in tree.get("provision_status", []) if item["doc"] == key]
    debatable = tuple(item for item in tree.get("debatable", []) if item.startswith(key))
    lines = {name: entry.get(name, []) for name in ("furniture", "subheads")}
    return _make_annotated(key, path, mine | lines | {"debatable": debatable})


def read_expected(name: str, tree: TREE, document: Path) -> Annotated:
    """One document of our own gold."""
    return _make_annotated(name, document, tree)


def _make_annotated(name: str, path: Path, tree: TREE) -> Annotated:
    return Annotated(
        name=name,
        text=path.read_bytes().decode("utf-8-sig"),
        path=path,
        quotes=tuple(_make_statement(item) for item in tree.get("quotes") or []),
        indirect=tuple(_make_statement(item) for item in tree.get("indirect") or []),
        figures=tuple(_make_figure(item) for item in tree.get("figures") or []),
        progress=tuple(
            _make_progress(item) for key in ("progress", "breaches") for item in tree.get(key) or []
        ),
        silent=tuple(str(line) for key in ("furniture", "subheads") for line in tree.get(key) or []),
        debatable=tuple(as_text(item) for item in tree.get("debatable") or []),
        published=str(tree["published"]) if tree.get("published") else None,
        relevance=tree.get("relevance"),
        forbidden=tuple(as_text(item) for item in tree.get("must_not") or []),
        who=tuple((tree.get("who") or {}).items()),
        positions=tuple(tree.get("positions") or []),
        conditions=tuple(tree.get("conditions") or []),
        meetings=tuple(_make_meeting(item) for item in tree["meetings"]) if "meetings" in tree else None,
    )


def _make_statement(item: TREE) -> GoldStatement:
    speakers = item.get("speaker") or ""
    names = speakers if isinstance(speakers, list) else str(speakers).split(";")
    return GoldStatement(
        kind=item.get("kind", "indirect"),
        speakers=tuple(name.strip() for name in names if name.strip()),
        cue=str(item.get("cue", "")),
        text=str(item["text"]),
        via=item.get("via"),
    )


#: First words of a measure that say what happened to the counted.
EFFECTS = {"killed": "killed", "wounded": "wounded", "displaced": "displaced"}


def _make_figure(item: TREE) -> GoldFigure:
    measure = str(item.get("measure", ""))
    counted = [str(item[key]) for key in ("counted", "of") if item.get(key)]
    return GoldFigure(
        text=str(item["text"]),
        counted=tuple(counted or [measure, str(item["text"])]),
        low=_as_decimal(item.get("low")),
        high=_as_decimal(item.get("high")),
        approx=_as_decimal(item.get("approx")),
        effect=item.get("effect") or EFFECTS.get(measure.split(" ")[0]),
        hedge=item.get("hedge"),
        source=item.get("source"),
        since=str(item["since"]) if item.get("since") else None,
        of_total=_as_decimal(item.get("of_total")),
        per=item.get("per"),
    )


def _make_progress(item: TREE) -> GoldProgress:
    return GoldProgress(
        text=str(item["text"]),
        provision=item.get("provision"),
        step=item.get("step") or item.get("progress"),
        tally=str(item["tally"]) if item.get("tally") else None,
        accuser=item.get("accuser"),
        by=item.get("by"),
    )


def _make_meeting(item: TREE) -> GoldMeeting:
    return GoldMeeting(
        what=str(item["what"]),
        who=tuple(map(str, item["who"])),
        place=item.get("place"),
        date=str(item["date"]) if item.get("date") else None,
        planned=bool(item.get("planned")),
    )


def _as_decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def as_text(item: object) -> str:
    """The words of a row that is a text, or a mapping with one."""
    return str(item.get("text", item)) if isinstance(item, dict) else str(item)
