"""Plain text: bytes to the text that every offset points into.

    BOM (UTF-8, UTF-16, UTF-32)  ->  UTF-8  ->  UTF-16 without BOM  ->  detection, with doubt

The text is ``data.decode(encoding)`` and nothing else: newlines stay, nothing is normalised.
"""

import codecs
import unicodedata
from dataclasses import dataclass

from pactwatch import config
from pactwatch.problems import Problem

#: Byte order marks with the name under which Python drops them. UTF-32 first: its mark begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Encodings in which news is found; a wider choice makes detection on short texts worse.
_DETECTABLE = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "gb18030", "big5")
_DETECTABLE_TOO = ("shift_jis", "euc_kr", "koi8_r", "mac_roman")

#: First bytes of files that are no text though they may hold no NUL.
_BINARY_STARTS = ((b"%PDF-", "a PDF"), (b"{\\rtf", "an RTF file"), (b"PK\x03\x04", "a ZIP or office file"))

#: The bytes by which Windows-1252 typesets English, and the letters of the names in it.
_WESTERN_BYTES = frozenset(
    b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd"
) | (frozenset(range(0xE0, 0x100)) - {0xF7})

#: UTF-8 that was read as Windows-1252 and written again: curly quotes and accents come out as these.
_TWICE_ENCODED = ("â€™", "â€œ", "â€“", "Ã©", "Ã¼", "Ã¶")

_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` is ``data.decode(encoding)``; ``doubt`` says that the encoding is a guess
    or that the text holds traces of a wrong one."""

    text: str
    encoding: str
    doubt: bool = False


def read_plain(data: bytes, name: str) -> Decoded | Problem:
    """The text of a plain file, or why there is none (D101 to D105)."""
    if not data:
        return Problem("D101", "The file is empty.", name, hint="Save the report's text into it.")
    if too_large := check_size(len(data), name):
        return too_large
    decoded = _decode(data)
    kind = _binary_kind(data, decoded)
    if kind or decoded is None:
        what = kind or "in no encoding that is known"
        return _not_text(what, name) if kind else Problem("D105", f"The text is {what}.", name, hint=_RESAVE)
    if not decoded.text.strip():
        return Problem("D102", "The file holds only blanks.", name, hint="Save the report's text into it.")
    return decoded


_RESAVE = "Save it again as UTF-8 text."


def check_size(size: int, name: str) -> Problem | None:
    """Whether a file of so many bytes is too large to be one report (D103)."""
    if size <= config.MAX_DOCUMENT_BYTES:
        return None
    limit = config.MAX_DOCUMENT_BYTES / 1_000_000
    message = f"The file has {size / 1_000_000:.1f} MB; at most {limit:g} MB are read."
    return Problem("D103", message, name, hint="Split it into one file per report.")


def _not_text(kind: str, name: str) -> Problem:
    return Problem("D104", f"The file is {kind}, not text.", name, hint="Save the report as plain text.")


def _decode(data: bytes) -> Decoded | None:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked, "utf-8", _bare_utf16(data)):
        text = _try(data, encoding)
        if text is not None and encoding is not None:
            return Decoded(text, encoding, encoding.startswith("utf-16-") or _is_doubtful(text))
    guess = _detect(data)
    text = _try(data, guess)
    return None if text is None or guess is None else Decoded(text, guess, doubt=True)


def _try(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: in Latin script every other byte is NUL."""
    sample = data[:_SAMPLE]
    even, odd, half = sample[0::2].count(0), sample[1::2].count(0), max(len(sample) // 2, 1)
    if len(data) % 2 or min(even, odd) / half > 0.05 or max(even, odd) / half < 0.4:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_doubtful(text: str) -> bool:
    return "\ufffd" in text or any(trace in text for trace in _TWICE_ENCODED)


def _detect(data: bytes) -> str | None:
    high = {byte for byte in data[:_SAMPLE] if byte >= 0x80}
    if high <= _WESTERN_BYTES and _is_mostly_ascii(data):
        return "cp1252"
    from charset_normalizer import from_bytes  # slow to import, and hardly ever needed

    best = from_bytes(data, cp_isolation=[*_DETECTABLE, *_DETECTABLE_TOO]).best()
    return None if best is None else best.encoding


def _is_mostly_ascii(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return sum(byte >= 0x80 for byte in sample) / len(sample) < 0.15


def _binary_kind(data: bytes, decoded: Decoded | None) -> str | None:
    for start, kind in _BINARY_STARTS:
        if data.startswith(start):
            return kind
    if decoded is None:
        return "binary" if b"\0" in data else None
    if "\0" in decoded.text or _control_share(decoded.text) > 0.01:
        return "binary"
    return None


def _control_share(text: str) -> float:
    sample = text[:_SAMPLE]
    controls = sum(unicodedata.category(c) == "Cc" and c not in "\t\n\r\v\f\x85" for c in sample)
    return controls / max(len(sample), 1)
