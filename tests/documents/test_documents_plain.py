"""Bytes to text: the right encoding, or one clear reason why there is no text."""

import codecs

import pytest

from pactwatch import config
from pactwatch.documents.plain import Decoded, read_plain
from pactwatch.documents.readers import NOT_READ, read_text
from pactwatch.problems import Problem

TALKS = "Talks in “Härbour” go on — the envoy said “we will stay”.\r\nThe sides meet again on Monday.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TALKS.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TALKS.encode("utf-8"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TALKS.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TALKS.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TALKS.encode("utf-32-le"), "utf-32"),
    ],
)
def test_a_stranger_cuts_the_same_slices_with_the_encoding_named(data: bytes, encoding: str) -> None:
    """The text is the bytes decoded with the recorded name, newlines as they were, without doubt."""
    decoded = read_plain(data, "talks.txt")
    assert decoded == Decoded(TALKS, encoding, doubt=False)
    assert data.decode(encoding) == TALKS


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_an_encoding_that_is_a_guess_is_flagged(encoding: str) -> None:
    """Windows-1252 and UTF-16 without a mark are read right, and marked as doubtful."""
    data = TALKS.encode(encoding)
    assert read_plain(data, "talks.txt") == Decoded(TALKS, encoding, doubt=True)


def test_arabic_in_a_windows_code_page_is_detected_with_doubt() -> None:
    """Detection finds the code page of a longer text; the guess is flagged."""
    text = "قالت وزارة الخارجية إن المحادثات ستستأنف يوم الاثنين بعد توقف دام أسبوعين. " * 5
    decoded = read_plain(text.encode("cp1256"), "talks.txt")
    assert isinstance(decoded, Decoded)
    assert decoded == Decoded(text, "cp1256", doubt=True)


def test_text_that_was_encoded_twice_is_doubtful() -> None:
    """Traces of a wrong encoding in valid UTF-8 are flagged, the text is left as it is."""
    text = TALKS.encode("utf-8").decode("cp1252", "ignore")
    assert read_plain(text.encode("utf-8"), "talks.txt") == Decoded(text, "utf-8", doubt=True)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "D101"),
        (b" \n\t\r\n ", "D102"),
        (codecs.BOM_UTF8, "D102"),
        (b"x" * (config.MAX_DOCUMENT_BYTES + 1), "D103"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" * 9, "D104"),
        (b"Talks go on. " * 100 + b"\0 The sides meet.", "D104"),
        (b"\x01\x02\x03\x04 talks \x05\x06", "D104"),
        (b"%PDF-1.7 1 0 obj << >> endobj", "D104"),
    ],
)
def test_what_is_no_text_is_refused_with_its_own_reason(data: bytes, code: str) -> None:
    """Empty, blank, too large and binary files each have a code and say what to do."""
    problem = read_plain(data, "talks.txt")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.file) == (code, "talks.txt")
    assert problem.hint


def test_the_largest_text_allowed_is_read() -> None:
    """The limit itself is still a document."""
    assert isinstance(read_plain(b"x" * config.MAX_DOCUMENT_BYTES, "talks.txt"), Decoded)


@pytest.mark.parametrize("name", ["talks.pdf", "TALKS.HTML", "talks.docx"])
def test_a_kind_that_is_not_read_yet_names_those_that_are(name: str) -> None:
    """A known ending without a reader is a problem, not garbled text."""
    problem = read_text(b"Talks go on.", name)
    assert isinstance(problem, Problem)
    assert problem.code == "D106"
    assert ".txt" in problem.message


def test_an_unknown_ending_is_read_as_plain_text() -> None:
    """Files without an ending, or with one of their own, are tried as text."""
    assert ".wire" not in NOT_READ
    assert read_text(b"Talks go on.", "talks.wire") == Decoded("Talks go on.", "utf-8")
