"""From bytes to an article: what the manifest says, what is printed, and what to look at."""

from datetime import date
from pathlib import Path

import pytest

from pactwatch.documents.make import Made, make_article
from pactwatch.documents.manifest import SourceRow
from pactwatch.ids import hash_bytes
from pactwatch.model.source import Document, When

REPORT = (
    b"Harbour talks resume\n- AFP\n- Published Date: 10:15 | 19 May 2031\n"
    b"North and South began the second round of talks on Monday, the Lakeland foreign ministry said.\n"
)
DAY = When(date(2031, 5, 19), date(2031, 5, 19), "day", "printed")


def codes_of(made: Made) -> list[str]:
    return [problem.code for problem in made.problems]


def document_of(made: Made) -> Document:
    assert made.article is not None
    return made.article.document


def test_what_is_printed_fills_the_document() -> None:
    """Without a manifest, title, agency and day come from the text."""
    made = make_article(REPORT, "talks.txt")
    assert made.problems == ()
    assert document_of(made) == Document(
        id=hash_bytes(REPORT),
        name="talks.txt",
        encoding="utf-8",
        title="Harbour talks resume",
        agency="AFP",
        published=DAY,
        published_at="2031-05-19T10:15",
    )


def test_the_manifest_stands_before_what_is_printed_and_a_difference_is_said() -> None:
    """The user's day counts, and the printed one is named."""
    other = When(date(2031, 5, 21), date(2031, 5, 21), "day", "manifest")
    made = make_article(
        REPORT, "talks.txt", SourceRow("talks.txt", outlet="Post", published=other, kind="digest")
    )
    document = document_of(made)
    assert (document.outlet, document.published, document.digest, document.kind) == (
        "Post",
        other,
        True,
        "digest",
    )
    assert codes_of(made) == ["D111"]


def test_an_unknown_day_stays_unknown_with_its_reason() -> None:
    """The body's Monday is no day of publication."""
    made = make_article(REPORT.splitlines()[-1], "talks.txt")
    document = document_of(made)
    assert (document.published, document.undated) == (None, "no day of publication is printed")
    assert codes_of(made) == ["D110"]


def test_a_text_in_another_language_is_kept_and_marked() -> None:
    """No guess is made at which language it is."""
    text = "Die Delegationen beider Seiten trafen sich am Montag in der Hafenstadt. " * 5
    made = make_article(text.encode(), "gespraeche.txt")
    assert document_of(made).language == "und"
    assert "D108" in codes_of(made)


def test_a_sentence_without_end_and_a_doubtful_encoding_are_warnings() -> None:
    """Both leave an article."""
    assert "D109" in codes_of(make_article(b"the talks " * 3_000, "talks.txt"))
    assert "D107" in codes_of(make_article("The “talks” go on.".encode("cp1252"), "talks.txt"))


@pytest.mark.parametrize(("data", "name", "code"), [(b"", "a.txt", "D101"), (b"talks", "a.pdf", "D106")])
def test_a_file_that_gives_no_article_gives_its_problem(data: bytes, name: str, code: str) -> None:
    """One problem, no article."""
    made = make_article(data, name)
    assert (made.article, codes_of(made)) == (None, [code])


def test_every_code_is_listed_in_the_messages() -> None:
    """docs/messages.md holds each code of this package."""
    root = Path(__file__).parents[2]
    source = "".join(path.read_text() for path in (root / "src/pactwatch/documents").glob("*.py"))
    listed = (root / "docs/messages.md").read_text()
    codes = {source[at + 1 : at + 5] for at in range(len(source)) if source.startswith('"D1', at)}
    assert len(codes) > 20
    assert all(code in listed for code in codes)
