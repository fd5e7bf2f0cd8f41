"""Things of a text found by their place."""

from pactwatch.model.near import STRETCH, Near
from pactwatch.model.source import Span


def test_whatever_overlaps_is_found_in_order() -> None:
    spans = [Span(at, at + 90) for at in range(0, 6 * STRETCH, 70)] + [Span(0, 6 * STRETCH)]
    near = Near((span, [span]) for span in spans)
    for asked in (Span(0, 1), Span(STRETCH - 1, STRETCH + 1), Span(3 * STRETCH, 5 * STRETCH)):
        found = near.find(asked)
        assert [own for own in found if own.overlaps(asked)] == [s for s in spans if s.overlaps(asked)]
    assert len(near.find(Span(0, 1))) < len(spans) / 3


def test_nothing_is_near_no_place() -> None:
    near = Near([("a", [Span(0, 10)]), ("b", [])])
    assert near.find() == []
    assert near.find(Span(0, 5), Span(4, 9)) == ["a"]
