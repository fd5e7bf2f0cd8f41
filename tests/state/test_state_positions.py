"""How actors stood over time: days, changes, institutions, reports that differ; the order does not matter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_facts import AGREEMENT, document, make_fact, says

from pactwatch.model.claim import Kind, Mention, Position, Stance
from pactwatch.model.placement import Relevance
from pactwatch.model.record import Decision
from pactwatch.model.source import Span
from pactwatch.model.status import Fact
from pactwatch.state.positions import Standing, compute_standings


def held(
    stance: Stance,
    on: int | None,
    *actors: str,
    about: Sequence[str] = ("pier",),
    outlet: str = "Harbour Post",
    score: float = 0.8,
    relevance: Relevance = Relevance.AGREEMENT,
    decided: Decision | None = None,
) -> Fact:
    """A report that actors hold a stance."""
    slots = Position(Mention(Span(0, 1), actors[0]), stance, Span(2, 3), Span(3, 4))
    fact = make_fact(
        slots,
        Kind.POSITION,
        about,
        document(outlet, on),
        score=score,
        relevance=relevance,
        decided=decided,
    )
    return replace(fact, placement=replace(fact.placement, actors=says(*actors)))


def rows(*facts: Fact) -> dict[tuple[str, str], Standing]:
    """The standings by actor and provision."""
    return {(row.actor, row.provision): row for row in compute_standings(facts, AGREEMENT)}


def test_the_latest_day_is_the_current_stance() -> None:
    row = rows(held(Stance.CONSIDERS, 2, "north"), held(Stance.OFFERS, 4, "north"))["north", "pier"]
    assert [stand.day for stand in row.stands] == [date(2031, 5, 2), date(2031, 5, 4)]
    assert row.current is not None
    assert row.current.stances == (Stance.OFFERS,)


def test_a_change_names_both_stances_the_day_and_the_facts() -> None:
    first, second = held(Stance.CONSIDERS, 2, "north"), held(Stance.OFFERS, 4, "north")
    (change,) = rows(first, second)["north", "pier"].changes
    assert change.words == "considers -> offers on 4 May"
    assert (change.facts_before, change.facts_after) == ((first,), (second,))


def test_the_same_stance_on_two_days_is_no_change() -> None:
    row = rows(held(Stance.REJECTS, 2, "north"), held(Stance.REJECTS, 4, "north"))["north", "pier"]
    assert row.changes == ()
    assert len(row.stands) == 2


def test_reports_that_differ_on_one_day_stand_side_by_side() -> None:
    one, other = held(Stance.OFFERS, 4, "north"), held(Stance.REJECTS, 4, "north", outlet="Lake Wire")
    row = rows(one, other)["north", "pier"]
    assert row.current is not None
    assert row.current.mixed
    assert row.current.stances == (Stance.OFFERS, Stance.REJECTS)
    assert set(row.current.facts) == {one, other}


def test_two_persons_of_one_actor_are_one_row() -> None:
    facts = held(Stance.OFFERS, 2, "Jon Vale/north"), held(Stance.REJECTS, 3, "north")
    assert [change.words for change in rows(*facts)["north", "pier"].changes] == [
        "offers -> rejects on 3 May"
    ]


def test_an_institution_stands_beside_its_owner() -> None:
    row = rows(held(Stance.SUPPORTS, 2, "north"), held(Stance.OPPOSES, 3, "north-navy"))["north", "pier"]
    assert row.current is not None
    assert row.current.stances == (Stance.SUPPORTS,)
    assert [(part.actor, part.current and part.current.stances) for part in row.parts] == [
        ("north-navy", (Stance.OPPOSES,))
    ]


def test_an_owner_of_whom_nothing_is_told_has_an_empty_row() -> None:
    row = rows(held(Stance.OPPOSES, 3, "north-navy"))["north", "pier"]
    assert (row.stands, row.current, row.changes) == ((), None, ())
    assert len(row.parts) == 1


def test_several_actors_and_provisions_have_a_row_each() -> None:
    found = rows(held(Stance.DEMANDS, 2, "north", "south", about=("pier", "crews")))
    assert list(found) == [("north", "crews"), ("north", "pier"), ("south", "crews"), ("south", "pier")]


def test_what_has_no_day_comes_first_and_changes_nothing() -> None:
    row = rows(held(Stance.OFFERS, None, "north"), held(Stance.REJECTS, 3, "north"))["north", "pier"]
    assert [stand.day for stand in row.stands] == [None, date(2031, 5, 3)]
    assert row.changes == ()


def test_without_any_day_the_undated_is_current() -> None:
    row = rows(held(Stance.OFFERS, None, "north"))["north", "pier"]
    assert row.current is not None
    assert row.current.day is None


@pytest.mark.parametrize(
    "fact",
    [
        held(Stance.OFFERS, 2, "north", decided=Decision.REJECT),
        held(Stance.OFFERS, 2, "north", relevance=Relevance.PREHISTORY),
        held(Stance.OFFERS, 2, "north", score=0.3),
        held(Stance.OFFERS, 2, "Una Brask"),
        held(Stance.OFFERS, 2, "north", about=()),
    ],
    ids=["rejected", "before the agreement", "beside", "nobody of the file", "about nothing"],
)
def test_what_does_not_count(fact: Fact) -> None:
    assert rows(fact) == {}


_FACTS = st.lists(
    st.builds(
        held,
        st.sampled_from(Stance),
        st.one_of(st.none(), st.integers(1, 9)),
        st.sampled_from(["north", "south", "north-navy", "lakeland"]),
        about=st.sampled_from([("pier",), ("crews", "pier")]),
    ),
    max_size=8,
)


@given(_FACTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_facts_does_not_matter(facts: list[Fact], random: object) -> None:
    mixed = list(facts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert compute_standings(mixed, AGREEMENT) == compute_standings(facts, AGREEMENT)
