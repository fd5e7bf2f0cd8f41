"""The status marks: each a shape, a word and a colour, so that none of the three stands alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pactwatch.model.status import Mark, ProvisionStatus


@dataclass(frozen=True, slots=True)
class Sign:
    """How a mark is shown. ``shape`` names the drawing, ``glyph`` stands for it in plain text,
    ``tone`` names the colour (none, blue, orange, vermilion, purple, grey); ``note`` says in a few
    words that the mark rests on no report."""

    shape: str
    glyph: str
    word: str
    tone: str
    note: str = ""

    @property
    def full(self) -> str:
        """The word with its note: "not started (nothing reported)"."""
        return f"{self.word} ({self.note})" if self.note else self.word


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


#: Stands for a mark where a view of somebody's words has none of theirs.
NOTHING_READ = Sign("dash", "–", "nothing read", "grey")

_SILENT = replace(SIGNS[Mark.NOT_STARTED], note="nothing reported")

#: The views in which anybody's words count: there is always somebody to be silent.
_ANYBODY = ("any-allegation", "uncontested")


def sign_status(status: ProvisionStatus, view: str) -> Sign:
    """The mark of a provision as a view shows it: what nobody says is never told as their word."""
    if view not in _ANYBODY and not status.facts and status.silent:
        return NOTHING_READ
    return _SILENT if status.silent and status.mark is Mark.NOT_STARTED else SIGNS[status.mark]


def format_mark(mark: Mark) -> str:
    """A mark in plain text: "◑ partly done"."""
    sign = SIGNS[mark]
    return f"{sign.glyph} {sign.word}"
