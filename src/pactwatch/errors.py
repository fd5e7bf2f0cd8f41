"""What can go wrong in the program's own state. User data gives Problems instead.

    PactwatchError
    ├── CaseNotFound        the folder is not a case
    ├── CaseExists          init would overwrite a case
    ├── SettingsWrong       case.toml has a mistake
    ├── CaseLocked          another writer holds the ledger
    ├── LedgerBroken        a hash does not fit, or the file is damaged
    ├── NotInCase           no such claim, document or provision
    ├── Ambiguous           a short key fits several
    ├── UnknownView         no such view
    ├── Refused             a call that the rules do not allow
    └── CannotWrite         disk full, read-only, no permission

Each message says what happened, where, and what to do next. The command line maps classes
to exit codes, the web to status codes, and nobody else does.
"""


class PactwatchError(Exception):
    """Base of all errors that a user may see. ``remedy`` is what to do next."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class CaseNotFound(PactwatchError):
    """The folder is not a case."""


class CaseExists(PactwatchError):
    """The folder already holds a case."""


class SettingsWrong(PactwatchError):
    """The settings of a case have a mistake."""


class CaseLocked(PactwatchError):
    """Another writer holds the ledger."""


class LedgerBroken(PactwatchError):
    """A hash does not fit, or the database is damaged."""


class NotInCase(PactwatchError):
    """No such claim, document or provision."""


class Ambiguous(PactwatchError):
    """A short key fits several things."""


class UnknownView(PactwatchError):
    """No such view."""


class Refused(PactwatchError):
    """A call that the rules do not allow."""


class CannotWrite(PactwatchError):
    """The disk is full or read-only, or permission is missing."""
