"""A link as this part of the program proposes it."""

from collections.abc import Iterable

from pactwatch.model.link import Link, LinkKind, Reason

MAKER, VERSION = "stories", "3"

#: Reasons that a link keeps, the weightiest first.
REASONS = 12


def make_link(kind: LinkKind, a: str, b: str, score: float, reasons: Iterable[Reason]) -> Link:
    """A link of this maker, its ends in the order that its kind asks for; ``reasons`` follow a and b."""
    kept = tuple(reasons)[:REASONS]
    return Link(kind, a, b, round(min(1.0, score), 3), kept, MAKER, VERSION).ordered
