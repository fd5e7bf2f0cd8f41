"""Model values survive the way to plain JSON and back."""

import json
from datetime import date
from decimal import Decimal

import pytest
from sample_ledger import make_article, make_figures, make_statements, place

from pactwatch.model.claim import (
    Claim,
    Event,
    Figure,
    Form,
    Kind,
    Mention,
    Modality,
    Progress,
    Statement,
    Step,
    Window,
)
from pactwatch.model.placement import Placement
from pactwatch.model.source import Document, PassageKind, Span, When
from pactwatch.model.wire import from_wire, to_wire

DAY = When(date(2031, 5, 1), date(2031, 5, 3), "span", "printed")
SLOTS = [
    (
        Kind.STATEMENT,
        Statement(Form.MIXED, Span(1, 2), "told", (Span(3, 9),), (Span(4, 5), Span(6, 7)), "reporters"),
    ),
    (
        Kind.FIGURE,
        Figure(
            Span(0, 3),
            "crew member",
            "crew members",
            approx=Decimal("4E+2"),
            window=Window("since the truce", DAY, None, True),
            cumulative=True,
            percent=True,
        ),
    ),
    (Kind.EVENT, Event("ACCUSE", None, "north", None, Span(0, 1))),
    (Kind.PROGRESS, Progress(Step.PARTLY, Span(2, 3), None, "crews", Decimal(0), Decimal("48"))),
]


@pytest.mark.parametrize(("kind", "slots"), SLOTS, ids=[kind for kind, _ in SLOTS])
def test_a_claim_comes_back_as_it_went(kind, slots):
    mention = Mention(Span(5, 8), "Ivo Lund", Span(1, 4), None, "unresolved", ("A", "B"))
    claim = Claim(
        "k", kind, "d", Span(0, 9), "words", PassageKind.DECK, slots, "m", "1", "r", (mention,), (), "about"
    )
    assert from_wire(Claim, json.loads(json.dumps(to_wire(claim)))) == claim
    full = Claim(
        "k", kind, "d", Span(0, 9), "", PassageKind.DECK, slots, "m", "1", "r", (), (mention,), None,
        Modality.DENIED, DAY, DAY,
    )  # fmt: skip
    assert from_wire(Claim, json.loads(json.dumps(to_wire(full)))) == full


def test_documents_and_placements_come_back_as_they_went():
    article, _ = make_article("a")
    claims = make_figures(article) + make_statements(article)
    for kind, values in ((Document, [article.document]), (Placement, place(claims)), (Claim, claims)):
        assert [from_wire(kind, json.loads(json.dumps(to_wire(value)))) for value in values] == list(values)


def test_an_unknown_field_or_value_is_not_passed_over():
    with pytest.raises(KeyError):
        from_wire(When, {**to_wire(DAY), "colour": "blue"})
    with pytest.raises(ValueError):
        from_wire(When, {**to_wire(DAY), "first": "31 Feb"})
