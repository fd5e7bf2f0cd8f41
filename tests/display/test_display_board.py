"""The board and the provision page as rows."""

from dataclasses import replace

from lake_agreement import LAKE
from lake_case import LakeCase

from pactwatch.case.question import Question
from pactwatch.display.board import BreachRow, Card, make_board, make_breaches
from pactwatch.display.provision import ProvisionRow, make_provision
from pactwatch.display.sources import count_sources
from pactwatch.display.terms import describe_condition, describe_due, describe_duty
from pactwatch.display.views import make_views
from pactwatch.model.status import Breaches, CaseStatus, Mark
from pactwatch.state.views import known_views


def cards() -> dict[str, Card]:
    case = LakeCase()
    accounts = {name: case.status(Question(f"party:{name.lower()}")) for name in ("Aldra", "Veyl")}
    columns = make_board(LAKE, case.status(), accounts)
    return {card.id: card for column in columns for card in column.cards}


def page(provision: str) -> ProvisionRow:
    case, views = LakeCase(), make_views(LAKE)
    by_view = {view.view: case.status(Question(view.view)) for view in views}
    return make_provision(LAKE.provisions[provision], LAKE, case.status(), by_view, views)


def test_a_column_for_each_phase_and_a_card_for_each_provision() -> None:
    columns = make_board(LAKE, LakeCase().status(), {})
    assert [column.title for column in columns] == [phase.title for phase in LAKE.phases.values()]
    assert [card.id for card in columns[0].cards] == ["shelling", "crews", "barges"]
    assert columns[1].after == "“Return of the detained crews” is fulfilled"
    assert sum(number for _, number in columns[0].counts) == 3


def test_a_card_says_who_owes_and_how_far_it_is() -> None:
    crews = cards()["crews"]
    assert crews.duty is not None and crews.duty.words == "Aldra: release 48 crew members, to Veyl"
    assert crews.tally is not None and (crews.tally.words, crews.tally.of) == ("47 of 48", "crew members")
    assert crews.latest is not None and crews.latest.digest
    assert crews.latest.speaker.words == "Norrin"
    assert crews.latest.day == "published 18 Apr 2031"


def test_digests_are_counted_apart() -> None:
    crews = cards()["crews"]
    assert crews.sources.words == "4 articles + 1 digest"
    digests_only = [fact for fact in LakeCase().facts() if fact.document.digest]
    assert count_sources(digests_only).words == "1 digest only"
    assert count_sources([]).words == "no articles"


def test_the_chip_names_stories_and_origins_once_they_are_known() -> None:
    sources = replace(count_sources(LakeCase().facts()[:1]), stories=1, origins=1)
    assert sources.words == "1 article in 1 story from 1 origin"


def test_breaches_stand_side_by_side_in_equal_form() -> None:
    shelling = cards()["shelling"]
    assert [(row.by, row.against, row.claims, row.where) for row in shelling.breaches] == [
        ("Aldra", "Veyl", 2, "in 1 of 3 articles with its words + 1 digest"),
        ("Veyl", "Aldra", 2, "in 2 of 3 articles with its words"),
    ]


def test_a_breach_told_by_digests_alone_says_so() -> None:
    facts = tuple(fact for fact in LakeCase().facts() if fact.document.digest)
    assert make_breaches([Breaches("aldra", "veyl", facts, 0, 0)], LAKE)[0].where == "in 1 digest only"


def test_a_side_that_alleges_nothing_has_its_row_too() -> None:
    garrison = cards()["garrison"]
    assert [(row.by, row.claims) for row in garrison.breaches] == [("Aldra", 1), ("Veyl", 0)]


def test_swapping_the_sides_swaps_the_rows() -> None:
    """The same allegation under the other name gives the same row under the other name."""
    facts = tuple(LakeCase().facts()[:2])

    def rows(by: str, against: str) -> list[BreachRow]:
        return list(make_breaches([Breaches(by, against, facts, 1, 4)], LAKE))

    one, other = rows("aldra", "veyl"), rows("veyl", "aldra")
    assert replace(one[0], by="Veyl", against="Aldra") == other[1]
    assert replace(one[1], by="Aldra") == other[0]


