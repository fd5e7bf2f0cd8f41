"""What manifests and sidecars say of the files to add, and which files a folder gives."""

from collections.abc import Iterable
from pathlib import Path

from pactwatch.config import MANIFEST_FILE
from pactwatch.documents.manifest import SourceRow, read_manifest, read_sidecar
from pactwatch.documents.readers import READERS
from pactwatch.problems import Problem

#: The folder inside a sample or a case that holds its documents.
DOCUMENTS_FOLDER = "documents"

_EXPLAINING = "readme"

Rows = dict[str, SourceRow]


class Sources:
    """The rows for files, each manifest read once and its problems told once.

    A sidecar counts before a ``sources.csv`` beside the file, that before one in the folder above,
    and that before the one of the case.
    """

    def __init__(self, case_folder: Path) -> None:
        self._case_folder = case_folder
        self._manifests: dict[Path, Rows] = {}

    def find(self, path: Path) -> tuple[SourceRow | None, tuple[Problem, ...]]:
        """The row for a file (None where nothing speaks of it) and what is wrong in what does."""
        row, problems = read_sidecar(path)
        beside = path.absolute().parent
        for folder in (beside, beside.parent, self._case_folder.absolute()):
            rows, found = self._read(folder / MANIFEST_FILE)
            problems += found
            row = row or rows.get(path.name)
        return row, tuple(problems)

    def _read(self, path: Path) -> tuple[Rows, list[Problem]]:
        if path in self._manifests:
            return self._manifests[path], []
        rows, problems = read_manifest(path) if path.is_file() else ({}, [])
        self._manifests[path] = rows
        return rows, problems


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files that are meant: a folder stands for its text files, in the order of their names.

    Of a folder that has a ``documents`` folder, as a sample has, that one is meant; files that explain
    a folder (README) are no documents. A folder that holds no text stands for itself.
    """
    found: list[Path] = []
    for path in paths:
        found.extend((_list_folder(path) or [path]) if path.is_dir() else [path])
    return list(dict.fromkeys(found))


def _list_folder(folder: Path) -> list[Path]:
    inner = folder / DOCUMENTS_FOLDER
    chosen = inner if inner.is_dir() else folder
    return sorted(path for path in chosen.iterdir() if _is_text(path))


def _is_text(path: Path) -> bool:
    explains = path.stem.lower().startswith(_EXPLAINING)
    return path.suffix.lower() in READERS and not explains and path.is_file()


def describe_wanted() -> str:
    """What is looked for in a folder, in plain words."""
    *endings, last = READERS
    return f"{', '.join(endings)} or {last} files, without README"
