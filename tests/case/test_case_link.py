"""Linking the documents of a case: recorded once, the same in any order, and open to people's judgement."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from landing_reports import ALL, AT, MANIFEST, add, make_case, write_reports
from pactwatch.case import link as linker
from pactwatch.case.add import add_documents
from pactwatch.case.ask import Case
from pactwatch.case.judge import judge_claim, judge_link, withdraw_document
from pactwatch.case.link import link_documents
from pactwatch.case.question import Question
from pactwatch.display.sources import count_sources
from pactwatch.ledger.drafts import draft_linking
from pactwatch.model.claim import Statement
from pactwatch.model.link import Link, LinkKind, Verdict
from pactwatch.model.record import Decision, RecordKind
from pactwatch.model.status import Fact
from pactwatch.stories import proposals

Judge = Callable[[str, Verdict], None]

#: The stories of the six reports, and the origins among them: what goes back to what.
LANDING = ["halyard.txt", "courant.txt", "digest.txt", "dispatch.txt"]
STORIES = [["bridge.txt"], LANDING, ["register.txt"]]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The folder of the reports."""
    return write_reports(tmp_path / "texts")


@pytest.fixture
def landing(texts: Path, tmp_path: Path) -> Iterator[Case]:
    """The case with all six reports, linked."""
    with make_case(tmp_path / "landing") as case:
        add(case, texts, ALL)
        yield case


@pytest.fixture
def judge(landing: Case) -> Judge:
    def decide(name: str, verdict: Verdict) -> None:
        judge_link(landing, name, verdict, reviewer="Ann", reason="read both", at=AT)

    return decide


def stories_of(case: Case) -> list[list[str]]:
    """The names of the documents of each story; those of one day stand in the order of their IDs."""
    names = {row.document.id: row.document.name for row in case.documents()}
    return [sorted((names[one] for one in story.documents), key=rank) for story in case.stories()]


def rank(name: str) -> int:
    return LANDING.index(name) if name in LANDING else -1


def facts_of(case: Case, name: str) -> list[Fact]:
    return [fact for fact in case.facts() if fact.document.name == name]


def linkings(case: Case) -> int:
    return len(case.store.records(kind=RecordKind.LINKING))


def test_documents_are_linked_into_stories_and_origins(landing: Case) -> None:
    """A rewrite of the agency's report, one that does not name it, and a digest, which is no origin."""
    assert stories_of(landing) == STORIES
    story = landing.story("halyard")
    ids = {name: landing.document(name).document.id for name in ALL}
    (origin,) = story.origins
    assert origin.agency == "Halyard"
    assert {one.document: one.parent for one in origin.rewrites} == {
        ids["halyard.txt"]: None,
        ids["courant.txt"]: ids["halyard.txt"],
        ids["dispatch.txt"]: None,
    }
    assert ids["digest.txt"] in story.documents


def test_links_are_recorded_once(landing: Case) -> None:
    """Nothing came: nothing is recorded, and the links stay."""
    before, head = landing.links(), landing.head()
    assert linkings(landing) == 1
    linking = link_documents(landing, AT)
    assert (linking.stories, linking.links, linking.changed) == (3, len(before), 0)
    assert (landing.links(), landing.head()) == (before, head)


