"""The pages of positions, allegations, commitments and talks, and the sections of a provision."""

import json
import re
from dataclasses import fields, is_dataclass, replace
from html import unescape
from typing import Any

import pytest
from lake_case import LakeCase
from lake_held import make_held_case
from lake_infected import infect
from starlette.testclient import TestClient

from pactwatch.model.source import Span
from pactwatch.web.app import make_app

PAGES = ("/positions", "/allegations", "/commitments", "/talks")


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(make_app(make_held_case()), base_url="http://127.0.0.1")


def text(body: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body)))


@pytest.mark.parametrize("path", PAGES)
def test_each_page_answers_in_its_frame_under_every_view(client: TestClient, path: str) -> None:
    for view in ("any-allegation", "outlets", "mediators", "uncontested", "party:aldra", "party:veyl"):
        answer = client.get(path, params={"view": view})
        assert answer.status_code == 200 and answer.text.count("<h1") == 1, view
    assert f'<a href="{path}" aria-current="page">' in client.get(path).text
    assert "Showing where things stood on 12 Apr 2031." in text(client.get(f"{path}?on=2031-04-12").text)


@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_its_twins(client: TestClient, path: str) -> None:
    rows = json.loads(client.get(f"{path}.json").text)["rows"]
    assert rows and client.get(f"{path}.csv").text.count("\r\n") == len(rows) + 1
    assert f'href="{path}.csv"' in client.get(path).text


@pytest.mark.parametrize("path", [*PAGES, "/provision/monitors", "/provision/garrison", "/provision/crews"])
def test_every_door_opens_its_sentences(client: TestClient, path: str) -> None:
    doors = set(re.findall(r'href="(/evidence[^"]+)" data-drawer', unescape(client.get(path).text)))
    assert doors
    for door in doors:
        answer = client.get(door)
        assert answer.status_code == 200 and "<blockquote>" in answer.text


def test_the_matrix_shows_shape_word_and_change(client: TestClient) -> None:
    body = client.get("/positions").text
    assert '<th scope="col"><bdi>Veyl</bdi>' in body and '<td data-label="Veyl">' in body
    words = text(body)
    assert "changed 10 Apr 2031 rejects 15 Apr 2031 supports" in words
    assert "as told by Rena Dahl (Veyl) 10 Apr 2031" in words and "Pell Arne" in words


def test_a_filter_lies_in_the_address_and_lists_the_sentences_by_date(client: TestClient) -> None:
    body = client.get("/positions?provision=monitors&actor=veyl").text
    by_date = text(body[body.index('id="by-date"') :])
    assert by_date.index("now supported monitors") < by_date.index("it rejected monitors")
    assert "2 positions of 4" in text(body) and "Norrin was considering" not in by_date
    rows = json.loads(client.get("/positions.json?actor=veyl").text)["rows"]
    assert [row["actor"] for row in rows] == ["Veyl"]


def test_sides_stand_side_by_side_and_are_never_added_up(client: TestClient) -> None:
    words = text(client.get("/allegations").text)
    assert "Alleged by Aldra Veyl" in words and "Allegations, as claims 4 2" in words
    assert "harm as told: 3 people killed" in words and "31 violations" in words
    assert "Allegations, as claims 6" not in words


def test_promises_and_talks_tell_what_became_of_them(client: TestClient) -> None:
    assert "promised (day past, nothing read of it)" in text(client.get("/commitments").text)
    assert "reported broken" in text(client.get("/commitments?fate=broken").text)
    words = text(client.get("/talks").text)
    assert words.index("After 20 Apr 2031") < words.index("Until 20 Apr 2031, newest first")
    assert "held Mediation: Aldra , Veyl and Norrin , Brannhaven" in words


def test_a_provision_shows_what_waits_and_how_it_is_read(client: TestClient) -> None:
    words = text(client.get("/provision/garrison").text)
    assert "Veyl will not leave Holm island waits for the last sailor is home" in words
    assert "Veyl in reports The accord does not require Veyl to leave before the ice" in words
    assert "Confirmed by" in text(client.get("/provision/crews").text)


def test_the_drawer_tells_the_slots_of_a_condition(client: TestClient) -> None:
    fact = next(fact for fact in make_held_case().facts() if fact.claim.kind.value == "condition")
    words = text(client.get(f"/evidence?claims={fact.claim.key}").text)
    assert "Waits Veyl will not leave Holm island" in words
    assert "Comes first Return of the detained crews (its words)" in words


def test_a_long_list_is_cut_and_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pactwatch.web.claim_pages.ROWS_SHOWN", 1)
    body = client.get("/commitments?promiser=aldra&view=any-allegation").text
    assert "The first 1 of" not in body
    body = unescape(client.get("/commitments").text)
    assert "The first 1 of 2" in text(body) and 'href="/commitments.csv">the table' in body


PAYLOADS = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_any_slot_is_shown_and_never_run(payload: str) -> None:
    case = _infect_slots(infect(payload, make_held_case()), payload)
    client = TestClient(make_app(case), base_url="http://127.0.0.1", raise_server_exceptions=False)
    keys = ",".join(fact.claim.key for fact in case.facts()[35:])
    for path in (*PAGES, "/provision/garrison", "/provision/monitors", f"/evidence?claims={keys}"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert payload not in answer.text and "onmouseover='" not in answer.text, path


def _infect_slots(case: LakeCase, payload: str) -> LakeCase:
    facts = []
    for fact in case.facts():
        claim = replace(fact.claim, slots=_spoil(fact.claim.slots, payload))
        facts.append(replace(fact, claim=claim))
    return replace(case, all_facts=tuple(facts))


def _spoil(slots: Any, payload: str) -> Any:
    """The same slots with a payload in every free text; the names of PLOVER's roots and modes stay."""
    changes: dict[str, Any] = {}
    for field in fields(slots):
        value = getattr(slots, field.name)
        if is_dataclass(value) and not isinstance(value, Span) and hasattr(value, "name"):
            changes[field.name] = replace(value, name=payload, affiliation=payload)
        elif type(value) is str and field.name not in ("root", "mode"):
            changes[field.name] = payload
        elif field.name == "others":
            changes[field.name] = (payload,)
    return replace(slots, **changes)
