"""What the rules of progress find: a step with its mode, and the places of its words in a unit."""

from decimal import Decimal
from typing import NamedTuple

from pactwatch.claims.subjects import Range
from pactwatch.model.claim import Modality, Step


class Act(NamedTuple):
    """A verb that tells a step: its place, the place behind it and its particle, what is done to."""

    place: int
    end: int
    step: Step
    signs: str
    thing: Range | None


class Found(NamedTuple):
    """A step told in a unit. ``whole`` are its words, ``trigger`` the one that tells it. ``presupposed``: it
    holds whatever becomes of the words around it ("did not say why ... had not begun"). ``reported``: told
    with "would", which in somebody's words is what "will" is outside them. ``told_at`` is the place whose
    speaker tells it, where that is not the trigger's."""

    whole: Range
    trigger: Range
    step: Step
    modality: Modality
    rule: str
    subject: Range | None = None
    thing: Range | None = None
    done: Decimal | None = None
    owed: Decimal | None = None
    hedge: str | None = None
    presupposed: bool = False
    confirms: bool = False
    reported: bool = False
    told_at: int | None = None
