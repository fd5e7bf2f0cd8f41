"""Making a case folder, and opening one.

case.toml        settings
agreement.yaml   the agreement, edited by hand; each text that was valid is recorded
archive/         the bytes of every document
ledger.sqlite    the records and the tables derived from them
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from pactwatch.agreement.load import load_agreement, parse_agreement
from pactwatch.case.ask import Case, parse_recorded
from pactwatch.case.settings import Settings, format_settings, read_settings
from pactwatch.config import AGREEMENT_FILE, ARCHIVE_FOLDER, CASE_FILE, LEDGER_FILE
from pactwatch.documents.archive import Archive
from pactwatch.documents.passages import PASSAGES_VERSION
from pactwatch.errors import CannotWrite, CaseExists, CaseNotFound, LedgerBroken, Refused
from pactwatch.language.sentences import SENTENCES_VERSION
from pactwatch.ledger.base import Store, Verification
from pactwatch.ledger.drafts import draft_agreement, draft_case
from pactwatch.ledger.store import create_store, open_store
from pactwatch.ledger.verify import verify_ledger
from pactwatch.model.agreement import Agreement
from pactwatch.problems import Problem

#: What else is relevant to hashes and spans; it stands in the first record.
VERSIONS = {"passages": PASSAGES_VERSION, "sentences": SENTENCES_VERSION}


def init_case(
    folder: Path, agreement_path: Path, *, at: str, writer: str
) -> tuple[Case | None, list[Problem]]:
    """A new case from an agreement file, open for writing; None where the file has an error or is missing.

    A ``case.toml`` beside the agreement is taken over. ``at`` is the time in UTC, ISO 8601; the case
    counts as read up to that day where no settings say otherwise. Raises CaseExists, SettingsWrong,
    LedgerBroken, CannotWrite.
    """
    data = agreement_path.read_bytes() if agreement_path.is_file() else None
    if data is None:
        return None, [_tell_missing(agreement_path)]
    agreement, problems = parse_agreement(data, str(agreement_path))
    if agreement is None:
        return None, problems
    _check_folder(folder, data)
    settings = _find_settings(folder, agreement_path.parent, agreement)
    _write_files(folder, settings, data)
    store = create_store(folder / LEDGER_FILE, writer, draft_case(settings.title, VERSIONS), at)
    store.append([draft_agreement(data.decode("utf-8"), agreement.hash, agreement.id)], at)
    as_of = settings.as_of or date.fromisoformat(at[:10])
    return Case(folder, settings, agreement, store, Archive(folder / ARCHIVE_FOLDER), as_of), problems


def _tell_missing(path: Path) -> Problem:
    what = "It is not a file" if path.exists() else "There is no such file"
    return Problem("C108", f"{what}.", str(path), hint="Give the agreement file: --agreement FILE.")


def _check_folder(folder: Path, agreement: bytes) -> None:
    remedy = "Give another folder, or add documents to this case: pactwatch add CASE FILES."
    if (folder / LEDGER_FILE).exists():
        raise CaseExists(f"{folder} is a case already.", remedy)
    _check_lost(folder)
    present = folder / AGREEMENT_FILE
    if present.exists() and present.read_bytes() != agreement:
        raise CaseExists(f"{folder} holds another agreement file already.", remedy)


def _find_settings(folder: Path, beside: Path, agreement: Agreement) -> Settings:
    for place in (folder, beside):
        if (place / CASE_FILE).exists():
            return replace(read_settings(place), agreement=AGREEMENT_FILE)
    return Settings(agreement.title)


def _write_files(folder: Path, settings: Settings, agreement: bytes) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / CASE_FILE).exists():
            _write_whole(folder / CASE_FILE, format_settings(settings).encode("utf-8"))
        if not (folder / AGREEMENT_FILE).exists():
            _write_whole(folder / AGREEMENT_FILE, agreement)
    except OSError as error:
        raise CannotWrite(
            f"The case folder {folder} cannot be written: {error.strerror}.",
            "Give a folder where you may write, with space left.",
        ) from error


def _write_whole(path: Path, data: bytes) -> None:
    """Under another name first, so that a full disk leaves no half file behind."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def open_case(
    folder: Path, *, write: bool = False, writer: str = "reader", today: date | None = None
) -> Case:
    """The case in a folder, for reading or, under the writer's name, for writing.

    ``today`` counts where the settings say that the case follows the news; without it, the day of the
    newest record does. Raises CaseNotFound, CaseLocked, LedgerBroken, Refused.
    """
    settings = read_settings(folder)
    store = open_store(_find_ledger(folder, settings), writer if write else None)
    try:
        agreement, warnings = _find_agreement(store, folder / settings.agreement)
        as_of = settings.as_of or today or date.fromisoformat(store.head().at[:10])
    except BaseException:
        store.close()
        raise
    return Case(folder, settings, agreement, store, Archive(folder / ARCHIVE_FOLDER), as_of, warnings)


def _find_agreement(store: Store, path: Path) -> tuple[Agreement, tuple[Problem, ...]]:
    """The newest recorded agreement; where this version no longer takes it, a corrected file on disk."""
    try:
        return parse_recorded(store.agreement_text(), path.name)
    except Refused:
        agreement, problems = load_agreement(path)
        if agreement is None:
            raise
        return agreement, tuple(problems)


def _find_ledger(folder: Path, settings: Settings) -> Path:
    path = folder / LEDGER_FILE
    if not path.exists():
        _check_lost(folder)
        raise CaseNotFound(
            f"{folder} is not a case yet: it has no {LEDGER_FILE}.",
            f"Make it one: pactwatch init {folder} --agreement {folder / settings.agreement}.",
        )
    return path


def _check_lost(folder: Path) -> None:
    """Raise LedgerBroken where archived documents show that there was a ledger once."""
    archive = folder / ARCHIVE_FOLDER
    number = sum(path.is_file() for path in archive.glob("*/*"))
    if number and not (folder / LEDGER_FILE).exists():
        raise LedgerBroken(
            f"The ledger of {folder} is missing: {LEDGER_FILE} is not there, and the archive holds"
            f" {number} document{'s' * (number != 1)}.",
            "Restore the file from a copy. For a new record of the same documents, add them to a new case.",
        )


def rebuild_case(folder: Path, *, writer: str) -> int:
    """Throw a case's derived tables away and fold all records again; how many records.

    Nothing but the records is read, so that it works where the tables are damaged. Raises CaseNotFound,
    CaseLocked, LedgerBroken, CannotWrite.
    """
    store = open_store(_find_ledger(folder, read_settings(folder)), writer, check=False)
    try:
        return store.rebuild()
    finally:
        store.close()


def verify_case(folder: Path) -> Verification:
    """Every hash, digest and quoted slice of a case derived again, whatever else is wrong with it.

    A file that is no ledger, or that was cut, is a finding. Raises CaseNotFound, and LedgerBroken where
    the ledger is missing.
    """
    path = _find_ledger(folder, read_settings(folder))
    return verify_ledger(path, Archive(folder / ARCHIVE_FOLDER).read)
