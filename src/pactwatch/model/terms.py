"""Time terms and conditions of the agreement language, as a tree.

    "72 hours after acceptance"        Within(amount=72, unit="hour", anchor="acceptance")
    "by 31 March 2026"                 By(day=2026-03-31)
    "crews is fulfilled"               StateIs(subject="crews", state="fulfilled")
    "north keeps ceasefire"            Keeps(actor="north", provision="ceasefire")
    "acceptance has happened"          Happened(anchor="acceptance")
    "a and (b or not c)"               AllOf, AnyOf, Not

``agreement/terms.py`` turns text into these and back.
"""

from dataclasses import dataclass
from datetime import date

#: The states of the life-cycle that a provision or a phase can be in (semantics, layer 1).
STATES = (
    "dormant",
    "in effect",
    "suspended",
    "fulfilled",
    "violated",
    "discharged",
    "terminated",
    "partly performed",
    "overdue",
    "unknown",
)

#: Units of a deadline, in the singular.
UNITS = ("minute", "hour", "day", "week", "month", "year")

#: Stands for every duty of the agreement in "south keeps agreement".
WHOLE = "agreement"


@dataclass(frozen=True, slots=True)
class Within:
    """A deadline: so many units after (or before) an anchor, or the end of a provision or phase."""

    amount: int
    unit: str
    anchor: str
    before: bool = False


@dataclass(frozen=True, slots=True)
class By:
    """A deadline on a fixed day."""

    day: date


@dataclass(frozen=True, slots=True)
class AtOnce:
    """Due as soon as an anchor happens ("at acceptance"), or a provision or phase ends."""

    anchor: str


Due = Within | By | AtOnce


@dataclass(frozen=True, slots=True)
class StateIs:
    """A provision or a phase is in a state of the life-cycle (one of ``STATES``)."""

    subject: str
    state: str


@dataclass(frozen=True, slots=True)
class Keeps:
    """An actor keeps a continuing duty, or every duty of its own (``provision`` is ``WHOLE``)."""

    actor: str
    provision: str


@dataclass(frozen=True, slots=True)
class Happened:
    """An anchor has happened."""

    anchor: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite holds."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class AllOf:
    """All parts hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


Condition = StateIs | Keeps | Happened | Not | AllOf | AnyOf
