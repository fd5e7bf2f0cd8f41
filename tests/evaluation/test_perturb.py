"""Swapped texts and their gold stay together: every gold text stands verbatim in its document."""

from decimal import Decimal
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from annotated import read_seeds, read_tree
from perturb import MOST, compare_scores, find_drops, swap_tree, write_perturbed
from scores import Score
from swaps import WORDS, make_swaps

FIRST = """Rubio says talks in Cairo go on
“We wait,” Marco Rubio said in Cairo on Friday.
He said Hamas’ answer was late.
At least 395 Palestinians were killed since October 10, a ministry in Gaza said.
Israel says three soldiers died, and five people, bringing the toll to 400.
An Israeli official spoke of 48 captives, all but one of them home, in ISTANBUL.
"""
GOLD = {
    "documents": {"000": {"file": "a.txt", "published": None}},
    "quotes": [
        {"doc": "000", "kind": "direct", "speaker": "Marco Rubio", "cue": "said", "text": "We wait,"},
    ],
    "indirect": [
        {
            "doc": "000",
            "speaker": "Marco Rubio",
            "cue": "said",
            "via": "He",
            "text": "Hamas’ answer was late",
        },
    ],
    "figures": [
        {
            "doc": "000",
            "text": "At least 395 Palestinians",
            "low": 395,
            "of": "Palestinians",
            "since": "2025-10-10",
        },
        {"doc": "000", "text": "the toll to 400", "low": 400, "high": 400, "of": "people"},
        {
            "doc": "000",
            "text": "all but one of them home",
            "low": 47,
            "high": 47,
            "of_total": 48,
            "of": "captives",
        },
        {"doc": "000", "text": "three soldiers died", "low": 3, "high": 3, "of": "soldiers"},
        {"doc": "000", "text": "five people", "low": 5, "high": 5, "of": "people"},
    ],
}


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder with one made article and its gold."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(FIRST, encoding="utf-8")
    with (tmp_path / "gold" / "seeds.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe", pure=True).dump(GOLD, file)
    return tmp_path


@pytest.mark.parametrize("seed", range(6))
def test_gold_stands_verbatim(shared: Path, tmp_path: Path, seed: int) -> None:
    """Text and gold are swapped alike, and no swapped name is left in either."""
    write_perturbed(shared, tmp_path / "to", seed)
    documents = read_seeds(read_tree(tmp_path / "to" / "gold" / "seeds.yaml"), tmp_path / "to" / "seeds")
    text = documents[0].text
    for gold in (*documents[0].quotes, *documents[0].indirect, *documents[0].figures):
        assert gold.text in text
    for name in ("Rubio", "Cairo", "Gaza", "Hamas", "Israel", "Palestin", "ISTANBUL", "Friday", "395 "):
        assert name not in text
    assert documents[0].quotes[0].speakers[0] in text


def test_arithmetic_is_kept() -> None:
    """All but one stays one less, and the increment still leads from one toll to the other."""
    for seed in range(20):
        swaps = make_swaps(seed)
        new = {old: Decimal(str(swaps.swap_number(old))) for old in (5, 47, 48, 395, 400)}
        assert new[47] == new[48] - 1
        assert new[400] == new[395] + new[5]
        assert WORDS[swaps.swap_text("five")] == new[5]
        assert swaps.swap_text("at least 395") == f"at least {new[395]}"


def test_dates_and_longer_numbers_stay() -> None:
    """A day, a year, a clock time and a part of a longer number are not swapped."""
    swaps = make_swaps(1)
    assert (
        swaps.swap_text("October 10, 2025, 10:15, 1,395 and 4.48")
        == "October 10, 2025, 10:15, 1,395 and 4.48"
    )


def test_shapes_are_kept() -> None:
    """A vowel for a vowel, an s for an s, capitals for capitals, adjective with its country."""
    for seed in range(10):
        swaps = make_swaps(seed)
        assert swaps.swap_text("Israel")[0] in "AEIOU"
        assert swaps.swap_text("Hamas").endswith("s")
        assert swaps.swap_text("GAZA") == swaps.swap_text("Gaza").upper()
        assert swaps.swap_text("Israeli").startswith(swaps.swap_text("Israel")[:-1])
        assert swaps.swap_text("Khalil al-Hayya").count(" al-") == 1


def test_keys_files_and_dates_of_the_gold_stay() -> None:
    """Only words and values are swapped in the gold."""
    swaps = make_swaps(1)
    node = {"file": "000_Gaza.txt", "doc": "005", "since": "2025-10-10", "low": 395, "line": 395}
    swapped = swap_tree(node, swaps)
    assert {key: swapped[key] for key in ("file", "doc", "since", "line")} == {
        "file": "000_Gaza.txt",
        "doc": "005",
        "since": "2025-10-10",
        "line": 395,
    }
    assert swapped["low"] != 395


def test_same_seed_same_swaps() -> None:
    """Chance is an argument."""
    assert make_swaps(4) == make_swaps(4)
    assert make_swaps(4) != make_swaps(5)


def test_drops_are_measured_for_every_seed(shared: Path) -> None:
    """Each score once for each seed, and a reading that knows no article does not drop."""
    drops = find_drops(shared, (1, 2))
    assert {drop.seed for drop in drops} == {1, 2}
    quotes = [drop.points for drop in drops if drop.measure == "quotes"]
    assert quotes == [0.0, 0.0]


def test_a_lost_score_is_a_drop() -> None:
    """Two of 26 quotes are more than may be lost; a rise of wrong claims counts by what it belongs to."""
    plain = [
        Score("quotes", 26, 26),
        Score("quotes invented", 0, None),
        Score("claims from furniture", 1, None),
    ]
    swapped = [
        Score("quotes", 24, 26),
        Score("quotes invented", 2, None),
        Score("claims from furniture", 0, None),
    ]
    points = {drop.measure: drop.points for drop in compare_scores(plain, swapped, 1)}
    assert points["quotes"] == pytest.approx(200 / 26)
    assert points["quotes invented"] == pytest.approx(200 / 26)
    assert points["quotes"] > MOST
    assert points["claims from furniture"] < 0
    one_lost = next(compare_scores(plain[:1], [Score("quotes", 25, 26)], 1))
    assert 0 < one_lost.points < MOST
    assert str(one_lost) == "seed 1: quotes -3.8"
