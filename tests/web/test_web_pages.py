"""Every page answers, shows what it must, and every number is a door to its sentence."""

import json
import re
from html import unescape

import pytest
from lake_agreement import LAKE
from lake_case import LakeCase
from lake_facts import make_figures
from lake_texts import DIGEST, GAZETTE, LEAFLET
from starlette.testclient import TestClient

from pactwatch.web.app import make_app
from pactwatch.web.check import list_paths

PATHS = list_paths(LakeCase())
TABLES = ("phases", "figures", "sums", "derivations", "documents", "stories", "quotes", "problems")


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(make_app(LakeCase()), base_url="http://127.0.0.1")


def text(client: TestClient, path: str) -> str:
    """The visible words of a page, tags taken out."""
    body = client.get(path).text
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", body)))


@pytest.mark.parametrize("path", PATHS)
def test_every_page_answers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.count("<h1") == 1 and '<html lang="en">' in answer.text


@pytest.mark.parametrize("path", PATHS)
def test_every_page_wears_the_frame(client: TestClient, path: str) -> None:
    words = text(client, path)
    assert "Read up to 20 Apr 2031; nothing later has been read." in words
    assert "Checkpoint 9f9f9f9f9f9f, 14 records" in words
    assert "7 documents, 35 claims, 31 unreviewed" in words
    assert "Whose words count" in words and "Skip to the content" in words


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("view", ["outlets", "mediators", "uncontested", "party:aldra", "party:veyl"])
def test_every_page_answers_under_every_view(client: TestClient, path: str, view: str) -> None:
    answer = client.get(path, params={**_parameters(path), "view": view})
    assert answer.status_code == 200
    assert 'aria-current="true"' in answer.text


def _parameters(path: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in path.partition("?")[2].split("&") if pair)


def test_links_keep_the_view_the_day_and_the_filters(client: TestClient) -> None:
    body = unescape(client.get("/?view=party:aldra&on=2031-04-01&reviewed=1").text)
    links = re.findall(r'href="(/provision/[^"]+|/figures[^"]*|/evidence[^"]*)"', body)
    assert links
    assert all(
        "view=party:aldra" in link and "on=2031-04-01" in link and "reviewed=1" in link for link in links
    )


def test_another_day_shows_a_band_in_words(client: TestClient) -> None:
    assert "Showing where things stood on 1 Apr 2031." in text(client, "/?on=2031-04-01")
    assert "Showing the record as it was known at record 9." in text(client, "/?known=9")
    assert "Showing" not in text(client, "/")


def test_the_board_shows_marks_by_shape_and_word(client: TestClient) -> None:
    body = client.get("/").text
    assert re.search(
        r'class="mark tone-blue"><svg[^>]*aria-hidden="true".*?</svg> <span class="word">partly done', body
    )
    words = text(client, "/")
    assert "47 of 48" in words and "Aldra: release 48 crew members, to Veyl" in words
    assert "Aldra alleges in 1 article + 1 digest (of 3 articles with its words); 2 claims" in words
    assert "Veyl alleges in 0 none read" in words


def test_the_chip_counts_digests_apart(client: TestClient) -> None:
    assert 'aria-label="4 articles + 1 digest: Return of the detained crews"' in client.get("/").text


def test_each_printed_number_opens_its_sentence(client: TestClient) -> None:
    """Every figure stands on a page as a link to its claim, and the claim shows its words."""
    pages = [unescape(client.get(path).text) for path in PATHS if path.startswith("/figures")]
    for fact in make_figures():
        href = f'href="/evidence?claims={fact.claim.key[:12]}"'
        assert any(href in page for page in pages), fact.claim.words
        assert fact.claim.words in text(client, f"/evidence?claims={fact.claim.key[:12]}")


def test_each_tally_and_each_count_of_breaches_opens_its_sentences(client: TestClient) -> None:
    body = unescape(client.get("/").text)
    tally = re.search(r'<a class="door big" href="([^"]+)" data-drawer>47 of 48</a>', body)
    assert tally and "Forty-seven of 48 sailors have returned" in text(client, tally.group(1))
    breach = re.search(r'<a class="door count" href="([^"]+)" data-drawer>1</a>', body)
    assert breach and "a plain breach" in text(client, breach.group(1))


def test_evidence_shows_context_chain_hedge_and_maker(client: TestClient) -> None:
    words = text(client, f"/evidence?claims={make_figures()[0].claim.key}")
    for part in (
        "at least",
        "Lake Gazette → Veyl harbour office (Veyl)",
        "by-hand 1, rule cut",
        "unreviewed",
    ):
        assert part in words
    assert make_figures()[0].claim.key in words
    assert "We have kept our word" in words and "Oske said Veyl had fired" in words


def test_the_drawer_is_the_inside_of_the_page(client: TestClient) -> None:
    key = make_figures()[0].claim.key
    inside = client.get(f"/evidence?claims={key}&fragment=1").text
    assert "<html" not in inside and "At least" in inside
    assert inside.strip() in client.get(f"/evidence?claims={key}").text


def test_a_digest_wears_its_badge_everywhere(client: TestClient) -> None:
    name = DIGEST.document.id[:12]
    for path in ("/", "/documents", f"/documents/{name}", "/figures", "/figures/dead", "/provision/crews"):
        assert '<span class="badge"' in client.get(path).text, path
    digest_claim = next(fact for fact in make_figures() if fact.document.digest)
    assert '<span class="badge"' in client.get(f"/evidence?claims={digest_claim.claim.key}").text
    assert "It is never evidence of its own" in text(client, f"/documents/{name}")


