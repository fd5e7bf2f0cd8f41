"""Links in force: what makers propose, what a person decides, and what is left when either goes."""

import itertools
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sample_ledger import AT, draft_all, make_article, make_figures, make_statements, make_store

from pactwatch.errors import Ambiguous, LedgerBroken, NotInCase, Refused
from pactwatch.ledger.drafts import (
    draft_link_judgement,
    draft_linking,
    draft_reading,
    draft_withdrawal,
)
from pactwatch.ledger.store import open_store
from pactwatch.ledger.tables import INDEX_VERSION
from pactwatch.ledger.verify import verify_ledger
from pactwatch.model.link import Link, LinkJudgement, LinkKind, Reason, Verdict
from pactwatch.model.source import Span

FIRST, SECOND, THIRD = (make_article(name)[0] for name in ("a", "bb", "ccc"))
DAY = Reason("day", "both name Monday", (Span(0, 5),), (Span(6, 9),))


def story(one=FIRST, other=SECOND, score: float = 0.75, maker: str = "stories") -> Link:
    """Two documents about one occurrence."""
    return Link(LinkKind.SAME_STORY, one.document.id, other.document.id, score, (DAY,), maker, "1")


def utterance(number: int = 0) -> Link:
    """The same sentence of two documents."""
    a, b = make_statements(FIRST)[number].key, make_statements(SECOND)[number].key
    return Link(LinkKind.SAME_UTTERANCE, a, b, 0.5, (Reason("quote", "the same quotation"),), "words", "1")


def judged(link: Link, verdict: Verdict, reason: str = "read both") -> LinkJudgement:
    return LinkJudgement(link.kind, link.a, link.b, verdict, "ann", reason)


@pytest.fixture
def filled(store, salt, shelf):
    """A ledger with three articles and nothing linked."""
    for name in ("a", "bb", "ccc"):
        article, data = make_article(name)
        shelf.put(data)
        store.append(draft_all(article, salt), AT)
    return store


@pytest.fixture
def linking(salt):
    """Drafts what one maker proposes for the ends of its links."""

    def draft(*links: Link, touched: tuple[str, ...] = ()):
        ends = [end for link in links for end in (link.a, link.b)]
        maker = links[0].maker if links else "stories"
        return draft_linking(maker, "1", touched or ends, links, salt)

    return draft


@pytest.fixture
def judge(salt):
    """Drafts a decision on a link."""

    def draft(link: Link, verdict: Verdict = Verdict.SAME, reason: str = "read both"):
        return draft_link_judgement(judged(link, verdict, reason), salt)

    return draft


def names(links) -> list[tuple]:
    """Each link by its kind, with whether it holds."""
    return [(linked.kind.value, linked.holds) for linked in links]


def test_a_proposed_link_holds_until_a_person_says_otherwise(filled, linking, judge):
    filled.append([linking(story()), linking(utterance())], AT)
    assert names(filled.links()) == [("same_story", True), ("same_utterance", True)]
    filled.append([judge(story(), Verdict.DIFFERENT), judge(utterance(), Verdict.UNSURE)], AT)
    assert names(filled.links()) == [("same_story", False), ("same_utterance", False)]
    proposed = {linked.kind: linked.link for linked in filled.links()}
    assert proposed[LinkKind.SAME_UTTERANCE].reasons == utterance().reasons


def test_the_newest_decision_counts_and_the_older_ones_stay_in_the_record(filled, linking, judge):
    filled.append([linking(story())], AT)
    known = []
    for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.SAME):
        filled.append([judge(story(), verdict, f"now {verdict}")], AT)
        known.append((filled.head().number, verdict))
        (linked,) = filled.links()
        assert (linked.judgement.verdict, linked.judgement.reason) == (verdict, f"now {verdict}")
    for number, verdict in known:
        (then,) = filled.links(number)
        assert then.judgement.verdict is verdict
    (before,) = filled.links(known[0][0] - 1)
    assert before.judgement is None and before.holds


def test_a_pair_that_nobody_proposed_can_be_judged(filled, judge):
    filled.append([judge(story(SECOND, THIRD))], AT)
    (linked,) = filled.links()
    assert (linked.link, linked.holds, linked.key) == (None, True, story(THIRD, SECOND).key)
    assert filled.links(filled.head().number - 1) == []


def test_a_decision_outlives_the_maker_that_proposed_the_link(filled, linking, judge):
    filled.append([linking(story()), judge(story(), Verdict.SAME)], AT)
    filled.append([linking(touched=(FIRST.document.id,))], AT)
    (linked,) = filled.links()
    assert linked.link is None and linked.holds and linked.judgement.verdict is Verdict.SAME
    filled.append([linking(replace(story(), score=0.25))], AT)
    (again,) = filled.links()
    assert again.link.score == 0.25 and again.judgement == linked.judgement


