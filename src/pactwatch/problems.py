"""Problems: what is wrong in the user's data, as values. The run goes on."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is: an error stops the thing it is about, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, why, and what to do. ``line`` and ``column`` count from 1
    (0: the whole file); ``nearest`` is the nearest valid name; ``code`` is listed in
    docs/messages.md."""

    code: str
    message: str
    file: str
    line: int = 0
    column: int = 0
    hint: str = ""
    nearest: str | None = None
    level: Level = Level.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        nearest = f' Did you mean "{self.nearest}"?' if self.nearest else ""
        return f"{place}: {self.level.value} [{self.code}] {self.message}{nearest} {self.hint}".rstrip()


def has_errors(problems: list[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(problem.level is Level.ERROR for problem in problems)
