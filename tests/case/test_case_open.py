"""Making and opening a case folder."""

from datetime import date
from pathlib import Path

import pytest

from pactwatch.case.open import init_case, open_case
from pactwatch.case.settings import Settings, format_settings, read_settings
from pactwatch.errors import CaseExists, CaseLocked, CaseNotFound, SettingsWrong

AT = "2031-05-20T09:00:00Z"


def test_init_writes_settings_agreement_and_two_records(sample: Path, tmp_path: Path) -> None:
    """A new case holds what stood beside the agreement, and its ledger the case and the agreement."""
    case, problems = init_case(tmp_path / "new", sample / "agreement.yaml", at=AT, writer="tester")
    assert case is not None and problems == []
    with case:
        assert [record.kind for record in case.records()] == ["case", "agreement"]
        assert case.as_of == date(2031, 5, 20)
        assert case.title == "Harbour Accord"
    assert (tmp_path / "new" / "agreement.yaml").read_bytes() == (sample / "agreement.yaml").read_bytes()


def test_init_without_settings_follows_the_news(sample: Path, tmp_path: Path) -> None:
    """Without a case.toml the title is the agreement's, and the case is read up to today."""
    (sample / "case.toml").unlink()
    case, _ = init_case(tmp_path / "new", sample / "agreement.yaml", at=AT, writer="tester")
    assert case is not None
    case.store.close()
    assert case.title == "Harbour Accord between North and South"
    with open_case(tmp_path / "new", today=date(2031, 6, 1)) as later:
        assert later.as_of == date(2031, 6, 1)
    with open_case(tmp_path / "new") as without_a_day:
        assert without_a_day.as_of == date(2031, 5, 20)


def test_init_over_a_case_is_refused_and_changes_nothing(sample: Path, case_folder: Path) -> None:
    """A case is never overwritten."""
    before = (case_folder / "ledger.sqlite").read_bytes()
    with pytest.raises(CaseExists, match="is a case already"):
        init_case(case_folder, sample / "agreement.yaml", at=AT, writer="tester")
    assert (case_folder / "ledger.sqlite").read_bytes() == before


def test_init_beside_another_agreement_is_refused(sample: Path, tmp_path: Path) -> None:
    """A folder with another agreement file is not taken over."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "agreement.yaml").write_text("title: mine\n")
    with pytest.raises(CaseExists, match="another agreement"):
        init_case(folder, sample / "agreement.yaml", at=AT, writer="tester")
    assert (folder / "agreement.yaml").read_text() == "title: mine\n"


def test_init_with_a_broken_agreement_makes_nothing(sample: Path, tmp_path: Path) -> None:
    """Every mistake is told, and no folder is left behind."""
    path = sample / "agreement.yaml"
    path.write_text(path.read_text().replace("by: north,", "by: nort,"), encoding="utf-8")
    case, problems = init_case(tmp_path / "new", path, at=AT, writer="tester")
    assert case is None
    assert [problem.nearest for problem in problems] == ["north"]
    assert not (tmp_path / "new").exists()


def test_init_without_an_agreement_file(tmp_path: Path) -> None:
    """A missing file is told by name."""
    case, problems = init_case(tmp_path / "new", tmp_path / "none.yaml", at=AT, writer="tester")
    assert case is None and not (tmp_path / "new").exists()
    assert [(problem.code, Path(problem.file).name) for problem in problems] == [("C108", "none.yaml")]


def test_init_in_the_folder_of_the_agreement(sample: Path) -> None:
    """The folder in which an agreement was written becomes the case itself."""
    case, _ = init_case(sample, sample / "agreement.yaml", at=AT, writer="tester")
    assert case is not None
    case.store.close()
    with open_case(sample) as opened:
        assert opened.title == "Harbour Accord"


def test_a_second_writer_is_told_who_holds_the_ledger(case_folder: Path) -> None:
    """One writer at a time; readers are let in."""
    with open_case(case_folder, write=True, writer="first"):
        with pytest.raises(CaseLocked, match="first"):
            open_case(case_folder, write=True, writer="second")
        with open_case(case_folder) as reader:
            assert reader.head().number > 2


def test_a_folder_that_is_no_case(tmp_path: Path) -> None:
    """Neither a missing folder nor an empty one is a case, and both say what to do."""
    with pytest.raises(CaseNotFound, match="pactwatch init"):
        open_case(tmp_path / "missing")
    with pytest.raises(CaseNotFound, match=r"has no case\.toml"):
        open_case(tmp_path)
    (tmp_path / "case.toml").write_text('title = "Alone"\n')
    with pytest.raises(CaseNotFound, match=r"has no ledger\.sqlite"):
        open_case(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = \n", "C107.*cannot be read"),
        ("as_of = 2031-05-20\n", "no title"),
        ('title = "x"\nas_of = "soon"\n', "as_of is 'soon'"),
        ('title = "x"\nas_of = 2031-05-20T10:00:00\n', "as_of is"),
        ('title = "x"\nagreement = "../other.yaml"\n', "in the case folder"),
    ],
)
def test_wrong_settings_are_told(tmp_path: Path, text: str, says: str) -> None:
    """A mistake in case.toml names the file and what to write."""
    (tmp_path / "case.toml").write_text(text)
    with pytest.raises(SettingsWrong, match=says):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    "settings", [Settings('The "Harbour" accord\\s'), Settings("x", as_of=date(2031, 5, 20))]
)
def test_settings_read_back_as_they_were_written(tmp_path: Path, settings: Settings) -> None:
    """Quotation marks and backslashes in a title survive."""
    (tmp_path / "case.toml").write_text(format_settings(settings), encoding="utf-8")
    assert read_settings(tmp_path) == settings
