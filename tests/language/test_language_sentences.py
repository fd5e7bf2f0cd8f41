"""Sentences, quotations, numbers and dates of English."""

from datetime import date

import pytest

from pactwatch.language.dates import find_dates
from pactwatch.language.lexicon import lemma_of, make_forms
from pactwatch.language.numbers import find_numbers
from pactwatch.language.quotes import find_quotes
from pactwatch.language.sentences import split_sentences
from pactwatch.language.tagging import tag_tokens
from pactwatch.language.tokens import split_tokens

FRIDAY = date(2025, 12, 19)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He left. She stayed.", 2),
        ("U.S. Secretary of State Lena Oost spoke. The talks went on.", 2),
        ("Gov. J. B. Harte met Sen. Oost (R-Ga.) on Oct. 10. It rained.", 2),
        ("They came at 7 a.m. Monday and left.", 1),
        ("“It is over.” He left.", 2),
        ("“How long?” she asked. Nobody knew.", 2),
        ("It cost 1.5 million. No. 10 stood by.", 2),
        ("Well ... perhaps.", 1),
        ("What now? Nothing! Then it began.", 3),
    ],
)
def test_sentences(text: str, count: int) -> None:
    spans = split_sentences(text, 0, len(text))
    assert len(spans) == count, [text[b:e] for b, e in spans]
    assert " ".join(text[b:e] for b, e in spans) == text


def test_a_long_run_of_stops_takes_no_time() -> None:
    text = "." * 100_000
    assert len(split_sentences(text, 0, len(text))) >= 1


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “yes, today” and left.", ["yes, today"]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("‘The parties’ demands are clear,’ she said.", ["The parties’ demands are clear,"]),
        ("He won't say 'never' now.", ["never"]),
        ("It isn't the parties' fault.", []),
        ("«Oui» and „nein“ and ``so''.", ["Oui", "nein", "so"]),
        ("“It goes on and on", ["It goes on and on"]),
        ("He called it “a ‘small’ step”.", ["a ‘small’ step"]),
    ],
)
def test_quotations(text: str, quotes: list[str]) -> None:
    assert [text[q.begin : q.end] for q in find_quotes(text, 0, len(text))] == quotes


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("57,700 and 1.9 million", [57700, 1900000]),
        ("two hundred and forty-three thousand", [243000]),
        ("twenty-three, a dozen, three dozen", [23, 12, 36]),
        ("dozens or hundreds", [24, 200]),
        ("٣٩٥ people", [395]),
        ("the second of the 58th", []),
        ("123456789012345678901234567890", []),
    ],
)
def test_numbers(text: str, values: list[int]) -> None:
    assert [number.low for number in find_numbers(split_tokens(text, 0, len(text)))] == values


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("on Thursday", "2025-12-18", "day"),
        ("on Friday", "2025-12-19", "day"),
        ("next Monday", "2025-12-22", "day"),
        ("on October 10", "2025-10-10", "day"),
        ("on 3 January", "2026-01-03", "day"),
        ("in October", "2025-10-01", "month"),
        ("in November 2024", "2024-11-01", "month"),
        ("since 2023", "2023-01-01", "year"),
        ("next month", "2026-01-01", "month"),
        ("last week", "2025-12-08", "week"),
        ("yesterday", "2025-12-18", "day"),
        ("on 2025-12-05", "2025-12-05", "day"),
    ],
)
def test_dates_by_the_day_of_publication(text: str, first: str, precision: str) -> None:
    (found,) = find_dates(text, 0, len(text), FRIDAY)
    assert found.when is not None
    assert (found.when.first.isoformat(), found.when.precision) == (first, precision)


@pytest.mark.parametrize("text", ["we met", "resolution 2803", "31 February", "he may go", "marching on"])
def test_no_day_is_made_up(text: str) -> None:
    assert all(found.when is None for found in find_dates(text, 0, len(text), FRIDAY))


def test_a_weekday_without_publication_stays_undated() -> None:
    (found,) = find_dates("on Thursday", 0, 11, None)
    assert found.when is None


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("stop", "stops stopping stopped stopped"),
        ("deny", "denies denying denied denied"),
        ("tie", "ties tying tied tied"),
        ("visit", "visits visiting visited visited"),
        ("admit", "admits admitting admitted admitted"),
        ("withdraw", "withdraws withdrawing withdrew withdrawn"),
        ("agree", "agrees agreeing agreed agreed"),
    ],
)
def test_verb_forms(base: str, forms: str) -> None:
    assert " ".join(make_forms(base).all()[1:]) == forms
    assert lemma_of(make_forms(base).past) == base


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The armed groups said it.", "DNNEO."),
        ("The group said talks must end.", "DNENMV."),
        ("Hamas says talks must end.", "PVNMV."),
        ("Israel’s plans were delayed.", "ZNAE."),
        ("They plan talks.", "OVN."),
    ],
)
def test_tags(text: str, tags: str) -> None:
    assert tag_tokens(split_tokens(text, 0, len(text))) == tags
