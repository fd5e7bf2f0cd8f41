"""Which reader reads which file ending."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from pactwatch.documents.plain import Decoded, read_plain
from pactwatch.problems import Problem

Reader = Callable[[bytes, str], Decoded | Problem]

#: A new kind of document is a module of its own and one line here.
READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
}

#: Endings that are known and not read yet.
NOT_READ: Mapping[str, str] = {
    ".pdf": "PDF",
    ".docx": "Word",
    ".doc": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".html": "HTML",
    ".htm": "HTML",
}


def read_text(data: bytes, name: str) -> Decoded | Problem:
    """The text of a file by its ending; a file of another ending is read as plain text."""
    ending = PurePath(name).suffix.lower()
    if ending in NOT_READ:
        known = ", ".join(READERS)
        return Problem(
            "D106",
            f"{NOT_READ[ending]} files are not read yet; {known} are.",
            name,
            hint="Save the report's text as a .txt file and add that.",
        )
    return READERS.get(ending, read_plain)(data, name)