def test_an_institution_stands_behind_its_party_and_one_side_has_one_row() -> None:
    facts = tuple(LakeCase().facts())
    rows = make_breaches(
        [
            Breaches("harbour", None, facts[:1], 1, 2),
            Breaches("harbour", "aldra", facts[1:3], 1, 2),
            Breaches("aldra", "veyl", facts[3:4], 1, 4),
        ],
        LAKE,
    )
    assert [(row.by, row.part_of, row.against, row.claims) for row in rows] == [
        ("Aldra", None, "Veyl", 1),
        ("Veyl", None, None, 0),
        ("Veyl harbour office", "Veyl", "Aldra", 3),
    ]


def flags(accounts: dict[str, CaseStatus]) -> dict[str, tuple[str, ...]]:
    columns = make_board(LAKE, LakeCase().status(), accounts)
    return {card.id: card.flags for column in columns for card in column.cards}


def test_a_clause_with_two_readings_is_flagged() -> None:
    assert flags({})["crews"] == ("2 readings of this clause",)
    assert flags({})["shelling"] == ()


def test_accounts_that_differ_are_named_with_their_marks() -> None:
    """One account has the withdrawal stalled, the other has it done."""
    status = LakeCase().status()
    done = replace(status, provisions=tuple(replace(item, mark=Mark.DONE) for item in status.provisions))
    shown = flags({"Aldra": status, "Veyl": done})
    assert shown["barges"] == ("accounts differ: Aldra, in progress; Veyl, done",)


def test_an_account_that_says_nothing_does_not_differ() -> None:
    case = LakeCase()
    accounts = {
        name: case.status(Question(view)) for name, view in (("A", "party:aldra"), ("V", "party:veyl"))
    }
    assert flags(accounts)["garrison"] == ()


def test_the_provision_page_shows_every_view() -> None:
    row = page("crews")
    assert [account.label for account in row.accounts][-2:] == ["Aldra", "Veyl"]
    assert [account.chosen for account in row.accounts].count(True) == 1
    assert row.accounts[0].tally == "47 of 48"
    assert next(account for account in row.accounts if account.label == "Aldra").tally == "46 of 48"


def test_the_provision_page_groups_its_evidence_newest_first() -> None:
    groups = {group.tone: group.facts for group in page("crews").groups}
    assert list(groups) == ["progress", "figure", "statement"]
    assert [fact.document.name for fact in groups["progress"]] == [
        "digest-0418.txt",
        "wire-0402.txt",
        "gazette-0318.txt",
        "leaflet.txt",
    ]


def test_readings_stand_side_by_side_with_their_sources() -> None:
    readings = page("crews").readings
    assert [(reading.of, reading.source) for reading in readings] == [
        ("As above", "Lake Gazette, The accord as signed"),
        ("Aldra", "Norrin Wire, Report of the signing"),
    ]
    assert readings[0].due == "72 hours after: both sides accept (2 Mar 2031)"
    assert page("barges").readings == ()


def test_terms_in_titles() -> None:
    provisions = LAKE.provisions
    assert describe_due(provisions["monitors"].due, LAKE) == "by 1 Jul 2031"
    assert describe_due(provisions["shelling"].due, LAKE) == "at once: both sides accept (2 Mar 2031)"
    assert (
        describe_condition(provisions["barges"].while_, LAKE) == "Aldra keeps “No shelling across the lake”"
    )
    assert describe_condition(provisions["garrison"].after, LAKE) == (
        "“Return of the detained crews” is fulfilled and it does not hold that "
        "first crews come home (20 Mar 2031) has happened"
    )
    duty = describe_duty(provisions["barges"].duty, LAKE)
    assert duty is not None and duty.what == "60 barges a day"
    assert describe_duty(provisions["dam"].duty, LAKE) is None


def test_the_switch_offers_the_views_that_the_engine_knows() -> None:
    assert tuple(label.view for label in make_views(LAKE)) == known_views(LAKE)
