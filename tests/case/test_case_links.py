"""Links of a case: found by key or by their two ends, and what people decide of them."""

from collections.abc import Callable

import pytest

from pactwatch.case.ask import Case
from pactwatch.case.judge import find_words, judge_link, redact_words, withdraw_document
from pactwatch.errors import Ambiguous, NotInCase, Refused
from pactwatch.ledger.drafts import draft_linking
from pactwatch.model.link import Link, LinkJudgement, LinkKind, Reason, Verdict

Clock = Callable[[], str]
Judge = Callable[..., LinkJudgement]


def keys_of(case: Case, document: str) -> list[str]:
    """The claims of a document."""
    return [fact.claim.key for fact in case.facts() if fact.document.name == document]


@pytest.fixture
def judge(case: Case, at: Clock) -> Judge:
    """Decides as Ann who read both."""

    def decide(name: str, verdict: Verdict = Verdict.SAME, reason: str = "read both") -> LinkJudgement:
        return judge_link(case, name, verdict, reviewer=" Ann ", reason=reason, at=at())

    return decide


@pytest.fixture
def proposed(case: Case, at: Clock) -> Link:
    """Two documents that a maker holds to be of one origin."""
    ends = [case.document(name).document.id for name in ("crews", "barges")]
    reason = Reason("day", "both tell of the truce")
    link = Link(LinkKind.SAME_ORIGIN, min(ends), max(ends), 0.75, (reason,), "wire", "1")
    case.store.append([draft_linking("wire", "1", ends, [link])], at())
    return link


def test_a_decision_stands_beside_what_was_proposed(case: Case, proposed: Link, judge: Judge) -> None:
    """Different: the link is still there with its reasons, and no longer holds."""
    assert [linked.holds for linked in case.links()] == [True]
    judge(proposed.key[:8], Verdict.DIFFERENT, "  two ports ")
    (linked,) = case.links()
    assert linked.link == proposed and not linked.holds
    assert linked.judgement is not None
    assert (linked.judgement.reviewer, linked.judgement.reason) == ("Ann", "two ports")
    assert case.verify().ok


def test_a_decision_can_be_taken_back(case: Case, proposed: Link, judge: Judge) -> None:
    """Same, different, same again: the newest counts, and each stands at its position of the ledger."""
    before = str(case.head().number)
    for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.SAME):
        judge(proposed.key, verdict)
    positions = [str(int(before) + number) for number in range(4)]
    told = [case.links(known)[0].judgement for known in positions]
    assert [one and one.verdict.value for one in told] == [None, "same", "different", "same"]


@pytest.mark.parametrize("name", ["crews+barges", "barges.txt + crews.txt", "same_story:crews+barges"])
def test_two_documents_are_the_same_story(case: Case, judge: Judge, name: str) -> None:
    """By file name, in any order, with or without the kind."""
    judgement = judge(name)
    assert judgement.kind is LinkKind.SAME_STORY and judgement.key == case.link(name).key


def test_stories_follow_a_decision(case: Case, judge: Judge) -> None:
    """Judged different they come apart, judged the same they are together again."""
    for verdict, together in ((Verdict.SAME, True), (Verdict.DIFFERENT, False), (Verdict.SAME, True)):
        judge("crews+winter", verdict)
        assert (case.story("crews") == case.story("winter")) is together


def test_two_claims_are_the_same_utterance(case: Case, judge: Judge) -> None:
    """By the beginnings of their keys; nobody proposed it, and it holds all the same."""
    a, b = keys_of(case, "crews.txt")[0], keys_of(case, "barges.txt")[0]
    judgement = judge(f"{a[:12]}+{b[:12]}")
    assert judgement.kind is LinkKind.SAME_UTTERANCE and {judgement.a, judgement.b} == {a, b}
    (linked,) = case.links()
    assert linked.link is None and linked.holds
    told = [row.link_judgement for row in case.history(a) if row.link_judgement]
    assert told == [judgement]


def test_a_kind_in_front_keeps_its_direction(case: Case, judge: Judge) -> None:
    """The first denies the second, and not the other way round."""
    first, second = keys_of(case, "winter.txt")[0], keys_of(case, "barges.txt")[0]
    for one, other in ((first, second), (second, first)):
        judgement = judge(f"denies:{one}+{other}")
        assert (judgement.kind, judgement.a, judgement.b) == (LinkKind.DENIES, one, other)
    assert judge("Copied from: winter + barges").kind is LinkKind.COPIED_FROM
    assert len(case.links()) == 3


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("crews+nowhere", 'neither two documents nor two claims. The case has no document "nowhere"'),
        ("crews+", "neither two documents nor two claims"),
        ("denies:crews+barges", 'no claim "crews"'),
        ("same_story:crews+barge.xt", 'no document "barge.xt". The nearest is "barges.txt"'),
        ("zzzz", 'no link "zzzz"'),
        ("", 'no link ""'),
    ],
)
def test_what_is_not_there_is_told(case: Case, judge: Judge, name: str, says: str) -> None:
    """With the nearest, and how a pair is written."""
    with pytest.raises(NotInCase) as told:
        judge(name)
    assert says in told.value.message and told.value.remedy


def test_a_short_key_that_fits_several_is_told(case: Case, judge: Judge) -> None:
    """Sixteen pairs cannot all begin differently."""
    crews, barges = keys_of(case, "crews.txt"), keys_of(case, "barges.txt")
    for a in crews[:4]:
        for b in barges[:4]:
            judge(f"{a}+{b}"), judge(f"corrects:{a}+{b}")
    with pytest.raises(Ambiguous):
        for linked in case.links():
            judge(linked.key[0])


def test_a_decision_needs_words_and_two_ends(case: Case, judge: Judge, at: Clock) -> None:
    """Who, why, and two different things."""
    with pytest.raises(Refused, match="needs its reason"):
        judge("crews+barges", reason=" ")
    with pytest.raises(Refused, match="who makes it"):
        judge_link(case, "crews+barges", Verdict.SAME, reviewer="", reason="x", at=at())
    with pytest.raises(Refused, match="the same"):
        judge("crews+crews")
    assert case.links() == []


def test_what_no_longer_counts_is_not_linked(case: Case, proposed: Link, judge: Judge, at: Clock) -> None:
    """Links of a withdrawn document are left out, and no new decision is taken on them."""
    claims = [keys_of(case, name)[0] for name in ("crews.txt", "barges.txt")]
    judge("+".join(claims))
    withdraw_document(case, "crews.txt", reason="a draft", at=at())
    assert case.links() == []
    with pytest.raises(Refused, match=r"crews\.txt is withdrawn"):
        judge("crews+barges")
    with pytest.raises(NotInCase, match="no longer in force"):
        judge("+".join(claims))


def test_a_redaction_takes_the_reason_and_leaves_the_decision(case: Case, judge: Judge, at: Clock) -> None:
    """The words that a person quoted are in no file of the case any more."""
    words = "Peter Hale, a Northern spokesman"
    judge("crews+barges", Verdict.DIFFERENT, f"only one names {words}")
    redact_words(case, "crews.txt", find_words(case, "crews.txt", words), reason="private", at=at())
    (linked,) = case.links()
    assert linked.judgement is not None
    assert (linked.judgement.verdict, linked.judgement.reason) == (Verdict.DIFFERENT, "")
    assert words.encode() not in (case.folder / "ledger.sqlite").read_bytes()
    assert case.verify().ok
