"""What ties two reports to one origin: what two reporters would not choose alike."""

import pytest

from pactwatch.stories.reports import Report
from pactwatch.stories.table import count_rarity, weigh_clauses
from pactwatch.stories.ties import TIED, Tie, find_tie, list_agencies
from pactwatch.stories.utterances import find_utterances
from river_reports import share, tell

WORD = "“We have kept our word, and we expect the locks to open,” Foreign Minister Ilse Varrow said."
GUNS = "“The guns have not moved and they have not spoken,” said Colonel Tobin Hask of the River Guard."
TOLL = "At least 31 people have been killed since the truce took hold."
MAN = "The man who was freed on Monday crossed the pontoon on foot before the market opened that day."


def tie(a: Report, b: Report) -> Tie:
    """What ties two reports that are a story of their own."""
    reports = (a, b)
    weighed = weigh_clauses(reports, count_rarity(reports))
    return find_tie(a, b, weighed, find_utterances(reports), share(reports))


def tie_texts(one: list[str], other: list[str]) -> Tie:
    """Two reports of some paragraphs, each under an opening of its own."""
    a = tell("\n\n".join(["It rained at Corvith.", *one]), "a.txt")
    b = tell("\n\n".join(["Quellin is waiting.", *other]), "b.txt")
    return tie(a, b)


def kinds_of(found: Tie) -> list[str]:
    return [reason.kind for reason in found.reasons]


def test_one_quotation_is_no_tie() -> None:
    """Both were at the minister's news conference."""
    found = tie_texts([WORD], [WORD])
    assert kinds_of(found) == ["quote"] and found.score == 0.393 < TIED


def test_two_quotations_and_a_figure_are() -> None:
    """Both chose the same words of two people, and the same toll."""
    found = tie_texts([WORD, GUNS, TOLL], ["Those killed number 31, the least count says.", WORD, GUNS])
    assert kinds_of(found)[:2] == ["quote", "quote"] and found.score >= TIED
    assert found.reasons[0].words == "both quote “We have kept our word, and we expect the locks to open”"


def test_a_figure_weighs_less_where_it_is_small() -> None:
    """Three dead is told by whoever was there; 31 since the truce is somebody's count."""
    large = tie_texts(["Some 31 people were killed."], ["Shells hit it: 31 people were killed there."])
    small = tie_texts(["Some 3 people were killed."], ["Shells hit it: 3 people were killed there."])
    assert (large.score, small.score) == (0.181, 0.095)
    assert [reason.words for reason in small.reasons] == ["both give some 3 people killed"]


def test_a_passage_ties_by_its_own_words() -> None:
    """Sixteen words that are no names, at their places on both sides."""
    found = tie_texts([MAN], [MAN])
    (reason,) = found.reasons
    assert (reason.kind, found.score) == ("passage", 0.274)
    assert (reason.a[0].begin, reason.b[0].begin) == (23, 21)
    assert reason.words == "a passage of 18 words, 18 of them the same"


def test_names_do_not_count() -> None:
    """Whoever writes of the meeting must name them all."""
    named = (
        "The Joint Monitoring Mission under General Bastian Yarrold met Foreign Minister Ilse Varrow and"
        " Captain Lise Andrane."
    )
    assert tie_texts([named], [named]).reasons == ()


def test_quoted_words_do_not_count_again_as_a_passage() -> None:
    """The quotation is a passage of both too; what stands around it still counts."""
    assert kinds_of(tie_texts([WORD], [WORD])) == ["quote"]
    with_more = tie_texts([f"{MAN} {WORD}"], [f"{MAN} {WORD}"])
    assert sorted(kinds_of(with_more)) == ["passage", "quote"]
    assert (tie_texts([MAN], [MAN]).score, with_more.score) == (0.274, 0.568)


def test_a_whole_copy_is_a_passage_whatever_is_said_in_it() -> None:
    """A report printed word for word by another outlet, quotations and all."""
    body = [MAN, WORD, "The pontoon was wet, and nobody spoke until he had stepped ashore.", GUNS]
    found = tie_texts(body, body)
    assert "passage" in kinds_of(found) and found.score == 0.746


FACTS = [
    "Shells struck the ferry landing after dark.",
    "Engineers from Quellin measured the broken bridge.",
    "The harbour master counted waiting grain barges.",
    "Schools along the bank stayed shut all week.",
    "A hospital asked for blood and blankets.",
    "Fishermen found a drifting mine near the weir.",
]
RETOLD = [
    "After dark the ferry landing was struck by shells.",
    "The broken bridge was measured by Quellin engineers.",
    "Waiting grain barges were counted by the harbour master.",
    "All week the schools on the bank were shut.",
    "Blood and blankets were asked for by a hospital.",
    "A mine drifting near the weir was found by fishermen.",
]


def test_facts_in_one_order_tie() -> None:
    """Five facts as the other tells them; turned about, they say nothing, and four are too few."""
    found = tie_texts(FACTS, RETOLD)
    assert [reason.words for reason in found.reasons] == ["5 facts, 10 of 10 pairs of them in one order"]
    assert found.score == 0.393
    assert tie_texts(FACTS, RETOLD[::-1]).reasons == ()
    assert tie_texts(FACTS[:4], RETOLD[:4]).reasons == ()


AGENCY = 0.528


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        (("2031-05-19", "w", "Halyard"), ("2031-05-20", "x", "Halyard"), AGENCY),
        (("2031-05-19", "w", "Halyard"), ("2031-05-23", "x", "Halyard"), 0.0),
        (("2031-05-19", "w", "Halyard"), ("2031-05-20", "w", "Halyard"), 0.0),
        (("2031-05-19", "w", "Halyard"), ("2031-05-20", "x", "Quellin Wire"), 0.0),
        (("2031-05-19", "w", "Halyard"), ("2031-05-20", "x", None), 0.0),
    ],
    ids=["both carry it", "days apart", "one outlet", "two agencies", "one carries it"],
)
def test_an_agency_that_both_carry_ties(
    one: tuple[str, str, str | None], other: tuple[str, str, str | None], score: float
) -> None:
    """In days of each other, and not the reports of one outlet."""
    (day, outlet, agency), (later, second, theirs) = one, other
    a = tell("It rained at Corvith.", "a.txt", day, outlet, agency)
    b = tell("Quellin is waiting.", "b.txt", later, second, theirs)
    assert tie(a, b).score == score


def test_what_was_told_to_the_agency_that_another_carries_ties_a_little() -> None:
    """An agency of no list: the other report carries it."""
    a = tell("“We do not fire and we do not fly,” Captain Lise Andrane told Halyard.", "a.txt", outlet="w")
    b = tell("Quellin is waiting for the last man.", "b.txt", outlet="x", agency="Halyard")
    assert list_agencies(a) == {} and list_agencies(a, {"Halyard"}) == {"Halyard": False}
    found = tie(a, b)
    assert [reason.words for reason in found.reasons] == ["one carries Halyard, the other cites it"]
    assert found.score == 0.221
    both_cite = tell("“We fly no drones at all,” Captain Lise Andrane told Halyard.", "b.txt", outlet="x")
    assert tie(a, both_cite).reasons == ()
