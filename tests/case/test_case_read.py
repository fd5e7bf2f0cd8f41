"""Reading again: an edited agreement, a newer maker, and what people decided meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pactwatch.case.ask import Case
from pactwatch.case.judge import judge_claim
from pactwatch.case.open import open_case
from pactwatch.case.read import read_again, take_in_agreement
from pactwatch.ids import hash_text
from pactwatch.ledger.answers import NOT_PLACED
from pactwatch.ledger.drafts import draft_agreement
from pactwatch.model.record import Decision
from pactwatch.model.status import Fact

Clock = Callable[[], str]


def find_said(case: Case, words: str) -> Fact:
    """The first fact whose words hold these."""
    return next(fact for fact in case.facts() if words in fact.claim.words)


def edit_agreement(case: Case, old: str, new: str) -> None:
    path: Path = case.folder / "agreement.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_reads_nothing(case: Case, at: Clock) -> None:
    """The same makers and the same agreement leave the ledger as it is."""
    before = case.head()
    same, problems = take_in_agreement(case, at())
    assert same is case and problems == []
    assert list(read_again(case, at)) == []
    assert case.head() == before


def test_an_edited_agreement_places_all_claims_anew(case: Case, at: Clock) -> None:
    """New words in the agreement link claims that were read before; the claims themselves stay."""
    keys = [fact.claim.key for fact in case.facts()]
    before = [fact for fact in case.facts() if "barges" in [m.provision for m in fact.placement.provisions]]
    assert before
    edit_agreement(case, "of: barges", "of: sacks")
    edit_agreement(case, "words: [barge, grain]", "words: [wheat]")
    assert [problem.code for problem in case.problems() if problem.code.startswith("C")] == ["C103"]
    case, problems = take_in_agreement(case, at())
    assert problems == []
    assert [fact.claim.key for fact in case.facts()] == keys
    after = [fact for fact in case.facts() if "barges" in [m.provision for m in fact.placement.provisions]]
    assert len(after) < len(before)
    assert [problem.code for problem in case.problems() if problem.code.startswith("C")] == []
    assert case.verify().ok


def test_a_broken_edit_keeps_the_last_good_agreement(case: Case, at: Clock) -> None:
    """Its mistakes are told with line and column, and the record goes on under the last valid text."""
    before, agreement = case.head(), case.agreement
    edit_agreement(case, "phase: one\n    duty: {by: north", "phase: onee\n    duty: {by: north")
    case, problems = take_in_agreement(case, at())
    assert [(problem.nearest, problem.line > 0) for problem in problems] == [("one", True)]
    assert case.agreement == agreement and case.head() == before
    codes = [problem.code for problem in case.problems()]
    assert "C102" in codes and problems[0].code in codes


def test_an_edit_taken_back_gives_the_same_facts(case: Case, at: Clock) -> None:
    """Back to the former text, every claim is placed as it was before."""
    before = case.facts()
    edit_agreement(case, "of: barges", "of: sacks")
    edit_agreement(case, "words: [barge, grain]", "words: [wheat]")
    case, _ = take_in_agreement(case, at())
    assert case.facts() != before
    edit_agreement(case, "words: [wheat]", "words: [barge, grain]")
    case, _ = take_in_agreement(case, at())
    assert case.facts() == before


def test_a_recorded_agreement_that_is_no_longer_valid_is_replaced_by_the_file(case: Case, at: Clock) -> None:
    """A text that this version refuses does not lock the case: the corrected file is taken in."""
    text = "title: of an earlier version\n"
    case.store.append([draft_agreement(text, hash_text(text), "harbour-accord")], at())
    case.store.close()
    with open_case(case.folder, write=True, writer="tester") as opened:
        assert "C103" in [problem.code for problem in opened.problems()]
        opened, problems = take_in_agreement(opened, at())
        assert problems == [] and opened.facts() == case_facts_of(opened)
    with open_case(case.folder) as again:
        assert again.agreement.title == "Harbour Accord between North and South"
    (case.folder / "agreement.yaml").write_text(text)
    with open_case(case.folder) as still:
        assert still.agreement.title == "Harbour Accord between North and South"


def case_facts_of(case: Case) -> list[Fact]:
    """The facts that are placed in the agreement in use."""
    return [fact for fact in case.facts() if fact.placement.relevance_reason != NOT_PLACED]


def test_a_missing_agreement_file_is_a_problem(case: Case) -> None:
    """The recorded text stays in use."""
    (case.folder / "agreement.yaml").unlink()
    assert "C101" in [problem.code for problem in case.problems()]
    assert case.facts()


def test_a_newer_maker_loses_no_judgement(case: Case, at: Clock, upgrade: Callable[[str], None]) -> None:
    """A claim that the newer version finds again keeps what a person decided of it."""
    fact = find_said(case, "on their way home")
    judge_claim(case, fact.claim.key, Decision.ACCEPT, reviewer="Ann", reason="checked", at=at())
    upgrade("no such words")
    assert {row.document.name for row in read_again(case, at)} == {"crews.txt", "barges.txt", "winter.txt"}
    again = case.claim(fact.claim.key)
    assert again.claim.version.endswith("-next")
    assert again.judgement is not None and again.judgement.reason == "checked"
    assert not again.stale and again.placement == fact.placement
    assert list(read_again(case, at)) == []


def test_an_accepted_claim_that_is_no_longer_found_stays_and_is_stale(
    case: Case, at: Clock, upgrade: Callable[[str], None]
) -> None:
    """A machine never takes away what a person accepted; what nobody accepted goes."""
    accepted = find_said(case, "on their way home")
    judge_claim(case, accepted.claim.key, Decision.ACCEPT, reviewer="Ann", reason="checked", at=at())
    upgrade("on their way home")
    list(read_again(case, at))
    assert case.claim(accepted.claim.key).stale
    assert [fact.stale for fact in case.facts() if "on their way home" in fact.claim.words] == [True]


def test_earlier_readings_stay_readable(case: Case, at: Clock, upgrade: Callable[[str], None]) -> None:
    """The record as it was known before the newer version still gives its claims."""
    position, before = str(case.head().number), case.facts()
    upgrade("home")
    list(read_again(case, at))
    assert case.facts(position) == before
    assert case.facts() != before


def test_rebuilt_tables_are_the_same_to_the_byte(case: Case, at: Clock) -> None:
    """Derived tables are a function of the records alone."""
    fact = case.facts()[0]
    judge_claim(case, fact.claim.key, Decision.REJECT, reviewer="Ann", reason="not a claim", at=at())
    before = case.store.dump()
    case.store.rebuild()
    assert case.store.dump() == before


@pytest.mark.parametrize("name", ["crews.txt", "barges.txt"])
def test_an_amended_claim_is_placed_as_amended(
    case: Case, at: Clock, upgrade: Callable[[str], None], name: str
) -> None:
    """A speaker that a person corrected is the speaker under the next version too."""
    fact = next(f for f in case.facts() if f.document.name == name and f.claim.kind == "statement")
    key = fact.claim.key
    judge_claim(
        case,
        key,
        Decision.AMEND,
        reviewer="Ann",
        reason="heard it",
        changes={"speaker": "Ida Adler"},
        at=at(),
    )
    assert [match.person for match in case.claim(key).placement.speakers] == ["Ida Adler"]
    upgrade("no such words")
    list(read_again(case, at))
    assert [match.person for match in case.claim(key).placement.speakers] == ["Ida Adler"]
