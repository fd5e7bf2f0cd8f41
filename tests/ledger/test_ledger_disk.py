"""A disk that is full or read-only: one clear line, and the state from before."""

import os
import resource
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_ledger import AT, draft_all, make_article

from pactwatch.errors import CannotWrite, CaseLocked, LedgerBroken, PactwatchError
from pactwatch.ledger.drafts import draft_case
from pactwatch.ledger.faults import explain_fault
from pactwatch.ledger.store import create_store, open_store


class _Limit:
    """No file of this process may grow beyond so many bytes."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def __enter__(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._size, self._before[1]))

    def __exit__(self, *_: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


def test_a_full_disk_leaves_the_state_from_before(store, salt, path: Path, shelf):
    article, data = make_article("small")
    shelf.put(data)
    store.append(draft_all(article, salt), AT)
    before = store.dump(), store.head()
    big, more = make_article("big", sentences=300)
    for spare in (0, 512, 4096, 20_000, 90_000):
        with _Limit(path.stat().st_size + spare), pytest.raises(CannotWrite) as told:
            store.append(draft_all(big, salt), AT)
        assert str(path) in told.value.message and "Free space" in told.value.remedy
        assert (store.dump(), store.head()) == before
        assert store.verify(shelf.read).ok
    shelf.put(more)
    store.append(draft_all(big, salt), AT)
    assert store.verify(shelf.read).ok


def test_a_full_disk_stops_a_rebuild_and_leaves_no_rest(store, path: Path):
    before = store.dump()
    with _Limit(8192), pytest.raises(CannotWrite):
        store.rebuild()
    assert store.dump() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["ledger.sqlite", "ledger.sqlite.lock"]


def test_a_full_disk_leaves_no_half_case(tmp_path: Path):
    with _Limit(8192), pytest.raises(CannotWrite):
        create_store(tmp_path / "l.sqlite", "anna", draft_case("x", {}), AT)
    assert [file.name for file in tmp_path.iterdir()] == ["l.sqlite.lock"]
    create_store(tmp_path / "l.sqlite", "anna", draft_case("x", {}), AT).close()


def _as_nobody(act: Callable[[], object]) -> str:
    """What a forked child without rights says: root may write anywhere."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        try:
            said = str(act())
        except BaseException as error:
            said = f"{type(error).__name__} {error}"
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as told:
        text = told.read()
    os.waitpid(child, 0)
    return text


@pytest.fixture
def shut(store, path: Path, tmp_path: Path):
    """A ledger in a folder where nothing may be written, that everybody may read."""
    store.close()
    (path.parent / "ledger.sqlite.lock").unlink()
    parents = [folder for folder in (tmp_path, *tmp_path.parents) if folder.stat().st_uid == os.geteuid()]
    modes = {folder: folder.stat().st_mode for folder in parents if len(folder.parts) > 2}
    for folder, mode in modes.items():
        folder.chmod(mode | 0o055)
    tmp_path.chmod(0o555)
    path.chmod(0o444)
    yield path
    for folder, mode in modes.items():
        folder.chmod(mode)


def test_a_read_only_folder_can_be_read_and_not_written(shut: Path):
    assert _as_nobody(lambda: open_store(shut).head().number) == "2"
    told = _as_nobody(lambda: open_store(shut, "anna"))
    assert told.startswith("CannotWrite") and "Permission denied" in told


def test_an_interrupted_write_in_a_read_only_folder_is_told(shut: Path):
    code = """
        import os, sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(2000):
            connection.execute("INSERT INTO setting VALUES (?, ?)", (str(number), "x" * 500))
        os.kill(os.getpid(), 9)
    """
    shut.parent.chmod(0o755)
    shut.chmod(0o644)
    subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(shut)])
    (shut.parent / "ledger.sqlite-journal").chmod(0o444)
    shut.parent.chmod(0o555)
    shut.chmod(0o444)
    told = _as_nobody(lambda: open_store(shut))
    assert told.startswith("CannotWrite") and "cut short" in told


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", CannotWrite),
        ("SQLITE_IOERR_WRITE", CannotWrite),
        ("SQLITE_IOERR_FSYNC", CannotWrite),
        ("SQLITE_READONLY", CannotWrite),
        ("SQLITE_CANTOPEN", CannotWrite),
        ("SQLITE_IOERR_READ", LedgerBroken),
        ("SQLITE_CORRUPT", LedgerBroken),
        ("SQLITE_NOTADB", LedgerBroken),
        ("SQLITE_BUSY_SNAPSHOT", CaseLocked),
        ("", LedgerBroken),
    ],
)
def test_each_database_fault_has_its_error(name: str, kind: type[PactwatchError]):
    fault = Exception("as SQLite says it")
    fault.sqlite_errorname = name
    told = explain_fault(Path("ledger.sqlite"), fault)
    assert type(told) is kind and told.remedy and "ledger.sqlite" in told.message


def test_a_folder_in_the_ledgers_place_is_no_ledger(path: Path):
    path.mkdir()
    with pytest.raises(PactwatchError):
        open_store(path, "anna")
