"""Each command on a small case, as a person and as a program use it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from pactwatch.cli.status import LINES

Run = Callable[..., Result]
Ask = Callable[..., Any]


@pytest.fixture
def filled(sample: Path, tmp_path: Path, run: Run) -> Path:
    """A case made and filled through the command line."""
    folder = tmp_path / "my case"
    assert run("init", folder, "--agreement", sample / "agreement.yaml").exit_code == 0
    result = run("add", folder, sample / "documents")
    assert result.exit_code == 0
    assert result.stdout == "added 3, duplicates 0, failed 0\n"
    return folder


def find_key(ask: Ask, folder: Path, words: str) -> str:
    """The key of the first claim whose words hold these."""
    facts = ask("claims", folder)
    return next(str(fact["claim"]["key"]) for fact in facts if words in fact["claim"]["words"])


def test_init_says_what_it_made_and_what_comes_next(sample: Path, tmp_path: Path, run: Run) -> None:
    """Three lines: the case, what the agreement holds, the next command."""
    result = run("init", tmp_path / "c", "--agreement", sample / "agreement.yaml")
    assert "1 phases, 3 provisions, 2 measures; read as of 2031-05-20." in result.stdout
    assert f"Next: pactwatch add {tmp_path / 'c'} FILES" in result.stdout


def test_add_ends_with_one_line(filled: Path, sample: Path, run: Run) -> None:
    """Added, duplicates, failed with the reason; the exit code tells a failure."""
    (sample / "documents" / "empty.txt").write_bytes(b"")
    result = run("add", filled, sample / "documents")
    assert result.exit_code == 1
    assert result.stdout == "added 0, duplicates 3, failed 1: empty.txt (The file is empty.)\n"
    assert "empty.txt: error [D101] The file is empty." in result.stderr


def test_add_tells_its_outcomes_to_programs(filled: Path, sample: Path, ask: Ask) -> None:
    """With --json each file has its outcome, and stdout holds nothing else."""
    told = ask("add", filled, sample / "documents" / "crews.txt")
    assert [(one["name"], one["result"]) for one in told["outcomes"]] == [("crews.txt", "duplicate")]
    assert told["stopped"] is False


def test_many_warnings_alike_are_told_in_short(filled: Path, tmp_path: Path, run: Run) -> None:
    """Three in full, the last of them with how many more; errors are never cut."""
    many = tmp_path / "many"
    many.mkdir()
    for number in range(9):
        (many / f"{number}.txt").write_text(f"Report {number}\n\nThe truce held, the North said.\n")
    for number in range(5):
        (many / f"empty-{number}.txt").write_bytes(b"")
    told = run("add", filled, many).stderr
    assert told.count("[D110]") == 3 and "The same of 6 more files." in told
    assert told.count("error [D101]") == 5


def test_status_fits_a_terminal_and_names_what_it_shows(filled: Path, run: Run) -> None:
    """View, days, counts, what was left out and why, in 24 lines with room for the prompt."""
    result = run("status", filled)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) < LINES
    assert max(map(len, lines)) <= 110
    text = result.stdout
    assert "any-allegation" in text and "2031-05-20" in text
    assert "3 documents" in text
    assert re.search(r"Left out: winter\.txt .*winter truce", text)


def test_status_of_a_large_agreement_fits_too(sample: Path, tmp_path: Path, run: Run) -> None:
    """Forty provisions do not push the rest off the screen; --all shows them."""
    more = "".join(
        f"  extra-{number}:\n    title: Extra {number}\n    phase: one\n"
        "    words: [crew, barge]\n    source: accord\n"
        for number in range(40)
    )
    path = sample / "agreement.yaml"
    path.write_text(path.read_text().replace("\nmeasures:\n", f"{more}\nmeasures:\n", 1))
    assert run("init", tmp_path / "c", "--agreement", path).exit_code == 0
    assert run("add", tmp_path / "c", sample / "documents").exit_code == 0
    short = run("status", tmp_path / "c").stdout.splitlines()
    assert len(short) < LINES and any("more: --all" in line for line in short)
    everything = run("status", tmp_path / "c", "--all").stdout
    assert all(f"extra-{number} " in everything for number in range(40))


def test_status_under_a_view_on_a_day_as_known_then(filled: Path, ask: Ask) -> None:
    """Every choice stands in the answer."""
    told = ask("status", filled, "--view", "party:north", "--on", "2031-05-19", "--known", "2")
    assert (told["status"]["view"], told["status"]["on"]) == ("party:north", "2031-05-19")
    assert told["asked"]["known"] == "2"
    assert told["as_of"] == "2031-05-20"


def test_explain_goes_down_to_the_document(filled: Path, run: Run) -> None:
    """Status, why, claims, sentences, documents with the place."""
    result = run("explain", filled, "cre")
    assert result.exit_code == 0
    assert "Return of the detained crews (crews)" in result.stdout
    assert re.search(r"^ +why +\S", result.stdout, re.MULTILINE)
    assert re.search(
        r"crews\.txt, Strait Gazette, 19 May 2031, characters \d+ to \d+ of [0-9a-f]{12}", result.stdout
    )


def test_explain_a_claim_shows_the_rule_and_the_history(filled: Path, ask: Ask, run: Run) -> None:
    """What made it, in which version, by which rule, and each record since."""
    key = find_key(ask, filled, "on their way home")
    run("judge", filled, key[:10], "accept", "--reason", "checked", "--reviewer", "Ann")
    text = run("explain", filled, "--claim", key[:10]).stdout
    assert "Ida Adler" in text and "rule " in text and "accepted: Ann: checked" in text
    assert len(re.findall(r"^ +record \d+", text, re.MULTILINE)) >= 2


def test_explain_wants_one_thing(filled: Path, run: Run) -> None:
    """Neither or both is wrong use."""
    assert run("explain", filled).exit_code == 2
    assert run("explain", filled, "crews", "--claim", "ab").exit_code == 2


def test_claims_are_filtered(filled: Path, ask: Ask) -> None:
    """By kind, speaker, provision, document and relevance."""
    every = ask("claims", filled)
    figures = ask("claims", filled, "--kind", "figure")
    assert 0 < len(figures) < len(every)
    assert {fact["claim"]["kind"] for fact in figures} == {"figure"}
    adler = ask("claims", filled, "--speaker", "adler")
    assert adler and {fact["document"]["name"] for fact in adler} == {"crews.txt"}
    lakeland = ask("claims", filled, "--speaker", "lakeland")
    assert [fact["claim"]["key"] for fact in lakeland] == [fact["claim"]["key"] for fact in adler]
    barges = ask("claims", filled, "--provision", "barges")
    assert barges and all(
        "barges" in [m["provision"] for m in fact["placement"]["provisions"]] for fact in barges
    )
    apart = ask("claims", filled, "--relevance", "prehistory")
    assert {fact["document"]["name"] for fact in apart} == {"winter.txt"}
    assert ask("claims", filled, "--document", "winter")


def test_judge_amends_and_withdraw_takes_out(filled: Path, ask: Ask, run: Run) -> None:
    """The amended claim is in force; a withdrawn document's claims are not."""
    figures = ask("claims", filled, "--kind", "figure", "--document", "crews")
    key = next(fact["claim"]["key"] for fact in figures if fact["claim"]["slots"].get("low") == "12")
    told = ask("judge", filled, key, "amend", "--set", "low=14", "--reason", "corrected", "--reviewer", "Ann")
    assert told["fact"]["claim"]["slots"]["low"] == "14"
    assert run("judge", filled, key, "amend", "--set", "low", "--reason", "x").exit_code == 2
    assert run("withdraw", filled, "crews.txt", "--reason", "a draft").exit_code == 0
    assert {fact["document"]["name"] for fact in ask("claims", filled)} == {"barges.txt", "winter.txt"}


