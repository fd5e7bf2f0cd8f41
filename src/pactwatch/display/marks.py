"""The status marks: each a shape, a word and a colour, so that none of the three stands alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from pactwatch.model.status import Mark


@dataclass(frozen=True, slots=True)
class Sign:
    """How a mark is shown. ``shape`` names the drawing, ``glyph`` stands for it in plain text,
    ``tone`` names the colour (none, blue, orange, vermilion, purple, grey)."""

    shape: str
    glyph: str
    word: str
    tone: str


SIGNS: Mapping[Mark, Sign] = {
    Mark.NOT_DUE: Sign("dotted", "◌", "not due", "grey"),
    Mark.NOT_STARTED: Sign("ring", "○", "not started", "grey"),
    Mark.DECLARED: Sign("point", "◎", "declared", "blue"),
    Mark.IN_PROGRESS: Sign("quarter", "◔", "in progress", "blue"),
    Mark.PARTLY_DONE: Sign("half", "◑", "partly done", "blue"),
    Mark.DONE: Sign("full", "●", "done", "blue"),
    Mark.STALLED: Sign("bars", "‖", "stalled", "orange"),
    Mark.REVERSED: Sign("back", "↺", "reversed", "orange"),
    Mark.BREACHES: Sign("cross", "✕", "breaches alleged", "vermilion"),
    Mark.DISPUTED: Sign("arrows", "⇄", "disputed", "purple"),
    Mark.UNKNOWN: Sign("question", "?", "unknown", "grey"),
}


def format_mark(mark: Mark) -> str:
    """A mark in plain text: "◑ partly done"."""
    sign = SIGNS[mark]
    return f"{sign.glyph} {sign.word}"
