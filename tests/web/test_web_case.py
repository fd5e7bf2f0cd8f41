"""The pages over a real case on disk: what the ledger holds is what they show."""

import re
from collections.abc import Callable
from html import unescape
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from pactwatch.web.app import make_app
from pactwatch.web.check import list_paths

if TYPE_CHECKING:
    from pactwatch.case.ask import Case

SHOWN = 12


@pytest.fixture
def client(case: "Case") -> TestClient:
    return TestClient(make_app(case), base_url="http://127.0.0.1")


def read_words(body: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", body)))


def test_every_page_of_a_real_case_answers_under_every_view(client: TestClient, case: "Case") -> None:
    for view in ("any-allegation", "outlets", "mediators", "uncontested", "party:north", "party:south"):
        for path in list_paths(case):
            joint = "&" if "?" in path else "?"
            assert client.get(f"{path}{joint}view={view}").status_code == 200, (path, view)


def test_the_footer_counts_what_the_ledger_holds(client: TestClient, case: "Case") -> None:
    head, status = case.head(), case.status()
    words = read_words(client.get("/").text)
    assert f"Checkpoint {head.hash[:SHOWN]}, {head.number} records" in words
    assert f"{status.documents} documents, {status.claims} claims, {status.unreviewed} unreviewed" in words


def test_every_claim_in_force_opens_with_its_own_words(client: TestClient, case: "Case") -> None:
    facts = case.facts()
    assert facts
    for fact in facts:
        answer = client.get(f"/evidence?claims={fact.claim.key[:SHOWN]}")
        assert answer.status_code == 200
        shown = read_words(answer.text).replace(" ", "")
        assert "".join(fact.claim.words.split()) in shown


def test_every_claim_is_marked_in_its_document(client: TestClient, case: "Case") -> None:
    for row in case.documents():
        body = client.get(f"/documents/{row.document.id[:SHOWN]}").text
        own = [fact for fact in case.facts() if fact.document.id == row.document.id]
        assert all(f'id="c-{fact.claim.key[:SHOWN]}"' in body for fact in own)


def test_a_judgement_is_seen_at_once_and_gone_before_its_record(
    client: TestClient, case: "Case", at: Callable[[], str]
) -> None:
    """A rejected claim leaves the quotes; asked as known before, it stands there."""
    from pactwatch.case.judge import judge_claim
    from pactwatch.model.record import Decision

    before = case.head().number
    fact = next(fact for fact in case.facts() if fact.claim.kind.value == "statement")
    href = f"/evidence?claims={fact.claim.key[:SHOWN]}"
    assert href in unescape(client.get("/quotes").text)
    judge_claim(case, fact.claim.key, Decision.REJECT, reviewer="tester", reason="of nobody", at=at())
    assert href not in unescape(client.get("/quotes").text)
    assert "rejected" in read_words(client.get(href).text)
    earlier = unescape(client.get(f"/quotes?known={before}").text)
    assert f"/evidence?known={before}&claims={fact.claim.key[:SHOWN]}" in earlier


def test_the_ledger_page_verifies_the_real_ledger(client: TestClient) -> None:
    assert "Everything holds:" in read_words(client.get("/ledger?verify=1").text)


def test_a_record_that_does_not_exist_is_said(client: TestClient) -> None:
    answer = client.get("/?known=9999")
    assert answer.status_code == 404 and "There is no record 9999." in read_words(answer.text)