def test_what_is_no_news_is_not_proposed_anew(
    landing: Case, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the groups to which something came are looked at: here none, then that of the bridge."""
    asked: list[set[str]] = []
    real = linker.propose_links

    def watch(group: linker.Group) -> list[Link]:
        asked.append({report.document.name for report in group.reports})
        return real(group)

    monkeypatch.setattr(linker, "propose_links", watch)
    link_documents(landing, AT)
    assert asked == []
    (texts / "sources.csv").write_text(MANIFEST.replace("The Lockkeeper", "The Ambrel Lockkeeper"))
    add(landing, texts, ["bridge.txt", "courant.txt"])
    assert asked == [{"bridge.txt"}]


ORDERS = [ALL, ALL[::-1], *list(permutations(ALL))[100::240]]


@pytest.mark.parametrize("one_by_one", [False, True], ids=["at once", "one by one"])
@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "-".join(name[:2] for name in order))
def test_the_order_of_arrival_does_not_matter(
    landing: Case, texts: Path, tmp_path: Path, order: tuple[str, ...], one_by_one: bool
) -> None:
    """The derived tables are the same to the byte, links too."""
    with make_case(tmp_path / "other") as other:
        add(other, texts, order, one_by_one=one_by_one)
        assert other.store.dump() == landing.store.dump()
        assert other.verify().ok


def test_what_comes_twice_changes_nothing(landing: Case, texts: Path) -> None:
    """The same files once more."""
    before = landing.store.dump()
    assert add(landing, texts, ALL[::-1], one_by_one=True).changed == 0
    assert landing.store.dump() == before


def test_a_withdrawal_links_the_others_anew(landing: Case, texts: Path, tmp_path: Path) -> None:
    """They are linked as if the withdrawn report had never come."""
    withdraw_document(landing, "halyard.txt", reason="a draft", at=AT)
    with make_case(tmp_path / "without") as without:
        add(without, texts, [name for name in ALL if name != "halyard.txt"])
        assert landing.links() == without.links()
        assert stories_of(landing) == stories_of(without)
        assert link_documents(landing, AT).changed == 0


def test_a_withdrawal_before_or_after_the_others_is_the_same(
    landing: Case, texts: Path, tmp_path: Path
) -> None:
    """Withdrawn first, or after all were linked."""
    withdraw_document(landing, "courant.txt", reason="a draft", at=AT)
    with make_case(tmp_path / "early") as early:
        add(early, texts, ["courant.txt"])
        withdraw_document(early, "courant.txt", reason="a draft", at=AT)
        add(early, texts, ALL, one_by_one=True)
        assert early.links() == landing.links()
        assert early.facts() == landing.facts()


def test_a_judgement_changes_stories_and_is_reversible(landing: Case, judge: Judge) -> None:
    """Different takes a report out, same brings it back with the links that it had."""
    before = [one.link for one in landing.links()]
    judge("dispatch+halyard", Verdict.DIFFERENT)
    assert not any({"halyard.txt", "dispatch.txt"} <= set(own) for own in stories_of(landing))
    judge("dispatch+halyard", Verdict.SAME)
    assert stories_of(landing) == STORIES
    assert [one.link for one in landing.links()] == before


def test_an_unsure_judgement_takes_the_link_away(landing: Case, judge: Judge) -> None:
    """Unsure is no yes; the proposal stays and can be judged again."""
    judge("dispatch+halyard", Verdict.UNSURE)
    assert stories_of(landing) == [["bridge.txt"], LANDING[:3], ["register.txt"], ["dispatch.txt"]]
    judge("dispatch+halyard", Verdict.SAME)
    assert stories_of(landing) == STORIES


@pytest.mark.parametrize("verdicts", [[Verdict.DIFFERENT], [Verdict.UNSURE, Verdict.DIFFERENT]])
def test_those_that_stay_are_linked_as_if_they_were_alone(
    landing: Case, judge: Judge, texts: Path, tmp_path: Path, verdicts: list[Verdict]
) -> None:
    """Whatever was judged before: the links of the others know nothing of the one that a person took out."""
    for verdict in verdicts:
        judge("courant+halyard", verdict)
    assert ["courant.txt"] in stories_of(landing)
    with make_case(tmp_path / "alone") as alone:
        add(alone, texts, [name for name in ALL if name != "courant.txt"])
        courant = landing.document("courant").document.id
        own = {fact.claim.key for fact in facts_of(landing, "courant.txt")} | {courant}
        assert [one for one in landing.links() if not own & {one.a, one.b}] == alone.links()


def test_two_that_nobody_linked_can_be_one_story(landing: Case, judge: Judge) -> None:
    """The register's report of the landing: a person sees that it is the same."""
    judge("register+halyard", Verdict.SAME)
    assert stories_of(landing) == [["bridge.txt"], ["register.txt", *LANDING]]


def test_a_newer_maker_links_all_anew(landing: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each link is recorded anew under the new version."""
    before = landing.links()
    for module in (proposals, linker):
        monkeypatch.setattr(module, "VERSION", "next")
    assert link_documents(landing, AT).changed == len(before)
    assert {one.link.version for one in landing.links() if one.link} == {"next"}
    assert [one.key for one in landing.links()] == [one.key for one in before]
    assert link_documents(landing, AT).changed == 0


def test_the_links_of_another_maker_are_left_alone(landing: Case, texts: Path, tmp_path: Path) -> None:
    """A linking by another maker does not pass for ours: what came before it is linked all the same."""
    with make_case(tmp_path / "two") as case:
        add(case, texts, ["halyard.txt", "dispatch.txt"])
        list(add_documents(case, [texts / name for name in ALL], lambda: AT))
        ids = sorted(case.document(name).document.id for name in ("halyard", "bridge"))
        foreign = Link(LinkKind.SAME_ORIGIN, ids[0], ids[1], 0.9, (), "wire", "1")
        case.store.append([draft_linking("wire", "1", ids, [foreign])], AT)
        link_documents(case, AT)
        assert [one.link for one in case.links() if one.link != foreign] == [
            one.link for one in landing.links()
        ]
        assert foreign in [one.link for one in case.links()]


def test_a_document_is_dated_by_its_story(landing: Case, judge: Judge) -> None:
    """Dispatch prints no day and speaks of Monday; a person can refuse the day."""
    dispatch = landing.document("dispatch").document.id
    assert [when.first.isoformat() for when in landing.days().values()] == ["2031-05-19"]
    assert landing.days()[dispatch].how == "dated by its story: as halyard.txt"
    assert {fact.published and fact.published.first for fact in facts_of(landing, "dispatch.txt")} == {
        date(2031, 5, 19)
    }
    judge("dates:halyard+dispatch", Verdict.DIFFERENT)
    assert landing.days() == {}
    assert {fact.published for fact in facts_of(landing, "dispatch.txt")} == {None}


def test_the_day_that_a_person_confirms_comes_first(landing: Case, judge: Judge) -> None:
    """Two reports date one: the proposal gives way to the judgement."""
    judge("dates:courant+dispatch", Verdict.SAME)
    (day,) = landing.days().values()
    assert (day.first, day.how) == (date(2031, 5, 20), "dated by its story: as courant.txt")


def test_what_was_public_on_a_day(landing: Case, judge: Judge) -> None:
    """The dated report counts from its day on; refused, it is left out with its reason."""

    def left_out(day: str) -> dict[str, str]:
        status = landing.status(Question(published_by=date.fromisoformat(day)))
        return {row.name: row.reason for row in status.left_out}

    def public(day: str) -> set[str]:
        facts = landing.select(Question(published_by=date.fromisoformat(day), on=date(2031, 5, 30)))
        return {fact.document.name for fact in facts}

    assert public("2031-05-18") == {"bridge.txt"}
    assert public("2031-05-19") == {"bridge.txt", "halyard.txt", "dispatch.txt"}
    assert left_out("2031-05-18")["dispatch.txt"] == "published after 2031-05-18"
    assert "dispatch.txt" not in left_out("2031-05-19")
    judge("dates:halyard+dispatch", Verdict.DIFFERENT)
    assert public("2031-05-19") == {"bridge.txt", "halyard.txt"}
    assert left_out("2031-05-19")["dispatch.txt"].startswith("has no date")


def test_facts_say_where_they_belong(landing: Case) -> None:
    """Story and origin of each; a digest has a story and no origin."""
    halyard = landing.document("halyard").document.id
    for name, origin in (("halyard.txt", halyard), ("courant.txt", halyard), ("digest.txt", None)):
        facts = facts_of(landing, name)
        assert facts
        assert {(fact.story, fact.origin) for fact in facts} == {(halyard, origin)}


def told_halyard(case: Case) -> Fact:
    """What the army told Halyard, in the register."""
    (fact,) = [
        fact
        for fact in facts_of(case, "register.txt")
        if isinstance(fact.claim.slots, Statement) and fact.claim.slots.addressee == "Halyard"
    ]
    return fact


def test_what_was_told_to_an_agency_is_of_its_origin(landing: Case, judge: Judge) -> None:
    """In the register's own report one statement is Halyard's: in one story with Halyard's report it goes
    back to that, else to a report that the case does not have."""
    register, halyard = (landing.document(name).document.id for name in ("register", "halyard"))
    assert told_halyard(landing).origin == f"{register}:Halyard"
    judge("register+halyard", Verdict.SAME)
    assert told_halyard(landing).origin == halyard
    others = {fact.origin for fact in facts_of(landing, "register.txt")} - {halyard}
    assert others == {register}


def test_chips_count_stories_and_origins(landing: Case, judge: Judge) -> None:
    """Articles, the stories that they are of, the origins that they go back to; digests apart."""

    def chip() -> str:
        return count_sources(landing.facts()).words

    assert chip() == "5 articles in 3 stories from 4 origins + 1 digest"
    judge("register+halyard", Verdict.SAME)
    assert chip() == "5 articles in 2 stories from 3 origins + 1 digest"
    judge("same_origin:dispatch+halyard", Verdict.DIFFERENT)
    assert chip() == "5 articles in 2 stories from 4 origins + 1 digest"
    assert count_sources(facts_of(landing, "digest.txt")).words == "1 digest only"


def test_two_carriers_come_apart_where_a_person_says_so(landing: Case, judge: Judge) -> None:
    """Not of one origin: neither the agency that both name nor a passage holds them together."""
    judge("same_origin:courant+halyard", Verdict.DIFFERENT)
    names = {row.document.id: row.document.name for row in landing.documents()}
    origins = [{names[one] for one in own.documents} for own in landing.story("halyard").origins]
    assert origins == [{"halyard.txt", "dispatch.txt"}, {"courant.txt"}]


def test_a_rejected_claim_is_nobodys_utterance(landing: Case) -> None:
    """Its links go with the next linking, and come back when it is accepted after all."""
    wanted = LinkKind.SAME_UTTERANCE
    before = [linked.key for linked in landing.links() if linked.kind is wanted]
    claim = next(linked.a for linked in landing.links() if linked.kind is wanted)
    for decision, stays in ((Decision.REJECT, False), (Decision.ACCEPT, True)):
        judge_claim(landing, claim, decision, reviewer="Ann", reason="read it", at=AT)
        link_documents(landing, AT)
        links = [linked for linked in landing.links() if linked.kind is wanted]
        assert any(claim in (linked.a, linked.b) for linked in links) is stays
    assert [linked.key for linked in landing.links() if linked.kind is wanted] == before


def test_a_rebuild_keeps_everything(landing: Case, judge: Judge) -> None:
    """Links, judgements and what follows from them are folded again from the records."""
    judge("register+halyard", Verdict.SAME)
    judge("dates:halyard+dispatch", Verdict.UNSURE)
    before = landing.store.dump(), landing.links(), landing.stories(), landing.facts()
    landing.store.rebuild()
    assert (landing.store.dump(), landing.links(), landing.stories(), landing.facts()) == before
    assert link_documents(landing, AT).changed == 0
    assert landing.verify().ok


def test_an_empty_case_has_no_links(tmp_path: Path) -> None:
    """Nothing to link, nothing recorded."""
    with make_case(tmp_path / "empty") as case:
        linking = link_documents(case, AT)
        assert (linking.stories, linking.links, linking.changed, linkings(case)) == (0, 0, 0, 0)
        assert case.stories() == ()
