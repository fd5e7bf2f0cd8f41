"""Each number of the board and of a provision opens its sentences; institutions stand under their party."""

import re
from dataclasses import dataclass, replace
from html import unescape

import pytest
from lake_agreement import LAKE
from lake_case import LakeCase
from lake_facts import OFFICE, accusation, figure, make_fact
from lake_nested import nested
from lake_texts import ARTICLES, SHORE, WIRE
from starlette.testclient import TestClient

from pactwatch.case.question import Question
from pactwatch.model.claim import Modality, Progress
from pactwatch.model.source import Document
from pactwatch.model.status import Breaches, CaseStatus, Fact, Mark, PhaseStatus, ProvisionStatus
from pactwatch.web.app import make_app


@dataclass(frozen=True)
class BusyCase(LakeCase):
    """The lake case with a phase of its own progress, words for each side, and an institution."""

    def status(self, question: Question | None = None) -> CaseStatus:
        status = super().status(question)
        stalled = next(fact for fact in self.facts() if isinstance(fact.claim.slots, Progress))
        phase = PhaseStatus("two", 2, (), (0, 0, 0, 0), 0, 2, None, stalled, (stalled,))
        return replace(
            status,
            phases=(phase,),
            provisions=tuple(self._add(item) for item in status.provisions),
        )

    def _add(self, item: ProvisionStatus) -> ProvisionStatus:
        if item.provision == "dam":
            return replace(item, mark=Mark.NOT_STARTED, silent=not item.facts)
        return replace(item, breaches=tuple(self._nest(row) for row in item.breaches))

    def _nest(self, row: Breaches) -> Breaches:
        heard = tuple(fact for fact in self.facts() if not fact.document.digest)[: row.side_documents]
        if row.by != "veyl":
            return replace(row, side_facts=heard)
        part = Breaches("harbour", row.against, (office(),), 1, 1, side_facts=(office(),))
        return replace(row, side_facts=heard, parts=(part,))


def office() -> Fact:
    """An allegation by Veyl's harbour office."""
    return make_fact(
        SHORE,
        "Veyl accuses Aldra of breaking the accord by shelling its shore.",
        accusation(SHORE, "accuses", "harbour", "aldra"),
        accused="aldra",
        provisions=["shelling"],
        **OFFICE,
    )


def make_case() -> BusyCase:
    case = BusyCase()
    return replace(case, all_facts=(*case.all_facts, office()))


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(make_app(make_case()), base_url="http://127.0.0.1")


