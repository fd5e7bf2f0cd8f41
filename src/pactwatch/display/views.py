"""The views by name: whose words count, in a label and in a sentence."""

from dataclasses import dataclass

from pactwatch.config import PARTY_VIEW
from pactwatch.model.agreement import Agreement, Role


@dataclass(frozen=True, slots=True)
class ViewLabel:
    """A view's name in the URL, its label and what it takes in."""

    view: str
    label: str
    sentence: str


_STANDARD = (
    ViewLabel("any-allegation", "any allegation", "Whatever anyone asserts counts."),
    ViewLabel("outlets", "outlets", "Only what reports say in their own voice counts."),
    ViewLabel("mediators", "mediators", "Only what the mediators and their people say counts."),
    ViewLabel(
        "uncontested",
        "uncontested",
        "What anyone asserts counts, unless a party denies it.",
    ),
)


def make_views(agreement: Agreement) -> tuple[ViewLabel, ...]:
    """The standard views, then one for each party in the order of the agreement file."""
    parties = agreement.actors_in(Role.PARTY)
    return (*_STANDARD, *(_label_party(party.id, party.name) for party in parties))


def _label_party(identifier: str, name: str) -> ViewLabel:
    return ViewLabel(f"{PARTY_VIEW}{identifier}", name, f"Only what {name} and its people say counts.")
