"""What the user says of documents: ``sources.csv``, or a TOML or JSON file beside a text.

    file,outlet,url,published,agency,kind,rests_on
    talks.txt,Harbour Post,https://example.org/talks,2031-05-12,,report,

``published`` is 2031-05-12, 2031-05-12T10:15, 2031-05 or empty; ``rests_on`` is a list divided
by semicolons. Mistakes are Problems with their place, all in one run (D120 to D131).
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pactwatch.documents.cells import Cell, parse_cells
from pactwatch.documents.published import parse_published
from pactwatch.model.source import When
from pactwatch.problems import Level, Problem

COLUMNS = ("file", "outlet", "url", "published", "agency", "kind", "rests_on")
KINDS = ("report", "digest", "statement", "bulletin")
SIDECAR_ENDINGS = (".toml", ".json")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What the user says of one file. ``kind`` is one of KINDS; ``line`` is its line, 0 in a sidecar."""

    file: str
    outlet: str | None = None
    url: str | None = None
    published: When | None = None
    published_at: str | None = None
    agency: str | None = None
    kind: str = KINDS[0]
    rests_on: tuple[str, ...] = ()
    line: int = 0

    @property
    def is_digest(self) -> bool:
        return self.kind == "digest"


@dataclass(frozen=True, slots=True)
class _Place:
    file: str
    line: int = 0
    column: int = 0

    def problem(self, code: str, message: str, hint: str, nearest: str | None = None) -> Problem:
        return Problem(code, message, self.file, self.line, self.column, hint, nearest)


@dataclass(slots=True)
class _Reading:
    """Rows and problems of one manifest while it is read."""

    file: str
    rows: dict[str, SourceRow] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, cell: Cell) -> _Place:
        return _Place(self.file, cell.line, cell.column)


def read_manifest(path: Path) -> tuple[dict[str, SourceRow], list[Problem]]:
    """The rows of a manifest by file name, and what is wrong in it; a row with an error is left out."""
    text = _read_utf8(path)
    if isinstance(text, Problem):
        return {}, [text]
    return parse_manifest(text, path.name)


def parse_manifest(text: str, name: str) -> tuple[dict[str, SourceRow], list[Problem]]:
    """The same from the text of a manifest."""
    reading = _Reading(name)
    rows = parse_cells(text)
    if not rows:
        hint = f"Begin it with the line {','.join(COLUMNS)}."
        return {}, [Problem("D126", "The manifest is empty.", name, hint=hint)]
    columns = _read_header(rows[0], reading)
    if "file" in columns:
        for cells in rows[1:]:
            _read_row(cells, columns, reading)
    return reading.rows, reading.problems


def _read_utf8(path: Path) -> str | Problem:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"The file is not UTF-8 (byte {error.start})."
        return Problem("D125", message, path.name, hint="Save it again as UTF-8.")
    except OSError as error:
        message = f"The file cannot be read: {error.strerror or error}."
        return Problem("D125", message, path.name, hint="Look at its name and its permissions.")


def _read_header(cells: list[Cell], reading: _Reading) -> list[str]:
    names = [cell.value.strip().lower() for cell in cells]
    for cell, name in zip(cells, names, strict=True):
        if name not in COLUMNS:
            message = f'There is no column "{name}".'
            hint = f"Columns are {', '.join(COLUMNS)}."
            reading.problems.append(
                reading.place(cell).problem("D120", message, hint, _nearest(name, COLUMNS))
            )
        elif names.index(name) != cells.index(cell):
            hint = "Leave one of them out."
            reading.problems.append(
                reading.place(cell).problem("D121", f'Column "{name}" stands twice.', hint)
            )
    if "file" not in names:
        hint = "Add it: it holds the name of each document."
        reading.problems.append(reading.place(cells[0]).problem("D122", 'Column "file" is missing.', hint))
    return names


def _read_row(cells: list[Cell], columns: list[str], reading: _Reading) -> None:
    if len(cells) > len(columns):
        place = reading.place(cells[len(columns)])
        hint = "Put texts that hold commas in double quotation marks."
        message = f"The row has {len(cells)} cells, the header {len(columns)}."
        reading.problems.append(place.problem("D123", message, hint))
        return
    by_name = {name: cell for name, cell in zip(columns, cells, strict=False) if name in COLUMNS}
    file = by_name.get("file")
    if file is None or not file.value.strip():
        hint = "Write the document's file name into it, or delete the row."
        reading.problems.append(reading.place(cells[0]).problem("D124", "The row names no file.", hint))
        return
    places = {name: reading.place(cell) for name, cell in by_name.items()}
    row, problems = _make_row({name: cell.value for name, cell in by_name.items()}, places)
    reading.problems += problems
    _keep(replace(row, line=file.line), places["file"], bool(problems), reading)


