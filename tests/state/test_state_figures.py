"""Figures by measure: one order, and what stands apart."""

from sample_facts import AGREEMENT, document, figure

from pactwatch.model.placement import Relevance
from pactwatch.state.figures import find_figure_day, select_apart, select_measure, select_unassigned

FACTS = [
    figure(395, document("Agency", 18)),
    figure(400, document("Bulletin", None)),
    figure(57_700, document("Old", 2), relevance=Relevance.PREHISTORY, measure=None),
    figure(5, document("Post", 19), measure=None),
    figure(60, document("Talks", 1), relevance=Relevance.OTHER, measure=None),
]


def numbers(facts: list) -> list[int]:  # type: ignore[type-arg]
    return [int(fact.claim.slots.low) for fact in facts]


def test_each_number_has_one_place() -> None:
    assert numbers(select_measure(AGREEMENT.measures["killed"], FACTS)) == [400, 395]
    assert numbers(select_unassigned(FACTS)) == [5]
    assert numbers(select_apart(FACTS)) == [60, 57_700]


def test_the_order_is_that_of_days_whatever_order_they_came_in() -> None:
    killed = AGREEMENT.measures["killed"]
    assert select_measure(killed, FACTS[::-1]) == select_measure(killed, FACTS)


def test_the_day_says_how_it_was_found() -> None:
    assert find_figure_day(FACTS[0])[1] == "day of publication"
    assert find_figure_day(FACTS[1]) == (None, "no day of publication is printed")
