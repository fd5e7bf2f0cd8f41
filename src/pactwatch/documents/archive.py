"""The archive: each document's bytes under the hash of them, written whole or not at all."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pactwatch.errors import CannotWrite, NotInCase
from pactwatch.ids import hash_bytes


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of files named by their SHA-256, in subfolders of its first two characters."""

    folder: Path

    def path(self, id: str) -> Path:
        """Where the bytes of a document stand."""
        return self.folder / id[:2] / id

    def put(self, data: bytes) -> str:
        """Keeps the bytes and gives their id; bytes that are kept already stay untouched.

        Raises CannotWrite; the archive is then as it was.
        """
        id = hash_bytes(data)
        target = self.path(id)
        if not target.exists():
            self._write(target, data)
        return id

    def replace(self, id: str, data: bytes) -> None:
        """Puts other bytes in the place of a document whose words a redaction removed.

        Raises CannotWrite; the archive is then as it was.
        """
        self._write(self.path(id), data)

    def _write(self, target: Path, data: bytes) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, data)
        except OSError as error:
            raise CannotWrite(
                f"Cannot keep a document of {len(data)} bytes in {self.folder}: {error.strerror or error}.",
                f"Free at least {len(data)} bytes or give write permission there, then add it again.",
            ) from error

    def read(self, id: str) -> bytes:
        """The bytes of a document, as they are on disk: whether they fit the id is the ledger's to verify.

        Raises NotInCase where they are missing.
        """
        try:
            return self.path(id).read_bytes()
        except OSError as error:
            raise NotInCase(
                f"The archive does not hold document {id[:12]}: {error.strerror or error}.",
                "Put the file back from a copy of the case, or withdraw the document.",
            ) from error


def _write_whole(target: Path, data: bytes) -> None:
    """Under a temporary name first, so that a crash leaves no half document under its hash."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:16]}.", suffix=".partial", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    """The rename itself is on disk only when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
