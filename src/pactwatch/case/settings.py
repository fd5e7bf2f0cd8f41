"""The settings of a case, ``case.toml``: title, agreement file, and the day to which it has been read."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pactwatch.config import AGREEMENT_FILE, CASE_FILE
from pactwatch.errors import CaseNotFound, SettingsWrong
from pactwatch.problems import Problem

TODAY = "today"


@dataclass(frozen=True, slots=True)
class Settings:
    """``as_of`` is None where the case follows the news and has been read up to today."""

    title: str
    agreement: str = AGREEMENT_FILE
    as_of: date | None = None


def read_settings(folder: Path) -> Settings:
    """The settings of a case folder. Raises CaseNotFound, and SettingsWrong where a setting is."""
    path = folder / CASE_FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise _not_a_case(folder) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, f"It cannot be read: {error}.", "Correct that line.") from None
    return _check_settings(data, path)


def _wrong(path: Path, what: str, remedy: str) -> SettingsWrong:
    return SettingsWrong(str(Problem("C107", what, str(path))), remedy)


def _not_a_case(folder: Path) -> CaseNotFound:
    if not folder.exists():
        return CaseNotFound(f"There is no folder {folder}.", _REMEDY)
    if not folder.is_dir():
        return CaseNotFound(f"{folder} is a file, and a case is a folder.", f"{_REMEDY} {_BUNDLE}")
    return CaseNotFound(f"{folder} is not a case: it has no {CASE_FILE}.", _REMEDY)


_REMEDY = "Give the folder of a case, or make one: pactwatch init CASE --agreement FILE."
_BUNDLE = "A bundle is checked with the script verify_bundle.py that is in it."


def _check_settings(data: dict[str, Any], path: Path) -> Settings:
    title, agreement = data.get("title"), data.get("agreement", AGREEMENT_FILE)
    as_of = data.get("as_of", TODAY)
    if not isinstance(title, str) or not title:
        raise _wrong(path, "It has no title.", 'Write a line such as: title = "River Accord".')
    if not isinstance(agreement, str) or Path(agreement).name != agreement:
        raise _wrong(path, "agreement must be a file in the case folder.", f'Write "{AGREEMENT_FILE}".')
    if as_of != TODAY and type(as_of) is not date:
        remedy = 'Write a day without quotation marks (2025-12-22) or "today".'
        raise _wrong(path, f"as_of is {as_of!r}.", remedy)
    return Settings(title, agreement, None if as_of == TODAY else as_of)


def format_settings(settings: Settings) -> str:
    """The text of a ``case.toml`` that reads back as these settings."""
    as_of = settings.as_of.isoformat() if settings.as_of else f'"{TODAY}"'
    title = settings.title.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'title = "{title}"\n'
        f'agreement = "{settings.agreement}"\n'
        "# The day to which the case has been read; nothing later counts as read.\n"
        f"as_of = {as_of}\n"
    )
