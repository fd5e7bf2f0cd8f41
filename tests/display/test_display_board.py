"""The board and the provision page as rows."""

from dataclasses import replace

from lake_agreement import LAKE
from lake_case import LakeCase

from pactwatch.case.question import Question
from pactwatch.display.board import BreachRow, Card, make_board, make_breaches
from pactwatch.display.marks import sign_status
from pactwatch.display.provision import ProvisionRow, group_facts, make_provision
from pactwatch.display.sources import count_sources
from pactwatch.display.terms import describe_condition, describe_due, describe_duty
from pactwatch.display.views import make_views
from pactwatch.model.claim import Modality, Progress
from pactwatch.model.status import Breaches, CaseStatus, Fact, Mark, PhaseStatus
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
    assert [(row.by, row.against, row.words) for row in shelling.breaches] == [
        ("Aldra", "Veyl", "in 1 article + 1 digest (of 3 articles with its words); 2 claims"),
        ("Veyl", "Aldra", "in 2 articles (of 3 articles with its words); 2 claims"),
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


def test_an_institution_stands_under_its_party_and_one_side_has_one_row() -> None:
    facts = tuple(LakeCase().facts())
    office = [Breaches("harbour", None, facts[:1], 1, 2), Breaches("harbour", "aldra", facts[1:3], 1, 2)]
    rows = make_breaches(
        [
            Breaches("veyl", None, facts[:1], 1, 2, parts=(office[0],)),
            Breaches("veyl", "aldra", facts[1:5], 2, 2, parts=(office[1],)),
            Breaches("aldra", "veyl", facts[3:4], 1, 4),
        ],
        LAKE,
    )
    assert [(row.by, row.against, row.claims) for row in rows] == [("Aldra", "Veyl", 1), ("Veyl", "Aldra", 5)]
    (part,) = rows[1].parts
    assert (part.by, part.part_of, part.claims) == ("Veyl harbour office", "Veyl", 3)
    assert f"; of these Veyl harbour office {part.where}" in rows[1].words


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


def test_progress_that_nobody_reports_stands_apart_from_what_is_reported() -> None:
    """One claim each: reported, planned, and reported of the phase that the same words name."""
    case = LakeCase()
    fact = next(fact for fact in case.facts() if fact.document.name == "gazette-0318.txt" and is_step(fact))
    planned = replace(fact, claim=replace(fact.claim, key="p", modality=Modality.PLANNED))
    weak = tuple(replace(match, score=0.2) for match in fact.placement.provisions)
    slots = replace(fact.claim.slots, owed=None)
    beside = replace(
        fact,
        claim=replace(fact.claim, key="b", slots=slots),
        placement=replace(fact.placement, provisions=weak),
    )
    groups = group_facts([fact, planned, beside], "crews", LAKE)
    assert [(group.title, group.facts) for group in groups] == [
        ("Progress reported", (fact,)),
        ("Spoken of, not reported as done", (planned,)),
        ("Progress of something else that names it", (beside,)),
    ]


def is_step(fact: Fact) -> bool:
    return isinstance(fact.claim.slots, Progress) and "crews" in [
        match.provision for match in fact.placement.provisions
    ]


def test_a_card_counts_what_is_only_spoken_of() -> None:
    case = LakeCase()
    planned = tuple(
        replace(fact, claim=replace(fact.claim, modality=Modality.PLANNED)) if is_step(fact) else fact
        for fact in case.facts()
    )
    (card,) = [
        card
        for column in make_board(LAKE, LakeCase(all_facts=planned).status(), {})
        for card in column.cards
        if card.id == "crews"
    ]
    assert card.spoken == sum(is_step(fact) for fact in planned) > 0
    assert cards()["crews"].spoken == 0


def test_the_newest_progress_of_a_phase_stands_under_its_head() -> None:
    case = LakeCase()
    fact = next(fact for fact in case.facts() if fact.document.name == "wire-0402.txt")
    stalled = next(fact for fact in case.facts() if isinstance(fact.claim.slots, Progress))
    phase = PhaseStatus("two", 2, (), (0, 0, 0, 0), 0, 2, None, stalled, (stalled, fact))
    columns = make_board(LAKE, replace(case.status(), phases=(phase,)), {})
    assert columns[0].latest is None and columns[1].latest is not None
    assert columns[1].latest.speaker.words == "Ilmar Oske (Aldra)"
    assert columns[1].sources is not None and columns[1].sources.articles == 2


def test_what_nobody_reports_is_told_as_silence() -> None:
    """Not started only as "nothing reported"; under a view of somebody's words as nothing read."""
    crews = next(item for item in LakeCase().status().provisions if item.provision == "crews")
    silent = replace(crews, mark=Mark.NOT_STARTED, silent=True, facts=())
    assert sign_status(silent, "any-allegation").full == "not started (nothing reported)"
    assert sign_status(silent, "uncontested").full == "not started (nothing reported)"
    for view in ("party:aldra", "mediators", "outlets"):
        assert sign_status(silent, view).full == "nothing read"
        assert sign_status(replace(silent, facts=crews.facts), view).note == "nothing reported"
    assert sign_status(replace(silent, silent=False, facts=crews.facts), "any-allegation").note == ""


def test_a_count_of_a_phase_knows_the_claims_behind_it() -> None:
    column = make_board(LAKE, LakeCase().status(), {})[0]
    for sign, number in column.counts:
        own = [card for card in column.cards if card.sign == sign]
        assert len(own) == number
        assert set(column.claims_of(sign)) == {claim for card in own for claim in card.sources.claims}


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
