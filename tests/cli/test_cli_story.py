"""``pactwatch story`` and ``compare``: stories listed, one laid out, two documents side by side."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from landing_reports import ALL, AT, MANIFEST, add, make_case, write_reports
from pactwatch.case.judge import judge_link, withdraw_document
from pactwatch.model.link import Verdict

Run = Callable[..., Result]
Ask = Callable[..., Any]


def fill(folder: Path, names: tuple[str, ...], manifest: str = MANIFEST) -> Path:
    """A closed case with some of the reports of the landing."""
    with make_case(folder / "case") as case:
        if names:
            add(case, write_reports(folder / "texts", manifest), names)
    return folder / "case"


@pytest.fixture(scope="module")
def landing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the landing, only read."""
    return fill(tmp_path_factory.mktemp("landing"), ALL)


@pytest.fixture
def known(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A case, and its record before a person took a report out of the story and another one came."""
    folder = fill(tmp_path, tuple(name for name in ALL if name != "bridge.txt"))
    from pactwatch.case.open import open_case

    with open_case(folder, write=True, writer="tester") as case:
        before = case.head().number
        judge_link(case, "dispatch+halyard", Verdict.DIFFERENT, reviewer="Ann", reason="read both", at=AT)
        add(case, tmp_path / "texts", ["bridge.txt"])
        withdraw_document(case, "register.txt", reason="a draft", at=AT)
    yield folder, before


def test_the_stories_of_a_case(landing: Path, run: Run) -> None:
    """Those of several documents, how many are of one alone, and what to do next."""
    text = run("story", landing).stdout
    assert "3 stories, 1 of several documents; read as of" in text.splitlines()[0]
    assert "3 articles in 1 story from 1 origin + 1 digest" in text
    assert "19 to 21 May 2031, 1 of 4 dated by their story" in text
    assert "Three killed as shells hit the ferry landing at Pell Staithe" in text
    assert "2 more of one document (--all)." in text
    assert text.endswith(f"Next: pactwatch story {landing} DOCUMENT shows one side by side.\n")
    assert "bridge.txt" not in text
    everything = run("story", landing, "--all").stdout
    assert "bridge.txt" in everything and "more of one document" not in everything


def test_the_stories_for_programs(landing: Path, ask: Ask) -> None:
    rows = ask("story", landing)
    assert [sorted(row["files"]) for row in rows] == [
        ["courant.txt", "digest.txt", "dispatch.txt", "halyard.txt"],
        ["register.txt"],
        ["bridge.txt"],
    ]
    assert (rows[0]["sources"]["articles"], rows[0]["sources"]["digests"]) == (3, 1)
    assert (rows[0]["sources"]["stories"], rows[0]["sources"]["origins"]) == (1, 1)


@pytest.mark.parametrize("name", ["halyard.txt", "dispatch", "digest.txt"])
def test_one_story_by_any_of_its_documents(landing: Path, run: Run, name: str) -> None:
    """Reports by letter, the origin with what ties them, what a rewrite changed, one utterance."""
    text = run("story", landing, name).stdout
    assert text.startswith("Three killed as shells hit the ferry landing at Pell Staithe\n")
    assert "  A  halyard.txt, Halyard, 19 May 2031, 10:15" in text
    assert "Origins\n  Halyard report; 3 articles go back to it" in text
    assert "derived from A" in text
    assert "halyard.txt -> B courant.txt: B is derived from A." in text
    assert "One utterance in several wordings" in text
    assert "and 0 more" not in text
    assert max(map(len, text.splitlines())) < 300


def test_one_story_for_programs(landing: Path, ask: Ask) -> None:
    """Letters, origins, the digest apart."""
    page = ask("story", landing, "courant")
    assert [label["letter"] for label in page["labels"]] == ["A", "B", "C"]
    assert {label["file"] for label in page["labels"]} == {"halyard.txt", "courant.txt", "dispatch.txt"}
    assert [document["name"] for document in page["digests"]] == ["digest.txt"]
    assert [origin["words"] for origin in page["origins"]] == ["Halyard report"]


def test_all_differences_are_shown_where_asked(landing: Path, run: Run) -> None:
    """What the list leaves out is told with its number."""
    short, whole = (run("story", landing, "halyard", *more).stdout for more in ((), ("--all",)))
    assert len(whole) > len(short)
    assert "left out:" in whole and "left out:" not in short


def test_two_documents_side_by_side(landing: Path, run: Run, ask: Ask) -> None:
    """Of one story or not; the first is the reference."""
    text = run("compare", landing, "halyard", "courant").stdout
    assert "A halyard.txt -> B courant.txt: B is derived from A." in text
    assert "We have kept our word" in text
    assert "left out:" in run("compare", landing, "halyard", "courant", "--all").stdout
    turned = run("compare", landing, "courant", "halyard").stdout
    assert "A courant.txt -> B halyard.txt: B was first; whether the other is derived" in turned
    page = ask("compare", landing, "bridge", "halyard")["page"]
    assert [label["file"] for label in page["labels"]] == ["bridge.txt", "halyard.txt"]
    (change,) = page["changes"]
    assert change["order"] == "A was first; whether the other is derived from it is not known."
    assert change["counts"].startswith("Both tell no facts;")
    assert [origin["words"] for origin in page["origins"]] == [
        "own reporting of A, The Lockkeeper",
        "Halyard report",
    ]


def test_passages_that_both_have_are_listed(landing: Path, run: Run, ask: Ask) -> None:
    """The longest first, with their places; between two that share none nothing is said."""
    text = run("compare", landing, "halyard", "dispatch").stdout
    assert "Passages that both have\n  85 of 94 words: “" in text
    assert "of halyard.txt" in text and "of dispatch.txt" in text
    copies = ask("compare", landing, "halyard", "dispatch")["copies"]
    assert max((copy["shared"], copy["words"]) for copy in copies) == (85, 94)
    assert "Passages" not in run("compare", landing, "halyard", "bridge").stdout


def test_a_digest_can_be_laid_beside_a_report(landing: Path, run: Run) -> None:
    result = run("compare", landing, "halyard", "digest")
    assert result.exit_code == 0 and "A halyard.txt -> B digest.txt" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("story", "nowhere"), 6, 'no document "nowhere"'),
        (("compare", "halyard", "nowhere"), 6, 'no document "nowhere"'),
        (("compare", "halyard", "halyard.txt"), 9, "halyard.txt differs in nothing from itself."),
        (("compare", "halyard"), 2, "Missing argument"),
        (("story", "halyard", "--known", "99999"), 6, "99999"),
        (("story", "--known", "never"), 9, "never"),
    ],
)
def test_what_cannot_be_shown_is_told(
    landing: Path, run: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    command, *rest = arguments
    result = run(command, landing, *rest)
    assert result.exit_code == code and says in " ".join(result.stderr.split())
    assert "Traceback" not in result.output


def test_as_the_ledger_knew_it(known: tuple[Path, int], run: Run, ask: Ask) -> None:
    """Before the judgement the story was whole, and what came later was not there."""
    folder, before = known
    then = ask("story", folder, "halyard", "--known", before)
    assert len(then["labels"]) == 3
    assert {row["first"] for row in ask("story", folder, "--known", before)} != {
        row["first"] for row in ask("story", folder)
    }
    assert len(ask("story", folder, "dispatch")["labels"]) == 2
    assert run("compare", folder, "halyard", "register", "--known", before).exit_code == 0


def test_what_did_not_count_then_is_told(known: tuple[Path, int], run: Run) -> None:
    """Not there yet, or withdrawn since."""
    folder, before = known
    for arguments, says in (
        (("story", "bridge", "--known", before), f"bridge stands in no story: it did not count at {before}."),
        (("compare", "halyard", "bridge", "--known", before), f"bridge was not there yet at {before}."),
        (("story", "register"), "register stands in no story: it was withdrawn."),
        (("compare", "halyard", "register"), "register.txt was withdrawn: a draft."),
    ):
        command, *rest = arguments
        result = run(command, folder, *rest)
        assert result.exit_code in (6, 9) and says in " ".join(result.stderr.split()), result.output


def test_a_case_of_digests_alone(tmp_path: Path, run: Run, ask: Ask) -> None:
    """A story without a report has no origin and no sides."""
    folder = fill(tmp_path, ("digest.txt",))
    assert "1 digest only" in run("story", folder, "--all").stdout
    text = run("story", folder, "digest").stdout
    assert text.startswith("The landing at Pell Staithe, in short\n21 May 2031: 1 digest only\n")
    page = ask("story", folder, "digest")
    assert [document["name"] for document in page["digests"]] == ["digest.txt"]
    assert not {"labels", "origins", "differences"} & page.keys()


def test_an_empty_case(tmp_path: Path, run: Run, ask: Ask) -> None:
    folder = fill(tmp_path, ())
    text = run("story", folder).stdout
    assert ": 0 stories, 0 of several documents; read as of 2031-05-30." in text
    assert ask("story", folder) == []
    assert run("story", folder, "halyard").exit_code == 6