def _keep(row: SourceRow, place: _Place, is_wrong: bool, reading: _Reading) -> None:
    first = reading.rows.get(row.file)
    if first is not None:
        message = f'"{row.file}" stands in line {first.line} already; the first row counts.'
        reading.problems.append(place.problem("D127", message, "Leave one of the two rows."))
    elif not is_wrong:
        reading.rows[row.file] = row


def _make_row(values: Mapping[str, str], places: Mapping[str, _Place]) -> tuple[SourceRow, list[Problem]]:
    """A row from the texts of its fields; unknown fields have been sorted out before."""
    problems: list[Problem] = []
    text = {name: value.strip() or None for name, value in values.items()}
    published = parse_published(text.get("published") or "")
    if isinstance(published, str):
        hint = "Write 2031-05-12, 2031-05-12T10:15 or 2031-05, or leave it empty."
        problems.append(places["published"].problem("D128", published, hint))
        published = None
    kind = (text.get("kind") or KINDS[0]).lower()
    if kind not in KINDS:
        hint = f"Kinds are {', '.join(KINDS)}."
        problems.append(
            places["kind"].problem("D129", f'There is no kind "{kind}".', hint, _nearest(kind, KINDS))
        )
    row = SourceRow(
        file=text.get("file") or "",
        outlet=text.get("outlet"),
        url=text.get("url"),
        published=published.when if published else None,
        published_at=published.at if published else None,
        agency=text.get("agency"),
        kind=kind,
        rests_on=tuple(part.strip() for part in (text.get("rests_on") or "").split(";") if part.strip()),
    )
    return row, problems


def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    found = get_close_matches(name, known, n=1, cutoff=0.5)
    return found[0] if found else None


def find_sidecars(document: Path) -> list[Path]:
    """The files beside a document that speak of it: talks.txt.toml or talks.toml, the same with .json."""
    names = [stem + ending for ending in SIDECAR_ENDINGS for stem in (document.name, document.stem)]
    paths = [document.with_name(name) for name in dict.fromkeys(names) if name != document.name]
    return [path for path in paths if path.is_file()]


def read_sidecar(document: Path) -> tuple[SourceRow | None, list[Problem]]:
    """What the file beside a document says of it; None where there is none or it is wrong."""
    found = find_sidecars(document)
    if not found:
        return None, []
    if len(found) > 1:
        message = f"{found[0].name} and {found[1].name} both speak of {document.name}."
        return None, [Problem("D130", message, found[1].name, hint="Leave one of them.")]
    text = _read_utf8(found[0])
    if isinstance(text, Problem):
        return None, [text]
    return parse_sidecar(text, found[0].name, document.name)


def parse_sidecar(text: str, name: str, file: str) -> tuple[SourceRow | None, list[Problem]]:
    """The row that the text of a sidecar gives for a file."""
    try:
        values = tomllib.loads(text) if name.endswith(".toml") else json.loads(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, RecursionError) as error:
        message = f"The file is not valid {name.rpartition('.')[2].upper()}: {error}."
        return None, [Problem("D131", message, name, hint="Correct it, or use sources.csv.")]
    if not isinstance(values, dict):
        return None, [
            Problem("D131", "The file holds no fields.", name, hint="Write fields as in sources.csv.")
        ]
    places = {key: _find_key(text, key, name) for key in values}
    problems = [_refuse_field(key, places[key]) for key in values if key not in COLUMNS]
    known = {key: _as_text(value) for key, value in values.items() if key in COLUMNS}
    row, wrong = _make_row(known | {"file": file}, places)
    problems += wrong
    is_wrong = any(problem.level is Level.ERROR for problem in wrong)
    return (None if is_wrong else row), problems


def _refuse_field(key: str, place: _Place) -> Problem:
    hint = f"Fields are {', '.join(COLUMNS[1:])}."
    return place.problem("D120", f'There is no field "{key}".', hint, _nearest(key, COLUMNS[1:]))


def _find_key(text: str, key: str, name: str) -> _Place:
    at = max(text.find(key), 0)
    start = text.rfind("\n", 0, at) + 1
    return _Place(name, text.count("\n", 0, at) + 1, at - start + 1)


def _as_text(value: Any) -> str:
    """A field as the manifest would hold it."""
    if isinstance(value, list):
        return ";".join(map(str, value))
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value)
