"""Comma-separated values with the place of each cell, for messages that point at it."""

import re
from dataclasses import dataclass

_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"[^,\n]*')
_BARE = re.compile(r"[^,\n]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text with the line and the column at which it begins, both from 1."""

    value: str
    line: int
    column: int


def parse_cells(text: str) -> list[list[Cell]]:
    """The rows that hold anything. Cells may stand in double quotation marks, doubled inside."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    at, line, start = 0, 1, 0
    while at <= len(text):
        match = _QUOTED.match(text, at) or _BARE.match(text, at)
        assert match is not None  # _BARE matches the empty text
        value = match.group(1).replace('""', '"') if match.re is _QUOTED else match.group()
        row.append(Cell(value, line, at - start + 1))
        breaks = match.group().count("\n")
        if breaks:
            line, start = line + breaks, text.rfind("\n", at, match.end()) + 1
        at = match.end() + 1
        if match.end() >= len(text) or text[match.end()] == "\n":
            rows.append(row)
            row, line, start = [], line + 1, at
    return [cells for cells in rows if any(cell.value.strip() for cell in cells)]
