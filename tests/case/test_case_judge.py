"""What people decide: on claims, on documents, on words that must go."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from pactwatch.case.amend import amend_claim, list_amendable
from pactwatch.case.ask import Case
from pactwatch.case.judge import find_words, judge_claim, redact_words, withdraw_document
from pactwatch.errors import Ambiguous, NotInCase, Refused
from pactwatch.model.claim import Figure
from pactwatch.model.record import Decision
from pactwatch.model.source import Span
from pactwatch.model.status import Fact

Clock = Callable[[], str]


@pytest.fixture
def toll(case: Case) -> Fact:
    """The figure "At least 12 people have been killed"."""
    return next(
        fact
        for fact in case.facts()
        if isinstance(fact.claim.slots, Figure) and fact.claim.slots.low == Decimal(12)
    )


def judge(case: Case, fact: Fact, decision: Decision, at: Clock, **changes: str) -> None:
    judge_claim(
        case, fact.claim.key[:12], decision, reviewer="Ann", reason="read it", changes=changes, at=at()
    )


def test_a_decision_stands_beside_the_machines_claim(case: Case, toll: Fact, at: Clock) -> None:
    """Accepted: the claim is the same, with who, what and why."""
    judge(case, toll, Decision.ACCEPT, at)
    after = case.claim(toll.claim.key)
    assert after.claim == toll.claim
    assert after.judgement is not None
    assert (after.judgement.reviewer, after.judgement.reason) == ("Ann", "read it")


def test_an_amendment_changes_what_counts_and_keeps_what_was_read(case: Case, toll: Fact, at: Clock) -> None:
    """The person's numbers are in force; the machine's are in the record before."""
    position = str(case.head().number)
    judge(case, toll, Decision.AMEND, at, low="1,012", hedge="")
    after = case.claim(toll.claim.key).claim
    assert isinstance(after.slots, Figure)
    assert (after.key, after.slots.low, after.hedge) == (toll.claim.key, Decimal(1012), None)
    before = next(fact for fact in case.facts(position) if fact.claim.key == toll.claim.key)
    assert before == toll
    assert case.verify().ok


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"lowest": "3"}, 'has no "lowest"'),
        ({"low": "many"}, "does not fit low"),
        ({"low": "NaN"}, "does not fit low"),
        ({"cumulative": "perhaps"}, "Write yes or no"),
        ({"modality": "sure"}, "asserted, denied"),
        ({"number": "1"}, 'has no "number"'),
    ],
)
def test_an_amendment_that_does_not_fit_is_refused(toll: Fact, changes: dict[str, str], says: str) -> None:
    """A wrong name or value says which there are; places in the text cannot be amended."""
    with pytest.raises(Refused, match=says):
        amend_claim(toll.claim, changes)


def test_what_can_be_amended(toll: Fact) -> None:
    """Speaker, hedge and mode of any claim, and the values of a figure."""
    names = list_amendable(toll.claim)
    assert {"speaker", "hedge", "modality", "low", "high", "counted", "effect", "cumulative"} <= set(names)
    assert {"number", "window"}.isdisjoint(names)


def test_a_decision_needs_a_reason_a_reviewer_and_values_only_with_amend(
    case: Case, toll: Fact, at: Clock
) -> None:
    """Nothing is recorded for a decision that does not hold together."""
    before = case.head()
    key = toll.claim.key
    with pytest.raises(Refused, match="needs its reason"):
        judge_claim(case, key, Decision.ACCEPT, reviewer="Ann", reason=" ", at=at())
    with pytest.raises(Refused, match="who makes it"):
        judge_claim(case, key, Decision.ACCEPT, reviewer="", reason="read it", at=at())
    with pytest.raises(Refused, match="only an amendment does"):
        judge(case, toll, Decision.ACCEPT, at, low="3")
    with pytest.raises(Refused, match="at least one value"):
        judge(case, toll, Decision.AMEND, at)
    assert case.head() == before


def test_short_keys_that_fit_several_or_none(case: Case, at: Clock) -> None:
    """A key that is too short is ambiguous, a wrong one is not in the case."""
    with pytest.raises(Ambiguous):
        many = {fact.claim.key[0]: 0 for fact in case.facts()}
        for first in many:
            case.claim(first)
    with pytest.raises(NotInCase):
        case.claim("zzz")


def test_a_withdrawn_document_no_longer_counts(case: Case, at: Clock) -> None:
    """Its claims are out of force, it stays listed with the reason, and once is enough."""
    withdraw_document(case, "crews.txt", reason="a draft", at=at())
    assert {fact.document.name for fact in case.facts()} == {"barges.txt", "winter.txt"}
    assert case.document("crews.txt").withdrawn == "a draft"
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw_document(case, "crews.txt", reason="again", at=at())


def test_redacted_words_are_gone_and_every_proof_holds(case: Case, at: Clock) -> None:
    """Neither ledger nor archive holds the words; the rest of the document still counts."""
    words = "Peter Hale, a Northern spokesman"
    stretch = find_words(case, "crews.txt", words)
    redact_words(case, "crews.txt", stretch, reason="a private person", at=at())
    assert words not in case.article("crews.txt").text
    assert all(words not in fact.claim.words for fact in case.facts())
    assert any(fact.document.name == "crews.txt" for fact in case.facts())
    assert words.encode() not in (case.folder / "ledger.sqlite").read_bytes()
    assert case.verify().ok


def test_words_to_redact_must_stand_once(case: Case) -> None:
    """Words that are missing or stand twice are told."""
    assert find_words(case, "crews.txt", "Crews return") == Span(0, 12)
    with pytest.raises(NotInCase, match="does not hold"):
        find_words(case, "crews.txt", "nothing like it")
    with pytest.raises(NotInCase, match="more than once"):
        find_words(case, "crews.txt", "the")
