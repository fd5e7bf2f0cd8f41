"""Rows of positions, promises, conditions, readings, meetings and alleged breaches, from invented facts."""

from dataclasses import replace
from datetime import date

import pytest
from lake_agreement import LAKE
from lake_held import make_alleged, make_bound, make_held_case, make_meetings, make_positions

from pactwatch.display.actors import make_sides
from pactwatch.display.allegations import find_allegations
from pactwatch.display.claim_tables import (
    make_allegation_table,
    make_position_table,
    make_promise_table,
    make_talk_table,
)
from pactwatch.display.commitments import find_promises
from pactwatch.display.positions import find_positions
from pactwatch.display.provision_claims import make_provision_claims
from pactwatch.display.slots import describe_shortly, describe_slots, list_slots
from pactwatch.display.tables import list_objects
from pactwatch.display.talks import find_talks
from pactwatch.model.status import Fact

ON = date(2031, 4, 20)


def test_each_kind_of_claim_reads_as_a_line() -> None:
    lines = [describe_slots(fact.claim) for fact in (*make_positions()[:1], *make_bound(), *make_meetings())]
    assert lines == [
        "Veyl rejects “monitors on its shore”",
        "“Veyl will not leave Holm island” waits for “the last sailor is home” (until)",
        "Aldra promises “to hand in its lists”, due 1 Apr 2031 (“by 1 April”), "
        "on condition “if the ice melts”",
        "promise reported broken: Veyl, “to count its boats”",
        "“The accord” does not require “Veyl to leave before the ice”",
        "partly done, confirmed by its speaker",
        "mediation of Tove Brann, Ilmar Oske and Rena Dahl, where: “Brannhaven”, about “the garrison”",
        "meeting of Aldra and Veyl, where: “Tarn”",
    ]


@pytest.mark.parametrize(
    ("fact", "rows"),
    [
        (make_positions()[0], {"Held by": "Veyl", "Stance": "rejects", "On": "monitors on its shore"}),
        (
            make_bound()[0],
            {"Waits": "Veyl will not leave Holm island", "Comes first": "the last sailor is home"},
        ),
        (make_bound()[1], {"Promised by": "Aldra", "Fate": "promised", "On condition": "if the ice melts"}),
        (make_bound()[3], {"Reads": "The accord", "Force": "does not require"}),
        (make_meetings()[0], {"Who": "Tove Brann", "Also": "Rena Dahl", "Where": "Brannhaven"}),
    ],
)
def test_what_a_claim_holds_stands_in_labelled_rows(fact: Fact, rows: dict[str, str]) -> None:
    assert rows.items() <= dict(list_slots(fact.claim)).items()


def test_the_margin_says_it_in_a_word() -> None:
    assert [describe_shortly(fact.claim) for fact in make_bound()[:4]] == [
        "“until”",
        "promised",
        "reported broken",
        "does not require",
    ]


def test_parties_come_first_then_mediators_then_others() -> None:
    assert list(make_sides(LAKE)) == ["aldra", "veyl", "norrin", "harbour", "monitors"]


def test_a_cell_shows_the_newest_stance_and_that_it_changed() -> None:
    page = find_positions(make_positions(), LAKE)
    assert [side.id for side in page.sides] == ["veyl", "norrin"]
    cell = page.groups[0].rows[0].cells["veyl"]
    assert [row.sign.word for row in cell.current] == ["supports"]
    assert cell.drifted and [(turn.day, turn.held[0].sign.word) for turn in cell.turns] == [
        ("10 Apr 2031", "rejects"),
        ("15 Apr 2031", "supports"),
    ]
    assert cell.told == "" and cell.sources.articles == 2


def test_a_stance_told_by_another_names_who_tells_it() -> None:
    cell = find_positions(make_positions(), LAKE).groups[0].rows[0].cells["norrin"]
    assert (cell.told, cell.drifted) == ("Rena Dahl (Veyl)", False)


def test_who_is_nobody_of_the_file_stands_below() -> None:
    page = find_positions(make_positions(), LAKE)
    assert [one.name for one in page.outside] == ["Pell Arne"] and page.loose == ()


def test_positions_are_narrowed_by_actor_provision_and_stance() -> None:
    facts = make_positions()
    assert len(find_positions(facts, LAKE, actor="veyl").facts) == 2
    assert len(find_positions(facts, LAKE, provision="monitors").facts) == 3
    assert len(find_positions(facts, LAKE, stance="considers").facts) == 1
    assert find_positions(facts, LAKE, actor="aldra").groups == ()


def test_what_is_only_named_in_passing_stands_below_and_in_no_cell() -> None:
    """A weak match is no position on the provision; nothing is lost."""
    fact = make_positions()[0]
    weak = tuple(replace(match, score=0.2) for match in fact.placement.provisions)
    page = find_positions([replace(fact, placement=replace(fact.placement, provisions=weak))], LAKE)
    assert (page.groups, [one.name for one in page.loose]) == ((), ["Veyl"])


