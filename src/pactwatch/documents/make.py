"""Bytes to an article: decoded, cut into passages, dated, with its problems beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch import config
from pactwatch.documents.english import ENGLISH, find_language
from pactwatch.documents.manifest import SourceRow
from pactwatch.documents.metadata import Printed, find_agency, find_stamp, find_title
from pactwatch.documents.passages import Split, split_text
from pactwatch.documents.plain import Decoded
from pactwatch.documents.readers import read_text
from pactwatch.ids import hash_bytes
from pactwatch.model.source import Article, Document, Passage, When
from pactwatch.problems import Level, Problem


@dataclass(frozen=True, slots=True)
class Made:
    """``article`` is None where an error among ``problems`` says why; warnings go with an article."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


def make_article(data: bytes, name: str, row: SourceRow | None = None) -> Made:
    """The article that a file holds. What ``row`` says of it stands before what it prints itself."""
    decoded = read_text(data, name)
    if isinstance(decoded, Problem):
        return Made(None, (decoded,))
    split = split_text(decoded.text)
    printed = find_stamp(decoded.text, split.passages)
    document = _make_document(data, name, decoded, split.passages, printed, row or SourceRow(name))
    article = Article(document, decoded.text, split.passages)
    return Made(article, tuple(_find_warnings(document, decoded, split, printed)))


def _make_document(
    data: bytes, name: str, decoded: Decoded, passages: Sequence[Passage], printed: Printed, row: SourceRow
) -> Document:
    published, at = _find_publication(printed, row)
    return Document(
        id=hash_bytes(data),
        name=name,
        encoding=decoded.encoding,
        language=find_language(decoded.text),
        title=find_title(decoded.text, passages),
        outlet=row.outlet,
        agency=row.agency or find_agency(decoded.text, passages),
        url=row.url,
        published=published,
        published_at=at,
        undated=None if published else printed.reason,
        digest=row.is_digest,
        rests_on=row.rests_on,
        kind=row.kind,
    )


def _find_publication(printed: Printed, row: SourceRow) -> tuple[When | None, str | None]:
    if row.published:
        return row.published, row.published_at
    return (printed.stamp.when, printed.stamp.at) if printed.stamp else (None, None)


def _find_warnings(document: Document, decoded: Decoded, split: Split, printed: Printed) -> list[Problem]:
    found = [
        _warn_of_encoding(document) if decoded.doubt else None,
        _warn_of_language(document) if document.language != ENGLISH else None,
        _warn_of_cuts(document, split.cut) if split.cut else None,
        _warn_of_no_date(document) if document.published is None else None,
        _warn_of_two_days(document, printed),
    ]
    return [problem for problem in found if problem]


def _warn(code: str, message: str, document: Document, hint: str) -> Problem:
    return Problem(code, message, document.name, hint=hint, level=Level.WARNING)


def _warn_of_encoding(document: Document) -> Problem:
    message = f"The encoding is doubtful; the text is read as {document.encoding}."
    return _warn("D107", message, document, "Look at its letters; if they are wrong, save it again as UTF-8.")


def _warn_of_language(document: Document) -> Problem:
    return _warn(
        "D108",
        "The text does not read as English; it is kept and no claims are read from it.",
        document,
        "Add an English version, or leave it for the record.",
    )


def _warn_of_cuts(document: Document, count: int) -> Problem:
    what = "A sentence is" if count == 1 else f"{count} sentences are"
    message = f"{what} longer than {config.MAX_SENTENCE_CHARACTERS:,} characters and cut there."
    return _warn("D109", message, document, "Look whether the file is a report with full stops.")


def _warn_of_no_date(document: Document) -> Problem:
    return _warn(
        "D110",
        f"The day of publication is unknown: {document.undated}.",
        document,
        f"Give it in the published column of {config.MANIFEST_FILE}.",
    )


def _warn_of_two_days(document: Document, printed: Printed) -> Problem | None:
    given, stamp = document.published, printed.stamp
    if given is None or stamp is None or stamp.rank > 1 or _overlap(given, stamp.when):
        return None
    message = f"The text prints {stamp.when.first.isoformat()}, the manifest says {given.first.isoformat()}."
    return _warn("D111", message, document, "The manifest counts; correct it if the text is right.")


def _overlap(one: When, other: When) -> bool:
    return one.first <= other.last and other.first <= one.last
