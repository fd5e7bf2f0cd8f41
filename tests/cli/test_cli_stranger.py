"""What somebody meets who does not know the program yet: folders, names, modes, pipes."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from pactwatch.case.open import open_case
from pactwatch.cli.explain import format_fact
from pactwatch.model.claim import Modality

Run = Callable[..., Result]
Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("modality", "says"),
    [
        (Modality.DENIED, ", denied;"),
        (Modality.PLANNED, ", only planned;"),
        (Modality.DEMANDED, ", demanded;"),
        (Modality.CONDITIONAL, ", conditional;"),
        (Modality.HYPOTHETICAL, ", hypothetical;"),
        (Modality.ASSERTED, None),
    ],
)
def test_a_claim_is_printed_with_its_mode(case_folder: Path, modality: Modality, says: str | None) -> None:
    """What is denied or planned never reads as said."""
    with open_case(case_folder) as case:
        fact = next(fact for fact in case.facts() if fact.claim.modality is Modality.ASSERTED)
        line = format_fact(replace(fact, claim=replace(fact.claim, modality=modality)), case.agreement)[0]
        plain = format_fact(fact, case.agreement)[0]
    assert (says in line) if says else line == plain


def test_status_lists_what_was_withdrawn_and_adding_it_again_says_so(
    run: Run, ask: Ask, case_folder: Path, sample: Path
) -> None:
    """With the reason, in both places."""
    run("withdraw", case_folder, "crews.txt", "--reason", "a draft")
    assert "Withdrawn: crews.txt (a draft)" in run("status", case_folder).stdout.splitlines()
    assert ask("status", case_folder)["withdrawn"] == {"crews.txt": "a draft"}
    again = run("add", case_folder, sample / "documents" / "crews.txt")
    assert again.exit_code == 0
    assert "duplicates 1, failed 0: crews.txt (already here as crews.txt, withdrawn (a draft)" in again.stdout


def test_status_tells_errors_before_warnings(run: Run, case_folder: Path) -> None:
    """A document whose bytes are missing comes before one without a day."""
    with open_case(case_folder) as case:
        case.archive.path(case.document("crews.txt").document.id).unlink()
    lines = run("status", case_folder, "--all").stdout.splitlines()
    codes = [match[1] for line in lines if (match := re.search(r"\[([CD]\d{3})\]", line))]
    assert codes == ["C104", "D110"]
    assert "[C104]" in run("status", case_folder).stdout


def test_status_says_where_all_claims_are_left_out(run: Run, sample: Path, tmp_path: Path) -> None:
    """There are claims, and none counts; "no claims" would be another thing."""
    run("init", tmp_path / "c", "--agreement", sample / "agreement.yaml")
    run("add", tmp_path / "c", sample / "documents" / "winter.txt")
    assert re.search(r" \d+ claims?, all left out\.", run("status", tmp_path / "c").stdout)


def test_status_counts_breaches_by_the_articles_that_carry_them(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    """Articles first, claims in brackets, and the side that alleges nothing beside it."""
    text = "Fire\n\nThe South violated the truce on Monday, the Northern government said.\n"
    (tmp_path / "fire.txt").write_text(text)
    run("init", tmp_path / "c", "--agreement", sample / "agreement.yaml")
    run("add", tmp_path / "c", tmp_path / "fire.txt")
    shown = run("status", tmp_path / "c").stdout
    assert "breaches alleged by North in 1 article, 1 origin (1 claim), by South: none read" in shown


def test_add_takes_the_documents_of_a_sample(run: Run, case_folder: Path, sample: Path) -> None:
    """The folder above documents/ will do, and a README is no report."""
    (sample / "documents" / "README.md").write_text("What stands here\n")
    assert run("add", case_folder, sample).stdout == "added 0, duplicates 3, failed 0\n"


def test_add_says_what_it_looked_for(run: Run, case_folder: Path, tmp_path: Path) -> None:
    """A folder without reports and a path that is wrong: a code, a next step, exit code 1."""
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "README.txt").write_text("nothing")
    result = run("add", case_folder, empty, tmp_path / "none.txt")
    assert result.exit_code == 1
    assert "error [C106] The folder holds no document; looked for .txt, .text or .md files" in result.stderr
    assert "none.txt: error [C105] The file cannot be read: No such file" in result.stderr
    assert result.stderr.count("Check the path") == 1


def test_a_wrong_manifest_is_told_by_the_exit_code(run: Run, sample: Path, tmp_path: Path) -> None:
    """The reports are added; what sources.csv says wrongly needs somebody."""
    path = sample / "sources.csv"
    path.write_text(path.read_text().replace("2031-05-19", "19.5.2031"))
    run("init", tmp_path / "c", "--agreement", sample / "agreement.yaml")
    result = run("add", tmp_path / "c", sample / "documents")
    assert (result.exit_code, result.stdout) == (1, "added 3, duplicates 0, failed 0\n")
    assert "error [D128]" in result.stderr


def test_a_wrong_case_toml_has_its_code(run: Run, case_folder: Path) -> None:
    """A file of the user's has a mistake: exit code 1."""
    (case_folder / "case.toml").write_text('title = "x"\nas_of = "soon"\n')
    result = run("status", case_folder)
    assert result.exit_code == 1 and "case.toml: error [C107] as_of is 'soon'." in result.stderr