def test_an_undated_document_says_so_with_the_reason(client: TestClient) -> None:
    reason = "undated: no day is printed and the manifest gives none"
    assert reason in text(client, "/documents")
    assert reason in text(client, f"/documents/{LEAFLET.document.id[:12]}")


def test_the_reader_dims_furniture_and_links_every_claim(client: TestClient) -> None:
    body = client.get("/documents/gazette-0318.txt").text
    assert "page furniture, not read" in body and "p-furniture" in body
    assert re.search(r'class="hl t-figure t-statement"', body), "overlapping spans carry both"
    for fact in LakeCase().facts():
        if fact.document.id == GAZETTE.document.id:
            assert f'id="c-{fact.claim.key[:12]}"' in body


def test_figures_of_another_negotiation_stand_apart_with_the_reason(client: TestClient) -> None:
    words = text(client, "/figures")
    assert "Numbers of other negotiations and of the time before" in words
    assert "before this agreement: published before the accord and names the ferry truce" in words
    assert "Numbers that no measure follows" in words and "no measure counts monitors" in words


def test_the_plot_has_words_and_four_pictures(client: TestClient) -> None:
    body = unescape(client.get("/figures/dead").text)
    assert 'alt="People killed on the lake since the shelling stopped. 5 numbers by 4 speakers.' in body
    assert body.count("srcset=") == 3
    for path in re.findall(r'(?:srcset|img src)="([^"]+)"', body):
        picture = client.get(path)
        assert picture.status_code == 200 and picture.headers["content-type"].startswith("image/svg+xml")
    spec = client.get("/charts/dead.vl.json").json()
    assert spec["$schema"].endswith("vega-lite/v5.json")


def test_the_provision_page_tells_norm_and_status(client: TestClient) -> None:
    words = text(client, "/provision/crews")
    for part in (
        "Aldra returns the forty-eight crew members",
        "72 hours after: both sides accept (2 Mar 2031)",
        "Readings side by side",
        "The clock starts when the lists are exchanged.",
        "agreement file, line 52",
        "The newest report says “partly”.",
        "2 intermediate",
    ):
        assert part in words, part


def test_quotes_filter_by_form_without_a_script(client: TestClient) -> None:
    assert "2 statements of 7" in text(client, "/quotes?form=direct")
    assert "Tove Brann" in text(client, "/quotes?speaker=person:Tove+Brann")
    assert "No statement fits." in text(client, "/quotes?speaker=nobody")


def test_problems_list_what_is_open(client: TestClient) -> None:
    words = text(client, "/problems")
    for part in (
        "expected 48 of 48, is 47 of 48",
        "Speakers left open",
        "no longer finds them",
        "has no date",
    ):
        assert part in words
    assert 'Problems <span class="number">6</span>' in client.get("/").text


def test_the_ledger_verifies_on_request(client: TestClient) -> None:
    assert "Everything holds: 14 records" in text(client, "/ledger?verify=1")
    assert "Verify now" in text(client, "/ledger")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_twins(client: TestClient, name: str) -> None:
    table = client.get(f"/{name}.csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.content.startswith("\ufeff".encode())
    data = client.get(f"/{name}.json").json()
    assert data["case"] == "Lake Accord" and data["as_of"] == "2031-04-20"
    assert data["checkpoint"]["records"] == 14
    assert len(data["rows"]) == len(table.text.strip().splitlines()) - 1 > 0


def test_a_twin_follows_the_view_of_its_page(client: TestClient) -> None:
    answer = client.get("/quotes.json?view=party:veyl")
    assert 'filename="quotes-party-veyl-2031-04-20.json"' in answer.headers["content-disposition"]
    assert {row["speaker"] for row in answer.json()["rows"]} == {"Rena Dahl"}


def test_the_twin_holds_the_numbers_of_the_page(client: TestClient) -> None:
    rows = client.get("/figures/dead.json").json()["rows"]
    words = text(client, "/figures/dead")
    assert len(rows) == 5 and all(row["printed"] in words for row in rows)


def test_the_same_request_gives_the_same_bytes(client: TestClient) -> None:
    for path in (*PATHS, "/phases.csv", "/charts/dead.svg"):
        assert client.get(path).content == client.get(path).content


def test_a_case_without_documents_is_not_an_empty_page() -> None:
    client = TestClient(make_app(LakeCase(articles=(), all_facts=())), base_url="http://127.0.0.1")
    assert "No document has been read yet" in text(client, "/documents")
    assert "No number of a followed measure counts" in text(client, "/figures")
    assert client.get("/").status_code == client.get("/provision/crews").status_code == 200
    assert client.get("/charts/dead.svg").status_code == 404


def test_list_paths_names_every_provision_measure_and_document() -> None:
    assert set(PATHS) >= {f"/provision/{name}" for name in LAKE.provisions}
    assert set(PATHS) >= {f"/figures/{name}" for name in LAKE.measures}
    assert json.dumps(PATHS).count("/documents/") == len(LakeCase().documents())


def test_the_icon_is_ours_and_answers() -> None:
    client = TestClient(make_app(LakeCase()), base_url="http://127.0.0.1")
    icon = client.get("/favicon.ico")
    assert icon.status_code == 200
    assert icon.headers["content-type"].startswith("image/svg+xml")
