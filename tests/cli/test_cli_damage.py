"""A case that is damaged, cut or without its ledger: refused by name, with a way out that leads on."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

READING = (("status",), ("claims",), ("explain", "crews"))
WRITING = (("add", "more.txt"), ("withdraw", "crews.txt", "--reason", "x"))


def change(folder: Path, statement: str) -> None:
    """Change a ledger with its guards off."""
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)
        connection.commit()


@pytest.mark.parametrize("command", [*READING, *WRITING])
@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE record SET author = 'eve' WHERE number = 3", "Record 3 is damaged"),
        ("UPDATE sealed SET body = '\"x\"' WHERE rowid = 4", "sealed words"),
        ("UPDATE claim SET body = replace(body, 'crew', 'boat')", "table claim"),
    ],
)
def test_damage_stops_a_command_before_it_begins(
    run: Run, case_folder: Path, command: tuple[str, ...], statement: str, says: str
) -> None:
    """Exit code 5, one line with what to do, and a ledger that is as it was."""
    change(case_folder, statement)
    before = (case_folder / "ledger.sqlite").read_bytes()
    name, *rest = command
    result = run(name, case_folder, *rest)
    assert (result.exit_code, result.stderr.count("\n")) == (5, 1), result.output
    assert says in result.stderr and "pactwatch rebuild" in result.stderr
    assert (case_folder / "ledger.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    "command", [*READING, *WRITING, ("verify",), ("rebuild",), ("export", "--bundle", "b.zip")]
)
def test_a_missing_ledger_is_not_taken_for_a_new_case(
    run: Run, case_folder: Path, command: tuple[str, ...]
) -> None:
    """Where documents are archived there was a ledger; nothing starts an empty one."""
    (case_folder / "ledger.sqlite").unlink()
    name, *rest = command
    result = run(name, case_folder, *rest)
    assert result.exit_code == 5
    assert "is missing" in result.stderr and "Restore the file from a copy" in result.stderr
    assert not (case_folder / "ledger.sqlite").exists()


def test_init_does_not_start_over_an_archive(run: Run, case_folder: Path) -> None:
    """Not even with the very agreement of the case."""
    (case_folder / "ledger.sqlite").unlink()
    result = run("init", case_folder, "--agreement", case_folder / "agreement.yaml")
    assert result.exit_code == 5 and "is missing" in result.stderr
    assert not (case_folder / "ledger.sqlite").exists()


@pytest.mark.parametrize("kind", ["cut", "text", "empty"])
def test_verify_does_not_advise_itself(run: Run, case_folder: Path, kind: str) -> None:
    """A file that is no ledger is told, with a copy or a bundle as the way out."""
    path = case_folder / "ledger.sqlite"
    data = path.read_bytes()
    path.write_bytes({"cut": data[: len(data) // 2], "text": b"not a database " * 400, "empty": b""}[kind])
    result = run("verify", case_folder)
    assert result.exit_code == 8
    assert "pactwatch verify" not in result.output
    assert "from a copy" in result.stdout and "bundle" in result.stdout


def test_verify_sends_damaged_tables_to_a_rebuild(run: Run, case_folder: Path) -> None:
    """Where the records hold, nothing needs restoring."""
    change(case_folder, "DELETE FROM placement")
    result = run("verify", case_folder)
    assert result.exit_code == 8 and "pactwatch rebuild" in result.stdout
    assert run("rebuild", case_folder).exit_code == 0
    assert run("verify", case_folder).exit_code == 0
    assert run("status", case_folder).exit_code == 0
