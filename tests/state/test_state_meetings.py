"""The talks timeline: which tellings are of one meeting, and what became of each plan."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from sample_facts import AGREEMENT, day, document, make_fact

from pactwatch.model.claim import Auxiliary, Event, Kind, Modality, Statement
from pactwatch.model.placement import Relevance
from pactwatch.model.record import Decision
from pactwatch.model.source import Document, Span, When
from pactwatch.model.status import Fact
from pactwatch.state.meeting_tellings import make_telling
from pactwatch.state.meetings import Fate, Meeting, compute_meetings

AS_OF = date(2031, 5, 22)
ACTORS = {
    "North": "north",
    "Jon Vale": "north",
    "South": "south",
    "Hanna Orth": "south",
    "Lakeland": "lakeland",
}
MODALITY = {
    "planned": Modality.PLANNED,
    "postponed": Modality.PLANNED,
    "rescheduled": Modality.PLANNED,
    "called off": Modality.DENIED,
    "not held": Modality.DENIED,
    "refused": Modality.DENIED,
    "supposed": Modality.HYPOTHETICAL,
}


def told(
    rule: str,
    who: str,
    source: Document,
    *,
    place: str | None = "Pell",
    on: int | None = None,
    last: int | None = None,
    mode: str = "meet",
    about: str | None = None,
    relevance: Relevance = Relevance.AGREEMENT,
    decided: Decision | None = None,
) -> Fact:
    """A report of a meeting of those whom ``who`` names, on a day of May 2031."""
    actor, recipient, *others = [name for name in who.split(", ") if name] + [None, None]
    slots = Event(
        "CONSULT",
        mode,
        actor,
        recipient,
        Span(0, 4),
        (),
        tuple(name for name in others if name),
        about,
        place,
    )
    modality = MODALITY.get(rule, Modality.ASSERTED)
    fact = make_fact(slots, Kind.EVENT, [], source, modality=modality, relevance=relevance, decided=decided)
    happened = When(day(on), day(last or on), "day", "words") if on else None
    return replace(fact, claim=replace(fact.claim, rule=rule, happened_on=happened))


def rows(*facts: Fact, as_of: date = AS_OF) -> tuple[Meeting, ...]:
    """The timeline, the same in every order of the facts."""
    found = compute_meetings(facts, AGREEMENT, as_of, ACTORS.get)
    for other in list(permutations(facts))[:24]:
        assert compute_meetings(other, AGREEMENT, as_of, ACTORS.get) == found
    return found


def test_a_plan_and_the_report_that_it_took_place_are_one_row() -> None:
    planned = told("planned", "North, South", document("Post", 15), on=18)
    held = told("held", "Jon Vale, Hanna Orth", document("Herald", 19), on=18, about="the pier")
    (row,) = rows(planned, held)
    assert (row.fate, row.fate_by, row.planned, row.told) == (Fate.HELD, (held,), (planned,), (held,))
    assert (row.day and row.day.first, row.place, row.about, row.overdue) == (
        day(18),
        "Pell",
        "the pier",
        False,
    )
    assert [(one.actor, one.names) for one in row.participants] == [
        ("north", ("Jon Vale", "North")),
        ("south", ("Hanna Orth", "South")),
    ]


@pytest.mark.parametrize(("on", "overdue"), [(18, True), (22, False), (29, False)])
def test_a_plan_of_which_nothing_later_is_reported_stays_open(on: int, overdue: bool) -> None:
    (row,) = rows(told("planned", "North, South", document("Post", 15), on=on))
    assert (row.fate, row.fate_by, row.as_of, row.overdue) == (Fate.OPEN, (), AS_OF, overdue)


@pytest.mark.parametrize(
    ("rule", "fate"),
    [
        ("held", Fate.HELD),
        ("opened", Fate.HELD),
        ("ended", Fate.HELD),
        ("postponed", Fate.POSTPONED),
        ("rescheduled", Fate.RESCHEDULED),
        ("called off", Fate.CALLED_OFF),
        ("not held", Fate.NOT_HELD),
        ("refused", Fate.REFUSED),
    ],
)
def test_each_fate_with_the_fact_that_says_so(rule: str, fate: Fate) -> None:
    planned = told("planned", "North, South", document("Post", 15), on=18)
    later = told(rule, "North, South", document("Herald", 19))
    (row,) = rows(planned, later)
    assert (row.fate, row.fate_by) == (fate, (later,))


def test_the_newest_report_decides() -> None:
    planned = told("planned", "North, South", document("Post", 12), on=18)
    off = told("called off", "North, South", document("Post", 16))
    held = told("held", "North, South", document("Herald", 19), on=18)
    (row,) = rows(planned, off, held)
    assert (row.fate, row.fate_by, row.told) == (Fate.HELD, (held,), (off, held))


def test_of_reports_of_one_day_that_it_took_place_comes_first() -> None:
    off = told("called off", "North, South", document("Post", 18), on=18)
    held = told("held", "North, South", document("Herald", 18), on=18)
    assert [row.fate for row in rows(off, held)] == [Fate.HELD]


def test_who_stays_away_does_not_undo_a_meeting() -> None:
    held = told("held", "North, Lakeland", document("Post", 18), on=18)
    away = told("refused", "North", document("Herald", 19), on=18)
    assert [row.fate for row in rows(held, away)] == [Fate.HELD]


def test_a_put_off_meeting_keeps_the_day_that_was_planned() -> None:
    planned = told("planned", "North, South", document("Post", 12), on=18)
    moved = told("postponed", "North, South", document("Herald", 16), on=21)
    (row,) = rows(planned, moved)
    assert row.day is not None
    assert (row.fate, row.day.first) == (Fate.POSTPONED, day(18))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"who": "North, South"}, {"who": "North, Lakeland"}),
        ({"place": "Pell"}, {"place": "Dell"}),
        ({"on": 18}, {"on": 19}),
        ({"mode": "meet"}, {"mode": "phone"}),
        ({"mode": "meet"}, {"mode": "visit"}),
    ],
)
def test_what_sets_two_tellings_apart(one: dict[str, object], other: dict[str, object]) -> None:
    plain: dict[str, object] = {"who": "North, South", "on": 18}
    first, second = (
        told("held", source=document(name, 19), **(plain | given))  # type: ignore[arg-type]
        for name, given in (("Post", one), ("Herald", other))
    )
    assert len(rows(first, second)) == 2


@pytest.mark.parametrize(
    ("held", "planned", "number"),
    [
        ({}, {"on": 28}, 2),
        ({"on": 12}, {}, 2),
        ({"on": 18}, {}, 1),
        ({}, {}, 1),
        ({"on": 28}, {"on": 28}, 1),
    ],
)
def test_a_meeting_held_before_is_not_the_one_that_is_planned(
    held: dict[str, int], planned: dict[str, int], number: int
) -> None:
    source = document("Post", 15)
    before = told("held", "North, South", source, **held)  # type: ignore[arg-type]
    ahead = told("planned", "North, South", source, **planned)  # type: ignore[arg-type]
    assert len(rows(before, ahead)) == number


def test_a_meeting_of_long_ago_is_another() -> None:
    old = told("held", "North, South", document("Post", 15))
    slots = replace(old.claim.slots, auxiliary=(Auxiliary.HISTORICAL,))  # type: ignore[type-var]
    old = replace(old, claim=replace(old.claim, slots=slots))
    assert len(rows(old, told("held", "North, South", document("Post", 15)))) == 2


def test_a_part_of_those_who_take_part_and_a_name_for_their_role_join() -> None:
    whole = told("held", "North, South, Lakeland", document("Post", 19), on=18)
    part = told("held", "North, South", document("Herald", 19), on=18, place=None)
    role = told("held", "mediators", document("Courier", 19))
    (row,) = rows(whole, part, role)
    assert [(one.actor, one.names) for one in row.participants][-1] == (None, ("mediators",))
    assert row.articles == 3


def test_days_that_overlap_join_and_the_most_exact_one_is_shown() -> None:
    month = told("planned", "North, South", document("Post", 15), on=1, last=31)
    exact = told("planned", "North, South", document("Herald", 16), on=28)
    (row,) = rows(month, exact)
    assert row.day is not None
    assert (row.day.first, row.day.last) == (day(28), day(28))


def test_without_a_day_the_reports_have_to_be_near_or_of_one_story() -> None:
    early = told("held", "North, South", document("Post", 2))
    late = told("held", "North, South", document("Herald", 19))
    assert len(rows(early, late)) == 2
    assert len(rows(*(replace(fact, story="pier") for fact in (early, late)))) == 1
    undated = told("held", "North, South", document("Courier", None))
    assert len(rows(late, undated)) == 2


def test_a_single_name_joins_only_with_the_place_or_the_day() -> None:
    whole = told("held", "North, South", document("Post", 19))
    one = told("planned", "North", document("Herald", 19), place=None)
    assert len(rows(whole, one)) == 2
    assert len(rows(whole, told("planned", "North", document("Herald", 19)))) == 1


def test_what_is_supposed_rejected_or_of_another_agreement_is_no_row() -> None:
    source = document("Post", 15)
    assert rows(told("supposed", "North, South", source)) == ()
    assert rows(told("held", "North, South", source, decided=Decision.REJECT)) == ()
    assert rows(told("held", "North, South", source, relevance=Relevance.PREHISTORY)) == ()


def test_an_alleged_breach_is_no_meeting() -> None:
    slots = Event("ACCUSE", "allege", "North", "South", Span(0, 4))
    assert rows(make_fact(slots, Kind.EVENT, ["ceasefire"], document("Post", 15))) == ()
    words = make_fact(
        Statement(slots.trigger, Span(0, 4), "said", ()),  # type: ignore[arg-type]
        Kind.STATEMENT,
        [],
        document("Post", 15),
    )
    with pytest.raises(TypeError):
        make_telling(words, ACTORS.get)


def test_articles_digests_and_origins_are_counted() -> None:
    first = replace(told("held", "North, South", document("Post", 19), on=18), origin="a")
    second = replace(told("held", "North, South", document("Herald", 19), on=18), origin="a")
    digest = told("held", "North, South", document("Ours", 20, digest=True), on=18)
    (row,) = rows(first, second, digest)
    assert (row.articles, row.digests, row.origins) == (2, 1, 1)
    assert row.reported_by == ("Herald in its own voice", "Ours in its own voice", "Post in its own voice")


def test_rows_stand_in_the_order_of_their_days() -> None:
    late = told("planned", "North, South", document("Post", 15), on=28)
    early = told("held", "North, Lakeland", document("Post", 15), on=12)
    never = told("planned", "South, Lakeland", document("Post", 15), place="Dell")
    assert [row.day and row.day.first for row in rows(late, early, never)] == [day(12), day(28), None]
