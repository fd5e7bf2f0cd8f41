"""What the database says when something is wrong, as the errors that a user may see."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from pactwatch.errors import CannotWrite, CaseLocked, LedgerBroken, PactwatchError, Refused

RESTORE = (
    "Run `pactwatch verify` on the case to see what is damaged, `pactwatch rebuild` if only derived"
    " tables are; otherwise restore the file from a copy."
)
FREE = "Nothing of this step was recorded. Free space or change the permission, then run it again."
WAIT = "Wait until the other run has ended, then run this again."

_WRITE_FAULTS = ("FULL", "READONLY", "PERM", "CANTOPEN", "IOERR")


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what the database raises into CaseLocked, CannotWrite, LedgerBroken or Refused."""
    try:
        yield
    except DBAPIError as error:
        raise explain_fault(path, error.orig) from error
    except sqlite3.Error as error:
        raise explain_fault(path, error) from error
    except UnicodeEncodeError as error:
        raise Refused(
            "A text holds half a character that cannot be stored.",
            "Decode the document again with another encoding.",
        ) from error
    except OSError as error:
        raise CannotWrite(f"{path}: {error.strerror or error}.", FREE) from error


def explain_fault(path: Path, error: BaseException | None) -> PactwatchError:
    """The error that a user sees for a database fault."""
    name = fault_name(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return CaseLocked(f"{path} is being written by another run.", WAIT)
    if name.removeprefix("SQLITE_").startswith(_WRITE_FAULTS) and not name.startswith("SQLITE_IOERR_READ"):
        return CannotWrite(f"{path} cannot be written ({error}).", FREE)
    return LedgerBroken(f"{path} is damaged or is not a ledger ({error}).", RESTORE)


def fault_name(error: BaseException | None) -> str:
    """SQLite's own name of a fault ("SQLITE_CORRUPT"), empty where it gives none."""
    return str(getattr(error, "sqlite_errorname", ""))
