"""What a case answers: documents, facts at any position, provisions by short name, problems."""

from collections.abc import Callable
from datetime import date

import pytest

from pactwatch.case.ask import Case
from pactwatch.case.judge import judge_claim
from pactwatch.case.question import Question
from pactwatch.case.read import take_in_agreement
from pactwatch.errors import Ambiguous, LedgerBroken, NotInCase, Refused, UnknownView
from pactwatch.model.record import Decision

Clock = Callable[[], str]


def test_the_status_names_view_day_and_position(case: Case) -> None:
    """Without a question it is any allegation, on the day to which the case has been read."""
    status = case.status()
    assert (status.view, status.on) == ("any-allegation", date(2031, 5, 20))
    assert str(case.head().number) in status.known
    assert [row.provision for row in status.provisions] == ["ceasefire", "crews", "barges"]
    assert status.documents == 3


def test_another_truce_is_left_out_with_the_reason(case: Case) -> None:
    """The winter truce's dead never enter this accord; the status says so."""
    left_out = {row.name: row for row in case.status().left_out}
    assert "winter truce" in left_out["winter.txt"].reason.lower()
    killed = [fact for fact in case.facts() if fact.placement.measure == "killed"]
    assert "winter.txt" not in {fact.document.name for fact in killed}


def test_as_known_then(case: Case, at: Clock) -> None:
    """A judgement changes nothing of what was known before it."""
    position = case.head().number
    fact = case.facts()[0]
    judge_claim(case, fact.claim.key, Decision.REJECT, reviewer="Ann", reason="wrong", at=at())
    assert case.facts(str(position))[0].judgement is None
    assert case.facts()[0].judgement is not None
    rejected = case.select(Question())
    assert fact.claim.key not in [one.claim.key for one in rejected]
    assert fact.claim.key in [one.claim.key for one in case.select(Question(known=str(position)))]


def test_a_day_stands_for_its_last_record(case: Case) -> None:
    """A day before the first record, and a text that is neither, are told."""
    assert case.position("2031-05-20") == case.head().number
    assert case.position(None) is None
    with pytest.raises(NotInCase, match="held nothing on 2031-05-19"):
        case.facts("2031-05-19")
    with pytest.raises(NotInCase, match="run from 1 to"):
        case.facts("9999")
    with pytest.raises(Refused, match="neither a record number nor a day"):
        case.facts("yesterday")


def test_before_the_agreement_there_is_no_status(case: Case) -> None:
    """The first record holds a case and no agreement yet."""
    with pytest.raises(Refused, match="no agreement yet"):
        case.status(Question(known="1"))


def test_published_by_leaves_out_later_and_undated_documents(case: Case) -> None:
    """Only what was public that day counts; each document left out says why."""
    question = Question(published_by=date(2031, 5, 18))
    assert {fact.document.name for fact in case.select(question)} == {"barges.txt"}
    reasons = {row.name: row.reason for row in case.status(question).left_out}
    assert "published after" in reasons["crews.txt"]
    assert "no date" in reasons["winter.txt"]


def test_expectations_are_held_against_the_whole_record_only(case: Case, at: Clock) -> None:
    """What the file expects of all reports is no failure of the reports that were public by a day."""
    path = case.folder / "agreement.yaml"
    expected = "\nexpect:\n  - {on: 2031-05-20, view: any-allegation, barges: done}\n"
    path.write_text(path.read_text(encoding="utf-8") + expected, encoding="utf-8")
    case, problems = take_in_agreement(case, at())
    assert problems == []
    assert len(case.status().expectations_failed) == 1
    assert case.status(Question(published_by=date(2031, 5, 18))).expectations_failed == ()
    assert case.status(Question(known=str(case.head().number))).expectations_failed == ()


def test_provisions_answer_to_the_beginning_of_their_names(case: Case) -> None:
    """A short name that fits one is enough; another names the nearest."""
    assert case.provision("cre").id == "crews"
    with pytest.raises(Ambiguous):
        case.provision("c")
    with pytest.raises(NotInCase, match='The nearest is "barges"'):
        case.provision("barge-s")


def test_an_unknown_view_names_those_that_exist(case: Case) -> None:
    """A wrong view is an error, never an empty answer."""
    with pytest.raises(UnknownView, match="party:north"):
        case.status(Question("party:nort"))


def test_views_differ_where_the_words_differ(case: Case) -> None:
    """A party's view holds only what that party says."""
    north = case.select(Question("party:north"))
    assert north
    assert all("north" in [match.actor for match in fact.placement.speakers] for fact in north)


def test_problems_name_what_needs_a_person(case: Case) -> None:
    """A document without a day and missing bytes are listed with what to do."""
    document = case.document("crews.txt").document
    case.archive.path(document.id).unlink()
    found = {(problem.code, problem.file) for problem in case.problems()}
    assert found == {("D110", "winter.txt"), ("C104", "crews.txt")}
    assert all(problem.hint for problem in case.problems())
    with pytest.raises((NotInCase, LedgerBroken)):
        case.article("crews.txt")


def test_an_article_is_cut_as_the_ledger_says(case: Case) -> None:
    """Every claim's words are the slice that it cites."""
    for fact in case.facts():
        article = case.article(fact.document.id)
        assert article.words(fact.claim.span) == fact.claim.words
