"""Every bad input: one clear line with what to do next, a documented exit code, and nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from pactwatch.case.open import open_case

Run = Callable[..., Result]


@pytest.fixture
def filled(case_folder: Path) -> Path:
    """A case with three documents."""
    return case_folder


def list_facts(folder: Path) -> list[str]:
    with open_case(folder) as case:
        return [fact.claim.key for fact in case.facts()]


def check_failed_alone(run: Run, folder: Path, data: bytes, says: str) -> None:
    """The bad file fails with its reason, a good one beside it is added, and nothing else changes."""
    before = list_facts(folder)
    bad, good = folder.parent / "bad.txt", folder.parent / "good.txt"
    bad.write_bytes(data)
    good.write_text("A short report\n\nThe truce held on Monday, the Northern government said.\n")
    result = run("add", folder, bad, good)
    assert result.exit_code == 1
    assert result.stdout.startswith("added 1, duplicates 0, failed 1: bad.txt (")
    assert says in result.stdout
    assert result.stdout.count("\n") == 1
    assert "Traceback" not in result.output
    assert set(before) <= set(list_facts(folder))
    assert run("verify", folder).exit_code == 0


def test_an_empty_file(run: Run, filled: Path) -> None:
    """It is told, and nothing is recorded of it."""
    check_failed_alone(run, filled, b"", "The file is empty.")


def test_a_binary_file(run: Run, filled: Path) -> None:
    """A picture with a text's ending."""
    check_failed_alone(run, filled, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary")


def test_fifty_megabytes_of_text(run: Run, filled: Path) -> None:
    """Too large to be one report; the limit and what to do are named."""
    check_failed_alone(run, filled, b"All is said. " * 4_000_000, "at most 10 MB")


def test_a_file_that_is_not_utf_8(run: Run, filled: Path, tmp_path: Path) -> None:
    """It is read in the encoding that fits, with a warning, and its bytes are kept as they are."""
    path = tmp_path / "old.txt"
    data = "A report\n\n“The café held,” the Northern government said on Monday.\n".encode("cp1252")
    path.write_bytes(data)
    result = run("add", filled, path)
    assert result.exit_code == 0
    assert "old.txt: warning [D107] The encoding is doubtful" in result.stderr
    with open_case(filled) as case:
        assert case.article("old.txt").text == data.decode("cp1252")
        assert case.archive.read(case.document("old.txt").document.id) == data


def test_a_document_without_a_date(run: Run, filled: Path) -> None:
    """It is added with a warning; its day stays unknown, with the reason, and is never guessed."""
    with open_case(filled) as case:
        document = case.document("winter.txt").document
    assert document.published is None and document.undated
    result = run("status", filled, "--all")
    assert "winter.txt: warning [D110] The day of publication is unknown" in result.stdout
    assert "sources.csv" in result.stdout


def test_a_broken_agreement_file(run: Run, sample: Path, tmp_path: Path) -> None:
    """No case is made; each mistake has its line and column."""
    path = sample / "agreement.yaml"
    path.write_text(path.read_text().replace("due: at truce", "due: at truse"))
    result = run("init", tmp_path / "new", "--agreement", path)
    assert result.exit_code == 1
    assert 'Did you mean "truce"?' in result.stderr
    assert "No case was made" in result.stderr
    assert not (tmp_path / "new").exists()


def test_an_agreement_file_that_breaks_later(run: Run, filled: Path) -> None:
    """The case goes on under the last recorded text, and says so."""
    before = list_facts(filled)
    (filled / "agreement.yaml").write_text("agreement: [unclosed\n")
    added = run("judge", filled, before[0], "accept", "--reason", "checked", "--reviewer", "Ann")
    assert added.exit_code == 0 and "error [A" in added.stderr
    assert "C102" in run("status", filled, "--all").stdout
    assert list_facts(filled) == before


def test_an_agreement_file_that_is_missing(run: Run, tmp_path: Path) -> None:
    """Named, with what to give."""
    result = run("init", tmp_path / "new", "--agreement", tmp_path / "none.yaml")
    assert result.exit_code == 1
    assert "none.yaml: error [C108] There is no such file. Give the agreement file" in result.stderr
    assert "No case was made" in result.stderr and not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "command",
    ["status", "claims", "verify", "rebuild", "serve", "explain x", "add x", "export --bundle b.zip"],
)
def test_a_folder_that_is_not_a_case(run: Run, tmp_path: Path, command: str) -> None:
    """Every command says the same, and makes nothing in the folder."""
    name, *rest = command.split()
    result = run(name, tmp_path, *rest)
    assert result.exit_code == 3
    assert result.stderr == (
        f"pactwatch: {tmp_path} is not a case: it has no case.toml. "
        "Give the folder of a case, or make one: pactwatch init CASE --agreement FILE.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["status", "verify", "rebuild", "story"])
def test_a_file_in_the_place_of_a_case(run: Run, tmp_path: Path, command: str) -> None:
    """A bundle, say: the message tells what checks it."""
    bundle = tmp_path / "record.zip"
    bundle.write_bytes(b"PK")
    result = run(command, bundle)
    assert result.exit_code == 3
    assert f"{bundle} is a file, and a case is a folder." in result.stderr
    assert "verify_bundle.py" in result.stderr


def test_a_ledger_with_one_byte_changed(run: Run, filled: Path) -> None:
    """Wherever a record's byte is changed, verify names it; the file is left as it is."""
    path = filled / "ledger.sqlite"
    data = bytearray(path.read_bytes())
    place = data.find(b"crews.txt")
    assert place > 0
    data[place] ^= 1
    path.write_bytes(data)
    result = run("verify", filled)
    assert result.exit_code in (5, 8)
    assert "record" in result.output.lower()
    assert "Traceback" not in result.output
    assert path.read_bytes() == bytes(data)


def test_a_ledger_that_is_no_database(run: Run, filled: Path) -> None:
    """A file of another kind in the ledger's place is told."""
    (filled / "ledger.sqlite").write_text("not a database, whatever its name says" * 100)
    result = run("status", filled)
    assert result.exit_code == 5
    assert "Traceback" not in result.output and result.stderr.count("\n") == 1


def test_a_second_writer(run: Run, filled: Path, sample: Path) -> None:
    """The second is told who holds the ledger, and readers are not disturbed."""
    with open_case(filled, write=True, writer="first"):
        result = run("add", filled, sample / "documents")
        assert result.exit_code == 4
        assert "first" in result.stderr and result.stderr.count("\n") == 1
        assert run("status", filled).exit_code == 0
    assert run("add", filled, sample / "documents").exit_code == 0


def test_init_over_a_case(run: Run, filled: Path, sample: Path) -> None:
    """Refused; the case is as before."""
    before = list_facts(filled)
    result = run("init", filled, "--agreement", sample / "agreement.yaml")
    assert result.exit_code == 3 and "is a case already" in result.stderr
    assert list_facts(filled) == before


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("explain", "crewz"), 6, 'The nearest is "crews"'),
        (("explain", "--claim", "zzzz"), 6, 'no claim "zzzz"'),
        (("judge", "zzzz", "accept", "--reason", "x"), 6, 'no claim "zzzz"'),
        (("withdraw", "crew.txt", "--reason", "x"), 6, 'The nearest is "crews.txt"'),
        (("status", "--view", "party:nort"), 6, "party:north"),
        (("status", "--known", "9999"), 6, "There is no record 9999"),
        (("status", "--known", "soon"), 9, "neither a record number nor a day"),
        (("status", "--on", "19.5.2031"), 2, "is not a day"),
        (("judge", "ab", "perhaps", "--reason", "x"), 2, "perhaps"),
        (("withdraw", "crews.txt"), 2, "--reason"),
        (("withdraw", "crews.txt", "--reason", " "), 9, "needs its reason"),
    ],
)
def test_names_that_are_not_there(
    run: Run, filled: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    """A wrong name has its exit code, and the message names the nearest or what there is."""
    command, *rest = arguments
    result = run(command, filled, *rest)
    assert (result.exit_code, says in result.stderr) == (code, True), result.output


def test_a_folder_where_nothing_can_be_written(run: Run, sample: Path, tmp_path: Path) -> None:
    """A file where a folder is needed: told, with nothing left behind."""
    (tmp_path / "taken").write_text("a file")
    result = run("init", tmp_path / "taken" / "case", "--agreement", sample / "agreement.yaml")
    assert result.exit_code == 7
    assert result.stderr.count("\n") == 1 and "where you may write" in result.stderr
