"""The bytes of an agreement file to text: encoding, byte order mark, tabs, control characters."""

import codecs
import re

from pactwatch.problems import Level, Problem

#: A larger file is refused (bytes); 10,000 provisions take about 4 million.
MAX_BYTES = 20_000_000

_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_TAB = re.compile(r"^ *(?=\t)", re.MULTILINE)
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def read_text(data: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """The text with line ends as "\\n", or None with the reason.

    A UTF-8 byte order mark is taken off with a warning; Windows line ends are fine.
    """
    refusal = _refuse(data, name)
    if refusal:
        return None, [refusal]
    problems = []
    if data.startswith(codecs.BOM_UTF8):
        data = data.removeprefix(codecs.BOM_UTF8)
        problems.append(_warn_mark(name))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _refuse_byte(data, error, name)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocking = [*_find_tabs(text, name), *_find_controls(text, name)]
    return (None if blocking else text), [*problems, *blocking]


def _refuse(data: bytes, name: str) -> Problem | None:
    if len(data) > MAX_BYTES:
        message = f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are read."
        return Problem("A113", message, name, hint="Is this the agreement file?")
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        hint = "Start with docs/agreement-file.md, which has a complete example."
        return Problem("A102", "The file is empty.", name, hint=hint)
    for mark, encoding in _OTHER_MARKS:
        if data.startswith(mark):
            hint = "Save it as UTF-8 in your editor."
            return Problem("A103", f"The file is {encoding}, not UTF-8.", name, 1, 1, hint)
    return None


def _warn_mark(name: str) -> Problem:
    message = "The file begins with a byte order mark, which is left out."
    hint = 'Save it as "UTF-8" rather than "UTF-8 with BOM".'
    return Problem("A112", message, name, 1, 1, hint, level=Level.WARNING)


def _refuse_byte(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8")) + 1
    message = f"The file is not UTF-8: the byte 0x{data[error.start]:02X} fits no character."
    return Problem("A103", message, name, line, column, "Save it as UTF-8 in your editor.")


def _find_tabs(text: str, name: str) -> list[Problem]:
    message = "A tab stands in the indentation, where YAML allows only spaces."
    hint = "Replace each tab by two spaces."
    return [
        Problem("A105", message, name, *_place(text, match.end()), hint)
        for match in _TAB.finditer(text)
        if text[match.end() :].split("\n", 1)[0].strip()
    ]


def _find_controls(text: str, name: str) -> list[Problem]:
    return [_refuse_control(text, match, name) for match in _CONTROL.finditer(text)]


def _refuse_control(text: str, match: re.Match[str], name: str) -> Problem:
    message = f"The character U+{ord(match[0]):04X} cannot stand in a text file."
    return Problem("A114", message, name, *_place(text, match.start()), "Delete it.")


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