def test_a_mutual_link_is_the_same_from_either_side(filled, linking, judge):
    """Its places turn with it: what stands in a stays in a."""
    a, b = sorted([FIRST, SECOND], key=lambda article: article.document.id)
    filled.append([linking(story(b, a)), judge(story(a, b)), judge(story(b, a), Verdict.DIFFERENT)], AT)
    (linked,) = filled.links()
    assert (linked.a, linked.b) == (linked.link.a, linked.link.b) == (a.document.id, b.document.id)
    assert linked.link.reasons[0].a == DAY.b and linked.link.reasons[0].b == DAY.a
    assert linked.judgement.verdict is Verdict.DIFFERENT


def test_a_link_with_a_direction_keeps_it(filled, linking, judge):
    copied = replace(story(), kind=LinkKind.COPIED_FROM)
    back = replace(copied, a=copied.b, b=copied.a)
    filled.append([linking(copied), judge(back, Verdict.DIFFERENT)], AT)
    found = {(linked.a, linked.b): linked.holds for linked in filled.links()}
    assert found == {(copied.a, copied.b): True, (back.a, back.b): False}


def test_of_two_makers_the_surer_one_gives_the_link(filled, linking):
    filled.append([linking(story(score=0.5, maker="copies")), linking(story(score=0.9))], AT)
    (linked,) = filled.links()
    assert (linked.link.maker, linked.link.score) == ("stories", 0.9)


def test_of_two_links_of_one_pair_in_a_linking_the_first_stays(filled, linking):
    filled.append([linking(story(score=0.5), story(SECOND, FIRST, 0.9))], AT)
    (linked,) = filled.links()
    assert linked.link.score == 0.5


def test_a_linking_supersedes_what_it_touches_and_no_more(filled, linking):
    filled.append([linking(story(), story(SECOND, THIRD)), linking(utterance())], AT)
    filled.append([linking(touched=(FIRST.document.id,))], AT)
    assert [linked.key for linked in filled.links()] == [story(SECOND, THIRD).key, utterance().key]


def test_links_of_a_withdrawn_document_are_left_out(filled, salt, linking, judge):
    filled.append([linking(story(), story(SECOND, THIRD)), linking(utterance()), judge(story())], AT)
    filled.append([draft_withdrawal(FIRST.document.id, "a forgery")], AT)
    assert [linked.key for linked in filled.links()] == [story(SECOND, THIRD).key]


def test_links_of_claims_that_went_are_left_out_and_come_back_with_them(filled, salt, linking, judge):
    filled.append([linking(utterance()), judge(utterance())], AT)
    document = FIRST.document.id
    filled.append([draft_reading(document, "statements", "2", make_statements(FIRST)[1:], salt)], AT)
    assert filled.links() == []
    filled.append([judge(utterance(), Verdict.DIFFERENT)], AT)
    filled.append([draft_reading(document, "statements", "3", make_statements(FIRST, "3"), salt)], AT)
    (back,) = filled.links()
    assert back.judgement.verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("link", "says"),
    [
        (replace(story(), b="f" * 64), "no document"),
        (replace(utterance(), b="0" * 24), "has a claim"),
        (replace(utterance(), kind=LinkKind.SAME_STORY), "no document"),
        (replace(story(), kind=LinkKind.DENIES), "has a claim"),
        (replace(story(), b=story().a), "both ends of this one are the same"),
    ],
    ids=["unknown document", "unknown claim", "claims as documents", "documents as claims", "one end twice"],
)
def test_a_link_between_what_is_not_there_is_refused(filled, judge, link: Link, says: str):
    before = filled.dump(), filled.head()
    with pytest.raises(Refused, match=says):
        filled.append([judge(link)], AT)
    assert (filled.dump(), filled.head()) == before


def test_a_decision_on_a_link_needs_a_reason(filled, judge):
    with pytest.raises(Refused, match="reason"):
        filled.append([judge(story(), reason="  ")], AT)


def test_a_link_is_found_by_the_beginning_of_its_key(filled, linking, judge):
    filled.append([linking(story(), story(SECOND, THIRD)), judge(utterance())], AT)
    for linked in filled.links():
        assert filled.find_link(linked.key[:8].upper()) == linked
    with pytest.raises(NotInCase, match=f'no link "{story().key[:6]}zz".*nearest is "{story().key}"'):
        filled.find_link(story().key[:6] + "zz")
    pairs = [
        replace(utterance(), a=one.key, b=other.key)
        for one, other in itertools.combinations((*make_figures(FIRST), *make_figures(SECOND)), 2)
    ]
    filled.append([judge(pair) for pair in pairs], AT)
    keys = [linked.key for linked in filled.links()]
    for first, number in {key[0]: sum(k[0] == key[0] for k in keys) for key in keys}.items():
        if number > 1:
            with pytest.raises(Ambiguous, match=f"fits {number} links"):
                filled.find_link(first)


def test_no_words_of_a_decision_stand_in_the_chain(filled, judge, path: Path):
    filled.append([judge(story(), reason="Lund said so")], AT)
    with closing(sqlite3.connect(path)) as connection:
        chain = "".join(payload for (payload,) in connection.execute("SELECT payload FROM record"))
    assert "Lund" not in chain
    payload = filled.records()[-1].payload
    assert payload["decision"] == "same" and set(payload["link"]) == {"kind", "a", "b"}


