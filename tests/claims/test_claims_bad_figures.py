"""Bad input for figures: nothing raises, no figure is made up, and time stays in bounds."""

from decimal import Decimal

import pytest
import regex
from claim_texts import counted, figure_lines, time_reading
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.claims.run import read_claims
from pactwatch.documents.make import make_article
from pactwatch.language.numbers import find_numbers
from pactwatch.language.tokens import split_tokens
from pactwatch.model.claim import Figure
from pactwatch.model.source import Article

#: A sentence that is read whatever stands before it.
LAST = " The clerk said that 77 barges passed."
ONLY_LAST = ["77 barge: passed"]


@pytest.mark.parametrize(
    "words",
    [
        "1234567890123456789012345678901234567890",
        "1,2,3",
        "12,34",
        "1,0000",
        "-5",
        "−12",
        "minus 12",
        "±5",
        "0",
        "00",
        "007",
        "1e6",
        "10^6",
        "0x1F",
        "12²",
        "²",
        "Ⅻ",
        "１２",
        "#12",
        "12/15",
        "12a",
        "$12",
        "12 €",
        "EUR 12 million",
        "192.168.0.1",
        "2.11.3",
        "978-3-16-148410-0",
        "12th",
        "1990s",
        "Infinity",
        "NaN",
        "one million million million million",
        "Skiff-47",
        "several",
    ],
)
def test_odd_number_counts_nobody(words: str) -> None:
    """What is no plain number is left out; its digits are not cut to one that fits."""
    assert figure_lines(f"In Pell {words} people were killed.{LAST}") == ONLY_LAST


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-1234 or +44 20 7946 0123 for help.",
        "The office answers on (020) 7946 0958 and 020 7946 000.",
        "Ondria won 3-2, lost 0–4 and drew 2-2.",
        "The vote was 128 to 3.",
        "It cost $40 million, €3bn, US$1,200 and 1,200 shekels.",
        "They met on 10.10.2025, 10/11/2025, 2025-10-10 and 2025-10-10T10:15:00Z.",
        "Marga Dunn, 42, Piet Arends (51) and a 12-year-old boy came.",
        "She was 42 when she died.",
        "It opened at 10:15, shut at 22.40 and opened again at 5 p.m.",
        "The wreck lies at 51.5074, -0.1278, or at 31°25′N 34°20′E.",
        "It is 20 °C in Pell, -3 °C in Corvith.",
        "Versions 2.11.3 and 3.2 were released.",
        "Section 12.3, article 4(2), paragraphs 3 and 4, and § 14 apply.",
        "Resolutions 242, 338 and 2803 were counted.",
        "Write to PO Box 1234, 12 Weir Street, Pell 56789.",
        "ISBN 978-3-16-148410-0, serial 12-345-678, code 4711.",
        "He ran it in 2:03:59.",
        "The ratio was 3:1, the odds 5/1, and the shop is open 24/7.",
        "A 7.62 mm gun, a 155mm howitzer and a Skiff-47 fired.",
        "The winning numbers were 4, 8, 15, 16, 23 and 42.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    """Telephone numbers, scores, money, dates, ages, times, places, versions, sections, lists."""
    assert figure_lines(text + LAST) == ONLY_LAST


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("Port\tBarges\tPeople\nPell\t12\t340\nCorvith\t7\t128", []),
        ("| Port | Barges | People |\n|---|---|---|\n| Pell | 12 | 340 |", []),
        ("Port        Barges   People\nPell            12      340\nCorvith          7      128", []),
        ("Port,Killed,Wounded\nPell,12,340\nCorvith,7,128", []),
        ("Pell\t12\t340 people killed in all.", ["340 person: killed"]),
        ("Pell | 12 | 340 people were killed.", ["340 person: killed"]),
    ],
)
def test_table_pasted_as_text(table: str, lines: list[str]) -> None:
    """Cells are not joined into one number, and a row of cells is no sentence."""
    text = f"The clerk of Pell read the table to reporters.\n\n{table}\n\nIt was signed.{LAST}"
    assert figure_lines(text) == lines + ONLY_LAST


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad"])
def test_marks_that_show_nothing(mark: str) -> None:
    """A hidden mark in a number or beside it changes nothing."""
    for words in (f"1{mark}2", f"12{mark}", f"{mark}12", f"{mark}1{mark}2{mark}"):
        assert figure_lines(f"In all, {words} people were killed.") == ["12 person: killed"]


@pytest.mark.parametrize("mark", ["\x01", "\x07", "\x1b", "\x7f", "\x85", "\ufffd"])
def test_control_characters_break_nothing(mark: str) -> None:
    """Whatever becomes of such a text, it raises nothing and gives no other number."""
    article = make_article(f"In all, 12{mark} people were killed.".encode(), "odd.txt", None).article
    figures = [] if article is None else [claim.slots for claim in read_claims(article)["figures"]]
    assert [figure.low for figure in figures if isinstance(figure, Figure)] in ([], [12])


def test_a_text_with_nul_is_not_read() -> None:
    """It is binary: a problem and no article."""
    made = make_article(b"In all, 12\x00 people were killed.", "nul.txt", None)
    assert (made.article, [problem.code for problem in made.problems]) == (None, ["D104"])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("In Pell (بيل) ٣٩٥ people were killed.", ["395 person: killed"]),
        ("In Pell (פל) \u202b۳۹۵\u202c people were killed.", ["395 person: killed"]),
        ("In all, ١٬٢٣٤ people were killed, “قتل ٥ هناك” he said.", ["1234 person: killed"]),
    ],
)
def test_text_from_right_to_left_beside(text: str, lines: list[str]) -> None:
    """Digits of other scripts keep their value; words of other scripts count nothing."""
    assert figure_lines(text) == lines


def _check_figures(article: Article) -> None:
    """Every figure stands in the text, and a number in plain digits is the one that is printed."""
    for claim in read_claims(article)["figures"]:
        figure = claim.slots
        assert isinstance(figure, Figure)
        assert 0 <= figure.number.begin < figure.number.end <= len(article.text)
        assert article.text[claim.span.begin : claim.span.end] == claim.words
        printed = figure.number.of(article.text)
        words = f"{printed} of them"
        read = find_numbers(split_tokens(words, 0, len(words)))
        assert read or regex.match(r"[\p{L}\d]+-\p{L}|no\b|none\b", printed, regex.IGNORECASE)
        if figure.of_total is None and regex.fullmatch(r"[0-9]+", printed):
            assert Decimal(printed) in (figure.low, figure.high, figure.approx)


_WORDS = (
    "12 1,234 1.234 20 000 -5 3/4 ½ ٣٩٥ 1,2,3 40-60 41% $5 2031 at least up to some between and to of the out in "
    "five dozens hundred million half a third one two killed were wounded people barges Pell since Monday May 10 "
    "( ) , . : - / % + ± # \u200b \u202e \t | when he was aged none all but not per day more another"
)
_PIECES = st.one_of(
    st.sampled_from(_WORDS.split(" ")),
    st.text(alphabet="0123456789.,-–/%() abe٣½²°", max_size=8),
    st.text(max_size=4),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=25), st.sampled_from([" ", "", "  "]))
def test_any_string_gives_figures_that_stand_in_it(pieces: list[str], gap: str) -> None:
    """Numbers and marks in any order."""
    text = f"In all, {gap.join(pieces)} people were killed."
    article = make_article(text.encode("utf-8", "replace"), "any.txt", None).article
    if article is not None:
        _check_figures(article)


@pytest.mark.parametrize("amount", ["²", "9" * 20, "9" * 900, "1.5", "no", "0", "-3", "many many"])
def test_odd_length_of_a_window(amount: str) -> None:
    """A time that no calendar reaches has no day."""
    for _, figure in counted(f"In the past {amount} years 60 barges entered."):
        assert figure.window is None or figure.window.since is None or amount in ("1.5", "0")


@pytest.mark.parametrize(
    "part",
    [
        "12 people and ",
        "12 ",
        "1 234 of the ",
        "1,",
        "1\u200b",
        "five hundred of the ",
        "half a million of the ",
        "at least at least 12 of ",
        "between 12 and ",
        "since Monday the 12 barges and ",
        "of Articles 3, 4, and the ",
        "and Marga Dunn, 21, of the ",
        "in the past 12 days ",
        "3/4 of 1/2 of ",
        "12 were killed, and the 30 were wounded, ",
        "bringing the toll to 12, ",
    ],
)
def test_twice_the_length_takes_about_twice_the_time(part: str) -> None:
    """One sentence of 20,000 characters against one of 10,000, the best of three runs each."""
    time_reading(part * 20)
    short, long = (
        min(time_reading(part * (size // len(part)) + ".") for _ in range(3)) for size in (10_000, 20_000)
    )
    assert long < 2.6 * short + 0.05
