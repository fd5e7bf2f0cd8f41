"""One writer at a time, readers beside it, and a writer that is killed."""

import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sample_ledger import AT, Shelf, draft_all, make_article, make_store

from pactwatch.errors import CaseLocked
from pactwatch.ledger.lock import WriterLock
from pactwatch.ledger.sealed import make_salt
from pactwatch.ledger.store import open_store


def _child(code: str, *arguments: str) -> subprocess.Popen[str]:
    folder = Path(__file__).parent
    front = "import sys, time; from pathlib import Path; from pactwatch.ledger.store import open_store\n"
    return subprocess.Popen(
        [sys.executable, "-c", front + textwrap.dedent(code), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *sys.path])},
    )


def test_a_second_writer_is_told_who_holds_the_case(store, path: Path):
    store.close()
    code = """
        with open_store(Path(sys.argv[1]), "first writer"):
            print("held", flush=True)
            time.sleep(30)
    """
    holder = _child(code, str(path))
    assert holder.stdout and holder.stdout.readline() == "held\n"
    begin = time.monotonic()
    with pytest.raises(CaseLocked) as told:
        open_store(path, "second writer")
    assert time.monotonic() - begin < 1
    assert f"first writer (process {holder.pid}) for " in told.value.message and told.value.remedy
    with open_store(path) as reader:
        assert reader.head().number == 2
    holder.kill()
    holder.wait()
    with open_store(path, "second writer") as freed:
        assert freed.writer == "second writer"


def test_a_second_writer_in_the_same_process_is_told_too(store, path: Path):
    with pytest.raises(CaseLocked, match=f"anna \\(process {os.getpid()}\\)"):
        open_store(path, "ben")


def test_the_lock_tells_its_age(path: Path):
    first = WriterLock(path, "anna", clock=lambda: 1_000_000.0)
    assert (
        json.loads((path.parent / "ledger.sqlite.lock").read_text())["since"] == "1970-01-12T13:46:40+00:00"
    )
    with pytest.raises(CaseLocked, match="for 90 s, since 1970-01-12T13:46:40"):
        WriterLock(path, "ben", clock=lambda: 1_000_090.0)
    with pytest.raises(CaseLocked, match="for 10 min"):
        WriterLock(path, "ben", clock=lambda: 1_000_600.0)
    first.release()
    first.release()
    WriterLock(path, "ben").release()


def test_a_short_wait_is_no_error(path: Path):
    first = WriterLock(path, "anna")
    threading.Timer(0.2, first.release).start()
    WriterLock(path, "ben").release()


def test_readers_never_see_half_an_append(store, salt, path: Path):
    """While a writer appends documents with four claims each, every answer is whole."""
    seen: list[int] = []
    wrong: list[object] = []
    stop = threading.Event()

    def read() -> None:
        with open_store(path) as reader:
            while not stop.is_set():
                try:
                    rows, facts = reader.documents(), len(reader.facts())
                    seen.append(len(rows))
                    if any(row.claims != 4 or row.passages != 3 for row in rows) or facts % 4:
                        wrong.append((rows, facts))
                except Exception as error:
                    wrong.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(15):
        store.append(draft_all(make_article(f"n{number}")[0], salt), AT)
    stop.set()
    for thread in threads:
        thread.join()
    assert not wrong and seen and store.head().number == 2 + 15 * 4


def test_one_reader_answers_several_threads(store, salt, path: Path):
    for name in ("a", "bb", "ccc"):
        store.append(draft_all(make_article(name)[0], salt), AT)
    with open_store(path) as reader, ThreadPoolExecutor(8) as pool:
        known = [None, 6, 10, 14, 6, None, 10, 2] * 4
        counts = list(pool.map(lambda position: len(reader.facts(position)), known))
    assert counts == [{2: 0, 6: 4, 10: 8, 14: 12, None: 12}[position] for position in known]


def _append_until_killed(path: Path, acknowledge: int, start: int) -> None:
    """In a forked child: append and say each number only after the append has returned."""
    with open_store(path, "child") as store:
        for number in range(start, start + 1000):
            records = store.append(draft_all(make_article(f"n{number}")[0], make_salt), AT)
            os.write(acknowledge, f"{records[-1].number}\n".encode())


def _kill_at_random(path: Path, start: int, chance: random.Random) -> int:
    """The last record number that a killed child acknowledged; 0 for none."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            _append_until_killed(path, write, start)
        finally:
            os._exit(1)
    os.close(write)
    time.sleep(chance.uniform(0.0, 0.15))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read) as said:
        numbers = said.read().split()
    return int(numbers[-1]) if numbers else 0


def test_a_killed_writer_loses_nothing_it_acknowledged(path: Path):
    make_store(path).close()
    chance, acknowledged = random.Random(11), 0
    for turn in range(24):
        acknowledged = max(acknowledged, _kill_at_random(path, turn * 1000, chance))
        with open_store(path) as reader:
            head = reader.head().number
            assert head >= acknowledged and head % 4 == 2
            facts = reader.facts()
            assert len(facts) == head - 2 and len({fact.claim.key for fact in facts}) == len(facts)
    assert acknowledged > 2
    shelf = Shelf()
    with open_store(path, "after") as store:
        for row in store.documents():
            shelf.put(make_article(row.document.name.removesuffix(".txt"))[1])
        assert store.verify(shelf.read).ok
        before = store.dump()
        store.rebuild()
        assert store.dump() == before


def test_a_reader_undoes_what_a_killed_writer_left_half_done(store, path: Path):
    """A journal that must be rolled back is rolled back even when the next to come only reads."""
    store.close()
    code = """
        import os, sqlite3
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(2000):
            connection.execute("INSERT INTO setting VALUES (?, ?)", (str(number), "x" * 500))
        os.kill(os.getpid(), 9)
    """
    _child(code, str(path)).wait()
    assert (path.parent / "ledger.sqlite-journal").stat().st_size > 0
    with open_store(path) as reader:
        assert reader.head().number == 2 and b"xxx" not in reader.dump()


def test_a_killed_rebuild_leaves_the_ledger_as_it_was(store, path: Path):
    before = store.dump()
    store.close()
    code = """
        import os
        from pactwatch.ledger import files
        files.os.replace = lambda new, old: os.kill(os.getpid(), 9)
        with open_store(Path(sys.argv[1]), "child") as store:
            store.rebuild()
    """
    assert _child(code, str(path)).wait() == -9
    assert (path.parent / "ledger.sqlite.new").exists()
    with open_store(path, "after") as after:
        assert after.dump() == before
        after.rebuild()
        assert after.dump() == before
    assert not (path.parent / "ledger.sqlite.new").exists()
