"""The two sample cases from their files to their pages: what a reader by hand put down must be found."""

from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from starlette.testclient import TestClient

from pactwatch.case.add import add_documents
from pactwatch.case.ask import Case
from pactwatch.case.open import init_case, verify_case
from pactwatch.state.breaches import is_allegation
from pactwatch.state.discrepancies import find_checks
from pactwatch.state.sums import Sum
from pactwatch.web.app import make_app

ROOT = Path(__file__).parents[2]
AT = "2031-06-01T09:00:00Z"


def make_case(name: str, folder: Path) -> Iterator[Case]:
    source = ROOT / "agreements" / name
    case, problems = init_case(folder / name, source / "agreement.yaml", at=AT, writer="tester")
    assert case is not None and problems == []
    with case:
        outcomes = list(add_documents(case, sorted((source / "documents").iterdir()), lambda: AT))
        assert {str(outcome.result) for outcome in outcomes} == {"added"}
        yield case


@pytest.fixture(scope="module")
def gaza(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    yield from make_case("gaza-2025", tmp_path_factory.mktemp("gaza"))


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    yield from make_case("river-accord", tmp_path_factory.mktemp("river"))


def test_captives_47_of_48(gaza: Case) -> None:
    status = gaza.status()
    captives = next(one for one in status.provisions if one.provision == "captives")
    assert captives.tally is not None
    assert (captives.tally.done, captives.tally.owed) == (47, 48)
    assert status.expectations_failed == ()


def test_the_july_talks_are_left_out_with_the_reason(gaza: Case) -> None:
    left = [row for row in gaza.status().left_out if row.name == "2025-07-sixty-day-talks.txt"]
    assert left
    assert "60 days" in left[0].reason
    measures = {fact.placement.measure for fact in gaza.facts() if fact.document.name == left[0].name}
    assert not measures & {"killed-since-truce", "wounded-since-truce"}


def test_published_tallies_are_added_up(gaza: Case) -> None:
    checks = [check for check in find_checks(gaza.agreement, gaza.facts()) if check.sum is Sum.PARTS]
    sums = {check.terms[0].facts[0].document.name[:10]: check.off_by for check in checks}
    assert sums == {"2025-11-10": 6, "2025-11-22": 6, "2025-12-09": 0, "2025-12-22": 10}


def test_published_rates_and_shares_are_held_against_the_agreement(gaza: Case) -> None:
    checks = find_checks(gaza.agreement, gaza.facts())
    found = {check.written: check.off_by for check in checks if check.sum in (Sum.RATE, Sum.SHARE)}
    assert found["600 × 73 days = 43,800, stated 42,800"] == 1000
    assert found["17,819 ÷ 43,800 = 40.7 %, stated 41 %"] == 0
    assert found["17,819 ÷ 42,800 = 41.6 %, stated 41 %"] == Decimal("0.6")


def test_published_tallies_never_count_as_breaches(gaza: Case) -> None:
    breaches = [fact for fact in gaza.facts() if is_allegation(fact)]
    assert not any(any(letter.isdigit() for letter in fact.claim.words) for fact in breaches)


def test_figures_pages_show_the_sums(gaza: Case) -> None:
    client = TestClient(make_app(gaza), base_url="http://127.0.0.1")
    for path in ("/figures", "/figures/violations-counted"):
        page = client.get(path)
        assert page.status_code == 200
        assert "Does not add up by 10" in page.text
        assert "Holds." in page.text


def test_sums_and_derivations_are_on_the_page_and_in_the_tables(river: Case) -> None:
    """What the page of figures shows, programs get as rows with the claims."""
    client = TestClient(make_app(river), base_url="http://127.0.0.1")
    page = unescape(client.get("/figures").text)
    rows = client.get("/sums.json").json()["rows"]
    off = [row for row in rows if row["verdict"] == "does not add up"]
    wanted = {"120 + 65 + 55 = 240, stated 230", "61 + 38 + 22 = 121, stated 127"}
    assert wanted <= {row["sum"] for row in off}
    assert all(row["sum"] in page and row["claims"] for row in off)
    derived = client.get("/derivations.json").json()["rows"]
    assert any(row["sum"] == "31 + 5 = 36" for row in derived)
    assert "Sets that the agreement counts" in page


def test_the_ledger_of_a_sample_verifies(gaza: Case) -> None:
    assert verify_case(gaza.folder).ok


@pytest.mark.parametrize("provision", ["crews", "dockers", "monitors", "mines"])
def test_tallies_of_the_river_accord(river: Case, provision: str) -> None:
    expected = YAML(typ="safe").load((ROOT / "agreements/river-accord/expected/state.yaml").read_text())
    found = next(one for one in river.status().provisions if one.provision == provision)
    wanted = expected["provisions"][provision]
    assert found.mark.value == wanted["mark"]
    assert found.tally is not None
    assert f"{found.tally.done} of {found.tally.owed}" == wanted["tally"]


def test_other_negotiations_stay_out_of_the_river_accord(river: Case) -> None:
    names = {row.name for row in river.status().left_out}
    assert {"tamber-post-lantern-truce.txt", "tamber-post-sarrow.txt"} <= names


def test_both_sides_of_the_river_allege_breaches(river: Case) -> None:
    ceasefire = next(one for one in river.status().provisions if one.provision == "ceasefire")
    assert len({row.by for row in ceasefire.breaches if row.facts}) >= 2