def test_an_institution_has_a_column_of_its_own_or_counts_as_its_party() -> None:
    fact = make_positions()[0]
    office = replace(fact.placement.actors[0], actor="harbour", name="Veyl harbour office")
    facts = [replace(fact, placement=replace(fact.placement, actors=(office,)))]
    assert [side.id for side in find_positions(facts, LAKE).sides] == ["harbour"]
    assert [side.id for side in find_positions(facts, LAKE, institutions=True).sides] == ["veyl"]


def test_overdue_promises_come_first_and_a_broken_one_is_told_as_reported() -> None:
    page = find_promises(make_bound(), LAKE, ON)
    assert [(row.promiser, row.sign.full) for row in page.rows] == [
        ("Aldra", "promised (day past, nothing read of it)"),
        ("Veyl", "reported broken"),
    ]
    assert find_promises(make_bound(), LAKE, date(2031, 3, 31)).rows[0].sign.full == "promised"
    assert len(find_promises(make_bound(), LAKE, ON, fate="broken").rows) == 1


def test_talks_are_parted_into_ahead_and_past() -> None:
    page = find_talks(make_meetings(), LAKE, ON)
    assert [(row.day, row.sign.full, row.place) for row in page.ahead] == [("30 Apr 2031", "planned", "Tarn")]
    assert [(row.day, row.sign.full, row.about) for row in page.past] == [
        ("8 Apr 2031", "held", "the garrison")
    ]
    later = find_talks(make_meetings(), LAKE, date(2031, 5, 2))
    assert later.past[0].sign.full == "planned (day past, nothing later read)"
    assert [one.name for one in page.ahead[0].who] == ["Aldra", "Veyl"]
    assert [row.day for row in find_talks(make_meetings(), LAKE, ON, actor="norrin").rows] == ["8 Apr 2031"]


def test_alleged_breaches_have_one_form_for_each_party() -> None:
    case = make_held_case()
    page = find_allegations(case.facts(), LAKE, case.standings())
    assert [side.name for side in page.sides] == ["Aldra", "Veyl"]
    aldra, veyl = page.sides
    assert (aldra.row.claims, aldra.row.documents, veyl.row.claims) == (4, 3, 2)
    newest = next(entry for entry in aldra.entries if entry.place)
    assert (newest.against, newest.place, newest.provisions) == ("Veyl", "Tarn", ("shelling",))
    assert [words for words, _ in newest.harm] == ["3 people killed"]


def test_published_numbers_of_breaches_are_figures_and_count_for_nothing() -> None:
    page = find_allegations(make_alleged(), LAKE, {})
    assert [row.words for row in page.sides[0].tallies] == ["31 violations"]
    assert [(side.name, side.row.claims) for side in page.sides] == [("Aldra", 1), ("Veyl", 0)]
    assert find_allegations(make_alleged()[:1], LAKE, {}).sides == ()


def test_a_provision_has_its_steps_conditions_readings_and_promises() -> None:
    facts = (*make_positions(), *make_bound())
    crews = make_provision_claims(facts, "crews", LAKE, ON)
    garrison = make_provision_claims(facts, "garrison", LAKE, ON)
    assert [(step.step, [one.speaker.name for one in step.confirmed]) for step in crews.steps] == [
        ("partly done", ["Lake Monitors"])
    ]
    assert (len(crews.waiting), len(crews.waits_for)) == (1, 0)
    assert (len(garrison.waiting), len(garrison.waits_for)) == (0, 1)
    assert [(side.name, side.rows[0].force) for side in garrison.readings] == [("Veyl", "does not require")]
    assert [row.promiser for row in crews.promises] == ["Aldra"]
    assert [cell.side.id for cell in make_provision_claims(facts, "monitors", LAKE, ON).cells] == [
        "veyl",
        "norrin",
    ]


def test_the_twins_hold_the_same_rows() -> None:
    case = make_held_case()
    positions = list_objects(make_position_table(find_positions(case.facts(), LAKE)))
    assert (positions[0]["actor"], positions[0]["stance"]) == ("Veyl", "supports")
    assert positions[0]["turns"] == "10 Apr 2031: rejects; 15 Apr 2031: supports"
    promises = list_objects(make_promise_table(find_promises(case.facts(), LAKE, ON).rows))
    assert promises[0]["due_last"] == "2031-04-01"
    talks = list_objects(make_talk_table(find_talks(case.facts(), LAKE, ON).rows))
    assert talks[0]["with"] == "Aldra; Veyl"
    alleged = list_objects(make_allegation_table(find_allegations(case.facts(), LAKE, {})))
    assert {row["by"] for row in alleged} == {"Aldra", "Veyl"} and "3 people killed" in [
        row["harm"] for row in alleged
    ]
