"""The pages of stories: list, one story, passport, and what other pages tell of them."""

import re
from dataclasses import replace
from html import unescape

import pytest
from lake_case import LakeCase
from lake_story import HOLM, NOTE, QUOTED, REWRITE, SAID, STORY_LINKS, UNDATED, make_story_case
from lake_texts import DIGEST
from starlette.testclient import TestClient

from pactwatch.model.link import LinkKind
from pactwatch.web.app import make_app
from pactwatch.web.check import list_paths

STORY = "/story/norrin-holm.txt"


def open_case(case: LakeCase) -> TestClient:
    return TestClient(make_app(case), base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def client() -> TestClient:
    return open_case(make_story_case())


def text(client: TestClient, path: str) -> str:
    """The visible words of a page, tags taken out."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", answer.text)))


def test_stories_of_several_documents_come_first_and_the_others_are_folded(client: TestClient) -> None:
    body = client.get("/stories").text
    words = text(client, "/stories")
    assert "1 story of several documents, newest first." in words
    assert "3 articles in 1 story from 2 origins + 1 digest" in words
    assert "5 to 7 Apr 2031 (1 of 4 dated by their story)" in words
    assert "1 utterance in several reports · 7 links, 1 judged" in words
    folded = body[body.index("7 stories of one document") :]
    assert "Ferry truce holds" in folded and "Monitors count nine barges" not in folded
    assert 'aria-current="page">Stories' in body


def test_a_story_answers_to_any_of_its_documents_by_name_or_id(client: TestClient) -> None:
    whole = text(client, STORY)
    assert all(
        text(client, f"/story/{name}")[:400] == whole[:400]
        for name in ("norrin-holm", "gazette-holm.txt", HOLM.document.id[:12], UNDATED.document.id)
    )


def test_a_story_tells_its_parts_in_neutral_words(client: TestClient) -> None:
    words = text(client, STORY)
    for part in (
        "Norrin Wire report 2 articles go back to it",
        "Derived from A: 1 quotation score 0.83 machine",
        "cites AFP",
        "Kept 3 facts, left out 1, tells 1 of its own. B is derived from A.",
        "the number is given as “at least 31” in A, “some 30” in B",
        "names no source",
        "not here",
        "Counts and no verdict",
        "“terror”",
    ):
        assert part in words, part


def test_every_link_names_the_command_that_judges_it(client: TestClient) -> None:
    body = text(client, STORY)
    for one in STORY_LINKS:
        command = f'pactwatch judge CASE {one.key[:8]} same|different|unsure --reason "..."'
        assert command in body
    assert "called same by K. Lind: read both" in body


def test_every_sentence_opens_its_document_at_its_place(client: TestClient) -> None:
    body = unescape(client.get(STORY).text)
    doors = set(re.findall(r'class="stretch" href="(/documents/[0-9a-f]+)#(s-\d+)"', body))
    assert len(doors) > 5
    for path, anchor in doors:
        assert f'id="{anchor}"' in client.get(path).text


def test_columns_and_rows_are_kept_by_every_link_of_the_table(client: TestClient) -> None:
    body = unescape(client.get(f"{STORY}?columns=A&columns=C&rows=judging&view=outlets").text)
    assert 'href="/story/norrin-holm.txt?view=outlets&columns=A,C&rows=numbers#table"' in body
    assert '<input type="hidden" name="rows" value="judging">' in body
    assert "A story shows all that was read" in body


def test_where_the_order_is_not_known_reports_are_only_compared() -> None:
    same = replace(
        STORY_LINKS[3],
        kind=LinkKind.SAME_ORIGIN,
        link=replace(STORY_LINKS[3].link, kind=LinkKind.SAME_ORIGIN),  # type: ignore[type-var]
    )
    case = replace(make_story_case(), all_links=(*STORY_LINKS[:3], same))
    words = text(open_case(case), STORY)
    assert "which is derived from which is not known" in words
    assert "Both tell 3 facts; only A tells 1, only B 1." in words
    assert "A was first; whether the other is derived from it is not known." in words


def test_digests_alone_are_neither_an_origin_nor_a_wording(client: TestClient) -> None:
    words = text(client, f"/story/{DIGEST.document.id[:12]}")
    assert "A digest is never an origin and never a wording, so that nothing is compared here." in words
    assert "1 digest only" in words and "Origins" not in words


def test_a_withdrawn_document_stands_in_no_story() -> None:
    class Withdrawn(LakeCase):
        def stories(self, known: str | None = None):  # type: ignore[no-untyped-def]
            return tuple(story for story in super().stories() if HOLM.document.id not in story.documents)

    case = make_story_case()
    gone = Withdrawn(case.articles, case.all_facts, case.all_links, case.story_days)
    answer = open_case(gone).get(STORY)
    assert answer.status_code == 404 and "stands in no story" in answer.text
    assert open_case(gone).get(f"/documents/{HOLM.document.id}").status_code == 200


def test_a_passport_names_carriers_and_says_what_is_not_known(client: TestClient) -> None:
    words = text(client, f"/passport/{QUOTED.claim.key[:12]}")
    for part in (
        "3 wordings in 3 articles",
        "given to Rena Dahl, to Dahl's deputy",
        "Who was first is not known; the earliest day known is A’s, 5 Apr 2031, 10:00",
        "about 5 Apr 2031, dated by its story (as norrin-holm.txt)",
        "Norrin Wire report",
        "own reporting",
    ):
        assert part in words, part
    assert "1 wording in 1 article: no other report that was read has it" in text(
        client, f"/passport/{SAID.claim.key}"
    )


def test_a_figure_and_a_digest_have_no_passport(client: TestClient) -> None:
    figure = next(fact for fact in make_story_case().facts() if fact.claim.kind.value == "figure")
    answer = client.get(f"/passport/{figure.claim.key}")
    assert answer.status_code == 404 and "is no statement" in answer.text


def test_quotes_and_evidence_lead_to_the_passport_and_the_story(client: TestClient) -> None:
    quotes = unescape(client.get("/quotes").text)
    assert f'<a href="/passport/{QUOTED.claim.key[:12]}">3 wordings in 3 articles</a>' in quotes
    evidence = unescape(client.get(f"/evidence?claims={QUOTED.claim.key}").text)
    assert f'<a href="/passport/{QUOTED.claim.key[:12]}">3 wordings in 3 articles</a>' in evidence
    assert f'<a href="/story/{HOLM.document.id[:12]}">' in evidence
    assert "goes back to AFP, which was told this" in text(client, f"/evidence?claims={SAID.claim.key}")


def test_a_document_that_its_story_dates_says_both_days(client: TestClient) -> None:
    dated = "about 5 Apr 2031, dated by its story (as norrin-holm.txt); undated: no day is printed"
    assert dated in text(client, "/documents")
    words = text(client, f"/documents/{UNDATED.document.id}")
    assert dated in words
    assert "Story: Monitors count nine barges at Holm" in words and "Origin: own reporting." in words


def test_the_twin_of_a_story_holds_all_sides_and_all_clauses(client: TestClient) -> None:
    rows = client.get("/story/norrin-holm.txt.json").json()["rows"]
    sides = [row for row in rows if row["part"] == "difference"]
    assert {row["kind"] for row in sides} >= {"number", "attribution", "speaker", "quotation"}
    clauses = [row for row in rows if row["part"] == "row"]
    assert {row["file"] for row in clauses} == {one.document.name for one in (HOLM, REWRITE, UNDATED)}
    for row in rows:
        article = next(one for one in (HOLM, REWRITE, UNDATED) if one.document.name == row["file"])
        assert row["words"] == " ".join(article.text[row["begin"] : row["end"]].split())
    assert NOTE.document.name not in {row["file"] for row in rows}


def test_the_twins_of_stories_and_passports_answer(client: TestClient) -> None:
    listed = client.get("/stories.json").json()["rows"]
    row = next(row for row in listed if row["story"] == HOLM.document.id)
    assert (row["articles"], row["digests"], row["origins"], row["utterances"]) == (3, 1, 2, 1)
    carriers = client.get(f"/passport/{QUOTED.claim.key[:12]}.csv").text
    assert "Dahl's deputy" in carriers and carriers.count("\r\n") == 4


def test_the_footer_leads_to_the_twins(client: TestClient) -> None:
    body = client.get(STORY).text
    (href,) = re.findall(r'href="([^"]+)">\.json</a>', body)
    assert client.get(unescape(href)).status_code == 200


def test_every_story_and_a_passport_are_among_the_pages_that_are_checked() -> None:
    paths = list_paths(make_story_case())
    assert f"/story/{HOLM.document.id[:12]}" in paths and "/stories" in paths
    assert f"/passport/{QUOTED.claim.key[:12]}" in paths


def test_many_stories_are_shown_on_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pactwatch.web.story_pages.STORIES_SHOWN", 1)
    case = make_story_case()
    extra = replace(STORY_LINKS[0], a=case.articles[0].document.id, b=case.articles[1].document.id)
    client = open_case(replace(case, all_links=(*STORY_LINKS, extra)))
    first, second = text(client, "/stories"), text(client, "/stories?page=2")
    assert "Page 1 of 2" in first and "Page 2 of 2" in second
    assert ("Monitors count nine barges" in first) is not ("Monitors count nine barges" in second)
