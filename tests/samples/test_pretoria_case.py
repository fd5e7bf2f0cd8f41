"""The case of articles, from its files to its pages: statuses that the public facts lead to."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pactwatch.case.add import add_documents
from pactwatch.case.ask import Case
from pactwatch.case.open import init_case
from pactwatch.case.question import Question
from pactwatch.web.app import make_app

SOURCE = Path(__file__).parents[2] / "agreements" / "pretoria-2022"
DOCUMENTS = sorted((SOURCE / "documents").iterdir())
AT = "2031-06-01T09:00:00Z"


@pytest.fixture(scope="module")
def pretoria(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("pretoria") / "case"
    case, problems = init_case(folder, SOURCE / "agreement.yaml", at=AT, writer="tester")
    assert case is not None and problems == []
    with case:
        outcomes = list(add_documents(case, DOCUMENTS, lambda: AT))
        assert {str(outcome.result) for outcome in outcomes} == {"added"}
        yield case


def mark_of(case: Case, provision: str, view: str = "any-allegation") -> str:
    status = case.status(Question(view=view))
    return next(one.mark.value for one in status.provisions if one.provision == provision)


@pytest.mark.parametrize(
    ("provision", "mark"),
    [
        ("terrorist-list", "done"),
        ("interim-administration", "done"),
        ("commanders-meeting", "done"),
        ("disengagement", "partly done"),
        ("disarmament", "partly done"),
        ("monitoring", "in progress"),
        ("demobilisation", "partly done"),
        ("aid", "stalled"),
        ("light-weapons-plan", "not started"),
    ],
)
def test_statuses(pretoria: Case, provision: str, mark: str) -> None:
    assert mark_of(pretoria, provision) == mark


def test_heavy_weapons_stand_differently_by_who_speaks(pretoria: Case) -> None:
    """The TPLF's negotiator: handed over. Reports in their own voice: begun."""
    assert mark_of(pretoria, "heavy-weapons", "party:tplf") == "done"
    assert mark_of(pretoria, "heavy-weapons", "outlets") == "in progress"


def test_what_the_author_expects_holds(pretoria: Case) -> None:
    assert pretoria.agreement.expectations
    assert pretoria.status().expectations_failed == ()


def test_the_truce_of_march_is_left_out_with_the_reason(pretoria: Case) -> None:
    (left,) = pretoria.status().left_out
    assert left.name == "2022-04-01-humanitarian-truce.txt"
    assert "Humanitarian truce of March to August 2022" in left.reason


def test_every_document_is_marked_as_a_digest_and_rests_on_something(pretoria: Case) -> None:
    status = pretoria.status()
    assert status.digests == len(DOCUMENTS)
    assert all(fact.document.digest and fact.document.rests_on for fact in pretoria.facts())


def test_no_digest_repeats_another() -> None:
    """No eight words in a row stand in two of them."""
    runs = {}
    for path in DOCUMENTS:
        words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
        runs[path.name] = {tuple(words[at : at + 8]) for at in range(len(words) - 7)}
    assert [(one, two) for one, two in combinations(runs, 2) if runs[one] & runs[two]] == []


def test_pages(pretoria: Case) -> None:
    client = TestClient(make_app(pretoria), base_url="http://127.0.0.1")
    for path in ("/", "/figures", "/problems", "/documents", "/quotes", "/provision/heavy-weapons"):
        assert client.get(path).status_code == 200, path
    assert "Readings side by side" in client.get("/provision/heavy-weapons").text
