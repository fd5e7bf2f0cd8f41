"""Words that go, go from links too: what makers quoted, and what people wrote."""

from pathlib import Path

import pytest
from sample_ledger import AT, draft_all, make_article, make_statements

from pactwatch.ledger.drafts import draft_link_judgement, draft_linking
from pactwatch.model.link import Link, LinkJudgement, LinkKind, Reason, Verdict
from pactwatch.model.source import Span

FIRST, SECOND = (make_article(name)[0] for name in ("a", "bb"))
WHY = "a private person's words"


def stretch_of(words: str) -> Span:
    begin = FIRST.text.index(words)
    return Span(begin, begin + len(words))


def link(kind: LinkKind, reason: Reason, number: int = 0) -> Link:
    """A link between the two articles, or between their statements of one number."""
    ends = [article.document.id for article in (FIRST, SECOND)]
    if kind is not LinkKind.SAME_STORY:
        ends = [make_statements(article)[number].key for article in (FIRST, SECOND)]
    return Link(kind, *ends, 0.5, (reason,), "words", "1")


STORY = link(LinkKind.SAME_STORY, Reason("words", "both say “40 crew members”"))
TOUCHED = link(LinkKind.SAME_UTTERANCE, Reason("quote", "both quote “40 crew members”"))
APART = link(LinkKind.SAME_UTTERANCE, Reason("words", "the same sentence"), 1)


@pytest.fixture
def redact(store, salt, shelf):
    """Links and judges two articles, then removes words of the first; gives the record."""
    for name in ("a", "bb"):
        article, data = make_article(name)
        shelf.put(data)
        store.append(draft_all(article, salt), AT)

    def run(words: str, *links: Link, reason: str = "Lund counted 40 crew members"):
        ends = [end for one in links for end in (one.a, one.b)]
        judgements = [
            LinkJudgement(one.kind, one.a, one.b, Verdict.DIFFERENT, "ann", reason) for one in links
        ]
        store.append([draft_linking("words", "1", ends, links, salt)], AT)
        store.append([draft_link_judgement(judgement, salt) for judgement in judgements], AT)
        return store.redact(FIRST.document.id, stretch_of(words), WHY, AT, shelf.read, shelf.replace)

    return run


def reasons(store) -> dict[str, str]:
    return {linked.key: linked.judgement.reason for linked in store.links()}


def test_the_reason_goes_and_the_decision_stays(store, shelf, redact, path: Path):
    redact("40 crew members", STORY, TOUCHED)
    (linked,) = store.links()
    assert linked.key == STORY.key and linked.link is None
    assert (linked.judgement.verdict, linked.judgement.reason) == (Verdict.DIFFERENT, "")
    assert "Lund counted 40" not in path.read_bytes().decode("utf-8", "replace")
    assert "both quote" not in path.read_bytes().decode("utf-8", "replace")
    assert store.verify(shelf.read).ok


def test_a_rebuild_afterwards_gives_the_same_tables(store, shelf, redact):
    redact("40 crew members", STORY, TOUCHED, APART)
    before = store.dump(), store.links()
    store.rebuild()
    assert (store.dump(), store.links()) == before
    assert store.verify(shelf.read).ok


def test_the_past_no_longer_holds_the_reason_either(store, redact):
    redact("40 crew members", STORY)
    (then,) = store.links(store.head().number - 1)
    assert then.judgement.reason == ""


def test_links_of_claims_that_are_not_touched_keep_their_words(store, redact):
    record = redact("40 crew members", APART, reason="the same sentence, word for word")
    assert reasons(store) == {APART.key: "the same sentence, word for word"}
    assert record.payload["links"] == []


@pytest.mark.parametrize(
    ("words", "reason", "written"),
    [
        ("40 crew members", APART.reasons[0], "the other one says 40 crew members"),
        ("40 crew members", Reason("figure", "both count 40 crew members"), "read both"),
        ("40 crew members", Reason("place", "the same place", (stretch_of("40 crew"),)), "read both"),
    ],
    ids=["a person wrote the words", "a maker quoted them", "a reason stands in the stretch"],
)
def test_words_that_a_link_took_from_elsewhere_go_too(
    store, shelf, redact, words: str, reason: Reason, written: str
):
    """The claims that it relates are not touched, the words that speak for it are."""
    told = link(LinkKind.SAME_UTTERANCE, reason, 1)
    record = redact(words, told, reason=written)
    assert [row["kind"] for row in record.payload["links"]] == ["same_utterance"]
    assert reasons(store) == {told.key: ""}
    (linked,) = store.links()
    assert linked.link is None and not linked.holds
    before = store.dump()
    store.rebuild()
    assert store.dump() == before and store.verify(shelf.read).ok


def test_places_in_the_other_document_are_not_taken_for_its_own(store, redact):
    """The same characters of the other document were not redacted."""
    told = link(LinkKind.SAME_UTTERANCE, Reason("place", "the same place", (), (stretch_of("40 crew"),)), 1)
    redact("40 crew members", told, reason="read both")
    (linked,) = store.links()
    assert linked.link is not None and linked.judgement.reason == "read both"
