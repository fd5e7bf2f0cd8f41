"""The second real agreement: articles and deadlines in days, and no line of Python for it."""

import re
from datetime import date

import pytest
from agreement_page import ROOT

from pactwatch.agreement.load import load_agreement
from pactwatch.model.agreement import Agreement, Role
from pactwatch.model.terms import AtOnce, Happened, Within

FILE = ROOT / "agreements" / "pretoria-2022" / "agreement.yaml"


@pytest.fixture(scope="module")
def pretoria() -> Agreement:
    agreement, problems = load_agreement(FILE)
    assert [str(problem) for problem in problems] == []
    assert agreement is not None
    return agreement


def test_the_parties_and_who_mediates(pretoria: Agreement) -> None:
    assert [actor.id for actor in pretoria.actors_in(Role.PARTY)] == ["ethiopia", "tplf"]
    assert [actor.id for actor in pretoria.actors_in(Role.MEDIATOR)] == ["african-union"]
    panel = [person.id for person in pretoria.people.values() if person.of == "au-panel"]
    assert panel == ["olusegun-obasanjo", "uhuru-kenyatta", "phumzile-mlambo-ngcuka"]


@pytest.mark.parametrize(
    ("provision", "due"),
    [
        ("ceasefire", AtOnce("effect")),
        ("hotline", Within(24, "hour", "signing")),
        ("commanders-meeting", Within(5, "day", "signing")),
        ("heavy-weapons", Within(10, "day", "declaration")),
        ("disarmament", Within(30, "day", "signing")),
        ("light-weapons-plan", Within(14, "day", "declaration")),
        ("interim-administration", Within(1, "week", "terrorist-list")),
    ],
)
def test_deadlines(pretoria: Agreement, provision: str, due: AtOnce | Within) -> None:
    assert pretoria.provisions[provision].due == due


def test_other_readings_of_a_deadline_stay_beside_it(pretoria: Agreement) -> None:
    heavy = pretoria.provisions["heavy-weapons"].readings
    assert [(one.of, one.due) for one in heavy] == [
        ("nairobi-text", AtOnce("other-forces")),
        ("tplf", AtOnce("other-forces")),
    ]
    assert [one.due for one in pretoria.provisions["disarmament"].readings] == [Within(30, "day", "effect")]
    assert [rival.on for rival in pretoria.anchors["war"].rivals] == [date(2020, 11, 4)]


def test_groups_of_articles_begin_together_and_wait_for_nothing(pretoria: Agreement) -> None:
    assert {phase.after for phase in pretoria.phases.values()} == {Happened("effect")}
    assert not any(phase.words for phase in pretoria.phases.values())


def test_every_provision_has_words_a_text_and_a_source(pretoria: Agreement) -> None:
    for provision in pretoria.provisions.values():
        assert provision.words and provision.text and provision.source in pretoria.sources, provision.id


def test_what_both_owe_is_owed_by_both_alike(pretoria: Agreement) -> None:
    for name in ("ceasefire", "propaganda", "civilians", "aid-workers", "aid-use"):
        duty = pretoria.provisions[name].duty
        assert duty is not None and duty.continuing and set(duty.by) == {"ethiopia", "tplf"}, name
    assert pretoria.provisions["other-forces"].duty is None, "the clause names nobody who must act"


def test_the_program_knows_nothing_of_it() -> None:
    """Another agreement is another file."""
    sources = [path for path in (ROOT / "src").rglob("*") if path.suffix in (".py", ".txt", ".tsv", ".html")]
    named = [path for path in sources if re.search("pretoria|tigray|tplf", path.read_text("utf-8").lower())]
    assert sources and named == []
