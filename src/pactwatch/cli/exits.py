"""Exit codes: the one place where the command line maps what went wrong to a number.

The same table stands in docs/messages.md under "Exit codes"; a contract test compares them.
"""

from pactwatch.errors import (
    Ambiguous,
    CannotWrite,
    CaseExists,
    CaseLocked,
    CaseNotFound,
    LedgerBroken,
    NotInCase,
    PactwatchError,
    Refused,
    SettingsWrong,
    UnknownView,
)

OK = 0
PROBLEMS = 1
USAGE = 2
NOT_VERIFIED = 8
INTERRUPTED = 130

EXIT_CODES: dict[type[PactwatchError], int] = {
    CaseNotFound: 3,
    CaseExists: 3,
    SettingsWrong: PROBLEMS,
    CaseLocked: 4,
    LedgerBroken: 5,
    NotInCase: 6,
    Ambiguous: 6,
    UnknownView: 6,
    CannotWrite: 7,
    Refused: 9,
}


def exit_code(error: PactwatchError) -> int:
    """The exit code of an error; 1 for a class that has none of its own."""
    return EXIT_CODES.get(type(error), PROBLEMS)