def test_redact_by_words_or_by_place(filled: Path, run: Run) -> None:
    """One of the two ways; afterwards everything still verifies."""
    assert run("redact", filled, "crews.txt", "--reason", "x").exit_code == 2
    assert run("redact", filled, "crews.txt", "--span", "a:b", "--reason", "x").exit_code == 2
    result = run("redact", filled, "crews.txt", "--words", "Peter Hale", "--reason", "a private person")
    assert result.exit_code == 0 and "Removed 10 characters" in result.stdout
    assert run("verify", filled).exit_code == 0


def test_verify_and_rebuild_and_export(filled: Path, ask: Ask, tmp_path: Path) -> None:
    """Everything fits, is folded again, and leaves as a bundle that verifies by itself."""
    told = ask("verify", filled)
    assert told["ok"] is True
    assert ask("rebuild", filled) == {"records": told["verification"]["records"], "read_again": []}
    bundle = tmp_path / "record.zip"
    assert ask("export", filled, "--bundle", bundle)["bundle"] == str(bundle)
    assert bundle.stat().st_size > 1000


def test_agreement_check_and_schema(sample: Path, run: Run, ask: Ask) -> None:
    """All mistakes in one run, each with its place; a schema for editors."""
    path = sample / "agreement.yaml"
    assert run("agreement", "check", path).stdout.endswith("is valid.\n")
    path.write_text(path.read_text().replace("by: north,", "by: nort,").replace("phase: one", "phase: on", 1))
    result = run("agreement", "check", path)
    assert result.exit_code == 1
    assert result.stdout.count(": error [A") == 2 and 'Did you mean "north"?' in result.stdout
    assert "2 errors" in result.stdout.splitlines()[-1]
    assert ask("agreement", "schema")["$schema"].startswith("https://json-schema.org/")


