"""One writer at a time: a lock file beside the ledger that names who holds it.

The operating system frees the lock when its holder ends, however it ends; the file stays, and
its content counts only while the lock is held. Where the system has no flock, the database's
own lock still keeps a second writer out, without a name.
"""

import json
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pactwatch.errors import CannotWrite, CaseLocked
from pactwatch.ledger.faults import FREE, WAIT

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

#: How long a second writer waits before it gives up, and between two tries (seconds).
PATIENCE = 0.5
_PAUSE = 0.05

Clock = Callable[[], float]


class WriterLock:
    """The lock of one ledger, held from construction until ``release``.

    Raises CaseLocked with the holder's process number, name and age; CannotWrite where the
    lock file cannot be written.
    """

    def __init__(self, ledger: Path, writer: str, clock: Clock = time.time) -> None:
        self.path = lock_path(ledger)
        self._clock = clock
        self._file: int | None = self._open()
        try:
            self._take()
            self._sign(writer)
        except BaseException:
            self.release()
            raise

    def _open(self) -> int:
        try:
            return os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise CannotWrite(f"{self.path}: {error.strerror}.", FREE) from error

    def _take(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not _try_lock(self._file):
            if time.monotonic() >= deadline:
                raise CaseLocked(f"The case is being written by {self._holder()}.", WAIT)
            time.sleep(_PAUSE)

    def _sign(self, writer: str) -> None:
        since = datetime.fromtimestamp(self._clock(), UTC).isoformat(timespec="seconds")
        text = json.dumps({"pid": os.getpid(), "writer": writer, "since": since}, ensure_ascii=False)
        assert self._file is not None
        try:
            os.ftruncate(self._file, 0)
            os.write(self._file, text.encode())
        except OSError as error:
            raise CannotWrite(f"{self.path}: {error.strerror}.", FREE) from error

    def _holder(self) -> str:
        try:
            return _format_holder(json.loads(self.path.read_text("utf-8")), self._clock())
        except (OSError, ValueError, KeyError, TypeError):
            return "another process"

    def release(self) -> None:
        """Free the lock. A second call does nothing."""
        if self._file is not None:
            file, self._file = self._file, None
            os.close(file)


def lock_path(ledger: Path) -> Path:
    """The lock file of a ledger."""
    return ledger.with_name(ledger.name + ".lock")


def _try_lock(file: int | None) -> bool:
    if fcntl is None or file is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _format_holder(holder: dict[str, Any], now: float) -> str:
    seconds = max(0, round(now - datetime.fromisoformat(holder["since"]).timestamp()))
    age = f"{seconds} s" if seconds < 120 else f"{seconds // 60} min"
    return f"{holder['writer']} (process {holder['pid']}) for {age}, since {holder['since']}"
