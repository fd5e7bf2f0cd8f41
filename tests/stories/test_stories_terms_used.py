"""Which report uses which word for one thing, and which words that judge: counts, no verdict."""

import pytest

from pactwatch.stories.terms_used import TermUse, count_terms_used
from river_reports import tell

Row = tuple[str, str, tuple[int, ...], tuple[int, ...]]


def rows_of(*texts: str) -> list[Row]:
    """Each word with its group, and how often each report uses it in its own voice and in a speaker's."""
    reports = [tell(f"{text}\n\nReport {number}.", f"{number}.txt") for number, text in enumerate(texts)]
    return [(use.word, use.group, use.own, use.said) for use in count_terms_used(reports)]


def test_words_for_one_thing_are_counted_where_several_are_used() -> None:
    """Truce here, ceasefire there; where all write truce, nothing differs."""
    assert rows_of("The truce held. The truce is young.", "The cease-fire held at Corvith.") == [
        ("ceasefire", "ceasefire", (0, 1), (0, 0)),
        ("truce", "ceasefire", (2, 0), (0, 0)),
    ]
    assert rows_of("The truce held.", "Truces hold.") == []


def test_a_speakers_words_are_counted_apart() -> None:
    """The report writes of a violation, the minister of a breach."""
    text = "It was a second violation. “This is a plain breach, and the third breach,” Ilse Varrow said."
    assert rows_of(text) == [
        ("violation", "violation", (1,), (0,)),
        ("breach", "violation", (0,), (2,)),
    ]


def test_words_that_judge_stand_last_the_most_used_first() -> None:
    assert rows_of(
        "A massacre at the landing.", "The regime fell. The regime hid a massacre at Corvith."
    ) == [
        ("massacre", "", (1, 1), (0, 0)),
        ("regime", "", (0, 2), (0, 0)),
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The terrorists left.", "terrorist"),
        ("Massacres were feared.", "massacre"),
        ("The mercenaries left by night.", "mercenary"),
        ("Two proxies met at Quellin.", "proxy"),
        ("There were war crimes at Corvith.", "war crime"),
        ("THE REGIME FALLS", "regime"),
    ],
)
def test_plurals_and_capitals_are_found(text: str, word: str) -> None:
    assert rows_of(text) == [(word, "", (1,), (0,))]


def test_a_word_is_found_whole() -> None:
    """Terrible is not terror, and a regimen no regime."""
    assert rows_of("A terrible week on a strict regimen, with savagery nowhere.") == []


def test_a_use_knows_its_total_and_whether_it_judges() -> None:
    use = TermUse("regime", "", (1, 2), (0, 1))
    assert (use.total, use.judging) == (4, True)
    assert not TermUse("truce", "ceasefire", (1,), (0,)).judging
    assert count_terms_used([]) == ()