@pytest.mark.parametrize(
    ("option", "name", "says"),
    [
        ("--speaker", "Ida Adlr", 'There is no speaker "Ida Adlr". The nearest is "Ida Adler".'),
        ("--kind", "figur", 'There is no kind of claim "figur". The nearest is "figure".'),
        ("--provision", "crewz", 'The nearest is "crews"'),
    ],
)
def test_claims_name_what_is_nearest(run: Run, case_folder: Path, option: str, name: str, says: str) -> None:
    """A name that is not there is no empty answer."""
    result = run("claims", case_folder, option, name)
    assert result.exit_code == 6 and says in result.stderr


def test_a_speaker_without_claims_of_that_kind_is_no_error(run: Run, case_folder: Path) -> None:
    """The name is known; there are just none."""
    assert run("claims", case_folder, "--speaker", "Adler", "--kind", "condition").stdout == "0 claims.\n"


def test_several_agreements_are_checked_at_once(run: Run, ask: Ask, sample: Path, tmp_path: Path) -> None:
    """Each has its line; one mistake anywhere is exit code 1."""
    good, bad = sample / "agreement.yaml", tmp_path / "bad.yaml"
    bad.write_text(good.read_text().replace("by: north,", "by: nort,"))
    result = run("agreement", "check", good, bad)
    assert result.exit_code == 1
    assert "agreement.yaml is valid." in result.stdout and "bad.yaml: 1 error" in result.stdout
    assert ask("agreement", "check", good, good) == {"valid": True, "problems": []}


def test_a_bundle_does_not_replace_another_file(run: Run, case_folder: Path, tmp_path: Path) -> None:
    """Refused with exit code 9; --force replaces it."""
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    result = run("export", case_folder, "--bundle", notes)
    assert result.exit_code == 9 and "--force" in result.stderr and notes.read_text() == "mine"
    assert run("export", case_folder, "--bundle", "/dev/null", "--force").exit_code == 9
    assert run("export", case_folder, "--bundle", notes, "--force").exit_code == 0


def start(*arguments: object) -> "subprocess.Popen[str]":
    """The command in a process of its own."""
    command = [sys.executable, "-m", "pactwatch.cli", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_reader_that_leaves_early_is_no_failure(case_folder: Path) -> None:
    """As with ``pactwatch status | head``: no traceback, exit code 0."""
    process = start("status", case_folder, "--all")
    assert process.stdout and process.stderr
    process.stdout.close()
    told = process.stderr.read()
    assert (process.wait(30), told) == (0, "")


def test_serve_says_that_it_took_another_port(case_folder: Path) -> None:
    """The port that was asked for, and the address that it is instead."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = start("serve", case_folder, "--port", port, "--json")
        assert process.stdout and process.stderr
        address = json.loads(process.stdout.readline())["address"]
        process.terminate()
        told = process.stderr.read()
        process.wait(30)
        process.stdout.close()
        process.stderr.close()
    assert f"Port {port} is taken" in told and f":{port}/" not in address


def test_an_undeclared_actor_is_told_beside_other_mistakes(run: Run, sample: Path) -> None:
    """A wrong day at the top of the file hides no wrong name below it."""
    path = sample / "agreement.yaml"
    text = path.read_text().replace("starts: 2031-05-10", "starts: 10.5.2031")
    path.write_text(text.replace("by: north,", "by: nort,"))
    told = run("agreement", "check", path).stdout
    assert "[A206]" in told and '[A301] "nort" is not an actor' in told
