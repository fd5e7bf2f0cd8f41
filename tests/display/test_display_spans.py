"""Texts cut at overlapping spans, and what of a claim is marked."""

from hypothesis import given
from hypothesis import strategies as st
from lake_facts import make_breaches, make_figures, make_statements
from lake_texts import GAZETTE, WIRE

from pactwatch.display.spans import Highlight, cut_pieces, find_focus, find_tone
from pactwatch.model.source import Span


def test_overlapping_spans_give_pieces_that_carry_both() -> None:
    """ "all but two" is a figure (0-7) inside a statement that goes on (4-12)."""
    text = "abcdefghijklmno"
    pieces = cut_pieces(
        text, Span(0, 15), [Highlight(Span(0, 7), "figure", "f"), Highlight(Span(4, 12), "statement", "s")]
    )
    assert [(piece.text, piece.claims) for piece in pieces] == [
        ("abcd", ("f",)),
        ("efg", ("f", "s")),
        ("hijkl", ("s",)),
        ("mno", ()),
    ]
    assert pieces[1].tones == ("figure", "statement")


def test_each_claim_starts_once() -> None:
    marks = [Highlight(Span(0, 9), "statement", "s"), Highlight(Span(3, 5), "figure", "f")]
    pieces = cut_pieces("abcdefghi", Span(0, 9), marks)
    assert [piece.starts for piece in pieces] == [("s",), ("f",), ()]


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(min_size=40, max_size=40), spans, st.lists(spans, max_size=8))
def test_pieces_joined_are_the_text(text: str, within: Span, marked: list[Span]) -> None:
    pieces = cut_pieces(text, within, [Highlight(span, "figure", str(n)) for n, span in enumerate(marked)])
    assert "".join(piece.text for piece in pieces) == within.of(text)


def test_the_words_that_carry_a_claim() -> None:
    number = make_figures()[0].claim
    assert [span.of(GAZETTE.text) for span in find_focus(number)] == ["12"]
    quote = make_statements()[3].claim
    assert [span.of(WIRE.text) for span in find_focus(quote)] == [
        '"The second phase cannot start on half a first one,"',
        '"Both shores know that."',
    ]


def test_an_accusation_is_shown_as_a_breach_alleged() -> None:
    assert find_tone(make_breaches()[0].claim) == "breach"
    assert find_tone(make_figures()[0].claim) == "figure"