def text(body: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", body)))


def follow(client: TestClient, pattern: str, path: str) -> str:
    """The words of the page that a link opens."""
    body = unescape(client.get(path).text)
    found = re.search(pattern, body)
    assert found, pattern
    answer = client.get(found.group(1))
    assert answer.status_code == 200
    return text(answer.text)


DOOR = r'<a class="door[^"]*" href="(/evidence[^"]+)" data-drawer>'


def test_the_counts_of_a_phase_open_what_was_read(client: TestClient) -> None:
    assert "47 of the 48 crew members" in follow(client, rf"partly done <b>{DOOR}1</a></b>", "/")


def test_the_denominator_opens_the_words_of_the_side(client: TestClient) -> None:
    assert "3 claims from" in follow(client, rf"\(of {DOOR}3 articles</a> with its words\)", "/")


def test_digests_and_claims_of_a_side_are_doors_too(client: TestClient) -> None:
    assert "Aldra again alleged" in follow(client, rf"{DOOR}1 digest</a>", "/")
    assert "a plain breach" in follow(client, rf"{DOOR}2 claims</a>", "/")


def test_tallies_and_claims_under_each_view_are_doors(client: TestClient) -> None:
    row = r"<bdi>Aldra</bdi></a></th><td>.*?</td><td>"
    assert "46 of the 48" in follow(client, rf"(?s){row}{DOOR}46 of 48</a>", "/provision/crews")
    assert "claims from" in follow(client, rf'<td class="n">{DOOR}\d+</a></td>', "/provision/crews")


@pytest.mark.parametrize("path", ["/", "/provision/shelling"])
def test_an_institution_stands_under_its_party(client: TestClient, path: str) -> None:
    words = text(client.get(path).text)
    assert "of these Veyl harbour office 1 article (of 1 article with its words); 1 claim" in words
    assert "Veyl harbour office (Veyl) alleges" not in words


def test_the_phase_head_shows_the_progress_of_the_phase(client: TestClient) -> None:
    body = client.get("/").text
    head = text(body[body.index('id="phase-two"') : body.index('id="card-garrison"')])
    assert "The phase as such: partly done" in head and "reported by Ilmar Oske (Aldra)" in head
    assert "The phase as such" not in text(body[: body.index('id="phase-two"')])


def test_silence_is_told_as_silence_on_board_and_page(client: TestClient) -> None:
    assert "not started (nothing reported)" in text(client.get("/").text)
    assert "nothing read 1" in text(client.get("/?view=party:veyl").text)
    page = client.get("/provision/dam?view=party:veyl").text
    standing = page[page.index('class="standing"') : page.index("What was agreed")]
    assert "nothing read" in standing and "not started" not in standing


def test_what_is_only_spoken_of_has_its_own_heading() -> None:
    planned = tuple(
        replace(fact, claim=replace(fact.claim, modality=Modality.PLANNED))
        if isinstance(fact.claim.slots, Progress) and fact.document.id == WIRE.document.id
        else fact
        for fact in LakeCase().facts()
    )
    client = TestClient(make_app(LakeCase(all_facts=planned)), base_url="http://127.0.0.1")
    words = text(client.get("/provision/crews").text)
    assert "Spoken of, not reported as done 1 claim in 1 sentence" in words
    assert "Progress reported 3 claims in 3 sentences" in words


def test_a_sum_is_written_out_and_each_of_its_numbers_is_a_door() -> None:
    """A total of 14 with parts of 9 and 6, all in one report."""
    total = replace(LAKE.measures["dead"], parts=("passed", "soldiers"))
    agreement = replace(LAKE, measures={**LAKE.measures, "dead": total})
    parts = [
        make_fact(WIRE, "three times", figure(WIRE, "three", "barges", low=9, high=9), measure="passed"),
        make_fact(WIRE, "All but two", figure(WIRE, "two", "soldiers", low=6, high=6), measure="soldiers"),
    ]
    kept = [fact for fact in LakeCase().facts() if fact.placement.measure != "soldiers"]
    case = LakeCase(all_facts=(*kept, *parts), agreement=agreement)
    client = TestClient(make_app(case), base_url="http://127.0.0.1")
    words = follow(client, rf"{DOOR}9 \+ 6 = 15, stated 14</a>", "/figures")
    assert "3 claims from" in words
    assert "Does not add up by 1." in text(client.get("/figures/dead").text)


def test_a_statement_inside_another_is_shown_under_it() -> None:
    """The sentence by the navy holds the clause by Oske; the page shows each once."""
    inner, outer = nested()
    client = TestClient(make_app(LakeCase(all_facts=(inner, outer))), base_url="http://127.0.0.1")
    body = client.get("/quotes").text
    assert body.count('<li class="quote') == 1
    assert "Ilmar Oske" in text(body[body.index('class="quote inner') :])
    assert "2 statements" in text(body)


def test_a_report_without_an_outlet_is_named_by_its_agency_on_every_page() -> None:
    facts = tuple(replace(fact, document=unnamed(fact.document)) for fact in LakeCase().facts())
    articles = tuple(replace(article, document=unnamed(article.document)) for article in ARTICLES)
    client = TestClient(make_app(LakeCase(articles=articles, all_facts=facts)), base_url="http://127.0.0.1")
    for path in ("/documents", "/quotes", "/documents/wire-0402.txt", "/provision/garrison"):
        assert "unnamed outlet, norrin wire report" in text(client.get(path).text).lower(), path


def unnamed(document: Document) -> Document:
    return replace(document, outlet=None) if document.name == WIRE.document.name else document