def test_the_history_of_a_claim_tells_the_decisions_on_its_links(filled, judge):
    filled.append([judge(utterance(), Verdict.DIFFERENT), judge(utterance(1)), judge(story())], AT)
    told = [row for row in filled.history(utterance().a) if row.link_judgement]
    assert [row.what for row in told] == [
        f"link judged different: same utterance, with claim {utterance().b[:12]}"
    ]
    assert told[0].link_judgement.reason == "read both" and told[0].judgement is None


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_any_order_of_decisions_on_different_links_gives_the_same_tables(
    tmp_path: Path, salt, linking, judge, order
):
    """Added, linked, judged: whatever comes first, each pair ends as it was decided last."""
    steps = [
        [linking(story())],
        [judge(story(), Verdict.UNSURE)],
        [judge(story(THIRD, FIRST)), linking(utterance())],
    ]
    with make_store(tmp_path / "straight.sqlite") as straight, make_store(tmp_path / "mixed.sqlite") as mixed:
        for target, chosen in ((straight, range(3)), (mixed, order)):
            for article in (FIRST, SECOND, THIRD):
                target.append(draft_all(article, salt), AT)
            for number in chosen:
                target.append(steps[number], AT)
                target.append(steps[number], AT)
        assert mixed.dump() == straight.dump()
        assert mixed.links() == straight.links()


def test_rebuild_gives_the_same_links(filled, linking, judge, shelf):
    filled.append([linking(story()), linking(utterance()), judge(story(), Verdict.DIFFERENT)], AT)
    filled.append([linking(touched=(FIRST.document.id,)), judge(utterance())], AT)
    before = filled.dump(), filled.links()
    filled.rebuild()
    assert (filled.dump(), filled.links()) == before
    assert filled.verify(shelf.read).ok


@pytest.fixture
def closed(filled, linking, judge, path: Path) -> Path:
    """A ledger with links, one of them superseded, and decisions, closed."""
    filled.append([linking(story(), story(SECOND, THIRD)), linking(utterance())], AT)
    filled.append([linking(touched=(THIRD.document.id,)), judge(story(), Verdict.DIFFERENT)], AT)
    filled.append([judge(utterance())], AT)
    filled.close()
    return path


@pytest.mark.parametrize(
    ("edit", "table"),
    [
        ("UPDATE link_judgement SET decision = 'same' WHERE kind = 'same_story'", "link_judgement"),
        ("UPDATE link_judgement SET reviewer = 'eve'", "link_judgement"),
        ("UPDATE link_judgement SET body = NULL", "link_judgement"),
        ("DELETE FROM link_judgement", "link_judgement"),
        ("INSERT INTO link_judgement VALUES ('denies', 'x', 'y', 'same', 'eve', NULL)", "link_judgement"),
        ("UPDATE link SET body = replace(body, '0.75', '0.99')", "link"),
        ("DELETE FROM link WHERE kind = 'same_story'", "link"),
    ],
)
def test_an_edited_row_of_a_link_is_found_and_healed(closed: Path, shelf, edit: str, table: str):
    """By verify, and by every command before it uses the ledger; a rebuild makes it again."""
    with open_store(closed) as reader:
        before = reader.dump()
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute(edit)
        connection.commit()
    (finding,) = verify_ledger(closed, shelf.read).findings
    assert finding.where.startswith(f"table {table}, row") and "not what the records give" in finding.what
    for writer in (None, "ann"):
        with pytest.raises(LedgerBroken, match=f"table {table}, row"):
            open_store(closed, writer)
    with open_store(closed, "ann", check=False) as store:
        store.rebuild()
        assert store.dump() == before


@pytest.mark.parametrize("depth", [1, 2, 3, 5, 1000])
def test_a_ledger_with_superseded_links_opens(closed: Path, monkeypatch: pytest.MonkeyPatch, depth: int):
    monkeypatch.setattr("pactwatch.ledger.store.TO_READ", depth)
    open_store(closed).close()


@pytest.fixture
def older(closed: Path) -> Path:
    """The file as the version before judgements on links left it."""
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("DROP TABLE link_judgement")
        for index in ("link_a", "link_b"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return closed


def test_an_older_ledger_tells_a_reader_what_to_do(older: Path, shelf):
    with pytest.raises(LedgerBroken, match="another version of Pactwatch") as told:
        open_store(older)
    assert "pactwatch rebuild" in told.value.remedy
    (finding,) = verify_ledger(older, shelf.read).findings
    assert (
        finding.where == "tables derived in ledger.sqlite"
        and f"user_version 1, here {INDEX_VERSION}" in finding.what
    )


@pytest.mark.parametrize("by", ["rebuild", "the next writer"])
def test_an_older_ledger_is_brought_up(older: Path, shelf, by: str):
    with open_store(older, "ann", check=by != "rebuild") as store:
        if by == "rebuild":
            store.rebuild()
        assert names(store.links()) == [("same_story", False), ("same_utterance", True)]
    assert verify_ledger(older, shelf.read).ok