def test_an_edited_agreement_is_taken_in_by_the_next_writer(filled: Path, run: Run, ask: Ask) -> None:
    """A reader tells the edit, a rebuild takes it in."""
    path = filled / "agreement.yaml"
    path.write_text(path.read_text().replace("title: Barges with grain", "title: Grain by barge"))
    assert "C103" in [problem["code"] for problem in ask("status", filled)["problems"]]
    assert run("rebuild", filled).exit_code == 0
    assert "Grain by barge" in run("explain", filled, "barges").stdout


def test_ctrl_c_finishes_the_current_document(sample: Path, tmp_path: Path, run: Run) -> None:
    """One interrupt: the document at hand is recorded, the rest is left, and the exit code says so."""
    folder, many = tmp_path / "c", tmp_path / "many"
    many.mkdir()
    for number in range(1000):
        (many / f"{number:04}.txt").write_text(f"Report {number}\n\nThe truce held, the North said.\n" * 3)
    assert run("init", folder, "--agreement", sample / "agreement.yaml").exit_code == 0
    command = [sys.executable, "-m", "pactwatch.cli", "add", str(folder), str(many)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for_records(folder, 20, run)
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Finishing the current document" in err and "Run add again for the rest" in err
    added = int(re.search(r"added (\d+)", out)[1])  # type: ignore[index]
    assert 0 < added < 1000
    assert run("verify", folder).stdout.split(" documents")[0].endswith(f" {added}")


def wait_for_records(folder: Path, number: int, run: Run) -> None:
    """Until the ledger holds so many records; 60 seconds at most."""
    import time

    from pactwatch.case.open import open_case

    for _ in range(600):
        with open_case(folder) as case:
            if case.head().number >= number:
                return
        time.sleep(0.1)
    raise AssertionError("nothing was added in 60 seconds")


def test_figures_by_speaker_with_what_does_not_add_up(filled: Path, run: Run, ask: Ask) -> None:
    """One measure, all measures, the same for programs; a name that is not there has a nearest."""
    told = ask("figures", filled)
    names = [one["id"] for one in told["series"]]
    shown = run("figures", filled).stdout
    counted = [one for one in told["series"] if one.get("rows")]
    assert counted and all(one["title"] in shown for one in counted)
    assert run("figures", filled, names[0]).exit_code == 0
    assert [one["id"] for one in ask("figures", filled, names[0])["series"]] == names[:1]
    wrong = run("figures", filled, f"{names[0]}x")
    assert wrong.exit_code == 6 and f'The nearest is "{names[0]}"' in wrong.stderr
