"""Whose words a whole text is: a statement in full, a communiqué, an interview, a briefing."""

import pytest
from claim_texts import article_of, claims_of

from pactwatch.claims.authors import find_author
from pactwatch.claims.sheet import make_sheet

STATEMENT = """
The ministry’s answer in full

The following statement was issued by the Ministry of Defence in Marl on Monday.

The Ministry takes note of the letter. When the garrison has left, the guns will be moved.
"""
INTERVIEW = """
“I count”

Piet Arends, Calvenne’s waterways minister, on a page of eleven lines

Interview by Lise Hollin

What is on the page?

The locks will open when the crews are home.
"""
BRIEFING = """
Foreign Office press briefing, Wednesday

Transcript of the daily briefing by the spokesman, Ivo Marle.

He was late. It rained.
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [(STATEMENT, "Ministry of Defence in Marl"), (INTERVIEW, "Piet Arends"), (BRIEFING, "Ivo Marle")],
)
def test_whose_text(text: str, name: str) -> None:
    author = find_author(make_sheet(article_of(text))).mention
    assert author is not None
    assert author.name == name


def test_a_report_has_no_author() -> None:
    text = """
    The guns stay

    A statement was expected from the ministry. When the garrison has left, the guns will be moved.
    """
    assert find_author(make_sheet(article_of(text))).mention is None


@pytest.mark.parametrize(
    ("text", "name"), [(STATEMENT, "Ministry of Defence in Marl"), (INTERVIEW, "Piet Arends")]
)
def test_what_nobody_else_says_its_author_says(text: str, name: str) -> None:
    _, claims = claims_of(text, "conditions")
    assert [[one.name for one in claim.speakers] for claim in claims] == [[name]]
