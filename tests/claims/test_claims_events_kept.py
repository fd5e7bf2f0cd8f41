"""What a sentence only names or means is no event: it may be behind or ahead."""

import pytest
from event_texts import event_lines

NAMED = """
The gaps concern Calvenne’s withdrawal, the posting of monitors and Ondria’s disarmament.
The second phase includes a Calvennese withdrawal from Hestle.
The next phase envisions Calvenne withdrawing from Hestle.
The crews held in Vessmar are to meet their families.
An agreement between Ondria and Calvenne is near.
They rejected measures that could undermine or liquidate the commission.
Insisting on armed patrols, Ondria left no doubt.
"""


@pytest.mark.parametrize("text", NAMED.strip().splitlines())
def test_what_is_named_is_not_told_as_done(text: str) -> None:
    """Withdrawal, disarmament, posting, agreement: a noun, a bare participle or a shared modal tells no deed."""
    done = [line for line in event_lines(text) if "[" not in line]
    assert not [
        line
        for line in done
        if line.startswith(("RETREAT", "CONCEDE", "MOBILIZE", "AID", "AGREE", "ASSAULT"))
    ]


TOLD = [
    ("Ondria is withdrawing from Dell next week.", "RETREAT withdraw: Ondria > Dell [future]"),
    ("Ondria is withdrawing from Dell.", "RETREAT withdraw: Ondria > Dell"),
    ("Ondria began withdrawing from Dell.", "RETREAT withdraw: Ondria > Dell"),
    ("A raid by Ondria on Pell woke the town.", "ASSAULT"),
    ("Ondria freed the crews.", "RETREAT release: Ondria > the crews"),
]


@pytest.mark.parametrize(("text", "line"), TOLD)
def test_what_is_told_is_read(text: str, line: str) -> None:
    """A finite verb, a participle that another verb sets going, a noun of violence."""
    assert any(found.startswith(line) for found in event_lines(text))
