"""Which actor a printed name stands for, as a function."""

from pathlib import Path

import pytest

from pactwatch.agreement.load import load_agreement
from pactwatch.claims.naming import name_actors

RIVER = Path(__file__).resolve().parents[2] / "agreements" / "river-accord" / "agreement.yaml"


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Ondria", "north"),
        ("the Ondrian delegation", "north"),
        ("Ilse Varrow", "north"),
        ("Emeric Tolland", "south"),
        ("the river states", None),
    ],
)
def test_a_name_leads_to_its_actor(words: str, actor: str | None) -> None:
    agreement, _ = load_agreement(RIVER)
    assert agreement is not None
    assert name_actors(agreement)(words) == actor
