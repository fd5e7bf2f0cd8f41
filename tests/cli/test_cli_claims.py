"""Claims on the command line: each kind in words, narrowed by actor and by provision."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
Ask = Callable[..., Any]

TERMS = """South will not let the barges pass

12 May 2031

South will not let barges pass until the crews are home.
North opposes a toll on barges. North promised to release the crews by 20 May.
The accord does not oblige South to let barges pass at night.
"""


@pytest.fixture
def terms(sample: Path, tmp_path: Path, run: Run) -> Path:
    """A case with one report of a condition, a position, a promise and a reading."""
    folder, report = tmp_path / "terms", tmp_path / "terms.txt"
    report.write_text(TERMS, encoding="utf-8")
    assert run("init", folder, "--agreement", sample / "agreement.yaml").exit_code == 0
    assert run("add", folder, report).exit_code == 0
    return folder


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("position", "position: North opposes “a toll on barges”; said by North (unreviewed)"),
        ("condition", "“South will not let barges pass” waits for “the crews are home” (until)"),
        ("commitment", "commitment: North promises “release the crews by 20 May”, due 20 May 2031"),
        ("interpretation", "“The accord” does not require “South to let barges pass at night”"),
    ],
)
def test_each_kind_is_told_in_words(terms: Path, run: Run, ask: Ask, kind: str, line: str) -> None:
    assert line in run("claims", terms, "--kind", kind).stdout
    assert {fact["claim"]["kind"] for fact in ask("claims", terms, "--kind", kind)} == {kind}


def test_a_line_names_the_actor_and_each_provision_with_its_score(terms: Path, run: Run) -> None:
    told = run("claims", terms, "--kind", "position", "--actor", "north").stdout
    assert "      held by North; about barges 0." in told
    bound = run("claims", terms, "--kind", "condition").stdout
    assert "comes first crews 0." in bound and "waits for it barges 0." in bound


def test_claims_are_narrowed_by_actor(terms: Path, ask: Ask, run: Run) -> None:
    kinds = {fact["claim"]["kind"] for fact in ask("claims", terms, "--actor", "north")}
    assert kinds == {"position", "commitment"}
    missing = run("claims", terms, "--actor", "nort")
    assert missing.exit_code == 0
    unknown = run("claims", terms, "--actor", "Nrth")
    assert unknown.exit_code != 0 and 'There is no actor "Nrth". The nearest is "North".' in unknown.output


def test_a_condition_is_found_by_either_of_its_sides(terms: Path, ask: Ask) -> None:
    for provision in ("crews", "barges"):
        assert ask("claims", terms, "--kind", "condition", "--provision", provision)
    assert not ask("claims", terms, "--kind", "condition", "--provision", "ceasefire")


def test_one_claim_is_explained_slot_by_slot(terms: Path, ask: Ask, run: Run) -> None:
    key = ask("claims", terms, "--kind", "condition")[0]["claim"]["key"]
    told = run("explain", terms, "--claim", key).stdout
    for label, words in (("waits", "South will not let barges pass"), ("comes first", "the crews are home")):
        assert f"  {label:<14}{words}" in told
