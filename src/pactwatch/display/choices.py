"""The choices of a page's filters, each with how many claims it leaves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.model.agreement import Agreement, Phase, Provision
from pactwatch.model.status import Fact


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter with how many claims it leaves."""

    value: str
    label: str
    number: int


def list_places(fact: Fact) -> tuple[str, ...]:
    """The provisions and phases that a claim is about, the likeliest first."""
    return tuple(match.provision for match in fact.placement.provisions)


def choose_places(named: Sequence[str], agreement: Agreement) -> tuple[Choice, ...]:
    """Phases and provisions by how often they are named, in the order of the agreement file."""
    counts = Counter(named)
    places: list[Phase | Provision] = [*agreement.phases.values(), *agreement.provisions.values()]
    return tuple(Choice(place.id, place.title, counts[place.id]) for place in places if counts[place.id])
