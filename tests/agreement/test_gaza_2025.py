"""The first agreement loads without a problem and holds what the later parts rely on."""

import re
from datetime import date
from decimal import Decimal

import pytest
from agreement_page import ROOT

from pactwatch.agreement.load import load_agreement
from pactwatch.model.agreement import Accrual, Agreement, Role
from pactwatch.model.terms import Keeps, Within

FILE = ROOT / "agreements" / "gaza-2025" / "agreement.yaml"


@pytest.fixture(scope="module")
def gaza() -> Agreement:
    agreement, problems = load_agreement(FILE)
    assert [str(problem) for problem in problems] == []
    assert agreement is not None
    return agreement


def test_the_parties_and_those_who_mediate(gaza: Agreement) -> None:
    assert [actor.id for actor in gaza.actors_in(Role.PARTY)] == ["israel", "hamas"]
    assert [actor.id for actor in gaza.actors_in(Role.MEDIATOR)] == [
        "egypt",
        "qatar",
        "turkiye",
        "united-states",
    ]
    assert [actor.id for actor in gaza.actors_in(Role.GUARANTOR)] == ["united-states"]


def test_the_ministry_is_a_speaker_of_its_own_with_a_sourced_part_of(gaza: Agreement) -> None:
    ministry = gaza.actors["gaza-health-ministry"]
    assert (ministry.part_of, ministry.source) == ("hamas", "afp-2025-12-19")
    assert gaza.actors["gaza-media-office"].part_of is None


def test_both_readings_of_the_72_hours(gaza: Agreement) -> None:
    captives = gaza.provisions["captives"]
    assert captives.duty is not None and captives.duty.count == 48
    assert captives.due == Within(72, "hour", "withdrawal")
    assert [reading.due for reading in captives.readings] == [Within(72, "hour", "acceptance")]


def test_quantities(gaza: Agreement) -> None:
    aid, remains = gaza.provisions["aid"].duty, gaza.provisions["remains"].duty
    assert aid is not None and (aid.rate, aid.per, aid.bound) == (Decimal(600), "day", "at least")
    assert remains is not None and (remains.ratio, remains.each) == (Decimal(15), "deceased hostage")
    assert gaza.provisions["withdrawal-first"].while_ == Keeps("hamas", "agreement")


def test_every_point_of_the_plan_is_there(gaza: Agreement) -> None:
    """Points 1 to 20, in clauses and readings."""
    clauses = [one.clause or "" for one in gaza.provisions.values()]
    clauses += [one.clause or "" for item in gaza.provisions.values() for one in item.readings]
    points = {int(number) for clause in clauses for number in re.findall(r"\d+", clause)}
    assert points == set(range(1, 21))


def test_every_provision_has_words_a_text_and_a_source(gaza: Agreement) -> None:
    for provision in gaza.provisions.values():
        assert provision.words and provision.text and provision.source in gaza.sources, provision.id


def test_the_provisions_that_pages_and_tests_name(gaza: Agreement) -> None:
    named = (
        "captives ceasefire withdrawal-first aid prisoners remains rafah disarmament withdrawal-staged"
        " interim-authority board-of-peace stabilisation-force reconstruction amnesty displacement"
        " no-annexation statehood-path dialogue ceremony monitoring surveillance information-mechanism"
    )
    assert [name for name in named.split() if name not in gaza.provisions] == []


def test_prohibitions_bind_both_sides_alike(gaza: Agreement) -> None:
    """A clause in the passive that forbids is owed by both."""
    for name in ("ceasefire", "ceremony", "displacement", "frozen-lines"):
        duty = gaza.provisions[name].duty
        assert duty is not None and duty.continuing and set(duty.by) == {"israel", "hamas"}, name


def test_series_before_the_truce_are_other_series(gaza: Agreement) -> None:
    assert gaza.anchors["truce"].on == date(2025, 10, 10)
    assert [(rival.of, rival.on) for rival in gaza.anchors["truce"].rivals] == [
        ("gaza-health-ministry", date(2025, 10, 11))
    ]
    assert gaza.anchors[gaza.measures["killed-since-2023"].since or ""].prehistory
    assert not gaza.anchors[gaza.measures["killed-since-truce"].since or ""].prehistory
    assert gaza.measures["killed-since-truce"].accrual is Accrual.CUMULATIVE


def test_the_published_tally_has_its_four_parts(gaza: Agreement) -> None:
    parts = gaza.measures["violations-counted"].parts
    assert [part.removeprefix("violations-") for part in parts] == [
        "shootings",
        "raids",
        "bombardments",
        "demolitions",
    ]


def test_the_talks_of_july_are_another_negotiation(gaza: Agreement) -> None:
    july = gaza.others["july-2025-talks"]
    assert "60-day truce" in july.words
    assert july.before == date(2025, 9, 29)


def test_no_address_is_given_that_is_not_certain() -> None:
    assert "http" not in FILE.read_text(encoding="utf-8")


def test_the_expectation_stands_beside_the_text(gaza: Agreement) -> None:
    (expectation,) = gaza.expectations
    assert (expectation.on, expectation.view) == (date(2025, 12, 22), "any-allegation")
    assert (expectation.provision, expectation.expected) == ("captives", "47 of 48")


def test_swapping_the_parties_swaps_who_owes() -> None:
    """The program has no opinion on a name: exchanged in the file, exchanged in the result."""
    from pactwatch.agreement.load import parse_agreement

    text = FILE.read_text(encoding="utf-8")
    swap = {"israel": "hamas", "hamas": "israel"}
    swapped = re.sub(r"\b(israel|hamas)\b", lambda match: swap[match[0]], text)
    other, problems = parse_agreement(swapped.encode(), "swapped.yaml")
    one, _ = load_agreement(FILE)
    assert problems == [] and one is not None and other is not None
    for name, provision in one.provisions.items():
        duty, turned = provision.duty, other.provisions[name].duty
        if duty and turned:
            assert [swap.get(by, by) for by in duty.by] == list(turned.by)
